#include "server/app/commands.hpp"

#include "domain/core/sorted.hpp"

namespace commonweal::app::inside {

Loaded<Network> network_of(Transaction& transaction, const std::optional<NetworkId>& named,
                           const School& a, const School& b, std::string_view theme) {
    if (named) return transaction.load<Network>(*named);
    Loaded<Network> shared{std::make_shared<const Network>(), 0};
    for (const auto& id : a.networks) {
        if (!b.in(id)) continue;
        auto network = transaction.load<Network>(id);
        if (theme.empty() || network->has_theme(theme)) return network;
        if (!shared->known()) shared = std::move(network);
    }
    return shared;
}

std::set<std::string> tags_of(SchoolId a, SchoolId b, NetworkId network,
                              const std::vector<ClusterId>& clusters) {
    std::set<std::string> tags{tag::school(a), tag::school(b), tag::network(network)};
    for (const auto& cluster : clusters) tags.insert(tag::cluster(cluster));
    return tags;
}

std::set<std::string> tags_of(SchoolId school, const School& state) {
    std::set<std::string> tags{tag::school(school)};
    for (const auto& network : state.networks) tags.insert(tag::network(network));
    for (const auto& cluster : state.clusters) tags.insert(tag::cluster(cluster));
    return tags;
}

}  // namespace commonweal::app::inside
