#include "projections/meeting/meetings.hpp"

#include <algorithm>

#include "domain/core/overloaded.hpp"
#include "domain/core/sorted.hpp"

namespace commonweal::view {
namespace {

using meeting::Coming;
using meeting::Presence;
using meeting::Stage;

std::optional<MeetingId> id_of(const AnyFact& fact) {
    return std::visit(
        []<class F>(const F& f) -> std::optional<MeetingId> {
            // A reminder names a meeting, too, and does nothing to it.
            if constexpr (boost::mp11::mp_contains<meeting::Fact, F>::value)
                return f.meeting;
            else
                return std::nullopt;
        },
        fact);
}

void begin(MeetingSummary& s, const meeting::Proposed& f) {
    s.id = f.meeting;
    s.cluster = f.cluster;
    s.network = f.network;
    s.host = f.host;
    s.mode = f.mode;
    s.stage = Stage::proposed;
    s.proposed = f.days;
}

void count_answers(MeetingEntry& entry) {
    auto& s = entry.summary;
    s.answered = static_cast<std::uint32_t>(entry.answers.size());
    s.coming = s.apologies = 0;
    for (const auto& [school, coming] : entry.answers)
        if (coming) ++(*coming == Coming::apologies ? s.apologies : s.coming);
}

void count_attendance(MeetingEntry& entry, const std::vector<meeting::Attendance>& attendance) {
    auto& s = entry.summary;
    s.attended = s.apologies = s.absent = 0;
    for (const auto& row : attendance) {
        if (row.presence == Presence::absent)
            ++s.absent;
        else
            ++(row.presence == Presence::apologies ? s.apologies : s.attended);
    }
    entry.attendance = attendance;
}

void step(MeetingEntry& entry, const AnyFact& fact) {
    auto& s = entry.summary;
    std::visit(
        Overloaded{
            [&](const meeting::Proposed& f) { begin(s, f); },
            [&](const meeting::DaysAnswered& f) {
                entry.answers.try_emplace(f.school);
                count_answers(entry);
            },
            [&](const meeting::DaySettled& f) {
                s.stage = Stage::settled;
                s.day = f.day;
                s.starts = f.starts;
            },
            [&](const meeting::Moved& f) {
                s.day = f.to;
                s.starts = f.starts;
                for (auto& [school, coming] : entry.answers) coming.reset();
                count_answers(entry);
            },
            [&](const meeting::Cancelled&) { s.stage = Stage::cancelled; },
            [&](const meeting::HostChanged& f) { s.host = f.host; },
            [&](const meeting::CarriedOver& f) { s.host = f.to; },
            [&](const meeting::Replied& f) {
                entry.answers[f.school] = f.coming;
                count_answers(entry);
            },
            [&](const meeting::AttendanceRecorded& f) {
                s.stage = Stage::held;
                s.day = f.day;
                count_attendance(entry, f.attendance);
            },
            [&](const meeting::AttendanceCorrected& f) { count_attendance(entry, f.attendance); },
            [](const auto&) {},
        },
        fact);
}

}  // namespace

const MeetingEntry* Meetings::apply(const Recorded& event, Instant recorded, Day on) {
    const auto id = id_of(event.fact);
    if (!id) return nullptr;
    auto found = meetings_.find(*id);
    if (found == meetings_.end()) {
        if (!std::holds_alternative<meeting::Proposed>(event.fact)) return nullptr;
        found = meetings_.emplace(*id, MeetingEntry{}).first;
        const auto& begun = std::get<meeting::Proposed>(event.fact);
        for (auto* order : {&in_order_, &of_cluster_[begun.cluster]})
            order->emplace_back(event.position, *id);
    }
    auto& entry = found->second;
    const auto before = std::pair{entry.summary.stage, entry.summary.host};
    step(entry, event.fact);
    // A move asks everybody again, also one to another time of the same day.
    const bool moved = std::holds_alternative<meeting::Moved>(event.fact);
    if (moved || before.first != entry.summary.stage) entry.since = on;
    if (before.second != entry.summary.host) entry.host_since = on;
    entry.summary.version = event.version;
    entry.summary.position = event.position;
    entry.summary.changed = recorded;
    return &entry;
}

const MeetingEntry* Meetings::find(MeetingId id) const {
    const auto found = meetings_.find(id);
    return found == meetings_.end() ? nullptr : &found->second;
}

const Meetings::Order& Meetings::order_of(ClusterId cluster) const {
    static const Order none;
    const auto found = of_cluster_.find(cluster);
    return found == of_cluster_.end() ? none : found->second;
}

Meetings::Page Meetings::list(const MeetingFilter& filter, Position before,
                              std::size_t limit) const {
    const bool one = filter.clusters && filter.clusters->size() == 1;
    const auto& order = one ? order_of(filter.clusters->front()) : in_order_;
    Page page;
    auto at = before == 0 ? order.end()
                          : std::ranges::lower_bound(order, before, {}, &Order::value_type::first);
    while (at != order.begin()) {
        --at;
        const auto& entry = meetings_.at(at->second);
        if (filter.clusters && !contains(*filter.clusters, entry.summary.cluster)) continue;
        if (filter.network && entry.summary.network != *filter.network) continue;
        if (filter.open && entry.open() != *filter.open) continue;
        if (page.meetings.size() == limit) {
            page.next = at->first + 1;
            return page;
        }
        page.meetings.push_back(&entry);
    }
    return page;
}

std::vector<Day> Meetings::settled_days(ClusterId cluster, std::optional<MeetingId> but) const {
    std::vector<Day> days;
    for (const auto& [position, id] : order_of(cluster)) {
        const auto& s = meetings_.at(id).summary;
        if (s.stage == Stage::settled && id != but) days.push_back(*s.day);
    }
    return days;
}

std::optional<Day> Meetings::last_hosted(ClusterId cluster, SchoolId school) const {
    std::optional<Day> last;
    for (const auto& [position, id] : order_of(cluster)) {
        const auto& s = meetings_.at(id).summary;
        if (s.host == school && s.stage != Stage::cancelled)
            last = std::max(last, s.day ? s.day : std::optional(s.proposed.back()));
    }
    return last;
}

}  // namespace commonweal::view
