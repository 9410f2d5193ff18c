#include "server/log/bounds.hpp"

#include <string_view>

#include "server/log/record_layout.hpp"

namespace commonweal::log {
namespace {

std::string bad_name(std::string_view what, std::string_view name) {
    if (name.empty()) return "The name of a " + std::string(what) + " is empty.";
    if (name.size() <= name_bytes_max) return {};
    return "The name of a " + std::string(what) + " is longer than " +
           std::to_string(name_bytes_max) + " bytes.";
}

std::string bad_event(const NewEvent& event) {
    if (auto bad = bad_name("stream", event.stream); !bad.empty()) return bad;
    if (auto bad = bad_name("kind", event.kind); !bad.empty()) return bad;
    if (event.tags.size() > tags_max) {
        return "An event has more than " + std::to_string(tags_max) + " tags.";
    }
    for (const auto& tag : event.tags) {
        if (auto bad = bad_name("tag", tag); !bad.empty()) return bad;
    }
    return {};
}

std::size_t leaf_bytes_at_most(const NewEvent& event) {
    std::size_t bytes =
        layout::fixed_bytes + event.stream.size() + event.kind.size() + event.body.size();
    for (const auto& tag : event.tags) bytes += 1 + tag.size();
    return bytes;
}

}  // namespace

std::string unacceptable_because(const Commit& commit) {
    const std::string events_max = std::to_string(commit_events_max);
    if (commit.id == CommitId{}) return "The commit has no id.";
    if (commit.events.empty()) return "The commit has no events.";
    if (commit.events.size() > commit_events_max) {
        return "The commit has more than " + events_max + " events.";
    }
    if (commit.conditions.size() > commit_events_max) {
        return "The commit has more than " + events_max + " conditions.";
    }
    for (const auto& condition : commit.conditions) {
        if (auto bad = bad_name("stream", condition.stream); !bad.empty()) return bad;
    }
    std::size_t bytes = 0;
    for (const auto& event : commit.events) {
        if (auto bad = bad_event(event); !bad.empty()) return bad;
        bytes += leaf_bytes_at_most(event);
    }
    if (bytes > commit_bytes_max) {
        return "The commit is larger than " + std::to_string(commit_bytes_max) + " bytes.";
    }
    return {};
}

}  // namespace commonweal::log
