// The log itself, read by what its events are found by.

#include <charconv>

#include "server/api/answer.hpp"
#include "server/api/route.hpp"
#include "server/api/time_query.hpp"
#include "server/app/decoded.hpp"
#include "server/app/event_search.hpp"

namespace commonweal::api {
namespace {

/// Records that one page reads at most to find what it shows.
constexpr std::size_t looked_at_max = 20'000;

/// Whoever convenes where an event is found, or works at a school that it is about.
access::Relations relations_to(const access::Actor& actor, const std::vector<std::string>& tags) {
    auto who = access::relations(actor);
    std::vector<ClusterId> clusters;
    for (const auto& tag : tags)
        if (const auto cluster = app::tag::cluster_of(tag)) clusters.push_back(*cluster);
    for (const auto& tag : tags) {
        if (const auto network = app::tag::network_of(tag))
            who |= access::relations(actor, *network, clusters);
        const auto school = tag.starts_with('s') ? parse_school(tag.substr(1)) : std::nullopt;
        if (school && actor.staff_of(*school)) who |= access::Relation::staff_of_guest;
    }
    return who;
}

boost::json::object row_of(const Call& call, const log::Record& record) {
    const auto reader = for_reader(call, relations_to(call.actor(), record.tags));
    auto row = codec::to_json(app::logged(record), reader).as_object();
    const auto event = app::decode(record);
    const bool unknown = std::holds_alternative<Unknown>(event.fact);
    if (unknown && call.actor().has(person::RoleKind::administrator))
        row["raw"] = app::raw_body(record);
    if (unknown) return row;
    row["said"] = codec::to_json(event.attribution, reader);
    std::visit(
        [&]<class Fact>(const Fact& fact) {
            if constexpr (!std::is_same_v<Fact, Unknown>)
                row["event"] = codec::to_json(fact, reader);
        },
        event.fact);
    return row;
}

log::Position position_at(const Call& call, Instant instant) {
    return call.app().log().engine().position_at(instant.time_since_epoch().count());
}

void take_times(const Call& call, app::Wanted& wanted) {
    constexpr auto otherwise = "must be a day or an instant";
    const auto from = call.query_as<Instant>(
        "from", [](std::string_view text) { return parse_time(text, false); }, otherwise);
    const auto to = call.query_as<Instant>(
        "to", [](std::string_view text) { return parse_time(text, true); }, otherwise);
    if (from) wanted.first = position_at(call, *from);
    if (to) wanted.last = position_at(call, *to) - 1;
}

std::optional<log::CommitId> parse_commit(std::string_view hex) {
    log::CommitId id;
    if (hex.size() != 2 * id.size()) return std::nullopt;
    for (std::size_t at = 0; at < id.size(); ++at) {
        const auto* const begin = hex.data() + 2 * at;
        const auto [end, error] = std::from_chars(begin, begin + 2, id[at], 16);
        if (error != std::errc() || end != begin + 2) return std::nullopt;
    }
    return id;
}

void take_correlation(const Call& call, app::Wanted& wanted) {
    const auto id =
        call.query_as<log::CommitId>("correlation", parse_commit, "must be 32 hexadecimal digits");
    if (!id) return;
    const auto commit = call.app().log().engine().find_commit(*id);
    wanted.first = std::max(wanted.first, commit ? commit->first : ~log::Position{0});
    wanted.last = std::min(wanted.last, commit ? commit->last : 0);
}

void take_tags(const Call& call, app::Wanted& wanted) {
    auto& tags = wanted.tags;
    if (const auto kind = call.query("kind")) tags.push_back(app::tag::kind(*kind));
    if (const auto school = call.query_as<SchoolId>("school", parse_school, "must be a URN"))
        tags.push_back(app::tag::school(*school));
    if (const auto id = call.query_as<NetworkId>("network", parse_id<NetworkTag>, "must be an id"))
        tags.push_back(app::tag::network(*id));
    if (const auto id = call.query_as<ClusterId>("cluster", parse_id<ClusterTag>, "must be an id"))
        tags.push_back(app::tag::cluster(*id));
    if (const auto id = call.query_as<PersonId>("person", parse_id<PersonTag>, "must be an id"))
        tags.push_back(app::tag::person(*id));
}

app::Wanted wanted_by(const Call& call) {
    app::Wanted wanted;
    take_tags(call, wanted);
    take_times(call, wanted);
    take_correlation(call, wanted);
    const auto order = call.query("order").value_or("newest");
    if (order != "newest" && order != "oldest")
        throw ProblemAnswer{bad_request("order must be newest or oldest")};
    wanted.direction = order == "oldest" ? log::Direction::forward : log::Direction::back;
    const auto cursor =
        call.query_as<Position>("cursor", parse_position, "must be the next of a page");
    if (!cursor) return wanted;
    if (wanted.direction == log::Direction::forward)
        wanted.first = std::max(wanted.first, *cursor);
    else
        wanted.last = std::min(wanted.last, *cursor);
    return wanted;
}

boost::asio::awaitable<net::Response> list(Call call) {
    const auto wanted = wanted_by(call);
    const auto limit = call.limit();
    boost::json::array items;
    Position next = 0;
    const auto go_on = app::read_wanted(call.app().log().engine(), wanted, looked_at_max,
                                        [&](const log::Record& record) {
                                            if (items.size() == limit) {
                                                next = record.position;
                                                return false;
                                            }
                                            items.push_back(row_of(call, record));
                                            return true;
                                        });
    if (next == 0) next = go_on;
    boost::json::object all{{"items", std::move(items)}};
    if (next != 0) all["next"] = std::to_string(next);
    co_return json_response(200, all);
}

boost::asio::awaitable<net::Response> one(Call call) {
    const auto position = parse_position(call.captured());
    const auto& engine = call.app().log().engine();
    if (!position || *position == 0 || *position > engine.head().position)
        throw ProblemAnswer{not_found("There is no event " + call.captured() + ".")};
    boost::json::object row;
    engine.read_all(*position, log::Direction::forward, [&](const log::Record& record) {
        row = row_of(call, record);
        return false;
    });
    co_return json_response(200, row);
}

constexpr std::array table{
    Route{"GET", "/api/v1/events", list, Who::signed_in,
          "kind school network cluster person correlation from to order cursor limit",
          "What happened, as the log has it, by what it is found by."},
    Route{"GET", "/api/v1/events/{position}", one, Who::signed_in, "", "One event of the log."},
};

}  // namespace

std::span<const Route> event_routes() {
    return table;
}

}  // namespace commonweal::api
