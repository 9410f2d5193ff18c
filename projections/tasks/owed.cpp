#include "projections/tasks/owed.hpp"

namespace commonweal::view {
namespace {

using task::Duty;

AllOwed one(Duty duty, SchoolId school, Day since) {
    return {{Owed{duty, school, since}}, 1};
}

AllOwed owed_of_visit(const Engagement& e) {
    const auto guest = e.receiver;
    const auto host = e.giver;
    switch (e.visit_stage) {
        case visit::Stage::requested:
            return one(Duty::answer_visit, host, e.since);
        case visit::Stage::agreed:
            return one(Duty::set_visit_day, guest, e.since);
        case visit::Stage::dated:
            return one(Duty::record_visit, guest, *e.days.first());
        case visit::Stage::held: {
            AllOwed owed;
            const auto add = [&](Duty duty, SchoolId side, Day since) {
                owed.add({duty, side, since});
            };
            if (!e.guest_reflected) add(Duty::reflect_on_visit, guest, e.since);
            if (!e.host_reflected) add(Duty::reflect_on_visit, host, e.since);
            // One that fell through is owed anew, with all of its time.
            if (e.return_stage == visit::Return::offered)
                add(Duty::ask_for_return, host, std::max(e.since, e.return_since));
            return owed;
        }
        default:
            return {};
    }
}

/// Where whoever led the team has left.
AllOwed and_a_lead(AllOwed owed, const Engagement& e) {
    if (!e.team_has_lead) owed.add({Duty::name_team, e.giver, e.team_since});
    return owed;
}

AllOwed owed_of_review(const Engagement& e) {
    const auto host = e.receiver;
    const auto reviewing = e.giver;
    switch (e.review_stage) {
        case review::Stage::requested:
            return one(Duty::name_team, reviewing, e.since);
        case review::Stage::team_named:
            return and_a_lead(one(Duty::agree_review_days, host, e.since), e);
        case review::Stage::days_agreed:
            return and_a_lead(one(Duty::record_review, reviewing, *e.days.last()), e);
        case review::Stage::held:
            return one(Duty::write_report, reviewing, e.since);
        case review::Stage::drafted:
            return one(Duty::answer_report, host, e.since);
        case review::Stage::answered:
            return one(e.sent_back ? Duty::write_report : Duty::close_review, reviewing, e.since);
        default:
            return {};
    }
}

}  // namespace

AllOwed owed_of(const Engagement& e) {
    if (e.attested && !e.open()) return {};  // of its time nobody is asked for anything
    if (e.kind == Kind::visit) return owed_of_visit(e);
    if (e.kind == Kind::review) return owed_of_review(e);
    if (e.partnership_stage != partnership::Stage::proposed) return {};
    return one(Duty::answer_partnership, e.receiver, e.since);
}

std::vector<Owed> owed_for(const MeetingEntry& meeting, SchoolId school, Day today) {
    const auto& s = meeting.summary;
    const bool host = s.host == school;
    const auto answer = meeting.answers.find(school);
    std::vector<Owed> owed;
    if (s.stage == meeting::Stage::proposed) {
        if (answer == meeting.answers.end() && today <= s.proposed.back())
            owed.push_back({Duty::answer_meeting_days, school, meeting.since});
        if (host)
            owed.push_back(
                {Duty::settle_meeting_day, school, std::max(meeting.since, meeting.host_since)});
    }
    if (s.stage == meeting::Stage::settled) {
        const bool replied = answer != meeting.answers.end() && answer->second;
        if (!replied && today <= *s.day)
            owed.push_back({Duty::reply_to_meeting, school, meeting.since});
        if (host) owed.push_back({Duty::record_attendance, school, *s.day});
    }
    return owed;
}

}  // namespace commonweal::view
