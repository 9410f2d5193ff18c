// Over the facts of all slices, and so compiled once.

#include "tests/domain/ask.hpp"

namespace commonweal::testing {

Outcome outcome(const person::AddedFacts& facts) {
    return std::vector<AnyFact>{facts.added, facts.address};
}
Outcome outcome(const person::HandedOver& facts) {
    return std::vector<AnyFact>{widen(facts.ended), widen(facts.given)};
}
Outcome outcome(const partnership::Facts& facts) {
    std::vector<AnyFact> all{widen(facts.partnership)};
    if (facts.pair) all.push_back(widen(*facts.pair));
    return all;
}
Outcome outcome(const partnership::CarriedOverFacts& facts) {
    return std::vector<AnyFact>{facts.partnership, facts.before, facts.after};
}
Outcome outcome(const school::HandOnFacts& facts) {
    std::vector<AnyFact> all;
    for (const auto& fact : facts.school) all.push_back(widen(fact));
    for (const auto& fact : facts.to) all.push_back(widen(fact));
    return all;
}
Outcome ask(const School& school, const World& world, const school::JoinNetwork& command) {
    return outcome(decide(school, in(world.networks, command.network), command));
}
Outcome ask(const School& school, const World& world, const school::JoinCluster& command) {
    return outcome(decide(school, in(world.clusters, command.cluster), command));
}
Outcome ask(const School& school, const World& world, const school::Link& command) {
    return outcome(decide(school, in(world.schools, command.predecessor), command));
}
Outcome ask(const School& school, const World& world, const school::HandOn& command) {
    return outcome(decide(school, in(world.schools, command.to), command, world.asked));
}
Outcome ask(const School& school, const World& world, const school::RegisterGroups& command) {
    return outcome(decide(school, command, world.asked.today));
}
Outcome ask(const Cluster& cluster, const World& world, const network::FormCluster& command) {
    return outcome(decide(cluster, in(world.networks, command.network), command));
}
Outcome ask(const Person& person, const World& world, const person::Add& command) {
    return outcome(decide(person, world.address, ann, command));
}
Outcome ask(const Person& person, const World& world, const person::GiveRole& command) {
    return outcome(decide(person, world.place_known, command, world.asked));
}
Outcome ask(const Person& person, const World& world, const person::NameDeputy& command) {
    return outcome(decide(person, in(world.people, command.acts_for), command, world.asked));
}
Outcome ask(const Person& person, const World& world, const person::HandOver& command) {
    return outcome(decide(person, in(world.people, command.to), command, world.asked));
}
Outcome ask(const TermDates& known, const World&, const calendar::SetTermDates& command) {
    return outcome(decide(known, {command.of, "801"}, command));
}
Outcome ask(const TermDates& known, const World&, const calendar::CarryTermDates& command) {
    return outcome(decide(known, {command.of, "801"}, command));
}
Outcome ask(const Visit& visit, const World& world, const visit::Request& command) {
    return outcome(decide(visit, the_visit,
                          {in(world.schools, command.guest), in(world.schools, command.host),
                           in(world.networks, command.network.value_or(severn)), world.original},
                          command));
}
Outcome ask(const Visit& visit, const World& world, const visit::Attest& command) {
    return outcome(decide(visit, the_visit,
                          {in(world.schools, command.guest), in(world.schools, command.host),
                           in(world.networks, command.network), world.original},
                          command, world.asked));
}
Outcome ask(const Review& review, const World& world, const review::Attest& command) {
    return outcome(
        decide(review, the_review,
               {in(world.schools, command.host), in(world.schools, command.reviewing_school),
                in(world.networks, command.network)},
               command, world.asked));
}
Outcome ask(const Partnership& partnership, const World& world,
            const partnership::Attest& command) {
    return outcome(decide(partnership, numbered<PartnershipId>(1),
                          {in(world.schools, command.school), in(world.schools, command.with),
                           in(world.networks, command.network), world.pair},
                          command, world.asked));
}
Outcome ask(const Visit& visit, const World&, const school::CarryOver& command) {
    return outcome(visit::decide(visit, command));
}
Outcome ask(const Review& review, const World& world, const school::CarryOver& command) {
    const auto other = review.host == command.from ? review.reviewing_school : review.host;
    return outcome(
        review::decide(review, in(world.schools, other), in(world.schools, command.to), command));
}
Outcome ask(const Partnership& partnership, const World& world, const school::CarryOver& command) {
    return outcome(partnership::decide(partnership, world.pair, command));
}
Outcome ask(const Meeting& meeting, const World& world, const school::CarryOver& command) {
    return outcome(meeting::decide(meeting, in(world.schools, command.to), command));
}
Outcome ask(const Review& review, const World& world, const review::Request& command) {
    return outcome(
        decide(review, the_review,
               {in(world.schools, command.host), in(world.schools, command.reviewing_school),
                in(world.networks, command.network.value_or(severn))},
               command));
}
Outcome ask(const Review& review, const World& world, const review::NameTeam& command) {
    std::vector<const Person*> people;
    for (const auto& member : command.team) people.push_back(&in(world.people, member.reviewer));
    return outcome(decide(review, people, command, world.asked));
}
Outcome ask(const Review& review, const World& world, const review::ReleaseMember& command) {
    return outcome(decide(review, in(world.people, command.reviewer), command, world.asked));
}
Outcome ask(const Partnership& partnership, const World& world,
            const partnership::Propose& command) {
    return outcome(decide(partnership, numbered<PartnershipId>(1),
                          {in(world.schools, command.school), in(world.schools, command.with),
                           in(world.networks, command.network.value_or(severn)), world.pair},
                          command));
}
Outcome ask(const Meeting& meeting, const World& world, const meeting::Propose& command) {
    return outcome(decide(meeting, numbered<MeetingId>(1), in(world.clusters, command.cluster),
                          in(world.schools, command.host), command, world.asked));
}
Outcome ask(const Meeting& meeting, const World& world, const meeting::ChangeHost& command) {
    return outcome(decide(meeting, in(world.schools, command.host), command, world.asked));
}

}  // namespace commonweal::testing
