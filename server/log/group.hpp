#pragma once
// A group of commits on its way to the disk: checks each against what is there and against the
// earlier ones of the group, and encodes the records. The rules that every engine shares.
//
// Owner: an engine's append, for one call. Threads: one. The commits and what `Before` answers
// outlive the group, which points into them.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server/log/engine.hpp"
#include "server/log/leaf_hash.hpp"

namespace commonweal::log {

/// What is remembered of a commit, for ever, under its id.
struct StoredCommit {
    Position first = 0;
    std::uint16_t count = 0;
    InstantUs recorded_at = 0;
    Fingerprint fingerprint{};

    Appended as_repeated() const { return {first, first + count - 1U, recorded_at, true}; }
};

/// What the log held before the group.
class Before {
  public:
    virtual ~Before() = default;
    virtual Version version_of(std::string_view stream) = 0;
    virtual std::optional<StoredCommit> commit_of(const CommitId& id) = 0;
};

class Group {
  public:
    struct NewRecord {
        Position position = 0;
        std::size_t begin = 0;  ///< of its bytes, within all()
        std::size_t end = 0;
        std::size_t first_tag = 0;
        std::size_t tag_count = 0;
        std::size_t stream = 0;  ///< its place among the streams
        Version version = 0;
    };
    struct TouchedStream {
        std::string_view name;
        Version version = 0;  ///< after the group
    };
    struct NewCommit {
        CommitId id{};
        StoredCommit stored;
    };

    Group(Head head, Before& before, LeafHasher& hasher)
        : head_(head), before_(before), hasher_(hasher) {}

    AppendResult take(const Commit& commit);

    Head head() const { return head_; }
    const std::vector<NewRecord>& records() const { return records_; }
    std::string_view stream_of(const NewRecord& record) const {
        return streams_[record.stream].name;
    }
    const std::vector<NewCommit>& commits() const { return commits_; }
    std::string_view stored(const NewRecord& record) const {
        return std::string_view(bytes_).substr(record.begin, record.end - record.begin);
    }
    /// Of all its records, in order.
    std::vector<LeafHash> leaf_hashes() const;
    std::span<const std::string_view> tags(const NewRecord& record) const {
        return std::span(tags_).subspan(record.first_tag, record.tag_count);
    }

  private:
    std::optional<StoredCommit> commit_of(const CommitId& id);
    std::size_t stream(std::string_view name);
    void add(const Commit& commit, std::size_t index);

    Head head_;
    Before& before_;
    LeafHasher& hasher_;
    std::string bytes_;
    std::vector<NewRecord> records_;
    std::vector<std::string_view> tags_;
    std::vector<TouchedStream> streams_;
    std::unordered_map<std::string_view, std::size_t> stream_at_;
    std::vector<NewCommit> commits_;
    std::unordered_map<std::string_view, std::size_t> commit_at_;  ///< by the bytes of the id
};

}  // namespace commonweal::log
