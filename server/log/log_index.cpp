#include "server/log/log_index.hpp"

#include <algorithm>
#include <mutex>

#include "server/log/index_writer.hpp"

namespace commonweal::log {
namespace {

/// Copied under the lock at one go; readers want few, and a tag may have many thousand.
constexpr std::size_t piece_max = 64;
/// Append waits where the writing thread is this many steps behind.
constexpr std::size_t steps_behind_max = 4;

void take(const std::vector<Position>& from, std::size_t begin, std::vector<Position>& to) {
    const std::size_t end = std::min(from.size(), begin + piece_max - to.size());
    for (std::size_t at = begin; at < end; ++at) to.push_back(from[at]);
}
void take_back(const std::vector<Position>& from, std::size_t end, std::vector<Position>& to) {
    for (; end > 0 && to.size() < piece_max; --end) to.push_back(from[end - 1]);
}
std::size_t first_from(const std::vector<Position>& positions, Position from) {
    return static_cast<std::size_t>(std::ranges::lower_bound(positions, from) - positions.begin());
}
std::size_t end_after(const std::vector<Position>& positions, Position last) {
    return static_cast<std::size_t>(std::ranges::upper_bound(positions, last) - positions.begin());
}

}  // namespace

LogIndex::LogIndex(const RocksStore& store, const Tree& tree, std::size_t recent_events_max)
    : store_(store),
      tree_(tree),
      stored_(store),
      recent_events_max_(recent_events_max),
      indexed_to_(stored_.indexed_to()) {
    filling_ = std::make_unique<RecentIndex>(indexed_to_);
    writer_ = std::thread([this] { write_until_closed(); });
}

LogIndex::~LogIndex() {
    {
        const std::unique_lock lock(mutex_);
        closing_ = true;
    }
    changed_.notify_all();
    writer_.join();
}

Position LogIndex::indexed_to() const {
    const std::shared_lock lock(mutex_);
    return indexed_to_;
}

void LogIndex::add(const RecordView& record, const Fingerprint& fingerprint) {
    std::unique_lock lock(mutex_);
    filling_->add_record(record.position, record.stream, record.version);
    for (const auto tag : record.tags) filling_->add_tag(record.position, tag);
    if (record.index == 0) {
        filling_->add_commit(record.commit_id,
                             {record.position, record.count, record.recorded_at, fingerprint});
    }
    head_ = {record.position, record.recorded_at};
    if (record.index + 1 == record.count) freeze_if_grown(lock);
}

void LogIndex::add(const Group& group) {
    std::unique_lock lock(mutex_);
    for (const auto& record : group.records()) {
        filling_->add_record(record.position, group.stream_of(record), record.version);
        for (const auto tag : group.tags(record)) filling_->add_tag(record.position, tag);
    }
    for (const auto& commit : group.commits()) filling_->add_commit(commit.id, commit.stored);
    head_ = group.head();
    freeze_if_grown(lock);
}

void LogIndex::freeze_if_grown(std::unique_lock<std::shared_mutex>& lock) {
    if (filling_->events() < recent_events_max_) return;
    if (frozen_ && filling_->events() < steps_behind_max * recent_events_max_) return;
    changed_.wait(lock, [&] { return !frozen_ || !failed_because_.empty(); });
    if (frozen_) return;
    const Position last = filling_->last();
    frozen_ = std::exchange(filling_, std::make_unique<RecentIndex>(last));
    changed_.notify_all();
}

void LogIndex::write_until_closed() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [&] { return frozen_ || closing_; });
        if (closing_) return;  // what is frozen is read from the records at the next opening
        lock.unlock();
        std::string failure;
        try {
            write_index(store_, stored_, *frozen_, tree_);
        } catch (const std::exception& error) {
            failure = error.what();
        }
        lock.lock();
        std::unique_ptr<RecentIndex> written;
        if (failure.empty()) {
            indexed_to_ = frozen_->last();
            written = std::move(frozen_);
        } else {
            failed_because_ = std::move(failure);
        }
        changed_.notify_all();
        if (!failed_because_.empty()) return;
        lock.unlock();
        written.reset();  // takes a while
        lock.lock();
    }
}

void LogIndex::set_head(Head head) {
    const std::unique_lock lock(mutex_);
    head_ = head;
}

void LogIndex::must_work() const {
    const std::shared_lock lock(mutex_);
    if (!failed_because_.empty()) throw std::runtime_error(failed_because_);
}

Head LogIndex::head() const {
    const std::shared_lock lock(mutex_);
    return head_;
}

Version LogIndex::version_of(std::string_view stream) const {
    {
        const std::shared_lock lock(mutex_);
        if (const auto* const recent = filling_->find_stream(stream)) return recent->version();
        if (frozen_) {
            if (const auto* const recent = frozen_->find_stream(stream)) return recent->version();
        }
    }
    return stored_.head_of(stream).version;
}

std::optional<StoredCommit> LogIndex::commit_of(const CommitId& id) const {
    {
        const std::shared_lock lock(mutex_);
        if (const auto* const recent = filling_->find_commit(id)) return *recent;
        if (frozen_) {
            if (const auto* const recent = frozen_->find_commit(id)) return *recent;
        }
    }
    return stored_.commit_of(id);
}

