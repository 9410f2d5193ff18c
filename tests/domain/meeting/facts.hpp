#pragma once
// A meeting of Avon, hosted by Ashton Park, fact by fact and stage by stage. Barton belongs to the
// cluster, too; Cooper does not.

#include "tests/domain/given.hpp"

namespace commonweal::testing {

inline const MeetingId the_meeting = numbered<MeetingId>(1);
inline constexpr SchoolId barton{100002};

inline World world_of_avon() {
    auto world = ordinary_world();
    world.schools[barton] = world.schools[ashton_park];
    world.schools[barton].id = barton;
    return world;
}

inline std::vector<Day> days_of(std::initializer_list<std::string_view> texts) {
    std::vector<Day> days;
    for (const auto text : texts) days.push_back(day(text));
    return days;
}

inline meeting::Proposed meeting_proposed() {
    return {the_meeting,
            avon,
            severn,
            ashton_park,
            meeting::Mode::mixed,
            days_of({"2026-03-09", "2026-03-10"}),
            words("Equity")};
}
inline meeting::DaySettled meeting_settled(std::string_view on = "2026-03-09") {
    return {the_meeting, day(on), "16:00", words("The library")};
}
inline meeting::AttendanceRecorded attendance_recorded() {
    return {the_meeting,
            day("2026-03-02"),
            {{barton, meeting::Presence::in_person, false},
             {ashton_park, meeting::Presence::remote, true}}};
}

inline Given<Meeting> meeting_at(meeting::Stage stage) {
    using enum meeting::Stage;
    switch (stage) {
        case none:
            return given<Meeting>().in(world_of_avon());
        case proposed:
            return given<Meeting>(meeting_proposed()).in(world_of_avon());
        case settled:
            return given<Meeting>(meeting_proposed(), meeting_settled()).in(world_of_avon());
        case held:
            return given<Meeting>(meeting_proposed(), meeting_settled(), attendance_recorded())
                .in(world_of_avon());
        case cancelled:
            return given<Meeting>(meeting_proposed(), meeting::Cancelled{the_meeting, {}})
                .in(world_of_avon());
    }
    throw std::logic_error("no such stage");
}

}  // namespace commonweal::testing
