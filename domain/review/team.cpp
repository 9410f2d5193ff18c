// Who reviews: named by the reviewing school, of its own staff, with one who leads.

#include <algorithm>

#include "domain/core/stage.hpp"
#include "domain/review/review.hpp"

namespace commonweal {

bool Review::on_team(PersonId person) const {
    return std::ranges::any_of(team, [&](const auto& member) { return member.reviewer == person; });
}

bool Review::team_wanting() const {
    if (stage < review::Stage::team_named || stage > review::Stage::answered) return false;
    return std::ranges::find(team, review::TeamRole::lead, &review::TeamMember::role) == team.end();
}

namespace review {
namespace {

/// Exactly one lead, and nobody twice.
Decision<std::monostate> check_team(const std::vector<TeamMember>& team) {
    if (team.empty()) return refuse(Rule::team_empty);
    if (team.size() > team_max) return refuse(Rule::text_too_long, "team");
    if (std::ranges::count(team, TeamRole::lead, &TeamMember::role) != 1)
        return refuse(Rule::one_lead_needed);
    for (auto at = team.begin(); at != team.end(); ++at)
        if (std::ranges::count(team, at->reviewer, &TeamMember::reviewer) > 1)
            return refuse(Rule::reviewer_twice, to_text(at->reviewer));
    return std::monostate{};
}

}  // namespace

Decision<Fact> decide(const Review& review, const std::vector<const Person*>& people,
                      const NameTeam& command, const Asked& asked) {
    if (auto ok = at_stage(review, {Stage::requested, Stage::team_named, Stage::days_agreed,
                                    Stage::held, Stage::drafted, Stage::answered});
        !ok)
        return std::unexpected(ok.error());
    if (auto ok = check_team(command.team); !ok) return std::unexpected(ok.error());
    for (std::size_t i = 0; i < command.team.size(); ++i) {
        const auto who = to_text(command.team[i].reviewer);
        if (i >= people.size() || !people[i]->known()) return refuse(Rule::person_unknown, who);
        const bool took_part = review.stage >= Stage::held && review.on_team(people[i]->id);
        if (!took_part && !people[i]->works_at(review.reviewing_school, asked.day()))
            return refuse(Rule::reviewer_not_of_the_school, who);
    }
    if (command.team == review.team) return refuse(Rule::same_again, "team");
    return TeamNamed{review.id, command.team};
}

Decision<Fact> decide(const Review& review, const Person& person, const ReleaseMember& command,
                      const Asked& asked) {
    if (auto ok = at_stage(review, {Stage::team_named, Stage::days_agreed}); !ok)
        return std::unexpected(ok.error());
    const auto member = std::ranges::find(review.team, command.reviewer, &TeamMember::reviewer);
    if (member == review.team.end() || person.works_at(review.reviewing_school, asked.day()))
        return refuse(Rule::not_found, to_text(command.reviewer));
    return MemberLeft{review.id, *member};
}

/// Named while it was asked for, it says yes; later, somebody else comes.
void evolve(Review& review, const TeamNamed& fact) {
    if (review.stage == Stage::requested) review.stage = Stage::team_named;
    review.team = fact.team;
}

void evolve(Review& review, const MemberLeft& fact) {
    std::erase(review.team, fact.member);
}

}  // namespace review
}  // namespace commonweal
