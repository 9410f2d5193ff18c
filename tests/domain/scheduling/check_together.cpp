// What reviews have to do with one another: numbers, days that are taken, swaps and returns, order.

#include <algorithm>
#include <tuple>

#include "domain/core/among.hpp"
#include "tests/domain/scheduling/checks.hpp"

namespace commonweal::scheduling::testing {
namespace {

bool share_a_day(const Arranged& a, const Arranged& b) {
    return std::ranges::any_of(a.days, [&](Day day) { return among(b.days, day); });
}

bool share(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
    return std::ranges::any_of(a, [&](auto number) { return among(b, number); });
}

void check_numbers(Checked& checked) {
    for (std::size_t number = 0; number < checked.facts.schools(); ++number) {
        const auto& school = checked.facts.school(number);
        if (const auto gives = checked.gives(number); gives > school.give)
            checked.fault("school ", school.urn,
                          " gives more reviews than it may: expected at most ", school.give,
                          ", found ", gives);
        if (const auto receives = checked.receives(number); receives > school.receive)
            checked.fault("school ", school.urn,
                          " receives more reviews than it wants: expected at most ", school.receive,
                          ", found ", receives);
    }
}

void check_capacity(Checked& checked) {
    std::map<std::size_t, std::uint32_t> reviews;
    for (const auto& review : checked.reviews)
        for (const auto person : review.arranged.people) ++reviews[person];
    for (const auto& [person, count] : reviews) {
        const auto capacity = checked.facts.person(person).capacity;
        if (capacity && count > *capacity)
            checked.fault(checked.facts.person(person).id,
                          " is on more reviews than the capacity: expected at most ", *capacity,
                          ", found ", count);
    }
}

void check_two(Checked& checked, const Read& first, const Read& second) {
    const auto& a = first.arranged;
    const auto& b = second.arranged;
    if (a.host == b.host && share(a.givers, b.givers))
        checked.fault(first.name, " and ", second.name,
                      ": a school reviews the same host more than once");
    if (!share_a_day(a, b)) return;
    if (a.host == b.host)
        checked.fault(first.name, " and ", second.name, ": the host has both on one day");
    for (const auto person : a.people)
        if (among(b.people, person))
            checked.fault(first.name, " and ", second.name, ": ", checked.facts.person(person).id,
                          " is on both on one day");
}

void check_every_two(Checked& checked) {
    const auto& reviews = checked.reviews;
    for (std::size_t i = 0; i < reviews.size(); ++i)
        for (std::size_t j = i + 1; j < reviews.size(); ++j)
            check_two(checked, reviews[i], reviews[j]);
}

void check_releases(Checked& checked) {
    const auto most = checked.facts.problem.round.releases_per_week;
    if (!most || checked.facts.soft(SoftRule::releases)) return;
    std::map<std::pair<std::size_t, Day>, std::uint32_t> staffed;
    for (const auto& review : checked.reviews)
        for (const auto week : weeks_of(review.arranged.days))
            for (const auto giver : review.arranged.givers) ++staffed[{giver, week}];
    for (const auto& [where, count] : staffed)
        if (count > *most)
            checked.fault("school ", checked.facts.school(where.first).urn,
                          " releases people too often in the week of ", to_text(where.second),
                          ": expected at most ", *most, ", found ", count);
}

std::string lead_of(const PlannedReview& review) {
    const auto lead = std::ranges::find(review.team, review::TeamRole::lead, &TeamMember::role);
    return lead == review.team.end() ? "" : lead->reviewer;
}

void check_order(Checked& checked) {
    const auto place = [](const Read& review) {
        const auto& planned = *review.planned;
        return std::tuple{planned.days.front(), planned.host, lead_of(planned)};
    };
    for (std::size_t i = 1; i < checked.reviews.size(); ++i)
        if (place(checked.reviews[i]) < place(checked.reviews[i - 1]))
            checked.fault(checked.reviews[i].name, ": expected before ",
                          checked.reviews[i - 1].name, ", found after it");
}

/// Each school that reviews this host has to be reviewed by these.
void check_returns(Checked& checked, const Read& review, std::size_t giver,
                   const std::vector<std::size_t>& by) {
    for (const auto school : by)
        if (!checked.reviewed_by(giver, school))
            checked.fault(review.name, ": expected a review of ", checked.facts.school(giver).urn,
                          " by ", checked.facts.school(school).urn, ", found none");
}

void check_swaps(Checked& checked, const Read& review) {
    for (const auto giver : review.arranged.givers)
        if (checked.reviewed_by(giver, review.arranged.host))
            checked.fault(review.name, ": the host reviews ", checked.facts.school(giver).urn,
                          ", and swaps are forbidden");
}

}  // namespace

void check_together(Checked& checked) {
    check_numbers(checked);
    check_capacity(checked);
    check_every_two(checked);
    check_releases(checked);
    check_order(checked);
}

void check_mode(Checked& checked) {
    const auto& round = checked.facts.problem.round;
    for (const auto& review : checked.reviews) {
        if (round.mode == Mode::rotation && round.swaps == Swaps::forbidden)
            check_swaps(checked, review);
        if (round.mode == Mode::rotation) continue;
        for (const auto giver : review.arranged.givers) {
            auto by = std::vector{review.arranged.host};
            if (round.mode == Mode::triads)
                for (const auto other : review.arranged.givers)
                    if (other != giver) by.push_back(other);
            check_returns(checked, review, giver, by);
        }
    }
}

}  // namespace commonweal::scheduling::testing
