#include "server/log/verify_records.hpp"

#include <algorithm>

namespace commonweal::log {
namespace {

constexpr const char* records_file = "log/records";

}  // namespace

void RecordVerifier::say(std::string kind, Position position, std::string detail) {
    problems_.add({std::move(kind), position, records_file, std::move(detail)});
}

void RecordVerifier::take(Position position, std::string_view stored,
                          const Fingerprint& fingerprint) {
    const auto record = view_record(stored);
    if (!record) return take_nothing(position, "damaged", std::string(sentence(record.error())));
    if (record->position != position)
        return take_nothing(
            position, "damaged",
            "It is the record of position " + std::to_string(record->position) + ".");
    last_ = position;
    const auto leaf_hash = hasher_(leaf_of(stored));
    if (leaf_hash != record->leaf_hash)
        say("hash", position, "The stored hash is not that of the record.");
    tree_.take(leaf_hash);
    check_commit(*record);
    check_version(*record);
    if (record->index != 0 && fingerprint != Fingerprint{})
        problems_.add({"fingerprint", position, "log/fingerprints",
                       "A fingerprint is kept for what is no commit."});
    if (position <= indexed_to_) add_to_sums(*record, fingerprint);
    after_gap_ = false;
}

void RecordVerifier::take_nothing(Position position, std::string kind, std::string detail) {
    last_ = position;
    tree_.stop();
    say(std::move(kind), position, std::move(detail));
    after_gap_ = true;
    had_gap_ = true;
}

void RecordVerifier::check_commit(const RecordView& record) {
    if (record.recorded_at < recorded_at_)
        say("time", record.position, "It was recorded before the record that stands before it.");
    recorded_at_ = std::max(recorded_at_, record.recorded_at);
    const bool follows =
        record.index == next_index_ &&
        (record.index == 0 || (record.commit_id == commit_id_ && record.count == count_));
    if (!follows && !after_gap_)
        say("commit", record.position, "It is not the next event of its commit.");
    commit_id_ = record.commit_id;
    count_ = record.count;
    next_index_ =
        record.index + 1 == record.count ? 0 : static_cast<std::uint16_t>(record.index + 1);
}

void RecordVerifier::check_version(const RecordView& record) {
    auto found = versions_.find(record.stream);
    if (found == versions_.end()) found = versions_.emplace(record.stream, 0).first;
    const auto expected = found->second + 1;
    // Told once: the next of the stream is held against this one.
    if (record.version != expected && !had_gap_)
        say("version", record.position,
            "It says version " + std::to_string(record.version) +
                " of its stream, and is version " + std::to_string(expected) + ".");
    found->second = record.version;
}

void RecordVerifier::add_to_sums(const RecordView& record, const Fingerprint& fingerprint) {
    add_stream(sums_.streams, record.stream, record.version, record.position);
    for (const auto tag : record.tags) add_tag(sums_.tags, tag, record.position);
    if (record.index == 0)
        add_commit(sums_.commits, record.commit_id,
                   {record.position, record.count, record.recorded_at, fingerprint});
}

void RecordVerifier::end() {
    if (next_index_ != 0) say("commit", last_ + 1, "The last commit has lost its end.");
    tree_.end();
}

}  // namespace commonweal::log
