// Visits, reviews and partnerships of before the log, on the word of whoever enters them.

#include "server/app/on_thing.hpp"

namespace commonweal::app {
namespace {

using access::Action;

/// Whoever convenes the network enters what happened in it.
bool may_attest(const Transaction& t, NetworkId network) {
    return t.may(access::relations(t.actor(), network, {}), Action::attest);
}

}  // namespace

Decide attest_visit(VisitId id, visit::Attest command) {
    return [id, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        if (!may_attest(t, command.network)) return refuse(Rule::not_allowed);
        const auto none = t.begin<Visit>(id);
        const auto guest = t.load<School>(command.guest);
        const auto host = t.load<School>(command.host);
        const auto network = t.load<Network>(command.network);
        const auto facts =
            visit::decide(*none, id, {*guest, *host, *network, *none}, command, t.asked());
        if (!facts) return std::unexpected(facts.error());
        return begun<Visit>(t, *facts);
    };
}

Decide attest_review(ReviewId id, review::Attest command) {
    return [id, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        if (!may_attest(t, command.network)) return refuse(Rule::not_allowed);
        const auto none = t.begin<Review>(id);
        const auto host = t.load<School>(command.host);
        const auto reviewing = t.load<School>(command.reviewing_school);
        const auto network = t.load<Network>(command.network);
        const auto fact =
            review::decide(*none, id, {*host, *reviewing, *network}, command, t.asked());
        if (!fact) return std::unexpected(fact.error());
        return begun<Review>(t, *fact);
    };
}

Decide attest_partnership(PartnershipId id, partnership::Attest command) {
    return [id, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        if (!may_attest(t, command.network)) return refuse(Rule::not_allowed);
        const auto none = t.begin<Partnership>(id);
        const auto school = t.load<School>(command.school);
        const auto partner = t.load<School>(command.with);
        const auto network = t.load<Network>(command.network);
        const auto pair = t.load<Pairing>(Pair{command.school, command.with, command.purpose});
        const auto facts = partnership::decide(*none, id, {*school, *partner, *network, *pair},
                                               command, t.asked());
        if (!facts) return std::unexpected(facts.error());
        return begun<Partnership>(t, *facts);
    };
}

}  // namespace commonweal::app
