// What each school owes, from when on and until when.

#include "projections/tasks/tasks.hpp"

#include "tests/projections/fed.hpp"
#include "tests/support/seed.hpp"

using namespace commonweal;
using namespace commonweal::testing;

namespace {

/// Where no network has a deadline of its own and no day is a holiday.
bool lapsed(const view::Owed& owed, Day today) {
    const auto days = task::lapses_after(owed.duty);
    const auto due =
        SchoolDays(BankHolidays{}).after(owed.since, task::working_days_for(owed.duty, {}));
    return days && due + *days < today;
}

/// From the visits themselves: each side of a visit in which the school takes part that took over a
/// practice on which nothing was said since.
void add_practices(Lines& expected, const Ring& told, SchoolId school) {
    for (const auto& [id, visit] : told.visits()) {
        if (visit.guest != school && visit.host != school) continue;
        for (const auto side : {visit::Side::guest, visit::Side::host})
            if (std::ranges::any_of(visit.practices, [&](const auto& practice) {
                    return practice.side == side && practice.follow_ups.empty();
                }))
                expected.push_back(to_text(side == visit::Side::guest ? visit.guest : visit.host) +
                                   " follow_up_practice");
    }
}

/// Of every meeting of a cluster to which the school belongs.
void add_meetings(Lines& expected, const Fed& fed, const Ring& told, SchoolId school) {
    for (const auto& [id, meeting] : told.meetings()) {
        if (!told.belongs(school, meeting.cluster)) continue;
        for (const auto& owed :
             view::owed_for(*fed.diary.meetings().find(id), school, told.today()))
            if (owed.since <= told.today())
                expected.push_back(to_text(school) + " " +
                                   boost::describe::enum_to_string(owed.duty, "unknown"));
    }
}

/// A ring on the Monday on which everything is asked, the day having begun.
}  // namespace

TEST_CASE(
    "a visit is the host's to answer, the guest's to date and record, and both's to reflect on") {
    auto told = ring();
    const auto id = *told.visit(guest, host);
    CHECK(Fed(told).of(host) == Lines{"100002 answer_visit 2026-03-02 2026-03-16"});
    CHECK(Fed(told).of(guest) == Fed(told).of(host));  // it waits for the host
    told.pass(std::chrono::days{1});
    told.begin_day();
    told.ask(id, visit::Agree{});
    CHECK(Fed(told).of(guest) == Lines{"100001 set_visit_day 2026-03-03 2026-03-17"});
    told.ask(id, visit::SetDay{day("2026-03-09")});
    CHECK(Fed(told).of(guest).empty());
    told.pass(std::chrono::days{6});
    told.begin_day();
    CHECK(Fed(told).of(guest) == Lines{"100001 record_visit 2026-03-09 2026-03-16"});
    told.ask(id, visit::RecordHeld{});
    CHECK(Fed(told).of(guest) == Lines{"100001 reflect_on_visit 2026-03-09 2026-03-23",
                                       "100002 reflect_on_visit 2026-03-09 2026-03-23"});
    told.ask(id, visit::Reflect{visit::Side::guest, words("We learnt")});
    CHECK(Fed(told).of(guest) == Lines{"100002 reflect_on_visit 2026-03-09 2026-03-23"});
    told.ask(id, visit::Reflect{visit::Side::host, words("So did we")});
    CHECK(Fed(told).of(guest).empty());
    CHECK(Fed(told).of(host).empty());
}

TEST_CASE("a return visit is the host's to ask for, until it is held or let go") {
    auto told = ring();
    visit::Request request{guest, host, severn, "equity", {}};
    request.reciprocal = true;
    const auto id = *told.visit(request);
    CHECK(Fed(told).of(host).size() == 1);  // to answer
    told.ask(id, visit::Agree{});
    told.ask(id, visit::RecordHeld{day("2026-03-02")});
    for (const auto side : {visit::Side::guest, visit::Side::host})
        told.ask(id, visit::Reflect{side, words("We learnt")});
    const Lines owed{"100002 ask_for_return 2026-03-02 2026-05-25"};
    CHECK(Fed(told).of(guest) == owed);
    visit::Request back{host, guest, severn, "equity", {}};
    back.returns = id;
    const auto returning = *told.visit(back);
    CHECK(Fed(told).of(guest) == Lines{"100001 answer_visit 2026-03-02 2026-03-16"});
    told.pass(std::chrono::days{7});
    told.begin_day();
    told.ask(returning, visit::Decline{});
    CHECK(Fed(told).of(host) == Lines{"100002 ask_for_return 2026-03-09 2026-06-01"});
    told.ask(id, visit::WaiveReturn{});
    CHECK(Fed(told).of(host).empty());
}

