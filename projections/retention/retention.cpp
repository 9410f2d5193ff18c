#include "projections/retention/retention.hpp"

#include "domain/core/among.hpp"
#include "domain/core/overloaded.hpp"

namespace commonweal::view {
namespace {

/// The last day on which somebody may need what was said before a visit; none: it is to come.
std::optional<Day> needed_until(const Engagement& visit) {
    if (visit.took_place()) return visit.days.last();
    if (!visit.open()) return visit.since;
    return std::nullopt;
}

}  // namespace

void Retention::apply(const Recorded& event, const Entered& entered) {
    expired_people_.clear();
    today_.reset();
    std::visit(
        Overloaded{
            [&](const calendar::DayBegan& f) { begin(f.day); },
            [&](const visit::SheetWritten& f) { of_visits_[f.visit].push_back(event.position); },
            [&](const visit::VisitorsNamed& f) { of_visits_[f.visit].push_back(event.position); },
            [&](const redaction::Redacted& f) {
                for (auto& [visit, events] : of_visits_) std::erase(events, f.event);
                std::erase_if(of_visits_, [](const auto& of) { return of.second.empty(); });
            },
            [&](const person::Added& f) {
                added_on_[f.person] = entered.on;
                expires(f.person, entered.on);
            },
            [&](const person::RoleEnded& f) { expires(f.person, f.on); },
            [&](const person::RoleCorrected& f) {
                if (f.ended_on) expires(f.person, *f.ended_on);
            },
            [&](const person::Erased& f) { added_on_.erase(f.person); },
            [](const auto&) {},
        },
        event.fact);
}

void Retention::expires(PersonId person, Day last_day) {
    people_.emplace(last_day + person::kept_for, person);
}

void Retention::begin(Day day) {
    today_ = day;
    const auto end = people_.upper_bound(day);
    for (auto at = people_.begin(); at != end; ++at) {
        const auto added = added_on_.find(at->second);
        const bool known = added != added_on_.end();
        // Several of their roles may have ended on one day.
        if (known && !among(expired_people_, at->second, &ExpiredPerson::person))
            expired_people_.push_back({at->second, added->second});
    }
    people_.erase(people_.begin(), end);
}

std::vector<ExpiredWords> Retention::expired_words(const Diary& diary) const {
    std::vector<ExpiredWords> expired;
    if (!today_) return expired;
    for (const auto& [visit, events] : of_visits_) {
        const auto* engagement = diary.find({visit.bytes});
        const auto until = engagement != nullptr ? needed_until(*engagement) : std::nullopt;
        if (!until || *until + visit::sheet_shown_for >= *today_) continue;
        for (const auto event : events) expired.push_back({event});
    }
    return expired;
}

}  // namespace commonweal::view