// Between two pieces a step may reach the files: then the next look says that they take over
// further on. Versions and positions name the same event there as here, so none is missed or told
// twice.
void LogIndex::read_stream(std::string_view stream, Version from, Direction direction,
                           const VersionVisit& visit) const {
    if (direction == Direction::back) return read_stream_back(stream, from, visit);
    for (Version at = std::max<Version>(from, 1);;) {
        const Piece piece = stream_piece(stream, at);
        if (at <= piece.stored_to) {
            if (!stored_.read_stream(stream, at, piece.stored_to, visit)) return;
            if (piece.stored_to == all_stored) return;
            at = piece.stored_to + 1;
            continue;
        }
        if (piece.positions.empty()) return;
        for (const Position position : piece.positions) {
            if (!visit(at++, position)) return;
        }
    }
}

void LogIndex::read_stream_back(std::string_view stream, Version from,
                                const VersionVisit& visit) const {
    for (Version at = from; at > 0;) {
        const Piece piece = stream_piece_back(stream, at);
        if (at <= piece.stored_to) return stored_.read_stream_back(stream, at, visit);
        for (const Position position : piece.positions) {
            if (!visit(at--, position)) return;
        }
    }
}

LogIndex::Piece LogIndex::stream_piece(std::string_view stream, Version from) const {
    const std::shared_lock lock(mutex_);
    const auto* const frozen = frozen_ ? frozen_->find_stream(stream) : nullptr;
    const auto* const filling = filling_->find_stream(stream);
    if (frozen == nullptr && filling == nullptr) return {all_stored, {}};
    Piece piece{frozen != nullptr ? frozen->before : filling->before, {}};
    if (from <= piece.stored_to) return piece;
    for (const auto* const recent : {frozen, filling}) {
        if (recent == nullptr) continue;
        const Version begin = std::max(from, recent->before + 1);
        take(recent->positions, begin - recent->before - 1, piece.positions);
    }
    return piece;
}

/// Brings `from` down to the newest version, if it is beyond.
LogIndex::Piece LogIndex::stream_piece_back(std::string_view stream, Version& from) const {
    const std::shared_lock lock(mutex_);
    const auto* const frozen = frozen_ ? frozen_->find_stream(stream) : nullptr;
    const auto* const filling = filling_->find_stream(stream);
    if (frozen == nullptr && filling == nullptr) return {all_stored, {}};
    from = std::min(from, filling != nullptr ? filling->version() : frozen->version());
    Piece piece{frozen != nullptr ? frozen->before : filling->before, {}};
    for (const auto* const recent : {filling, frozen}) {
        if (recent == nullptr || from <= recent->before) continue;
        take_back(recent->positions, std::min(from - recent->before, recent->positions.size()),
                  piece.positions);
    }
    return piece;
}

void LogIndex::read_tag(std::string_view tag, Position from, Direction direction, Position last,
                        const PositionVisit& visit) const {
    if (direction == Direction::back) return read_tag_back(tag, std::min(from, last), visit);
    for (Position at = std::max<Position>(from, 1); at <= last;) {
        const Piece piece = tag_piece(tag, at);
        if (at <= piece.stored_to) {
            const Position to = std::min(piece.stored_to, last);
            if (!stored_.read_tag(tag, at, to, visit)) return;
            at = to + 1;
            continue;
        }
        if (piece.positions.empty()) return;
        for (const Position position : piece.positions) {
            if (position > last || !visit(position)) return;
        }
        at = piece.positions.back() + 1;
    }
}

void LogIndex::read_tag_back(std::string_view tag, Position from,
                             const PositionVisit& visit) const {
    for (Position at = from; at > 0;) {
        const Piece piece = tag_piece_back(tag, at);
        if (at <= piece.stored_to) return stored_.read_tag_back(tag, at, visit);
        for (const Position position : piece.positions) {
            if (!visit(position)) return;
        }
        at = piece.positions.size() < piece_max ? piece.stored_to : piece.positions.back() - 1;
    }
}

LogIndex::Piece LogIndex::tag_piece(std::string_view tag, Position from) const {
    const std::shared_lock lock(mutex_);
    Piece piece{indexed_to_, {}};
    if (from <= piece.stored_to) return piece;
    for (const auto* const recent : {frozen_.get(), filling_.get()}) {
        const auto* const positions = recent != nullptr ? recent->find_tag(tag) : nullptr;
        if (positions != nullptr) take(*positions, first_from(*positions, from), piece.positions);
    }
    return piece;
}

LogIndex::Piece LogIndex::tag_piece_back(std::string_view tag, Position from) const {
    const std::shared_lock lock(mutex_);
    Piece piece{indexed_to_, {}};
    if (from <= piece.stored_to) return piece;
    for (const auto* const recent : {filling_.get(), frozen_.get()}) {
        const auto* const positions = recent != nullptr ? recent->find_tag(tag) : nullptr;
        if (positions != nullptr)
            take_back(*positions, end_after(*positions, from), piece.positions);
    }
    return piece;
}

}  // namespace commonweal::log
