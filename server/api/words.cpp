// What each rule says to the person who broke it: what is wrong, and what to do.

#include <algorithm>

#include "server/api/problem.hpp"

namespace commonweal::api {
namespace {

std::string stage_words(std::string stage) {
    std::ranges::replace(stage, '_', ' ');
    return stage;
}

}  // namespace

std::string words_of(const Refusal& refusal) {
    const auto& about = refusal.about;
    switch (refusal.rule) {
        case Rule::not_found:
            return "There is no such thing: " + about + ".";
        case Rule::already_exists:
            return "It is there already: " + about + ".";
        case Rule::happened_in_the_future:
            return about + " is in the future: enter what has happened, not what is to come.";
        case Rule::not_allowed:
            return "Your role does not allow this. Ask a lead or head of the school, or the "
                   "coordinator.";
        case Rule::text_missing:
            return "Fill in \"" + stage_words(about) + "\".";
        case Rule::text_too_long:
            return "\"" + stage_words(about) + "\" is too long: shorten it.";
        case Rule::same_again:
            return "Nothing would change: " + about + " stands there already.";
        case Rule::school_unknown:
            return "School " + about + " is not known here. Import it from the register first.";
        case Rule::school_closed:
            return "School " + about + " is closed.";
        case Rule::network_unknown:
            return "There is no network " + about + ".";
        case Rule::cluster_unknown:
            return "There is no cluster " + about + ".";
        case Rule::not_a_member:
            return "The school is not a member of " + about + ".";
        case Rule::already_a_member:
            return "The school is a member of " + about + " already.";
        case Rule::theme_unknown:
            return "\"" + about + "\" is not a theme of the network: choose one of its list.";
        case Rule::theme_malformed:
            return "The theme \"" + about +
                   "\" cannot be used: a code is small letters, digits and hyphens, each once, "
                   "with a name.";
        case Rule::not_a_successor:
            return "School " + about +
                   " is not known as one that followed this school: an administrator imports the "
                   "register's links first.";
        case Rule::lineage_circular:
            return "School " + about + " came from this one itself: check which came first.";
        case Rule::nothing_chosen:
            return "Nothing is chosen: choose what goes to the other school.";
        case Rule::history_handed_on:
            return "What this school gave and received counts for school " + about + " already.";
        case Rule::not_taking_part:
            return "School " + about + " does not take part in this: load the page again.";
        case Rule::followed_up:
            return "Something has followed from it already (a reflection, a report, a practice, a "
                   "return visit): correct its day, or take that back first.";
        case Rule::nothing_to_correct:
            return "There is no " + about + " to correct.";
        case Rule::person_unknown:
            return "There is nobody " + about + ".";
        case Rule::address_taken:
            return "Somebody else has this e-mail address already.";
        case Rule::role_held_already:
            return "The role is held already: " + about + ".";
        case Rule::role_not_held:
            return "The role is not held: " + about + ".";
        case Rule::place_unknown:
            return "\"" + about +
                   "\" is not a place for this role: give a school's URN, a "
                   "network or a cluster that is known here.";
        case Rule::deputy_malformed:
            return "A deputy acts for a lead or head of a school, who is somebody else, from one "
                   "day "
                   "to another at most 400 days later: " +
                   about + " does not fit.";
        case Rule::same_school:
            return "A school cannot visit or review itself.";
        case Rule::same_group:
            return "Both schools belong to " + about +
                   ": schools of one trust or federation do not review each other.";
        case Rule::not_in_one_network:
            return about.empty() ? "The two schools do not belong to one network."
                                 : "The two schools do not both belong to " + about + ".";
        case Rule::wrong_stage:
            return "This cannot be done now: it is " + stage_words(about) + ".";
        case Rule::day_in_the_past:
            return about + " is in the past: choose a later day.";
        case Rule::day_in_the_future:
            return about + " is still to come.";
        case Rule::not_a_working_day:
            return about +
                   " is not a working day: choose a day from Monday to Friday that is no bank "
                   "holiday.";
        case Rule::already_reflected:
            return "This side has written its reflection already.";
        case Rule::no_return_owed:
            return "No return visit is owed for " + about +
                   ": none was offered, it was asked for already, it was let go, or this one does "
                   "not "
                   "go the other way in the same network.";
        case Rule::practice_unknown:
            return "No practice number " + about + " was adopted from this visit.";
        case Rule::too_many_practices:
            return "There are " + about + " already: that is as many as fit.";
        case Rule::team_empty:
            return "Name at least one reviewer.";
        case Rule::one_lead_needed:
            return "A team has exactly one lead.";
        case Rule::reviewer_twice:
            return "Somebody is named twice on the team: " + about + ".";
        case Rule::reviewer_not_of_the_school:
            return about + " is not lead or head of the reviewing school.";
        case Rule::days_missing:
            return "Give at least one day.";
        case Rule::too_many_days:
            return "A review has one to three days.";
        case Rule::days_not_in_order:
            return "Give the days in order, each once.";
        case Rule::already_partners:
            return "These two schools have an open partnership for \"" + about +
                   "\" already: go on with that one, or end it first.";
        case Rule::calendar_malformed:
            return "The calendar cannot be used: " + about +
                   ". Give each bank holiday once, with its name, in the order of days.";
        case Rule::not_a_school_day:
            return "There is no school at " + about +
                   ": choose another day, or put its term dates right.";
        case Rule::terms_malformed:
            return "The term dates cannot be used: " + about + ".";
        case Rule::no_such_calendar:
            return "The register names no " + about + " for this school.";
        case Rule::no_such_year:
            return "Nothing is known of the school year " + about + " here: enter its terms first.";
        case Rule::days_confirmed:
            return "The days of the school year " + about +
                   " are confirmed for many schools: ask an administrator to change them.";
        case Rule::amount_malformed:
            return about +
                   " cannot be used: reviews and days are from -1,000 to 1,000 and not both 0, a "
                   "day of cover costs at most 2,000 pounds.";
        case Rule::deadline_malformed:
            return "The deadline for \"" + stage_words(about) +
                   "\" cannot be used: give each once, from 1 to 190 working days.";
        case Rule::not_of_the_cluster:
            return "School " + about + " does not belong to the cluster that meets.";
        case Rule::no_such_proposal:
            return about + " is not one of the days that were proposed.";
        case Rule::time_malformed:
            return "\"" + about + "\" is not a time of day: write it like 16:00.";
        case Rule::school_twice:
            return "School " + about + " stands on the list twice: leave one out.";
        case Rule::too_many_rows:
            return "At most " + about + ": leave some out.";
    }
    return "A rule says no.";
}

}  // namespace commonweal::api