TEST_CASE("nobody is asked for a reflection on a visit of long ago") {
    auto told = ring();
    const auto id = *told.visit(guest, host);
    told.ask(id, visit::Agree{});
    told.ask(id, visit::RecordHeld{day("2026-03-02")});
    told.pass(std::chrono::days{14 + 90});  // it is due after a fortnight
    told.begin_day();
    CHECK(Fed(told).of(guest).size() == 2);
    told.pass(std::chrono::days{1});
    told.begin_day();
    CHECK(Fed(told).of(guest).empty());
}

TEST_CASE("a review goes to and fro, and a report that is not accurate is written again") {
    auto told = ring();
    const auto id = *told.review(host, guest);  // the guest's staff review
    CHECK(Fed(told).of(host) == Lines{"100001 name_team 2026-03-02 2026-03-16"});
    told.name_team(id);
    CHECK(Fed(told).of(host) == Lines{"100002 agree_review_days 2026-03-02 2026-03-16"});
    told.ask(id, review::AgreeDays{{day("2026-03-03"), day("2026-03-04")}});
    told.pass(std::chrono::days{1});
    told.begin_day();
    CHECK(Fed(told).of(host).empty());  // it has two days
    told.pass(std::chrono::days{1});
    told.begin_day();
    CHECK(Fed(told).of(host) == Lines{"100001 record_review 2026-03-04 2026-03-11"});
    told.ask(id, review::RecordHeld{});
    CHECK(Fed(told).of(host) == Lines{"100001 write_report 2026-03-04 2026-03-18"});
    told.ask(id, review::DraftReport{words("Warm"), {}});
    CHECK(Fed(told).of(host) == Lines{"100002 answer_report 2026-03-04 2026-03-18"});
    told.ask(id, review::AnswerReport{false, words("No")});
    CHECK(Fed(told).of(host) == Lines{"100001 write_report 2026-03-04 2026-03-18"});
    told.ask(id, review::DraftReport{words("Warmer"), {}});
    told.ask(id, review::AnswerReport{true, {}});
    CHECK(Fed(told).of(host) == Lines{"100001 close_review 2026-03-04 2026-03-18"});
    told.ask(id, review::Close{});
    CHECK(Fed(told).of(host).empty());
}

TEST_CASE("a team whose lead has left is to be named again, beside what is to be done next") {
    auto told = ring();
    const auto id = *told.review(host, guest);
    told.name_team(id);
    told.pass(std::chrono::days{1});
    told.begin_day();
    told.leave_team(id);
    CHECK(Fed(told).of(guest) == Lines{"100001 name_team 2026-03-03 2026-03-17",
                                       "100002 agree_review_days 2026-03-02 2026-03-16"});
    told.ask(id, review::AgreeDays{{told.today()}});
    CHECK(Fed(told).of(guest) == Lines{"100001 name_team 2026-03-03 2026-03-17",
                                       "100001 record_review 2026-03-03 2026-03-10"});
    told.name_team(id);
    CHECK(Fed(told).of(guest) == Lines{"100001 record_review 2026-03-03 2026-03-10"});
}

TEST_CASE("somebody who has left a team has nothing to do for its review") {
    auto told = ring();
    const auto id = *told.review(host, guest);
    told.name_team(id);
    told.ask(id, review::AgreeDays{{told.today()}});
    const auto tasks_of_ann = [&] {
        const Fed fed(told);
        return fed.tasks.of_reviewer(ann, fed.diary).size();
    };
    CHECK(tasks_of_ann() == 1);
    told.leave_team(id);
    CHECK(tasks_of_ann() == 0);
    told.name_team(id);
    CHECK(tasks_of_ann() == 1);
}

