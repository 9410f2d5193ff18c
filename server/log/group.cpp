#include "server/log/group.hpp"

#include <algorithm>

#include "server/log/bounds.hpp"
#include "server/log/record.hpp"
#include "server/log/record_layout.hpp"

namespace commonweal::log {
namespace {

std::string_view bytes_of(const CommitId& id) {
    return {reinterpret_cast<const char*>(id.data()), id.size()};
}

bool same_request(const Fingerprint& one, const Fingerprint& other) {
    return one == other || one == Fingerprint{} || other == Fingerprint{};
}

}  // namespace

AppendResult Group::take(const Commit& commit) {
    if (auto reason = unacceptable_because(commit); !reason.empty()) {
        return Unacceptable{std::move(reason)};
    }
    if (const auto earlier = commit_of(commit.id)) {
        if (!same_request(earlier->fingerprint, commit.fingerprint)) return IdReused{};
        return earlier->as_repeated();
    }
    for (const auto& condition : commit.conditions) {
        const Version actual = streams_[stream(condition.stream)].version;
        if (actual != condition.version) {
            return Conflict{condition.stream, condition.version, actual};
        }
    }

    const auto count = static_cast<std::uint16_t>(commit.events.size());
    const Position first = head_.position + 1;
    head_.recorded_at = std::max(head_.recorded_at, commit.recorded_at);
    for (std::size_t index = 0; index < count; ++index) add(commit, index);
    commit_at_.emplace(bytes_of(commit.id), commits_.size());
    commits_.push_back({commit.id, {first, count, head_.recorded_at, commit.fingerprint}});
    return Appended{first, head_.position, head_.recorded_at, false};
}

std::vector<LeafHash> Group::leaf_hashes() const {
    std::vector<LeafHash> hashes(records_.size());
    for (std::size_t at = 0; at < hashes.size(); ++at)
        std::ranges::copy(stored(records_[at]).substr(layout::hash_at, layout::hash_bytes),
                          hashes[at].begin());
    return hashes;
}

std::optional<StoredCommit> Group::commit_of(const CommitId& id) {
    const auto here = commit_at_.find(bytes_of(id));
    if (here != commit_at_.end()) return commits_[here->second].stored;
    return before_.commit_of(id);
}

std::size_t Group::stream(std::string_view name) {
    const auto [at, is_new] = stream_at_.try_emplace(name, streams_.size());
    if (is_new) streams_.push_back({name, before_.version_of(name)});
    return at->second;
}

void Group::add(const Commit& commit, std::size_t index) {
    const NewEvent& event = commit.events[index];
    const std::size_t first_tag = tags_.size();
    tags_.insert(tags_.end(), event.tags.begin(), event.tags.end());
    const auto own_tags = tags_.begin() + static_cast<std::ptrdiff_t>(first_tag);
    std::sort(own_tags, tags_.end());
    tags_.erase(std::unique(own_tags, tags_.end()), tags_.end());

    const std::size_t stream_index = stream(event.stream);
    const NewRecord record{.position = ++head_.position,
                           .begin = bytes_.size(),
                           .end = 0,
                           .first_tag = first_tag,
                           .tag_count = tags_.size() - first_tag,
                           .stream = stream_index,
                           .version = ++streams_[stream_index].version};
    encode_record({.position = record.position,
                   .commit_id = commit.id,
                   .index = static_cast<std::uint16_t>(index),
                   .count = static_cast<std::uint16_t>(commit.events.size()),
                   .recorded_at = head_.recorded_at,
                   .stream = event.stream,
                   .version = record.version,
                   .tags = tags(record),
                   .kind = event.kind,
                   .schema_version = event.schema_version,
                   .body = event.body},
                  hasher_, bytes_);
    records_.push_back(record);
    records_.back().end = bytes_.size();
}

}  // namespace commonweal::log
