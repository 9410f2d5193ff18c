#pragma once
// A part of the views that can be folded by itself, from the events that bear certain tags: what a
// read of the past needs, instead of all that there was.

#include <set>
#include <string>
#include <vector>

#include "server/app/views.hpp"
#include "server/log/engine.hpp"

namespace commonweal::app {

/// Within it the views hold what they held, as far as `whole` says and everything that is told of
/// there: the visits, reviews, partnerships, meetings and tasks, and the days of schools. The
/// directory, people and ledger are whole in the register's scope and in that of everything.
struct Scope {
    std::string name;               ///< "register", "network-01J…": fit for a file's name
    std::vector<std::string> tags;  ///< an event with any of them belongs to it; none: all events
    std::set<TopicKey> whole;       ///< of these instances all events belong to it

    bool everything() const { return tags.empty(); }
};

/// Schools, networks, clusters, people and accounts, wherever they are, and nothing else.
struct TheRegister {};
struct Everything {};
/// What a read is about. Of a cluster: all of its network; of a school: also what was done by those
/// that it followed.
using About = std::variant<Everything, TheRegister, std::set<NetworkId>, ClusterId, SchoolId>;

/// As of a position. What is not there yet has an empty scope, with nothing in it.
Scope scope_of(const About& about, const log::Engine& engine, Position at);
/// The one of that name; none: there is none of it.
std::optional<Scope> scope_named(std::string_view name, const log::Engine& engine);
/// The networks that a school had joined by a position, also those that it left.
std::set<NetworkId> networks_of(SchoolId school, const log::Engine& engine, Position at);
/// The network that a cluster is of; none: there is no such cluster.
std::optional<NetworkId> network_of(ClusterId cluster, const log::Engine& engine);

}  // namespace commonweal::app
