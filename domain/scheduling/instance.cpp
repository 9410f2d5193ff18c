#include "domain/scheduling/instance.hpp"

#include <algorithm>

#include "domain/core/among.hpp"
#include "domain/scheduling/read_schools.hpp"
#include "domain/scheduling/weights.hpp"

namespace commonweal::scheduling {
namespace {

/// How many reviews people can staff who each take part in so many: one may lead, `team` go.
std::uint32_t staffed(const std::vector<const Person*>& people, std::uint32_t team, bool with_lead,
                      std::uint32_t at_most) {
    for (auto reviews = at_most; reviews > 0; --reviews) {
        std::uint64_t all = 0;
        std::uint64_t leads = 0;
        for (const auto* person : people) {
            const auto takes = std::min(person->capacity, reviews);
            all += takes;
            if (person->can_lead) leads += takes;
        }
        if (all >= std::uint64_t{reviews} * team && (!with_lead || leads >= reviews))
            return reviews;
    }
    return 0;
}

}  // namespace

Instance::Instance(const Problem& problem) : problem_(&problem), days_(problem) {
    Noted noted;
    Names names;
    read_round(noted);
    weights_ = integer_weights(problem.round.weights.value_or(Weights{}), noted);
    auto listed = read_schools(problem, days_, names, noted);
    members_ = std::move(listed.all);
    at_ = std::move(listed.at);
    auto people = read_people(problem, days_, names, members_, noted);
    people_ = std::move(people.all);
    person_at_ = std::move(people.at);
    read_history(problem, names, members_);
    locks_ = read_locks(problem, days_, names, people_, noted);
    previous_ = read_previous(problem, days_, names, people_, members_);
    for (SchoolNumber school = 0; school < schools(); ++school) limit_give(school, noted);
    count_wanted(noted);
    contradictions_ = noted.all();
}

void Instance::read_round(Noted& noted) {
    const auto& round = rules();
    from_different_ = round.team_from == TeamFrom::different_schools && round.team_size > 1 &&
                      round.mode == Mode::rotation;
    team_size_ = round.mode == Mode::triads ? std::max(2U, round.team_size) : round.team_size;
    if (round.mode == Mode::pairs && round.team_from == TeamFrom::different_schools)
        noted.once("/round/team_from",
                   "in pairs one school reviews the other: the team is of one school");
    if (team_size_ != round.team_size)
        noted.once("/round/team_size",
                   "in triads two schools review the third: the team has two people");
    if (days_.windows() == 0)
        noted.once("/round", "there are no " + std::to_string(round.review_days) +
                                 " working days in a row from " + to_text(round.first_day) +
                                 " to " + to_text(round.last_day));
    if (days_.cut_off())
        noted.once("/round/last_day", "a round has at most " + std::to_string(working_days_max) +
                                          " working days: it is planned until " +
                                          to_text(days_.days().back()));
}

void Instance::limit_give(SchoolNumber school, Noted& noted) {
    auto& member = members_[school];
    std::vector<const Person*> people;
    for (const auto number : member.people)
        if (person(number).in_date.any()) people.push_back(&person(number));
    member.can_give = staffed(people, sends(), from_one_school(), member.give);
    if (member.can_give < member.give)
        noted.entry("/schools/" + std::to_string(at_[school]) + "/give", urn(school),
                    "gives more reviews than its people can staff (" +
                        std::to_string(member.can_give) + ")");
}

void Instance::count_wanted(Noted& noted) {
    std::uint64_t wanted = 0;
    std::uint64_t given = 0;
    for (const auto& member : members_) {
        wanted += member.receive;
        given += member.can_give;
    }
    const std::uint64_t each = mode() == Mode::triads ? 2 : from_different_ ? team_size_ : 1;
    if (wanted * each > given)
        noted.once("/schools",
                   std::to_string(wanted) + " reviews are wanted" +
                       (each > 1 ? ", each by " + std::to_string(each) + " schools," : "") +
                       " and " + std::to_string(given) + " can be given");
    const auto weeks = std::max(1U, days_.open_weeks());
    even_share_ = static_cast<std::uint32_t>((wanted + weeks - 1) / weeks);
}

bool Instance::soft(SoftRule rule) const {
    return among(rules().soft, rule);
}

}  // namespace commonweal::scheduling
