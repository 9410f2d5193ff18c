#pragma once
// A broken rule is a value with a name. The API words it (server/api/words.cpp) and gives the name,
// in kebab-case, as the problem's type.

#include <cstdint>
#include <expected>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "domain/core/describe.hpp"

namespace commonweal {

enum class Rule : std::uint8_t {
    // anywhere
    not_found,
    already_exists,
    happened_in_the_future,
    not_allowed,
    text_missing,
    text_too_long,
    same_again,
    // schools and networks
    school_unknown,
    school_closed,
    network_unknown,
    cluster_unknown,
    not_a_member,
    already_a_member,
    theme_unknown,
    theme_malformed,
    // schools that change
    not_a_successor,
    lineage_circular,
    nothing_chosen,
    history_handed_on,
    not_taking_part,
    // what was entered wrongly
    followed_up,
    nothing_to_correct,
    // people
    person_unknown,
    address_taken,
    role_held_already,
    role_not_held,
    place_unknown,
    deputy_malformed,
    // visits and reviews
    same_school,
    same_group,
    not_in_one_network,
    wrong_stage,
    day_in_the_past,
    day_in_the_future,
    not_a_working_day,
    already_reflected,
    no_return_owed,
    practice_unknown,
    too_many_practices,
    team_empty,
    one_lead_needed,
    reviewer_twice,
    reviewer_not_of_the_school,
    days_missing,
    too_many_days,
    days_not_in_order,
    // partnerships
    already_partners,
    // days and deadlines
    calendar_malformed,
    deadline_malformed,
    not_a_school_day,
    terms_malformed,
    no_such_calendar,
    no_such_year,
    days_confirmed,
    // the ledger
    amount_malformed,
    // meetings
    not_of_the_cluster,
    no_such_proposal,
    time_malformed,
    school_twice,
    too_many_rows,
};
COMMONWEAL_DESCRIBE_LONG_ENUM(
    Rule,
    (not_found, already_exists, happened_in_the_future, not_allowed, text_missing, text_too_long,
     same_again, school_unknown, school_closed, network_unknown, cluster_unknown, not_a_member,
     already_a_member, theme_unknown, theme_malformed, not_a_successor, lineage_circular,
     nothing_chosen, history_handed_on, not_taking_part, followed_up, nothing_to_correct,
     person_unknown, address_taken, role_held_already, role_not_held, place_unknown,
     deputy_malformed),
    (same_school, same_group, not_in_one_network, wrong_stage, day_in_the_past, day_in_the_future,
     not_a_working_day, already_reflected, no_return_owed, practice_unknown, too_many_practices,
     team_empty, one_lead_needed, reviewer_twice, reviewer_not_of_the_school, days_missing,
     too_many_days, days_not_in_order, already_partners, calendar_malformed, deadline_malformed,
     not_a_school_day, terms_malformed, no_such_calendar, no_such_year, days_confirmed,
     amount_malformed, not_of_the_cluster, no_such_proposal, time_malformed, school_twice,
     too_many_rows))

struct Refusal {
    Rule rule = Rule::not_found;
    /// What it was about, for the words: a school's URN, a stage, a day, a field.
    std::string about;
    bool operator==(const Refusal&) const = default;
};

/// What a command comes to: the facts that follow from it, or the rule that it breaks.
template <class Facts>
using Decision = std::expected<Facts, Refusal>;

inline std::unexpected<Refusal> refuse(Rule rule, std::string about = {}) {
    return std::unexpected(Refusal{rule, std::move(about)});
}

}  // namespace commonweal
