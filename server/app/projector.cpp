#include "server/app/projector.hpp"

#include "server/app/bulk_fold.hpp"
#include "server/app/feed.hpp"
#include "server/app/routing.hpp"
#include "server/codec/state_writer.hpp"

namespace commonweal::app {
namespace {

std::string bytes_of(const Views& views) {
    std::string bytes;
    codec::StateWriter writer(bytes);
    views.save(writer);
    return bytes;
}

}  // namespace

Projector::Projector(log::Log& log) : log_(&log), last_step_(std::chrono::steady_clock::now()) {}

Projector::~Projector() {
    stop();
}

Position Projector::catch_up(const std::function<void(Position)>& progress) {
    const auto folded = fold_in_bulk(log_->engine(), views_, progress);
    const std::lock_guard lock(mutex_);
    told_ = folded;
    return folded;
}

void Projector::start(Changed changed, Answered answered) {
    changed_ = std::move(changed);
    answered_ = std::move(answered);
    give_answers();
    listening_ = log_->listen([this](log::Position head) {
        const std::lock_guard lock(mutex_);
        head_ = std::max<Position>(head_, head);
        news_.notify_one();
    });
    thread_ = std::thread([this] { run(); });
}

void Projector::stop() {
    listening_.reset();
    rebuild_.stop();
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        news_.notify_one();
    }
    if (thread_.joinable()) thread_.join();
    answered_ = {};
    swapped_ = {};
    changed_ = {};  // what it holds (the hub and its timers) must not outlive the io_context
    tell_waiters(0, false);
}

void Projector::run() {
    auto folded = views_.position();
    try {
        while (wait_for_news(folded)) {
            take_rebuilt(folded);
            fold_new(folded);
        }
    } catch (const std::exception& e) {
        const std::lock_guard lock(mutex_);
        dead_because_ = e.what();
    }
    tell_waiters(0, false);
}

bool Projector::wait_for_news(Position folded) {
    std::unique_lock lock(mutex_);
    head_ = std::max<Position>(head_, log_->head().position);
    news_.wait(lock, [&] { return stopping_ || rebuilt_ != nullptr || head_ > folded; });
    return !stopping_;
}

void Projector::fold_new(Position& folded) {
    constexpr std::size_t records_at_once = 512;
    while (true) {
        const auto records = log_->read_commits(folded + 1, records_at_once);
        if (records.empty()) return;
        std::vector<Routed> events;
        events.reserve(records.size());
        for (const auto& record : records) events.push_back(route(*record));
        folded = events.back().event.position;
        auto changes = views_.apply(events);
        {
            const std::lock_guard lock(mutex_);
            last_step_ = std::chrono::steady_clock::now();
        }
        give_answers();
        if (changed_ && !changes.empty()) changed_(std::move(changes));
        tell_waiters(folded, true);
    }
}

bool Projector::rebuild(bool of_other_version, Rebuild::Fold fold) {
    if (!fold)
        fold = [this](Views& views, const auto& progress) {
            return fold_in_bulk(log_->engine(), views, progress);
        };
    const auto head = log_->head().position;
    if (!health().dead_because.empty()) return false;  // nobody would put them in their place
    if (of_other_version) current_ = false;
    return rebuild_.start(std::move(fold), head, [this, of_other_version](auto views) {
        const std::lock_guard lock(mutex_);
        rebuilt_ = std::move(views);
        rebuilt_differs_ = of_other_version;
        news_.notify_one();
    });
}

/// What has come meanwhile is folded into the new views, too, before they serve.
void Projector::take_rebuilt(Position folded) {
    std::unique_ptr<Views> rebuilt;
    bool differs = false;
    {
        const std::lock_guard lock(mutex_);
        // It may have read what the views that serve have still to fold: then it waits.
        if (rebuilt_ == nullptr || rebuilt_->position() > folded) return;
        rebuilt = std::move(rebuilt_);
        differs = rebuilt_differs_;
    }
    if (!catch_up(*rebuilt, folded)) return;
    std::optional<bool> differed;
    if (!differs) differed = bytes_of(*rebuilt) != bytes_of(views_);
    views_.take(std::move(*rebuilt));
    current_ = true;
    rebuild_.swapped(differed);
    if (swapped_) swapped_();
}

bool Projector::catch_up(Views& rebuilt, Position to) {
    try {
        feed(log_->engine(), {}, rebuilt.position() + 1, to,
             [&](std::vector<Routed>& events) { rebuilt.apply(events); });
        return true;
    } catch (const std::exception& e) {
        rebuild_.failed(e.what());
        return false;
    }
}

void Projector::give_answers() {
    if (!answered_) return;
    auto answers = views_.take_answers();
    if (!answers.empty()) answered_(std::move(answers));
}

void Projector::when_folded(Position position, std::function<void(bool)> then) {
    bool folded = false;
    {
        const std::lock_guard lock(mutex_);
        folded = told_ >= position;
        if (!folded && dead_because_.empty() && !stopping_) {
            waiters_.emplace(position, std::move(then));
            return;
        }
    }
    then(folded);
}

void Projector::tell_waiters(Position folded, bool alive) {
    std::vector<std::function<void(bool)>> due;
    {
        const std::lock_guard lock(mutex_);
        if (alive) told_ = folded;
        const auto end = alive ? waiters_.upper_bound(folded) : waiters_.end();
        for (auto at = waiters_.begin(); at != end; ++at) due.push_back(std::move(at->second));
        waiters_.erase(waiters_.begin(), end);
    }
    for (const auto& then : due) then(alive);
}

Projector::Health Projector::health() const {
    const auto head = log_->head().position;
    const auto folded = views_.position();
    const std::lock_guard lock(mutex_);
    const auto age = std::chrono::steady_clock::now() - last_step_;
    const auto behind = folded < head ? age : std::chrono::steady_clock::duration::zero();
    const auto in_ms = [](auto time) {
        return std::chrono::duration_cast<std::chrono::milliseconds>(time);
    };
    return {folded, in_ms(behind), in_ms(age), dead_because_};
}

}  // namespace commonweal::app
