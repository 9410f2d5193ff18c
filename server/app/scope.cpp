#include "server/app/scope.hpp"

#include <algorithm>

#include "domain/core/overloaded.hpp"
#include "server/app/decoded.hpp"
#include "server/app/event_search.hpp"

namespace commonweal::app {
namespace {

template <class Fact>
void add_kinds_of(std::vector<std::string>& tags) {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Fact>>(
        [&](auto type) { tags.push_back(tag::kind(decltype(type)::type::kind)); });
}

/// Days as they begin, and when schools are shut: what every deadline depends on.
void add_calendar(std::vector<std::string>& tags) {
    add_kinds_of<calendar::DayFact>(tags);
    add_kinds_of<calendar::HolidayFact>(tags);
    add_kinds_of<calendar::TermFact>(tags);
}

/// The schools that handed on to one, by a position.
std::vector<SchoolId> handed_on_to(SchoolId school, const log::Engine& engine, Position at) {
    std::vector<SchoolId> from;
    const Wanted wanted{.tags = {tag::kind(school::HandedOn::kind), tag::school(school)},
                        .last = at};
    read_wanted(engine, wanted, at, [&](const log::Record& record) {
        const auto event = decode(record);
        const auto* fact = std::get_if<school::HandedOn>(&event.fact);
        if (fact != nullptr && fact->to == school) from.push_back(fact->school);
        return true;
    });
    return from;
}

Scope of_register() {
    Scope scope{"register", {}, {}};
    add_kinds_of<school::Fact>(scope.tags);
    add_kinds_of<network::Fact>(scope.tags);
    add_kinds_of<network::ClusterFact>(scope.tags);
    add_kinds_of<person::Fact>(scope.tags);
    add_kinds_of<ledger::Fact>(scope.tags);
    add_kinds_of<calendar::DayFact>(scope.tags);
    return scope;
}

/// That were ever formed in a network: before that no event bears their tags.
std::vector<ClusterId> clusters_of(NetworkId network, const log::Engine& engine) {
    std::vector<ClusterId> clusters;
    const Wanted wanted{.tags = {tag::kind(network::ClusterFormed::kind), tag::network(network)}};
    read_wanted(engine, wanted, engine.head().position, [&](const log::Record& record) {
        const auto event = decode(record);
        if (const auto* formed = std::get_if<network::ClusterFormed>(&event.fact))
            clusters.push_back(formed->cluster);
        return true;
    });
    return clusters;
}

/// What schools of a cluster do together in another network is counted in the cluster, too.
Scope of_networks(const std::set<NetworkId>& networks, const log::Engine& engine) {
    Scope scope{"network", {}, {}};
    for (const auto& network : networks) {
        scope.name += '-' + ulid_text(network.bytes);
        scope.tags.push_back(tag::network(network));
        scope.whole.insert(network);
        for (const auto& cluster : clusters_of(network, engine)) {
            scope.tags.push_back(tag::cluster(cluster));
            scope.whole.insert(cluster);
        }
    }
    add_calendar(scope.tags);
    return scope;
}

/// The first one's, with what those did that it followed.
Scope of_schools(const std::vector<SchoolId>& schools) {
    Scope scope{"school", {}, {schools.front()}};
    for (const auto school : schools) {
        scope.name += '-' + to_text(school);
        scope.tags.push_back(tag::school(school));
    }
    add_calendar(scope.tags);
    return scope;
}

Scope of_school(SchoolId school, const log::Engine& engine, Position at) {
    std::vector<SchoolId> schools{school};
    for (std::size_t i = 0; i < schools.size(); ++i)
        for (const auto earlier : handed_on_to(schools[i], engine, at))
            if (std::ranges::find(schools, earlier) == schools.end()) schools.push_back(earlier);
    return of_schools(schools);
}

/// The ids in a name, after each hyphen; none where one is malformed.
template <class IdOf, class Parse>
std::optional<std::vector<IdOf>> ids_in(std::string_view name, Parse parse) {
    std::vector<IdOf> ids;
    for (auto hyphen = name.find('-'); hyphen != std::string_view::npos;) {
        const auto end = name.find('-', hyphen + 1);
        const std::optional<IdOf> id = parse(name.substr(hyphen + 1, end - hyphen - 1));
        if (!id) return std::nullopt;
        ids.push_back(*id);
        hyphen = end;
    }
    return ids;
}

}  // namespace

Scope scope_of(const About& about, const log::Engine& engine, Position at) {
    return std::visit(Overloaded{
                          [](Everything) { return Scope{"everything", {}, {}}; },
                          [](TheRegister) { return of_register(); },
                          [&](const std::set<NetworkId>& ids) { return of_networks(ids, engine); },
                          [&](const ClusterId& id) {
                              const auto network = network_of(id, engine);
                              return of_networks(
                                  network ? std::set{*network} : std::set<NetworkId>{}, engine);
                          },
                          [&](SchoolId school) { return of_school(school, engine, at); },
                      },
                      about);
}

std::optional<Scope> scope_named(std::string_view name, const log::Engine& engine) {
    if (name == "everything") return scope_of(Everything{}, engine, 0);
    if (name == "register") return of_register();
    if (name.starts_with("school-")) {
        const auto schools = ids_in<SchoolId>(name, parse_school);
        return schools ? std::optional(of_schools(*schools)) : std::nullopt;
    }
    if (!name.starts_with("network-")) return std::nullopt;
    const auto ids = ids_in<IdBytes>(name, parse_ulid);
    if (!ids) return std::nullopt;
    std::set<NetworkId> networks;
    for (const auto& id : *ids) networks.insert(NetworkId{id});
    return of_networks(networks, engine);
}

std::set<NetworkId> networks_of(SchoolId school, const log::Engine& engine, Position at) {
    std::set<NetworkId> networks;
    engine.read_stream(stream_of(school), 1, log::Direction::forward,
                       [&](const log::Record& record) {
                           if (record.position > at) return false;
                           const auto event = decode(record);
                           if (const auto* joined = std::get_if<school::JoinedNetwork>(&event.fact))
                               networks.insert(joined->network);
                           return true;
                       });
    return networks;
}

std::optional<NetworkId> network_of(ClusterId cluster, const log::Engine& engine) {
    std::optional<NetworkId> network;
    engine.read_stream(
        stream_of(cluster), 1, log::Direction::forward, [&](const log::Record& record) {
            const auto event = decode(record);
            if (const auto* formed = std::get_if<network::ClusterFormed>(&event.fact))
                network = formed->network;
            return false;
        });
    return network;
}

}  // namespace commonweal::app
