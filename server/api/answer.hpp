#pragma once
// Answers that handlers give.

#include "server/api/call.hpp"
#include "server/codec/json_write.hpp"

namespace commonweal::api {

net::Response json_response(unsigned status, const boost::json::value& value);

/// A thing as JSON for a reader, with its version as ETag and the position that the views have.
template <class T>
net::Response answer(const Call& call, const T& thing, const codec::For& reader,
                     std::optional<Version> version = {}) {
    auto response = json_response(200, codec::to_json(thing, reader));
    response.headers.emplace_back("X-Position", std::to_string(call.position()));
    if (version) response.headers.emplace_back("ETag", '"' + std::to_string(*version) + '"');
    return response;
}

inline app::About about(NetworkId network) {
    return std::set{network};
}
inline app::About about(ClusterId cluster) {
    return cluster;
}

/// For anybody in the network: nothing sealed is opened.
inline codec::For for_network() {
    return {access::Sees(access::Relation::signed_in), nullptr};
}
inline codec::For for_reader(const Call& call, access::Relations who) {
    return {access::Sees(who), &call.app().seals()};
}

/// {items, next}
template <class T>
net::Response answer_list(const Call& call, const std::vector<T>& items, const std::string& next,
                          const codec::For& reader) {
    boost::json::object list{{"items", codec::to_json(items, reader)}};
    if (!next.empty()) list["next"] = next;
    auto response = json_response(200, list);
    response.headers.emplace_back("X-Position", std::to_string(call.position()));
    return response;
}

/// The visit, review or partnership whose id is in the path; throws 404 where it is not there.
template <class Thing>
app::Loaded<Thing> known(const Call& call) {
    auto loaded = call.load<Thing>(call.id<typename decltype(Thing::id)::Kind>());
    if (!loaded->known()) throw ProblemAnswer{problem_of({Rule::not_found, call.captured()})};
    return loaded;
}

template <class Thing>
access::Relations relations_now(const Call& call, const Thing& thing) {
    if constexpr (std::is_same_v<Thing, Meeting>)
        return access::relations(call.actor(), thing,
                                 app::member_of(call.app(), call.actor(), thing.cluster));
    else
        return access::relations(call.actor(), thing);
}

/// What the reader is to a thing; to one of the past, what they were to it then and are now.
template <class Thing>
access::Relations relations_to(const Call& call, const Thing& thing) {
    const auto who = relations_now(call, thing);
    if (!call.at()) return who;
    return who & relations_now(call, *call.app().template load<Thing>(thing.id));
}

/// The commands that the reader may give: in the past nothing can be done.
template <class Thing, class... More>
std::vector<std::string> open_commands(const Call& call, const Thing& thing, const More&... more) {
    if (call.at()) return {};
    return app::commands_open_to(call.actor(), thing, more...);
}

/// Waits for what `when` tells its argument, from whatever thread.
boost::asio::awaitable<bool> told(std::function<void(std::function<void(bool)>)> when);

/// Runs a command and answers what it came to; `status` where it made something new.
boost::asio::awaitable<net::Response> write(Call call, app::Decide decide, unsigned status,
                                            bool despite_clock = false);

/// The handler of a command that begins a thing: reads the body, makes an id, runs it.
template <class Command, class Tag, app::Decide (*decide)(Id<Tag>, Command)>
boost::asio::awaitable<net::Response> command_making(Call call) {
    auto command = call.command<Command>();
    auto& app = call.app();
    const auto id = app.ids().next<Id<Tag>>(app.clock().now());
    co_return co_await write(std::move(call), decide(id, std::move(command)), 201);
}

/// The handler of a command on a thing with an id in its path: reads the body, runs it.
template <class Command, class Tag, app::Decide (*decide)(Id<Tag>, Command)>
boost::asio::awaitable<net::Response> command_on(Call call) {
    const auto id = call.id<Tag>();
    auto command = call.command<Command>();
    co_return co_await write(std::move(call), decide(id, std::move(command)), 200);
}

}  // namespace commonweal::api
