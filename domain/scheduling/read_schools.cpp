#include "domain/scheduling/read_schools.hpp"

#include <cmath>

#include "domain/core/sorted.hpp"

namespace commonweal::scheduling {
namespace {

/// Where the National Grid has land; other places are mistakes.
constexpr double grid_max = 1'300'000;

using Numbers = std::map<std::string, std::uint32_t, std::less<>>;

std::uint32_t number_in(Numbers& numbers, const std::string& text) {
    return numbers.emplace(text, static_cast<std::uint32_t>(numbers.size())).first->second;
}

bool on_the_grid(const std::optional<double>& metres) {
    return metres && *metres >= 0 && *metres <= grid_max;
}

class Schools {
  public:
    Schools(const RoundDays& days, Noted& noted) : days_(days), noted_(noted) {}

    Member read(const School& school, std::size_t i) {
        Member member;
        read_place(school, member, i);
        if (school.phase) member.phase = phase_of(*school.phase);
        if (school.trust && !school.trust->empty())
            member.trust = number_in(trusts_, *school.trust) + 1;
        member.give = school.give;
        member.receive = school.receive;
        member.open = days_.windows_without(school.closed_days);
        member.needs = themes(school.needs);
        member.offers = themes(school.offers);
        if (school.give + school.receive > 0 && member.open.none() && days_.windows() > 0)
            noted_.entry(pointer("schools", i), school.urn,
                         "is never open on enough days in a row");
        return member;
    }

  private:
    void read_place(const School& school, Member& member, std::size_t i) {
        if (!school.easting && !school.northing) return;
        member.has_place = on_the_grid(school.easting) && on_the_grid(school.northing);
        if (!member.has_place)
            return noted_.entry(pointer("schools", i), school.urn,
                                "has no easting and northing on the National Grid: its place "
                                "counts as not known");
        member.easting = std::llround(*school.easting);
        member.northing = std::llround(*school.northing);
    }
    Themes themes(const std::vector<std::string>& texts) {
        Themes themes;
        for (const auto& text : texts) {
            const auto number = number_in(themes_, text);
            if (number < themes.size())
                themes.set(number);
            else if (number == themes.size())
                noted_.once("/schools",
                            "needs and offers name more than 256 different things: the "
                            "rest is not used");
        }
        return themes;
    }

    const RoundDays& days_;
    Noted& noted_;
    Numbers trusts_;
    Numbers themes_;
};

Person read_person(const Reviewer& reviewer, SchoolNumber school, const RoundDays& days) {
    Person person;
    person.school = school;
    person.capacity = reviewer.capacity.value_or(reviews_of_a_school_max);
    person.trained = reviewer.trained_until.has_value();
    person.in_date =
        person.trained ? days.windows_until(*reviewer.trained_until) : days.windows_without({});
    person.may_review = person.in_date & days.windows_without(reviewer.away);
    person.can_lead = reviewer.can_lead && person.trained && person.in_date.any();
    if (person.can_lead) person.may_lead = person.may_review;
    return person;
}

void read_conflicts(const Reviewer& reviewer, const Names& names, Person& person,
                    std::vector<Member>& members) {
    for (const auto& urn : reviewer.conflicts)
        if (const auto host = names.school(urn)) {
            insert(person.conflicts, *host);
            insert(members[*host].in_conflict, person.school);
        }
}

}  // namespace

ReadList<Member> read_schools(const Problem& problem, const RoundDays& days, Names& names,
                              Noted& noted) {
    ReadList<Member> list;
    Schools schools(days, noted);
    for (std::size_t i = 0; i < problem.schools.size(); ++i) {
        const auto& school = problem.schools[i];
        const auto number = static_cast<SchoolNumber>(list.all.size());
        if (!names.schools.emplace(school.urn, number).second) {
            noted.entry(pointer("schools", i), school.urn,
                        "is there already: this entry is not used");
            continue;
        }
        list.all.push_back(schools.read(school, i));
        list.at.push_back(i);
    }
    return list;
}

ReadList<Person> read_people(const Problem& problem, const RoundDays& days, Names& names,
                             std::vector<Member>& members, Noted& noted) {
    ReadList<Person> list;
    for (std::size_t i = 0; i < problem.reviewers.size(); ++i) {
        const auto& reviewer = problem.reviewers[i];
        const auto at = pointer("reviewers", i);
        const auto school = names.school(reviewer.school);
        const auto number = static_cast<PersonNumber>(list.all.size());
        if (!school) {
            noted.entry(at, reviewer.id, "is of a school that is not in the round: on no team");
        } else if (!names.people.emplace(reviewer.id, number).second) {
            noted.entry(at, reviewer.id, "is there already: this entry is not used");
        } else {
            if (reviewer.can_lead && !reviewer.trained_until)
                noted.entry(at, reviewer.id,
                            "may lead and has no training: comes along in training");
            auto person = read_person(reviewer, *school, days);
            person.number = number;
            read_conflicts(reviewer, names, person, members);
            members[*school].people.push_back(number);
            list.all.push_back(std::move(person));
            list.at.push_back(i);
        }
    }
    return list;
}

}  // namespace commonweal::scheduling
