#include "tests/api/kill_oracle.hpp"

#include <algorithm>

namespace commonweal::api::testing {
namespace {

using boost::json::value;

constexpr std::size_t complaints_max = 20;

/// What a step commits, in one piece.
std::vector<std::string> kinds_of(Step step) {
    switch (step) {
        case Step::request:
            return {"visit-requested", "visit-return-offered"};
        case Step::agree:
            return {"visit-agreed"};
        case Step::record_held:
            return {"visit-held"};
        case Step::give_back:
            break;
    }
    return {"visit-requested", "visit-made-in-return", "visit-return-arranged"};
}

Told read(const Asked& asked, const value& answer) {
    Told told{asked,
              std::string(answer.at("id").as_string()),
              answer.at("version").to_number<Version>(),
              {}};
    const auto& proofs = answer.at("receipt").at("events").as_array();
    for (std::size_t at = 0; at < proofs.size(); ++at) {
        const auto& event = answer.at("events").at(at);
        told.events.push_back({event.at("position").to_number<Position>(),
                               std::string(event.at("kind").as_string()),
                               std::string(proofs[at].at("leaf_hash").as_string())});
    }
    return told;
}

/// All events of the step, one behind the other.
bool is_whole(const Told& told) {
    const auto kinds = kinds_of(told.asked.step);
    if (told.events.size() != kinds.size()) return false;
    for (std::size_t at = 0; at < kinds.size(); ++at) {
        const auto& event = told.events[at];
        if (event.kind != kinds[at] || event.position != told.events[0].position + at) return false;
    }
    return true;
}

}  // namespace

std::string Oracle::heard(const Asked& asked, const value& answer) {
    auto now = read(asked, answer);
    const auto visit = now.visit;
    const std::scoped_lock lock(mutex_);
    keep_locked(answer.at("receipt").at("head"));
    const auto [at, is_new] = by_key_.try_emplace(asked.key, told_.size());
    if (!is_new) {
        expect_the_same_locked(told_[at->second], now);
        return visit;
    }
    if (!is_whole(now)) {
        complaints_.push_back(asked.key + " is not whole: " + boost::json::serialize(answer));
    } else {
        if (asked.again) ++(now.events.back().position <= began_at_ ? found : not_there);
        own_locked(now);
    }
    told_.push_back(std::move(now));
    return visit;
}

/// No event belongs to two commands, and a visit's versions only grow.
void Oracle::own_locked(const Told& told) {
    for (const auto& event : told.events) {
        const auto [at, is_new] = owners_.try_emplace(event.position, told.asked.key);
        if (!is_new)
            complaints_.push_back("position " + std::to_string(event.position) + " was told to " +
                                  at->second + " and to " + told.asked.key);
    }
    auto& version = versions_[told.visit];
    if (told.version <= version)
        complaints_.push_back(told.asked.key + " gave " + told.visit + " a version that it had");
    version = told.version;
    if (told.asked.step == Step::give_back) ++versions_[told.asked.visit];
}

void Oracle::expect_the_same_locked(const Told& before, const Told& now) {
    if (before.visit == now.visit && before.events == now.events) return;
    complaints_.push_back(now.asked.key + " was " + before.visit + " at " +
                          std::to_string(before.events[0].position) + ", asked again it is " +
                          now.visit + " at " + std::to_string(now.events[0].position));
}

void Oracle::give_up(Asked asked) {
    const std::scoped_lock lock(mutex_);
    given_up_.push_back(std::move(asked));
}

void Oracle::keep(const value& head) {
    const std::scoped_lock lock(mutex_);
    keep_locked(head);
}

void Oracle::keep_locked(const value& head) {
    const auto size = head.at("size").to_number<Position>();
    if (size < newest_.size) return;
    KeptHead now{size, std::string(head.at("root").as_string()),
                 std::string(head.at("note").as_string())};
    if (size == newest_.size && now.note != newest_.note)
        complaints_.push_back("two heads of " + std::to_string(size) + " records:\n" +
                              newest_.note + now.note);
    newest_ = std::move(now);
}

void Oracle::complain(std::string what) {
    const std::scoped_lock lock(mutex_);
    complaints_.push_back(std::move(what));
}

std::vector<std::string> Oracle::complaints() const {
    const std::scoped_lock lock(mutex_);
    return {complaints_.begin(), complaints_.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                           complaints_.size(), complaints_max))};
}

}  // namespace commonweal::api::testing
