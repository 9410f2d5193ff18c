#pragma once
// Verifying the records: each whole, in its place and following from those before it.
//
// Owner: verify_log, on one thread.

#include "server/log/name_map.hpp"
#include "server/log/record.hpp"
#include "server/log/verify_index.hpp"
#include "server/log/verify_tree.hpp"

namespace commonweal::log {

class RecordVerifier {
  public:
    /// The sums are made of what the index has to hold, up to that position.
    RecordVerifier(TreeVerifier& tree, Position indexed_to, Problems& problems)
        : tree_(tree), indexed_to_(indexed_to), problems_(problems) {}

    /// The stored bytes at the next position, and the fingerprint where a commit begins there.
    void take(Position position, std::string_view stored, const Fingerprint& fingerprint);
    /// What stood at a position cannot be had.
    void take_nothing(Position position, std::string kind, std::string detail);
    /// After the last.
    void end();

    const IndexSums& sums() const { return sums_; }
    Position last() const { return last_; }
    InstantUs recorded_at() const { return recorded_at_; }

  private:
    void say(std::string kind, Position position, std::string detail);
    void check_commit(const RecordView& record);
    void check_version(const RecordView& record);
    void add_to_sums(const RecordView& record, const Fingerprint& fingerprint);

    TreeVerifier& tree_;
    const Position indexed_to_;
    Problems& problems_;
    LeafHasher hasher_;
    NameMap<Version> versions_;
    IndexSums sums_;

    Position last_ = 0;
    InstantUs recorded_at_ = 0;
    CommitId commit_id_{};
    std::uint16_t next_index_ = 0;  ///< expected of the next record; 0: a commit begins
    std::uint16_t count_ = 0;
    bool after_gap_ = false;  ///< the last record could not be had
    bool had_gap_ = false;    ///< one before could not: versions no longer add up
};

}  // namespace commonweal::log
