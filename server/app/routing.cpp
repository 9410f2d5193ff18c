#include "server/app/routing.hpp"

namespace commonweal::app {
namespace {

IdBytes bytes_in(std::string_view tag) {
    IdBytes bytes;
    std::memcpy(bytes.data(), tag.data() + 1, bytes.size());
    return bytes;
}

/// The instance that a tag names, if it names one (streams.hpp).
void add_topic(std::vector<TopicKey>& topics, std::string_view tag) {
    if (tag.empty()) return;
    const bool id = tag.size() == 1 + std::tuple_size_v<IdBytes>;
    if (tag[0] == 'c' && id) topics.emplace_back(ClusterId{bytes_in(tag)});
    if (tag[0] == 'n' && id) topics.emplace_back(NetworkId{bytes_in(tag)});
    if (tag[0] != 's') return;
    if (const auto school = parse_school(tag.substr(1))) topics.emplace_back(*school);
}

template <class AnyRecord>
Routed route_any(const AnyRecord& record) {
    Routed routed{decode(record), instant_of(record.recorded_at), {}};
    routed.topics.reserve(record.tags.size());
    for (const auto& tag : record.tags) add_topic(routed.topics, tag);
    return routed;
}

}  // namespace

Routed route(const log::Record& record) {
    return route_any(record);
}
Routed route(const log::RecordView& record) {
    return route_any(record);
}

}  // namespace commonweal::app
