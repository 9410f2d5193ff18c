#include "server/app/forgetting.hpp"

#include <set>

#include "domain/core/among.hpp"
#include "domain/core/overloaded.hpp"
#include "server/app/decoded.hpp"
#include "server/codec/stored.hpp"

namespace commonweal::app {
namespace {

using Keys = std::set<vault::KeyId>;

constexpr std::chrono::seconds gathered_for{1};

Keys keys_in(const AnyFact& fact) {
    Keys keys;
    codec::each_sealed(fact, [&](auto, const Sealed& sealed, auto) { keys.insert(sealed.key); });
    return keys;
}

/// Of all that was said about somebody before a position.
Keys keys_before(const log::Engine& engine, PersonId person, Position before) {
    Keys keys;
    engine.read_stream(stream_of(person), 1, log::Direction::forward,
                       [&](const log::Record& record) {
                           if (record.position >= before) return false;
                           keys.merge(keys_in(decode(record).fact));
                           return true;
                       });
    return keys;
}

std::optional<log::Record> record_at(const log::Engine& engine, Position position) {
    std::optional<log::Record> found;
    if (position == 0 || position > engine.head().position) return found;
    engine.read_all(position, log::Direction::forward, [&](const log::Record& record) {
        found = record;
        return false;
    });
    return found;
}

Keys keys_of_words(const log::Engine& engine, const redaction::Redacted& redacted) {
    Keys keys;
    const auto record = record_at(engine, redacted.event);
    if (!record) return keys;
    codec::each_sealed(decode(*record).fact,
                       [&](std::string_view name, const Sealed& sealed, KeyScope scope) {
                           if (scope == KeyScope::own && among(redacted.words, name))
                               keys.insert(sealed.key);
                       });
    return keys;
}

/// The keys that go with an event.
Keys forgotten_with(const log::Engine& engine, const Recorded& event) {
    return std::visit(
        Overloaded{
            [&](const person::Erased& f) { return keys_before(engine, f.person, event.position); },
            [&](const person::DetailsCorrected& f) {
                auto keys = keys_before(engine, f.person, event.position);
                for (const auto& kept : keys_in(event.fact)) keys.erase(kept);
                return keys;
            },
            [&](const redaction::Redacted& f) { return keys_of_words(engine, f); },
            [](const auto&) { return Keys{}; },
        },
        event.fact);
}

}  // namespace

void Forgetting::catch_up() {
    reached(forget_from(app_->seals().vault().forgotten_to() + 1));
}

Position Forgetting::forget_from(Position from) {
    const auto& engine = app_->log().engine();
    const auto head = engine.head().position;
    if (from > head) return std::max(from - 1, head);
    std::map<Position, Recorded> events;
    for (const auto kind :
         {person::Erased::kind, person::DetailsCorrected::kind, redaction::Redacted::kind})
        engine.read_tag(tag::kind(kind), from, log::Direction::forward,
                        [&](const log::Record& record) {
                            if (record.position > head) return false;
                            events.emplace(record.position, decode(record));
                            return true;
                        });
    if (events.empty()) return head;
    Keys keys;
    for (const auto& [position, event] : events) keys.merge(forgotten_with(engine, event));
    std::vector<PersonId> people;
    for (const auto& [position, event] : events)
        if (const auto* erased = std::get_if<person::Erased>(&event.fact))
            people.push_back(erased->person);
    if (!people.empty()) erased_(people);
    app_->seals().vault().forget(std::vector(keys.begin(), keys.end()), head);
    return head;
}

void Forgetting::start() {
    listening_ = app_->log().listen([this](log::Position head) {
        const std::lock_guard lock(mutex_);
        head_ = std::max<Position>(head_, head);
        news_.notify_one();
    });
    {
        const std::lock_guard lock(mutex_);
        head_ = std::max<Position>(head_, app_->log().head().position);
    }
    thread_ = std::thread([this] { run(); });
}

void Forgetting::stop() {
    listening_.reset();
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        news_.notify_one();
    }
    if (thread_.joinable()) thread_.join();
    tell(take_waiting(~Position{0}), false);
}

void Forgetting::run() {
    try {
        for (;;) {
            Position from = 0;
            {
                std::unique_lock lock(mutex_);
                news_.wait(lock, [&] { return stopping_ || head_ > done_; });
                // The vault's files are written anew each time: what nobody waits for is gathered.
                news_.wait_for(lock, gathered_for, [&] { return stopping_ || !waiting_.empty(); });
                if (stopping_) return;
                from = done_ + 1;
            }
            reached(forget_from(from));
        }
    } catch (const std::exception& e) {
        const std::lock_guard lock(mutex_);
        dead_because_ = e.what();
    }
    tell(take_waiting(~Position{0}), false);
}

void Forgetting::reached(Position done) {
    {
        const std::lock_guard lock(mutex_);
        done_ = std::max(done_, done);
    }
    tell(take_waiting(done), true);
}

std::vector<std::function<void(bool)>> Forgetting::take_waiting(Position done) {
    std::vector<std::function<void(bool)>> due;
    const std::lock_guard lock(mutex_);
    const auto end = waiting_.upper_bound(done);
    for (auto at = waiting_.begin(); at != end; ++at) due.push_back(std::move(at->second));
    waiting_.erase(waiting_.begin(), end);
    return due;
}

void Forgetting::tell(std::vector<std::function<void(bool)>> waiting, bool done) {
    for (const auto& then : waiting) then(done);
}

void Forgetting::when_done(Position position, std::function<void(bool)> then) {
    bool done = false;
    {
        const std::lock_guard lock(mutex_);
        done = done_ >= position;
        if (!done && dead_because_.empty() && !stopping_) {
            waiting_.emplace(position, std::move(then));
            news_.notify_one();
            return;
        }
    }
    then(done);
}

std::string Forgetting::dead_because() const {
    const std::lock_guard lock(mutex_);
    return dead_because_;
}

Position Forgetting::done_to() const {
    const std::lock_guard lock(mutex_);
    return done_;
}

}  // namespace commonweal::app
