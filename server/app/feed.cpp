#include "server/app/feed.hpp"

#include <algorithm>
#include <queue>

#include "server/app/routing.hpp"
#include "server/log/record.hpp"

namespace commonweal::app {
namespace {

constexpr std::size_t batch_events = 512;

/// Gathers events, and hands them on a batch at a time.
class Batch {
  public:
    explicit Batch(const std::function<void(std::vector<Routed>&)>& use) : use_(use) {}

    void add(Routed event) {
        events_.push_back(std::move(event));
        if (events_.size() == batch_events) flush();
    }
    void flush() {
        if (!events_.empty()) use_(events_);
        events_.clear();
    }

  private:
    const std::function<void(std::vector<Routed>&)>& use_;
    std::vector<Routed> events_;
};

/// Where the events of one tag have been read up to: a few are read at a time.
class Cursor {
  public:
    Cursor(const log::Engine& engine, const std::string& tag, Position first, Position last)
        : engine_(&engine), tag_(&tag), next_(first), last_(last) {
        refill();
    }
    bool at_end() const { return taken_ == read_.size(); }
    Position position() const { return read_[taken_].event.position; }
    Routed take() {
        auto event = std::move(read_[taken_++]);
        if (taken_ == read_.size()) refill();
        return event;
    }

  private:
    static constexpr std::size_t read_at_once = 256;

    void refill() {
        read_.clear();
        taken_ = 0;
        if (next_ > last_) return;
        engine_->read_tag(*tag_, next_, log::Direction::forward, [&](const log::Record& record) {
            if (record.position > last_) return false;
            read_.push_back(route(record));
            return read_.size() < read_at_once;
        });
        next_ = read_.size() < read_at_once ? last_ + 1 : read_.back().event.position + 1;
    }

    const log::Engine* engine_;
    const std::string* tag_;
    Position next_;
    Position last_;
    std::vector<Routed> read_;
    std::size_t taken_ = 0;
};

void feed_all(const log::Engine& engine, Position first, Position last, Batch& batch) {
    engine.scan_encoded(first, [&](log::Position position, std::string_view stored) {
        if (position > last) return false;
        const auto record = log::view_record(stored);
        if (!record) throw log::DamagedRecord(position, std::string(sentence(record.error())));
        batch.add(route(*record));
        return position < last;
    });
}

void feed_tags(const log::Engine& engine, std::span<const std::string> tags, Position first,
               Position last, Batch& batch) {
    std::vector<Cursor> cursors;
    for (const auto& tag : tags) cursors.emplace_back(engine, tag, first, last);
    using Next = std::pair<Position, std::size_t>;
    std::priority_queue<Next, std::vector<Next>, std::greater<>> next;
    const auto queue = [&](std::size_t cursor) {
        if (!cursors[cursor].at_end()) next.emplace(cursors[cursor].position(), cursor);
    };
    for (std::size_t i = 0; i < cursors.size(); ++i) queue(i);
    for (Position told = 0; !next.empty();) {
        const auto [position, cursor] = next.top();
        next.pop();
        auto event = cursors[cursor].take();
        if (position != told) batch.add(std::move(event));
        told = position;
        queue(cursor);
    }
}

}  // namespace

void feed(const log::Engine& engine, std::span<const std::string> tags, Position first,
          Position last, const std::function<void(std::vector<Routed>&)>& use) {
    Batch batch(use);
    if (tags.empty())
        feed_all(engine, first, last, batch);
    else
        feed_tags(engine, tags, first, last, batch);
    batch.flush();
}

}  // namespace commonweal::app
