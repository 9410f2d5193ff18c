#include "server/app/policies.hpp"

#include "server/app/by_policy.hpp"
#include "server/app/forgetting.hpp"
#include "server/app/on_thing.hpp"

namespace commonweal::app {
namespace {

constexpr std::array all_policies{reminders_policy, leaving_policy, retention_policy};

Decide enable_policy(PolicyName policy, Position after) {
    return [=](Transaction& t) -> Decision<Subject> {
        const auto stream = stream_of(policy);
        if (!t.load<PolicyProgress>(policy)->enabled)
            t.put(stream, policy::Enabled{std::string(policy.name), after}, {});
        return Subject{std::string(policy.name), stream};
    };
}

/// How many of an answer's steps are in the log: all where the policy does not answer yet.
std::size_t done_of(const PolicyProgress& progress, const PolicyAnswer& answer) {
    if (progress.enabled && progress.source < answer.source) return 0;
    const bool complete =
        !progress.enabled || progress.source > answer.source || progress.complete();
    const auto all = answer.steps.size();
    return complete ? all : std::min<std::size_t>(progress.done, all);
}

void take(App&, Transaction& t, const task::Fact& reminder) {
    t.put(stream_of(RemindersOf{task::school_of(reminder)}), reminder, {});
}

/// Where the review has moved on meanwhile, nothing comes of it.
void take(App&, Transaction& t, const view::Leaving& leaving) {
    const auto review = t.load<Review>(leaving.review);
    const auto person = t.load<Person>(leaving.command.reviewer);
    const auto fact = review::decide(*review, *person, leaving.command, t.asked());
    if (fact) put_on(t, *review, *fact);
}

void take(App& app, Transaction& t, const view::ExpiredWords& expired) {
    take_expired(app, t, expired);
}
void take(App& app, Transaction& t, const view::ExpiredPerson& expired) {
    take_expired(app, t, expired);
}

}  // namespace

Decide answer_next(App& app, const PolicyAnswer& answer, std::size_t at_once) {
    return [&app, &answer, at_once](Transaction& t) -> Decision<Subject> {
        Subject subject{std::string(answer.policy.name), stream_of(answer.policy)};
        const auto done = done_of(*t.load<PolicyProgress>(answer.policy), answer);
        const auto end = std::min(done + at_once, answer.steps.size());
        if (done == end) return subject;
        for (auto i = done; i < end; ++i)
            std::visit([&](const auto& step) { take(app, t, step); }, answer.steps[i]);
        const policy::Answered answered{subject.id, answer.source, static_cast<std::uint32_t>(end),
                                        static_cast<std::uint32_t>(answer.steps.size())};
        t.put(subject.stream, answered, {});
        return subject;
    };
}

std::optional<Position> Policies::asked_from() {
    std::optional<Position> first;
    for (const auto policy : all_policies) {
        const auto progress = app_->load<PolicyProgress>(policy);
        if (!progress->enabled) continue;
        // Half of an answer may be there: its event is asked again, and the rest goes on from
        // there.
        const auto next = progress->complete() ? progress->source + 1 : progress->source;
        first = first ? std::min(*first, next) : next;
    }
    return first;
}

Position Policies::enable() {
    const auto head = app_->log().head().position;
    for (const auto policy : all_policies) {
        if (app_->load<PolicyProgress>(policy)->enabled) continue;
        const auto outcome =
            app_->transact_and_wait(ask_by_policy(*app_), enable_policy(policy, head));
        if (!std::holds_alternative<Done>(outcome))
            throw std::runtime_error("the log did not take the beginning of the policy of " +
                                     std::string(policy.name));
    }
    return *asked_from();
}

void Policies::start() {
    thread_ = std::thread([this] { run(); });
}

void Policies::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        changed_.notify_all();
    }
    if (thread_.joinable()) thread_.join();
}

void Policies::give(std::vector<PolicyAnswer> answers) {
    const std::lock_guard lock(mutex_);
    if (!dead_because_.empty()) return;  // after a restart it is asked again
    std::ranges::move(answers, std::back_inserter(waiting_));
    changed_.notify_all();
}

void Policies::settle() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopping_ || waiting_.empty() || !dead_because_.empty(); });
}

void Policies::run() {
    std::unique_lock lock(mutex_);
    try {
        while (true) {
            changed_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
            if (stopping_) return;
            const auto& next = waiting_.front();  // a deque's front stays where it is
            lock.unlock();
            commit(next);
            lock.lock();
            waiting_.pop_front();
            changed_.notify_all();
        }
    } catch (const std::exception& e) {
        if (!lock.owns_lock()) lock.lock();
        dead_because_ = e.what();
        changed_.notify_all();
    }
}

void Policies::commit(const PolicyAnswer& next) {
    const auto done = [&] { return done_of(*app_->load<PolicyProgress>(next.policy), next); };
    while (done() < next.steps.size()) {
        const auto outcome =
            app_->transact_and_wait(ask_by_policy(*app_), answer_next(*app_, next, at_once_));
        if (const auto* busy = std::get_if<Busy>(&outcome)) {
            if (!busy->clock_in_doubt) throw std::runtime_error(busy->reason);
            if (wait_for_clock()) continue;
            return;
        }
        const bool lawful =
            std::holds_alternative<Done>(outcome) || std::holds_alternative<MovedOn>(outcome);
        if (!lawful) throw std::logic_error("the log refused what a policy answered");
    }
}

/// False: it is to stop.
bool Policies::wait_for_clock() {
    std::unique_lock lock(mutex_);
    return !changed_.wait_for(lock, std::chrono::seconds{1}, [&] { return stopping_; });
}

Policies::Health Policies::health() {
    std::vector<Progress> progress;
    for (const auto policy : all_policies)
        progress.push_back({policy.name, app_->load<PolicyProgress>(policy)->source});
    const std::lock_guard lock(mutex_);
    return {std::move(progress), waiting_.size(), dead_because_};
}

}  // namespace commonweal::app
