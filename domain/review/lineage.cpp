// A review when one of its schools changes, and a review of before the log.

#include "domain/calendar/days.hpp"
#include "domain/core/sorted.hpp"
#include "domain/core/stage.hpp"
#include "domain/review/review.hpp"

namespace commonweal::review {

Decision<Fact> decide(const Review& review, const School& other, const School& to,
                      const school::CarryOver& command) {
    if (auto ok = at_stage(review, {Stage::requested, Stage::team_named, Stage::days_agreed,
                                    Stage::held, Stage::drafted, Stage::answered});
        !ok)
        return std::unexpected(ok.error());
    if (auto ok = school::check_carried(review.host, review.reviewing_school, command); !ok)
        return std::unexpected(ok.error());
    const bool over = review.stage >= Stage::held;
    if (const auto group = common_group(other, to); group && !over)
        return refuse(Rule::same_group, *group);
    return CarriedOver{review.id, command.from, command.to};
}

Decision<Fact> decide(const Review& review, ReviewId id, const Surroundings& around,
                      const Attest& command, const Asked& asked) {
    const auto& [host, reviewing, network] = around;
    if (review.known()) return refuse(Rule::already_exists, to_text(id));
    if (auto ok =
            two_of_the_past(network, {host, command.host}, {reviewing, command.reviewing_school});
        !ok)
        return std::unexpected(ok.error());
    if (auto ok = check_days(command.days); !ok) return std::unexpected(ok.error());
    if (auto ok = check_held(command.days.back(), asked); !ok) return std::unexpected(ok.error());
    return Attested{id,
                    command.host,
                    command.reviewing_school,
                    network.id,
                    merged(host.clusters, reviewing.clusters),
                    command.days};
}

void evolve(Review& review, const CarriedOver& fact) {
    school::carry(review.host, review.reviewing_school, {fact.from, fact.to});
}

void evolve(Review& review, const Attested& fact) {
    review.attested = true;
    review.id = fact.review;
    review.stage = Stage::closed;
    review.host = fact.host;
    review.reviewing_school = fact.reviewing_school;
    review.network = fact.network;
    review.clusters = fact.clusters;
    review.days = fact.days;
}

}  // namespace commonweal::review