TEST_CASE("an answer that was corrected sends the report back, or lets it be closed") {
    auto told = ring();
    const auto id = *told.review(host, guest);
    told.name_team(id);
    told.ask(id, review::AgreeDays{{told.today()}});
    told.ask(id, review::RecordHeld{});
    told.ask(id, review::DraftReport{words("Warm"), {}});
    told.ask(id, review::AnswerReport{true, {}});
    told.ask(id, review::CorrectAnswer{false, words("Not Year 3")});
    CHECK(Fed(told).of(guest) == Lines{"100001 write_report 2026-03-02 2026-03-16"});
    told.ask(id, review::CorrectAnswer{true, {}});
    CHECK(Fed(told).of(guest) == Lines{"100001 close_review 2026-03-02 2026-03-16"});
}

TEST_CASE("a proposal is the partner's to answer; an active partnership owes nothing") {
    auto told = ring();
    const auto id = *told.partnership(guest, host);
    CHECK(Fed(told).of(guest) == Lines{"100002 answer_partnership 2026-03-02 2026-03-16"});
    told.ask(id, partnership::Accept{});
    CHECK(Fed(told).of(guest).empty());
}

TEST_CASE("a network's own deadlines and the bank holidays count, at once and for what is open") {
    auto told = ring();
    told.visit(guest, host);
    told.tell(network::DeadlinesSet{severn, {{task::Duty::answer_visit, 3}}});
    CHECK(Fed(told).of(host) == Lines{"100002 answer_visit 2026-03-02 2026-03-05"});
    told.tell(calendar::BankHolidaysSet{{{day("2026-03-04"), "A holiday"}}});
    CHECK(Fed(told).of(host) == Lines{"100002 answer_visit 2026-03-02 2026-03-06"});
}

TEST_CASE("what was entered late is due by the day on which it happened") {
    auto told = ring();
    told.pass(std::chrono::days{7});
    told.begin_day();
    told.visit(guest, host, severn, "equity", day("2026-03-02"));
    CHECK(Fed(told).of(host) == Lines{"100002 answer_visit 2026-03-02 2026-03-16"});
}

TEST_CASE("nothing is owed before the first day began") {
    auto told = small_ring(4);
    told.visit(guest, host);
    CHECK(Fed(told).of(host).empty());
}

TEST_CASE("a coordinator finds what is overdue in the network, each once, and nothing else") {
    auto told = ring();
    told.visit(guest, host);
    told.pass(std::chrono::days{14});
    told.begin_day();
    const auto overdue = [](const Fed& fed, NetworkId network) {
        return fed.tasks.overdue_in(network, fed.diary).size();
    };
    CHECK(overdue(Fed(told), severn) == 0);  // it is due today
    told.pass(std::chrono::days{1});
    told.begin_day();
    CHECK(overdue(Fed(told), severn) == 1);
    CHECK(overdue(Fed(told), numbered<NetworkId>(2)) == 0);
}

TEST_CASE("a reminder names the visit, the school and the day, once a day that asks for it") {
    auto told = ring();
    const auto id = *told.visit(guest, host);
    std::vector<task::Fact> all;
    for (int days = 1; days < 40; ++days) {
        told.pass(std::chrono::days{1});
        told.begin_day();
        const Fed fed(told);
        std::ranges::copy(fed.tasks.reminders(fed.diary), std::back_inserter(all));
    }
    REQUIRE(all.size() == 3);
    std::vector<task::Reminded> reminders;
    for (const auto& fact : all) reminders.push_back(std::get<task::Reminded>(fact));
    CHECK(reminders[0].urgency == task::Urgency::due_soon);
    CHECK(reminders[2].urgency == task::Urgency::long_overdue);
    for (const auto& reminded : reminders) {
        CHECK(reminded.visit == id);
        CHECK_FALSE(reminded.review.has_value());
        CHECK(reminded.school == host);
        CHECK(reminded.network == severn);
        CHECK(reminded.due == day("2026-03-16"));
    }
}

