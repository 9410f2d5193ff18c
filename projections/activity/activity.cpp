#include "projections/activity/activity.hpp"

namespace commonweal::view {
namespace {

/// People's accounts, what only the server needs, what the register says of how schools hang
/// together (a whole list of it at once), and what another event of the same commit says.
template <class Fact>
constexpr bool is_news = !boost::mp11::mp_contains<
    boost::mp11::mp_list<
        Unknown, school::Linked, school::JoinedGroup, school::LeftGroup, person::Added,
        person::AddressTaken, person::RoleGiven, person::RoleEnded, person::RoleCorrected,
        person::DeputyNamed, person::DeputyReleased, person::DetailsCorrected, person::Erased,
        person::AddressReleased, redaction::Redacted, review::MemberLeft, partnership::PairTaken,
        partnership::PairFreed, visit::MadeInReturn, visit::ReturnArranged, visit::SheetWritten,
        visit::VisitorsNamed, visit::CarriedOver, review::CarriedOver, partnership::CarriedOver,
        meeting::CarriedOver, visit::ReflectionCorrected, meeting::DaysAnswered, meeting::AgendaSet,
        meeting::Replied, calendar::DayBegan, calendar::ClockConfirmed, calendar::BankHolidaysSet,
        calendar::TermDatesSet, ledger::CoverRateSet, ledger::EntryMade, task::Reminded,
        task::RemindedOfMeeting, policy::Enabled, policy::Answered>,
    Fact>::value;

void tell_meeting(ActivityLine& line, const MeetingSummary& meeting) {
    line.meeting = meeting.id;
    line.school = meeting.host;
    line.cluster = meeting.cluster;
    line.network = meeting.network;
    if (meeting.day) line.days = Days({&*meeting.day, 1});
}

std::optional<ActivityLine> line_of(const Recorded& event, Instant recorded,
                                    const Entered& entered) {
    return std::visit(
        [&]<class Fact>(const Fact& fact) -> std::optional<ActivityLine> {
            if constexpr (!is_news<Fact>) {
                return std::nullopt;
            } else {
                ActivityLine line;
                line.position = event.position;
                line.recorded = recorded;
                line.kind = Fact::kind;
                line.how = event.attribution.how;
                if (event.attribution.happened) line.happened = event.attribution.happened->day;
                if constexpr (requires { fact.school; }) line.school = fact.school;
                if constexpr (std::is_same_v<Fact, school::HandedOn>) line.other = fact.to;
                if constexpr (requires { fact.cluster; }) line.cluster = fact.cluster;
                if constexpr (requires { fact.network; }) line.network = fact.network;
                if (entered.step) {
                    line.engagement = entered.step->id;
                    line.school = entered.step->now->giver;
                    line.other = entered.step->now->receiver;
                    // A partnership's days are those of what was done, and no other event's.
                    if constexpr (!requires { fact.partnership; } || requires { fact.day; })
                        line.days = entered.step->now->days;
                }
                if (entered.meeting != nullptr) tell_meeting(line, entered.meeting->summary);
                return line;
            }
        },
        event.fact);
}

}  // namespace

News news_of(const Recorded& event, Instant recorded, const Entered& entered) {
    return {event, entered, line_of(event, recorded, entered)};
}

ActivityEntry activity_entry(const ActivityLine& line, const Engagement* engagement,
                             std::string_view theme) {
    ActivityEntry entry;
    entry.position = line.position;
    entry.recorded = line.recorded;
    entry.kind = line.kind;
    entry.how = line.how;
    entry.happened = line.happened;
    entry.cluster = line.cluster;
    entry.network = line.network;
    entry.meeting = line.meeting;
    entry.days = line.days.list();
    if (line.school.urn != 0) entry.schools = {line.school};
    if (line.other.urn != 0) entry.schools.push_back(line.other);
    if (engagement == nullptr) return entry;
    if (engagement->kind == Kind::visit) entry.visit = VisitId{line.engagement->bytes};
    if (engagement->kind == Kind::review) entry.review = ReviewId{line.engagement->bytes};
    if (engagement->kind == Kind::partnership)
        entry.partnership = PartnershipId{line.engagement->bytes};
    if (!theme.empty()) entry.theme = theme;
    return entry;
}

void Activity::add(const ActivityLine& line) {
    if (lines_.size() < activity_max) {
        lines_.push_back(line);
        return;
    }
    lines_[oldest_] = line;
    oldest_ = (oldest_ + 1) % activity_max;
}

std::vector<ActivityEntry> Activity::newest_first(const Engagements& engagements) const {
    std::vector<ActivityEntry> entries;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const auto& line = lines_[(oldest_ + lines_.size() - 1 - i) % lines_.size()];
        const auto* about = line.engagement ? engagements.find(*line.engagement) : nullptr;
        entries.push_back(activity_entry(
            line, about, about != nullptr ? engagements.theme_of(*about) : std::string_view{}));
    }
    return entries;
}

}  // namespace commonweal::view
