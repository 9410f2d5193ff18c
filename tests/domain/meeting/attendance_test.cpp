// Who was at a meeting: written down once, and corrected where it was wrong.

#include "tests/domain/meeting/facts.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::meeting;
using enum commonweal::meeting::Stage;

namespace {

/// A meeting whose day has come.
Given<Meeting> due() {
    return given<Meeting>(meeting_proposed(), meeting_settled("2026-03-02")).in(world_of_avon());
}

}  // namespace

TEST_CASE("attendance is written for all schools at once, in any order, on the settled day") {
    const auto recorded = attendance_recorded();
    due().when(RecordAttendance{{}, recorded.attendance}).then(recorded);
    auto turned = recorded.attendance;
    std::ranges::reverse(turned);
    due().when(RecordAttendance{{}, turned}).then(recorded);
}

TEST_CASE("a meeting was held on another day than the settled one, but not on one to come") {
    const auto rows = attendance_recorded().attendance;
    meeting_at(settled)
        .when(RecordAttendance{day("2026-02-27"), rows})
        .then(AttendanceRecorded{the_meeting, day("2026-02-27"), rows});
    meeting_at(settled).when(RecordAttendance{{}, rows}).then_refused(Rule::day_in_the_future);
}

TEST_CASE("a list of attendance names schools of the cluster, each once, and at least one") {
    due().when(RecordAttendance{{}, {}}).then_refused(Rule::text_missing, "attendance");
    due()
        .when(RecordAttendance{{}, {{cooper, Presence::in_person, false}}})
        .then_refused(Rule::not_of_the_cluster, "141069");
    due()
        .when(RecordAttendance{
            {}, {{barton, Presence::absent, false}, {barton, Presence::remote, false}}})
        .then_refused(Rule::school_twice, "100002");
    due()
        .when(RecordAttendance{{}, std::vector<Attendance>(attendance_max + 1)})
        .then_refused(Rule::too_many_rows);
}

TEST_CASE("a school that answered and then left the cluster can still be on the list") {
    auto world = world_of_avon();
    const Replied replied{the_meeting, barton, Coming::in_person, {}};
    world.schools[barton].clusters = {};
    const std::vector<Attendance> rows{{barton, Presence::in_person, false}};
    given<Meeting>(meeting_proposed(), meeting_settled("2026-03-02"), replied)
        .in(world)
        .when(RecordAttendance{{}, rows})
        .then(AttendanceRecorded{the_meeting, day("2026-03-02"), rows});
    due().in(world).when(RecordAttendance{{}, rows}).then_refused(Rule::not_of_the_cluster);
}

TEST_CASE("attendance is recorded once, and after that corrected") {
    const auto rows = attendance_recorded().attendance;
    auto right = rows;
    right[1].presence = Presence::apologies;
    meeting_at(held)
        .when(RecordAttendance{{}, rows})
        .then_refused(Rule::wrong_stage, "held")
        .when(CorrectAttendance{rows, {}})
        .then_refused(Rule::same_again)
        .when(CorrectAttendance{right, words("They had sent word")})
        .then(AttendanceCorrected{the_meeting, right, words("They had sent word")})
        .when(CorrectAttendance{rows, {}})
        .then(AttendanceCorrected{the_meeting, rows, {}});
    due().when(CorrectAttendance{rows, {}}).then_refused(Rule::wrong_stage, "settled");
}
