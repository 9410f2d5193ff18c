// What a school came from, and what goes to the one that followed it.

#include <algorithm>

#include "domain/core/among.hpp"
#include "domain/school/school.hpp"

namespace commonweal::school {
namespace {

constexpr std::size_t predecessors_max = 50;
constexpr std::size_t name_max = 200;  ///< the register's longest has 140

template <class T>
void once(std::vector<T>& list) {
    std::ranges::sort(list);
    const auto again = std::ranges::unique(list);
    list.erase(again.begin(), again.end());
}

std::size_t named(const HandOn& command) {
    return command.networks.size() + command.clusters.size() + command.people.size() +
           command.visits.size() + command.reviews.size() + command.partnerships.size() +
           command.meetings.size();
}

/// Both are there, one came from the other, and something is to go.
Decision<std::monostate> check_handing_on(const School& school, const School& to,
                                          const HandOn& command) {
    if (!school.known()) return refuse(Rule::school_unknown);
    if (auto open = open_school(to, command.to); !open) return open;
    if (!to.came_from(school.id)) return refuse(Rule::not_a_successor, to_text(command.to));
    if (named(command) == 0 && !command.history) return refuse(Rule::nothing_chosen);
    if (named(command) > handed_on_max)
        return refuse(Rule::too_many_rows, std::to_string(handed_on_max));
    if (command.history && school.history_at)
        return refuse(Rule::history_handed_on, to_text(*school.history_at));
    if (command.history && to.history_at)  // what it inherits would have to go on at once
        return refuse(Rule::history_handed_on, to_text(*to.history_at));
    return std::monostate{};
}

}  // namespace

HandOn each_once(HandOn command) {
    once(command.networks);
    once(command.clusters);
    once(command.people);
    once(command.visits);
    once(command.reviews);
    once(command.partnerships);
    once(command.meetings);
    return command;
}

Decision<Facts> decide(const School& school, const School& predecessor, const Link& command) {
    if (command.school == command.predecessor)
        return refuse(Rule::same_school, to_text(command.school));
    if (command.name.size() > name_max) return refuse(Rule::text_too_long, "name");
    if (predecessor.came_from(command.school))
        return refuse(Rule::lineage_circular, to_text(command.predecessor));
    const Predecessor wanted{command.predecessor, command.name, command.change, command.on};
    if (among(school.predecessors, wanted)) return Facts{};
    if (!school.came_from(command.predecessor) && school.predecessors.size() >= predecessors_max)
        return refuse(Rule::too_many_rows, std::to_string(predecessors_max));
    return Facts{
        Linked{command.school, command.predecessor, command.name, command.change, command.on}};
}

Decision<HandOnFacts> decide(const School& school, const School& to, const HandOn& command,
                             const Asked& asked) {
    if (auto ok = check_handing_on(school, to, command); !ok) return std::unexpected(ok.error());
    const Day on = command.on.value_or(asked.day());
    if (on > asked.today) return refuse(Rule::happened_in_the_future, to_text(on));
    HandOnFacts facts;
    facts.school.emplace_back(HandedOn{school.id, to.id, on, command.history});
    for (const auto network : command.networks) {
        if (!school.in(network)) return refuse(Rule::not_a_member, to_text(network));
        facts.school.emplace_back(LeftNetwork{school.id, network});
        if (!to.in(network)) facts.to.emplace_back(JoinedNetwork{to.id, network, to.details});
    }
    for (const auto cluster : command.clusters) {
        if (!school.in(cluster)) return refuse(Rule::not_a_member, to_text(cluster));
        facts.school.emplace_back(LeftCluster{school.id, cluster});
        if (!to.in(cluster)) facts.to.emplace_back(JoinedCluster{to.id, cluster, to.details});
    }
    return facts;
}

Decision<std::monostate> check_carried(SchoolId one, SchoolId other, const CarryOver& command) {
    if (one != command.from && other != command.from)
        return refuse(Rule::not_taking_part, to_text(command.from));
    if (one == command.to || other == command.to)
        return refuse(Rule::same_school, to_text(command.to));
    return std::monostate{};
}

void carry(SchoolId& one, SchoolId& other, const CarryOver& command) {
    if (one == command.from)
        one = command.to;
    else if (other == command.from)
        other = command.to;
}

Decision<Facts> decide(const School& school, const AddPlace& command) {
    if (school.known()) return refuse(Rule::already_exists, school.details.name);
    if (!outside_the_register(command.school))
        return refuse(Rule::school_unknown, to_text(command.school));
    if (command.details.name.empty()) return refuse(Rule::text_missing, "name");
    for (const auto& text :
         {command.details.name, command.details.type, command.details.phase,
          command.details.local_authority, command.details.town, command.details.postcode})
        if (text.size() > network::name_length_max) return refuse(Rule::text_too_long, "name");
    return Facts{PlaceAdded{command.school, command.details}};
}

Facts decide(const School& school, const RegisterGroups& command, Day today) {
    Facts facts;
    for (const auto& before : school.groups) {
        if (among(command.groups, before.code, &Group::code)) continue;
        const auto next = std::ranges::find_if(command.groups, [&](const Group& now) {
            return now.kind == before.kind && now.since &&
                   (!before.since || *before.since < *now.since);
        });
        const Day on = next == command.groups.end() ? today : *next->since;
        facts.emplace_back(LeftGroup{command.school, before.code, on});
    }
    for (const auto& now : command.groups)
        if (!among(school.groups, now)) facts.emplace_back(JoinedGroup{command.school, now});
    return facts;
}

void evolve(School& school, const Linked& fact) {
    auto& all = school.predecessors;
    std::erase_if(all, [&](const Predecessor& p) { return p.school == fact.predecessor; });
    const Predecessor one{fact.predecessor, fact.predecessor_name, fact.change, fact.on};
    all.insert(std::ranges::upper_bound(all, one.school, {}, &Predecessor::school), one);
}

/// Said again of the same group, it replaces what was said (it has another name now).
void evolve(School& school, const JoinedGroup& fact) {
    std::erase_if(school.groups, [&](const Group& group) { return group.code == fact.group.code; });
    school.groups.push_back(fact.group);
}

void evolve(School& school, const LeftGroup& fact) {
    std::erase_if(school.groups, [&](const Group& group) { return group.code == fact.code; });
}

}  // namespace commonweal::school
