#pragma once
// Everything that a log answers, asked in every way, so that two logs can be compared: the same
// answers are the same log.

#include <algorithm>
#include <map>
#include <optional>

#include "server/log/engine.hpp"
#include "server/log/merkle.hpp"

namespace commonweal::log::testing {

struct Answers {
    using Positions = std::vector<Position>;

    Position head = 0;
    std::vector<Record> records;
    Positions back;
    std::map<std::string, Positions> streams, streams_back, tags, tags_back;
    std::map<CommitId, std::optional<Appended>> commits;
    std::map<CommitId, std::optional<Fingerprint>> fingerprints;
    std::vector<LeafHash> roots;  ///< at the sizes that root_sizes() tells
};

/// What differs first; empty: nothing does.
inline std::string difference(const Answers& one, const Answers& other) {
    if (one.head != other.head) return "the head";
    if (one.records != other.records) return "the records";
    if (one.back != other.back) return "the records, read back";
    if (one.streams != other.streams) return "the streams";
    if (one.streams_back != other.streams_back) return "the streams, read back";
    if (one.tags != other.tags) return "the tags";
    if (one.tags_back != other.tags_back) return "the tags, read back";
    if (one.roots != other.roots) return "the tree";
    if (one.commits != other.commits) return "the commits";
    if (one.fingerprints != other.fingerprints) return "the fingerprints";
    return "";
}

/// At the end of each commit, and before the first; of a long log at some.
inline std::vector<merkle::Size> root_sizes(const std::vector<Record>& records) {
    std::vector<merkle::Size> sizes{0};
    const auto step = records.size() / 50 + 1;
    for (const auto& record : records) {
        const bool is_end = record.index + 1 == record.count;
        if (is_end && (record.position >= sizes.back() + step || record.position == records.size()))
            sizes.push_back(record.position);
    }
    return sizes;
}

/// What is asked comes from the records themselves. Throws what reading throws.
inline Answers answers_of(const Engine& engine) {
    Answers answers;
    answers.head = engine.head().position;
    engine.read_all(1, Direction::forward, [&](const Record& record) {
        answers.records.push_back(record);
        return true;
    });
    const auto into = [](Answers::Positions& positions) {
        return [&positions](const Record& record) {
            positions.push_back(record.position);
            return true;
        };
    };
    constexpr auto from_end = ~std::uint64_t{0};
    engine.read_all(from_end, Direction::back, into(answers.back));
    for (const auto size : root_sizes(answers.records))
        answers.roots.push_back(engine.tree().root(size));
    for (const auto& record : answers.records) {
        answers.streams.try_emplace(record.stream);
        for (const auto& tag : record.tags) answers.tags.try_emplace(tag);
        if (record.index > 0) continue;
        answers.commits[record.commit_id] = engine.find_commit(record.commit_id);
        answers.fingerprints[record.commit_id] = engine.find_fingerprint(record.commit_id);
    }
    for (auto& [stream, positions] : answers.streams) {
        engine.read_stream(stream, 1, Direction::forward, into(positions));
        engine.read_stream(stream, from_end, Direction::back, into(answers.streams_back[stream]));
        if (engine.stream_version(stream) != positions.size()) positions.push_back(0);
    }
    for (auto& [tag, positions] : answers.tags) {
        engine.read_tag(tag, 1, Direction::forward, into(positions));
        engine.read_tag(tag, from_end, Direction::back, into(answers.tags_back[tag]));
    }
    return answers;
}

/// What a log of these records has to answer, by plain counting.
inline Answers answers_for(const std::vector<Record>& records,
                           const std::map<CommitId, Fingerprint>& fingerprints) {
    Answers answers;
    answers.head = records.size();
    answers.records = records;
    LeafHasher hasher;
    merkle::Frontier frontier;
    for (const auto size : root_sizes(records)) {
        while (frontier.size() < size)
            frontier.append(records[frontier.size()].leaf_hash, hasher, [](auto...) {});
        answers.roots.push_back(frontier.root(hasher));
    }
    for (const auto& record : records) {
        answers.back.insert(answers.back.begin(), record.position);
        answers.streams[record.stream].push_back(record.position);
        for (const auto& tag : record.tags) answers.tags[tag].push_back(record.position);
        if (record.index > 0) continue;
        const auto last = record.position + record.count - 1;
        answers.commits[record.commit_id] =
            Appended{record.position, last, record.recorded_at, true};
        answers.fingerprints[record.commit_id] = fingerprints.at(record.commit_id);
    }
    const auto turn = [](std::map<std::string, Answers::Positions> lists) {
        for (auto& [name, positions] : lists) std::ranges::reverse(positions);
        return lists;
    };
    answers.streams_back = turn(answers.streams);
    answers.tags_back = turn(answers.tags);
    return answers;
}

}  // namespace commonweal::log::testing
