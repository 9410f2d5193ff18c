#include "server/log/recent_index.hpp"

namespace commonweal::log {
namespace {

template <class Map>
auto* find_in(const Map& map, const auto& key) {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

}  // namespace

void RecentIndex::add_record(Position position, std::string_view stream, Version version) {
    const auto found = streams_.find(stream);
    if (found != streams_.end()) {
        found->second.positions.push_back(position);
    } else {
        streams_.emplace(stream, Stream{version - 1, {position}});
    }
    ++events_;
    last_ = position;
}

void RecentIndex::add_tag(Position position, std::string_view tag) {
    const auto found = tags_.find(tag);
    if (found != tags_.end()) {
        found->second.push_back(position);
    } else {
        tags_.emplace(tag, std::vector{position});
    }
}

const RecentIndex::Stream* RecentIndex::find_stream(std::string_view stream) const {
    return find_in(streams_, stream);
}
const std::vector<Position>* RecentIndex::find_tag(std::string_view tag) const {
    return find_in(tags_, tag);
}
const StoredCommit* RecentIndex::find_commit(const CommitId& id) const {
    return find_in(commits_, id);
}

}  // namespace commonweal::log
