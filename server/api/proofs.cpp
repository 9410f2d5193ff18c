// What outsiders check the log by: signed heads, proofs, and the key.

#include "server/api/answer.hpp"
#include "server/api/route.hpp"

namespace commonweal::api {
namespace {

/// Runs what asks the tree; what it does not reach is the asker's mistake.
template <class Ask>
auto asked_of_tree(const Ask& ask) {
    try {
        return ask();
    } catch (const std::invalid_argument& wrong) {
        throw ProblemAnswer{bad_request(std::string(wrong.what()) + ".")};
    }
}

/// How many records are meant: those that are acknowledged, where nothing is said.
Position size_of(const Call& call) {
    const auto size = call.query_as<Position>("size", parse_position, "must be a position");
    const auto head = call.app().log().head().position;
    if (size && *size > head)
        throw ProblemAnswer{bad_request("The log has " + std::to_string(head) + " records, not " +
                                        std::to_string(*size) + ".")};
    return size.value_or(head);
}

boost::asio::awaitable<net::Response> head(Call call) {
    const auto& heads = call.context().heads;
    const auto size = size_of(call);
    co_return answer(call, call.query("size") ? app::head_of(heads, size) : app::newest_head(heads),
                     for_network());
}

boost::asio::awaitable<net::Response> key(Call call) {
    co_return answer(call, app::key_of(call.context().heads), for_network());
}

boost::asio::awaitable<net::Response> proof(Call call) {
    const auto& engine = call.app().log().engine();
    const auto position = call.query_as<Position>("position", parse_position, "must be a position");
    const auto before = call.query_as<Position>("before", parse_position, "must be a position");
    if (position.has_value() == before.has_value())
        throw ProblemAnswer{
            bad_request("Say what is to be proven: ?position= (that a record is in "
                        "the log) or ?before= (that it begins with so many)")};
    const auto size = size_of(call);
    co_return asked_of_tree([&] {
        return position
                   ? answer(call, app::prove_inclusion(engine, *position, size), for_network())
                   : answer(call, app::prove_consistency(engine, *before, size), for_network());
    });
}

constexpr std::array table{
    Route{"GET", "/api/v1/log/head", head, Who::signed_in, "size",
          "The signed head of the log: how many records, and the root of their tree."},
    Route{"GET", "/api/v1/log/key", key, Who::anybody, "",
          "The public key that the log's heads are signed with."},
    Route{"GET", "/api/v1/log/proof", proof, Who::signed_in, "position before size",
          "That a record is in the log, or that an earlier head is its beginning."},
};

}  // namespace

std::span<const Route> proof_routes() {
    return table;
}

}  // namespace commonweal::api
