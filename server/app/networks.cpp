#include "server/app/commands.hpp"

namespace commonweal::app {
namespace {

using access::Action;

bool may_convene(const Transaction& t, NetworkId network, const std::vector<ClusterId>& clusters,
                 Action action) {
    return access::may(access::relations(t.actor(), network, clusters), action);
}

template <class Command>
Decide on_network(Action action, Command command) {
    return [action, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        const auto network = t.load<Network>(command.network);
        if (!may_convene(t, command.network, {}, action)) return refuse(Rule::not_allowed);
        const auto facts = network::decide(*network, command);
        if (!facts) return std::unexpected(facts.error());
        for (const auto& fact : *facts)
            t.put(stream_of(command.network), fact, {tag::network(command.network)});
        return Subject{to_text(command.network), stream_of(command.network)};
    };
}

}  // namespace

namespace inside {

void put_all(Transaction& t, SchoolId school, const School& state, const school::Facts& facts,
             const std::set<std::string>& also) {
    for (const auto& fact : facts) {
        auto tags = tags_of(school, state);
        tags.insert(also.begin(), also.end());
        t.put(stream_of(school), fact, std::move(tags));
    }
}

}  // namespace inside

using inside::put_all;

Decide found_network(network::Found command) {
    return on_network(Action::found_network, std::move(command));
}
Decide set_themes(network::SetThemes command) {
    return on_network(Action::set_themes, std::move(command));
}
Decide set_deadlines(network::SetDeadlines command) {
    return on_network(Action::set_deadlines, std::move(command));
}

Decide form_cluster(network::FormCluster command) {
    return [command = std::move(command)](Transaction& t) -> Decision<Subject> {
        const auto cluster = t.load<Cluster>(command.cluster);
        const auto network = t.load<Network>(command.network);
        if (!may_convene(t, command.network, {}, Action::form_cluster))
            return refuse(Rule::not_allowed);
        const auto facts = network::decide(*cluster, *network, command);
        if (!facts) return std::unexpected(facts.error());
        for (const auto& fact : *facts)
            t.put(stream_of(command.cluster), fact,
                  {tag::network(command.network), tag::cluster(command.cluster)});
        return Subject{to_text(command.cluster), stream_of(command.cluster)};
    };
}

Decide join_network(school::JoinNetwork command) {
    return [command](Transaction& t) -> Decision<Subject> {
        const auto school = t.load<School>(command.school);
        const auto network = t.load<Network>(command.network);
        if (!may_convene(t, command.network, {}, Action::join_network))
            return refuse(Rule::not_allowed);
        const auto facts = school::decide(*school, *network, command);
        if (!facts) return std::unexpected(facts.error());
        put_all(t, command.school, *school, *facts, {tag::network(command.network)});
        return Subject{to_text(command.school), stream_of(command.school)};
    };
}

Decide leave_network(school::LeaveNetwork command) {
    return [command](Transaction& t) -> Decision<Subject> {
        const auto school = t.load<School>(command.school);
        if (!may_convene(t, command.network, {}, Action::leave_network))
            return refuse(Rule::not_allowed);
        const auto facts = school::decide(*school, command);
        if (!facts) return std::unexpected(facts.error());
        put_all(t, command.school, *school, *facts, {});
        return Subject{to_text(command.school), stream_of(command.school)};
    };
}

Decide join_cluster(school::JoinCluster command) {
    return [command](Transaction& t) -> Decision<Subject> {
        const auto school = t.load<School>(command.school);
        const auto cluster = t.load<Cluster>(command.cluster);
        if (!may_convene(t, cluster->network, {command.cluster}, Action::join_cluster))
            return refuse(Rule::not_allowed);
        const auto facts = school::decide(*school, *cluster, command);
        if (!facts) return std::unexpected(facts.error());
        put_all(t, command.school, *school, *facts, {tag::cluster(command.cluster)});
        return Subject{to_text(command.school), stream_of(command.school)};
    };
}

Decide leave_cluster(school::LeaveCluster command) {
    return [command](Transaction& t) -> Decision<Subject> {
        const auto school = t.load<School>(command.school);
        const auto cluster = t.load<Cluster>(command.cluster);
        if (!may_convene(t, cluster->network, {command.cluster}, Action::leave_cluster))
            return refuse(Rule::not_allowed);
        const auto facts = school::decide(*school, command);
        if (!facts) return std::unexpected(facts.error());
        put_all(t, command.school, *school, *facts, {});
        return Subject{to_text(command.school), stream_of(command.school)};
    };
}

Decide register_schools(std::vector<school::Register> commands) {
    return [commands = std::move(commands)](Transaction& t) -> Decision<Subject> {
        if (!access::may(access::relations(t.actor()), Action::register_schools))
            return refuse(Rule::not_allowed);
        for (const auto& command : commands) {
            const auto school = t.load<School>(command.school);
            put_all(t, command.school, *school, school::decide(*school, command), {});
        }
        return Subject{"register", {}};
    };
}

}  // namespace commonweal::app