TEST_CASE("a practice that was taken over is to be followed up after a term, by whoever took it") {
    auto told = ring();
    const auto id = *told.visit(guest, host);
    told.ask(id, visit::Agree{});
    told.ask(id, visit::RecordHeld{told.today()});
    for (const auto side : {visit::Side::guest, visit::Side::host})
        told.ask(id, visit::Reflect{side, words("We learnt")});
    CHECK(Fed(told).of(guest).empty());
    told.ask(id, visit::AdoptPractice{visit::Side::guest, words("Reading aloud")});
    told.ask(id, visit::AdoptPractice{visit::Side::guest, words("Buddies")});
    // One task, however many practices wait; both schools see it.
    const Lines expected{"100001 follow_up_practice 2026-03-02 2026-05-25"};
    CHECK(Fed(told).of(guest) == expected);
    CHECK(Fed(told).of(host) == expected);
    told.ask(id, visit::FollowUpPractice{1, visit::InUse::as_seen, {}});
    CHECK(Fed(told).of(guest) == expected);
    told.ask(id, visit::FollowUpPractice{2, visit::InUse::given_up, {}});
    CHECK(Fed(told).of(guest).empty());
}

TEST_CASE("every school of a cluster answers for its meetings, and the host sees to the rest") {
    auto told = ring();
    const SchoolId member{100003};
    told.join(guest, avon);
    told.join(member, avon);
    const auto id = *told.meeting(avon, guest, {day("2026-03-05"), day("2026-03-12")});
    CHECK(Fed(told).of(guest) == Lines{"100001 answer_meeting_days 2026-03-02 2026-03-09",
                                       "100001 settle_meeting_day 2026-03-02 2026-03-16"});
    CHECK(Fed(told).of(member) == Lines{"100003 answer_meeting_days 2026-03-02 2026-03-09"});
    CHECK(Fed(told).of(host).empty());
    told.ask(id, meeting::AnswerDays{member, {}});
    CHECK(Fed(told).of(member).empty());
    told.ask(id, meeting::SettleDay{day("2026-03-05"), "16:00", {}});
    CHECK(Fed(told).of(member) == Lines{"100003 reply_to_meeting 2026-03-02 2026-03-09"});
    told.ask(id, meeting::Reply{member, meeting::Coming::apologies, {}});
    CHECK(Fed(told).of(member).empty());
    told.pass(std::chrono::days{4});  // the sixth: nobody is asked any more whether they come
    told.begin_day();
    CHECK(Fed(told).of(guest) == Lines{"100001 record_attendance 2026-03-05 2026-03-12"});
    told.ask(id, meeting::RecordAttendance{day("2026-03-05"),
                                           {{guest, meeting::Presence::in_person, false}}});
    CHECK(Fed(told).of(guest).empty());
}

TEST_CASE("a school that leaves a cluster owes nothing for its meetings; one that joins does") {
    auto told = ring();
    told.join(guest, avon);
    told.join(host, avon);
    told.meeting(avon, guest, {day("2026-03-05")});
    told.leave(host, avon);
    CHECK(Fed(told).of(host).empty());
    told.join(host, avon);
    CHECK(Fed(told).of(host).size() == 1);
}

TEST_CASE("what is asked for anew has its time anew: a move, another host, a school that joins") {
    auto told = ring();
    told.join(guest, avon);
    const auto id = *told.meeting(avon, guest, {day("2026-03-20")});
    told.ask(id, meeting::AnswerDays{guest, {}});
    told.pass(std::chrono::days{7});
    told.begin_day();
    told.join(host, avon);
    CHECK(Fed(told).of(host) == Lines{"100002 answer_meeting_days 2026-03-09 2026-03-16"});
    told.ask(id, meeting::ChangeHost{host});
    CHECK(Fed(told).of(host) == Lines{"100002 answer_meeting_days 2026-03-09 2026-03-16",
                                      "100002 settle_meeting_day 2026-03-09 2026-03-23"});
    told.ask(id, meeting::SettleDay{day("2026-03-20"), "16:00", {}});
    told.ask(id, meeting::Reply{guest, meeting::Coming::remote, {}});
    told.pass(std::chrono::days{2});
    told.begin_day();
    told.ask(id, meeting::Move{day("2026-03-20"), "17:00", {}});
    CHECK(Fed(told).of(guest) == Lines{"100001 reply_to_meeting 2026-03-11 2026-03-18"});
}

