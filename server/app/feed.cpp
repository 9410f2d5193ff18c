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

/// Where the events of one tag stand: a part of the list is read at a time.
class Cursor {
  public:
    Cursor(const log::Engine& engine, const std::string& tag, Position first, Position last)
        : engine_(&engine), tag_(&tag), next_(first), last_(last) {
        refill();
    }
    bool at_end() const { return taken_ == read_.size(); }
    Position position() const { return read_[taken_]; }
    void step() {
        if (++taken_ == read_.size()) refill();
    }

  private:
    static constexpr std::size_t read_at_once = 1024;

    void refill() {
        read_.clear();
        taken_ = 0;
        if (next_ > last_) return;
        engine_->positions_of_tag(*tag_, next_, [&](Position position) {
            if (position > last_) return false;
            read_.push_back(position);
            return read_.size() < read_at_once;
        });
        next_ = read_.size() < read_at_once ? last_ + 1 : read_.back() + 1;
    }

    const log::Engine* engine_;
    const std::string* tag_;
    Position next_;
    Position last_;
    std::vector<Position> read_;
    std::size_t taken_ = 0;
};

Routed route_stored(Position position, std::string_view stored) {
    const auto record = log::view_record(stored);
    if (!record) throw log::DamagedRecord(position, std::string(sentence(record.error())));
    return route(*record);
}

void feed_all(const log::Engine& engine, Position first, Position last, Batch& batch) {
    engine.scan_encoded(first, [&](Position position, std::string_view stored) {
        if (position > last) return false;
        batch.add(route_stored(position, stored));
        return position < last;
    });
}

/// The positions of several tags as one sequence, each once.
class Merged {
  public:
    Merged(const log::Engine& engine, std::span<const std::string> tags, Position first,
           Position last) {
        for (const auto& tag : tags) cursors_.emplace_back(engine, tag, first, last);
        for (std::size_t i = 0; i < cursors_.size(); ++i) queue(i);
    }
    /// The next of them, at most so many.
    std::vector<Position> take(std::size_t at_most) {
        std::vector<Position> positions;
        while (!next_.empty() && positions.size() < at_most) {
            const auto [position, cursor] = next_.top();
            next_.pop();
            cursors_[cursor].step();
            queue(cursor);
            if (std::exchange(told_, position) != position) positions.push_back(position);
        }
        return positions;
    }

  private:
    using Next = std::pair<Position, std::size_t>;

    void queue(std::size_t cursor) {
        if (!cursors_[cursor].at_end()) next_.emplace(cursors_[cursor].position(), cursor);
    }

    std::vector<Cursor> cursors_;
    std::priority_queue<Next, std::vector<Next>, std::greater<>> next_;
    Position told_ = 0;
};

void feed_tags(const log::Engine& engine, std::span<const std::string> tags, Position first,
               Position last, Batch& batch) {
    Merged merged(engine, tags, first, last);
    for (auto positions = merged.take(batch_events); !positions.empty();
         positions = merged.take(batch_events))
        engine.read_at(positions, [&](Position position, std::string_view stored) {
            batch.add(route_stored(position, stored));
            return true;
        });
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
