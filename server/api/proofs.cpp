#include "server/api/proofs.hpp"

#include <stdexcept>

#include "server/api/answer.hpp"
#include "server/api/route.hpp"
#include "server/app/decoded.hpp"
#include "server/log/base64.hpp"
#include "server/log/hex.hpp"

namespace commonweal::api {
namespace {

std::vector<std::string> to_hex_each(const log::merkle::Proof& proof) {
    std::vector<std::string> hashes;
    for (const auto& hash : proof) hashes.push_back(log::to_hex(hash));
    return hashes;
}

LogHead shown(const log::SignedHead& signed_head, const log::PublicKey& key) {
    const auto& head = signed_head.head;
    return {head.size,
            log::to_hex(head.root),
            app::instant_of(head.at),
            log::to_base64(signed_head.signature),
            log::to_base64(key),
            log::to_note(signed_head, key)};
}

log::LeafHash leaf_hash_at(const log::Engine& engine, Position position) {
    log::LeafHash hash{};
    engine.read_all(position, log::Direction::forward, [&](const log::Record& record) {
        hash = record.leaf_hash;
        return false;
    });
    return hash;
}

InclusionProof inclusion(const log::Engine& engine, Position position, Position size) {
    const auto proof = engine.tree().inclusion(position, size);
    return {position, size, log::to_hex(leaf_hash_at(engine, position)),
            log::to_hex(engine.tree().root(size)), to_hex_each(proof)};
}

ConsistencyProof consistency(const log::Engine& engine, Position before, Position size) {
    const auto& tree = engine.tree();
    const auto proof = tree.consistency(before, size);
    return {before, size, log::to_hex(tree.root(before)), log::to_hex(tree.root(size)),
            to_hex_each(proof)};
}

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
    const auto signed_head = call.query("size") ? heads.of(size) : heads.newest();
    co_return answer(call, shown(signed_head, heads.public_key()), for_network());
}

boost::asio::awaitable<net::Response> key(Call call) {
    const auto& key = call.context().heads.public_key();
    co_return answer(call,
                     LogKey{log::origin_of(key), "Ed25519", log::to_base64(key), log::to_pem(key),
                            log::verifier_of(key)},
                     for_network());
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
        return position ? answer(call, inclusion(engine, *position, size), for_network())
                        : answer(call, consistency(engine, *before, size), for_network());
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

Receipt receipt_for(const Context& context, const std::vector<app::AppendedEvent>& events) {
    const auto newest = context.heads.newest();
    Receipt receipt{shown(newest, context.heads.public_key()), {}};
    for (const auto& event : events)
        receipt.events.push_back(
            inclusion(context.app.log().engine(), event.position, newest.head.size));
    return receipt;
}

std::span<const Route> proof_routes() {
    return table;
}

}  // namespace commonweal::api
