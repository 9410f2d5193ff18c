// Many at once: a list of members, people, or what happened before.

#include "server/api/lists.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "domain/core/text.hpp"
#include "server/api/answer.hpp"
#include "server/api/diary.hpp"
#include "server/api/route.hpp"

namespace commonweal::api {
namespace {

using exchange::ListKind;
using exchange::RowOutcome;

/// A list is read and waits for the disk row by row: on a thread of its own.
boost::asio::thread_pool& list_thread() {
    static boost::asio::thread_pool pool(1);
    return pool;
}

std::optional<ListKind> parse_kind(const std::string& text) {
    std::optional<ListKind> kind;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<ListKind>>([&](auto known) {
        if (text == known.name) kind = known.value;
    });
    return kind;
}

exchange::ListAsk ask_of(const Call& call) {
    const auto kind = parse_kind(call.captured());
    if (!kind) throw ProblemAnswer{not_found("There is no list of \"" + call.captured() + "\".")};
    const auto network = call.query_as<NetworkId>("network", parse_id<NetworkTag>, "must be an id");
    if (!network) throw ProblemAnswer{bad_request("Say for which network: ?network=ID.")};
    exchange::ListAsk ask;
    ask.kind = *kind;
    ask.network = *network;
    ask.actor = call.actor();
    ask.dry_run =
        call.query_as<bool>("dry_run", parse_bool, "must be true or false").value_or(false);
    const auto known = call.read(
        app::TheRegister{}, [&](const app::Reading& v) { return v.directory().network(*network); });
    if (!known) throw ProblemAnswer{problem_of({Rule::network_unknown, to_text(*network)})};
    for (const auto& cluster : known->clusters)
        ask.clusters[small_letters(cluster.name)] = cluster.id;
    return ask;
}

ListRowView view_of(const exchange::ListRow& row) {
    ListRowView shown{row.row, row.says, row.outcome, {}, {}};
    if (row.outcome != RowOutcome::rejected) return shown;
    if (!row.column.empty()) shown.column = row.column;
    shown.reason = row.refusal ? words_of(*row.refusal) : row.reason;
    return shown;
}

ListResult result_of(const exchange::ListTaken& taken) {
    ListResult result;
    result.source = taken.source;
    result.notes = taken.notes;
    for (const auto& row : taken.rows) {
        if (row.outcome == RowOutcome::created) ++result.created;
        if (row.outcome == RowOutcome::unchanged) ++result.unchanged;
        if (row.outcome == RowOutcome::rejected) ++result.rejected;
        result.rows.push_back(view_of(row));
    }
    return result;
}

using Taken = std::expected<exchange::ListTaken, std::string>;

boost::asio::awaitable<Taken> run(exchange::Lists* lists, std::string file, exchange::ListAsk ask) {
    co_return lists->run(file, ask);
}

/// Each row is asked whether the reader may; whoever convenes nothing need not try.
boost::asio::awaitable<net::Response> take_in(Call call) {
    auto ask = ask_of(call);
    const auto who = access::relations(call.actor(), ask.network, {});
    if (!access::may(who, access::Action::join_network))
        throw ProblemAnswer{forbidden("Only the coordinator of the network takes in lists.")};
    const auto taken = co_await boost::asio::co_spawn(
        list_thread(), run(&call.context().lists, call.request().body, std::move(ask)),
        boost::asio::use_awaitable);
    if (!taken) {
        auto problem = bad_request(taken.error());
        problem.status = 422;
        problem.type = "/problems/list-unreadable";
        problem.title = "This list cannot be read";
        throw ProblemAnswer{std::move(problem)};
    }
    co_return json_response(
        200, codec::to_json(result_of(*taken), {access::Sees::everything(), nullptr}));
}

constexpr std::array table{
    Route{"POST", "/api/v1/lists/{kind}", take_in, Who::signed_in, "network dry_run",
          "Takes in a list (CSV, pasted text or .xlsx): members, people, visits, reviews, "
          "partnerships."},
};

}  // namespace

std::span<const Route> list_routes() {
    return table;
}

}  // namespace commonweal::api
