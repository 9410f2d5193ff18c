#include "server/log/log_tail.hpp"

#include <stdexcept>

namespace commonweal::log {
namespace {

bool ends_a_commit(const Record& record) {
    return record.index + 1 == record.count;
}

/// Whole commits, from the first event of one: a follower moves by nothing less.
void must_begin_a_commit(const Record& record) {
    if (record.index == 0) return;
    throw std::invalid_argument("Position " + std::to_string(record.position) +
                                " is in the middle of a commit");
}

}  // namespace

LogTail::Records LogTail::read_commits(Position from, std::size_t records_max) {
    if (from == 0) from = 1;
    std::unique_lock lock(mutex_);
    const bool is_here =
        !newest_.empty() && from >= newest_.front()->position && from <= newest_.back()->position;
    if (is_here) return from_memory(from, records_max);
    if (!newest_.empty() && from < newest_.front()->position) {
        lock.unlock();
        return from_engine(from, records_max);
    }
    auto records = from_engine(from, records_max);
    if (!records.empty()) add(records);
    return records;
}

LogTail::Records LogTail::from_memory(Position from, std::size_t records_max) const {
    const std::size_t begin = from - newest_.front()->position;
    must_begin_a_commit(*newest_[begin]);
    Records records;
    for (std::size_t at = begin; at < newest_.size(); ++at) {
        records.push_back(newest_[at]);
        if (records.size() >= records_max && ends_a_commit(*newest_[at])) break;
    }
    return records;
}

LogTail::Records LogTail::from_engine(Position from, std::size_t records_max) const {
    Records records;
    engine_.read_all(from, Direction::forward, [&](const Record& record) {
        if (records.empty()) must_begin_a_commit(record);
        records.push_back(std::make_shared<const Record>(record));
        return records.size() < records_max || !ends_a_commit(record);
    });
    return records;
}

void LogTail::add(const Records& records) {
    const bool continues =
        !newest_.empty() && newest_.back()->position + 1 == records.front()->position;
    if (!continues) newest_.clear();
    newest_.insert(newest_.end(), records.begin(), records.end());
    while (newest_.size() > records_max_) newest_.pop_front();
}

}  // namespace commonweal::log