TEST_CASE("a host is reminded of the attendance that it has not written down") {
    auto told = ring();
    told.join(guest, avon);
    const auto id = *told.meeting(avon, guest, {day("2026-03-05")});
    told.ask(id, meeting::SettleDay{day("2026-03-05"), {}, {}});
    told.ask(id, meeting::Reply{guest, meeting::Coming::in_person, {}});
    std::vector<task::Fact> all;
    for (int days = 1; days < 40; ++days) {
        told.pass(std::chrono::days{1});
        told.begin_day();
        const Fed fed(told);
        std::ranges::copy(fed.tasks.reminders(fed.diary), std::back_inserter(all));
    }
    REQUIRE(all.size() == 3);
    for (const auto& fact : all) {
        const auto& reminded = std::get<task::RemindedOfMeeting>(fact);
        CHECK(reminded.meeting == id);
        CHECK(reminded.school == guest);
        CHECK(reminded.network == severn);
        CHECK(reminded.duty == task::Duty::record_attendance);
        CHECK(reminded.due == day("2026-03-12"));
    }
    told.pass(std::chrono::days{1});
    told.begin_day();
    CHECK(Fed(told).tasks.overdue_in(severn, Fed(told).diary).size() == 1);
}

TEST_CASE("on any history the view holds what the things themselves say is owed") {
    const auto number = seed();
    INFO("COMMONWEAL_SEED=" << number);
    auto told = random_history(number, 600);
    told.begin_day();
    const Fed fed(told);
    for (std::uint32_t urn = 100001; urn <= 100007; ++urn) {
        Lines expected;
        const auto add = [&](const view::Engagement& about) {
            if (about.giver.urn != urn && about.receiver.urn != urn) return;
            for (const auto& owed : view::owed_of(about))
                if (owed.since <= told.today() && !lapsed(owed, told.today()))
                    expected.push_back(to_text(owed.school) + " " +
                                       boost::describe::enum_to_string(owed.duty, "unknown"));
        };
        for (const auto kind : {view::Kind::visit, view::Kind::review, view::Kind::partnership})
            for (const auto& id : fed.diary.list(kind, {}, 0, 10'000).ids) add(*fed.diary.find(id));
        add_practices(expected, told, SchoolId{urn});
        add_meetings(expected, fed, told, SchoolId{urn});
        Lines found;
        for (const auto& line : fed.of(SchoolId{urn}))
            found.push_back(line.substr(0, line.size() - 22));
        std::ranges::sort(expected);
        CHECK(found == expected);
    }
}

TEST_CASE("holidays of the school that owes give it more time") {
    auto told = ring();
    told.visit(guest, host);
    CHECK(Fed(told).of(host) == Lines{"100002 answer_visit 2026-03-02 2026-03-16"});
    const calendar::SchoolYear days{
        2025,
        false,
        {},
        {{day("2026-03-09"), day("2026-03-10"), calendar::Closed::holiday, "Fair"},
         {day("2026-03-11"), day("2026-03-11"), calendar::Closed::inset, "INSET day"}}};
    told.tell(calendar::TermDatesSet{{calendar::Whose::school, to_text(host)}, days});
    CHECK(Fed(told).of(host) == Lines{"100002 answer_visit 2026-03-02 2026-03-18"});
}

TEST_CASE("whoever is on a review's team is to write its report, and its lead to record it") {
    auto told = ring();
    const auto lead = numbered<PersonId>(7);
    const auto other = numbered<PersonId>(8);
    const auto id = *told.review(host, guest);
    told.tell(review::TeamNamed{
        id, {{lead, review::TeamRole::lead}, {other, review::TeamRole::training}}});
    told.tell(review::DaysAgreed{id, {told.today()}});
    const auto of = [&](PersonId person) {
        const Fed fed(told);
        Lines lines;
        for (const auto& task : fed.tasks.of_reviewer(person, fed.diary))
            lines.push_back(boost::describe::enum_to_string(task.duty, "unknown"));
        return lines;
    };
    CHECK(of(lead) == Lines{"record_review"});
    CHECK(of(other).empty());
    told.tell(review::Held{id, {told.today()}});
    CHECK(of(lead) == Lines{"write_report"});
    CHECK(of(other) == Lines{"write_report"});
    told.tell(review::Cancelled{id, {}});
    CHECK(of(other).empty());
}
