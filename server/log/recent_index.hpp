#pragma once
// The index of the newest events, in memory: which positions a stream's versions and a tag have,
// and what each commit id gave. When it has grown it is frozen, written to the disk and dropped.
//
// Owner: LogIndex, which holds its lock around every call.

#include <cstring>
#include <optional>
#include <unordered_map>
#include <vector>

#include "server/log/group.hpp"
#include "server/log/name_map.hpp"

namespace commonweal::log {

/// Ids are derived by a hash: eight of their bytes are as good as a hash of them all.
struct CommitIdHash {
    std::size_t operator()(const CommitId& id) const {
        std::size_t hash;
        std::memcpy(&hash, id.data(), sizeof hash);
        return hash;
    }
};

class RecentIndex {
  public:
    struct Stream {
        Version before = 0;               ///< its version when the first of these was appended
        std::vector<Position> positions;  ///< of the versions after that, without a gap

        Version version() const { return before + positions.size(); }
    };

    explicit RecentIndex(Position before) : last_(before) {}

    void add_record(Position position, std::string_view stream, Version version);
    void add_tag(Position position, std::string_view tag);
    void add_commit(const CommitId& id, const StoredCommit& commit) {
        commits_.insert_or_assign(id, commit);
    }

    std::size_t events() const { return events_; }
    Position last() const { return last_; }
    const Stream* find_stream(std::string_view stream) const;
    const std::vector<Position>* find_tag(std::string_view tag) const;
    const StoredCommit* find_commit(const CommitId& id) const;

    const NameMap<Stream>& streams() const { return streams_; }
    const NameMap<std::vector<Position>>& tags() const { return tags_; }
    const auto& commits() const { return commits_; }

  private:
    std::size_t events_ = 0;
    Position last_;
    NameMap<Stream> streams_;
    NameMap<std::vector<Position>> tags_;
    std::unordered_map<CommitId, StoredCommit, CommitIdHash> commits_;
};

}  // namespace commonweal::log
