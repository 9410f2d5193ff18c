#include "tests/api/kill_checks.hpp"

#include "server/log/base64.hpp"
#include "server/log/merkle.hpp"
#include "server/log/tree_head.hpp"
#include "tests/log/hex.hpp"

namespace commonweal::api::testing {
namespace {

using boost::json::value;

/// Of what was told in earlier rounds, in each.
constexpr std::size_t sample = 20;
constexpr std::size_t asked_again = 5;

log::LeafHash hash_of(const value& hex) {
    const auto bytes = log::testing::from_hex(std::string(hex.as_string()));
    log::LeafHash hash{};
    if (bytes.size() != hash.size()) throw std::runtime_error("no hash: " + serialize(hex));
    std::ranges::copy(bytes, hash.begin());
    return hash;
}
log::merkle::Proof proof_of(const value& answer) {
    log::merkle::Proof proof;
    for (const auto& hash : answer.at("proof").as_array()) proof.push_back(hash_of(hash));
    return proof;
}
std::uint64_t number(const value& answer, const char* name) {
    return answer.at(name).to_number<std::uint64_t>();
}
/// A text's value; empty where it is not said.
std::string text(const value& answer, const char* name) {
    const auto* found = answer.as_object().if_contains(name);
    return found != nullptr && found->is_string() ? std::string(found->as_string()) : "";
}

}  // namespace

/// The answer's body; what is no success is a complaint, and null.
value KillChecks::get(KeptConnection& connection, const std::string& target) {
    auto answer = connection.get(target, cast_->coordinator);
    if (answer.status == 200) return std::move(answer.json);
    oracle_->complain(target + ": " + answer.head + answer.text);
    return nullptr;
}

void KillChecks::after_restart(unsigned short port, std::mt19937& random) {
    KeptConnection connection(port);
    check_head(connection);
    const auto& told = oracle_->told();
    const auto before = checked_;
    for (; checked_ < told.size(); ++checked_) check(connection, told[checked_]);
    for (std::size_t i = 0; i < sample && before > 0; ++i)
        check(connection, told[random() % before]);
    for (std::size_t i = 0; i < asked_again && !told.empty(); ++i)
        check_asked_again(connection, told[random() % told.size()]);
}

void KillChecks::all(unsigned short port) {
    KeptConnection connection(port);
    check_head(connection);
    for (const auto& told : oracle_->told()) check(connection, told);
    check_list(connection);
}

void KillChecks::check_key(KeptConnection& connection) {
    const auto key = text(get(connection, "/api/v1/log/key"), "key");
    if (key_.empty()) key_ = key;
    if (key != key_) oracle_->complain("the log has another key: " + key);
}

void KillChecks::check_head(KeptConnection& connection) {
    check_key(connection);
    head_ = get(connection, "/api/v1/log/head");
    log::PublicKey key{};
    const auto signed_head = log::from_base64(key_, key) ? log::read_note(text(head_, "note"), key)
                                                         : std::optional<log::SignedHead>{};
    if (!signed_head || signed_head->head.size != number(head_, "size") ||
        signed_head->head.root != hash_of(head_.at("root")))
        oracle_->complain("the head is not signed: " + serialize(head_));
    if (number(head_, "size") < oracle_->last_position())
        oracle_->complain("the log ends at " + std::to_string(number(head_, "size")) + ", but " +
                          std::to_string(oracle_->last_position()) + " was acknowledged");
    else
        check_consistency(connection, head_);
    oracle_->began_at(number(head_, "size"));
    oracle_->keep(head_);
}

void KillChecks::check_consistency(KeptConnection& connection, const value& head) {
    const auto& kept = oracle_->newest();
    if (kept.size == 0) return;
    const auto proof = get(connection, "/api/v1/log/proof?before=" + std::to_string(kept.size) +
                                           "&size=" + std::to_string(number(head, "size")));
    log::LeafHasher hasher;
    if (proof.is_null() ||
        !log::merkle::proves_consistency(proof_of(proof), kept.size, hash_of(value(kept.root)),
                                         number(head, "size"), hash_of(head.at("root")), hasher))
        oracle_->complain("the kept head of " + std::to_string(kept.size) +
                          " is not the beginning of " + serialize(head));
}

void KillChecks::check(KeptConnection& connection, const Told& told) {
    for (const auto& event : told.events) check_record(connection, event);
    const auto visit = get(connection, "/api/v1/visits/" + told.visit);
    if (visit.is_null()) return;
    const bool is_noted =
        told.asked.step == Step::record_held ||
        told.asked.key == text(visit, told.asked.step == Step::agree ? "host_note" : "note");
    if (number(visit, "version") < told.version || !is_noted)
        oracle_->complain(told.asked.key + " at version " + std::to_string(told.version) +
                          " is now " + serialize(visit));
}

void KillChecks::check_record(KeptConnection& connection, const ToldEvent& event) {
    const auto proof =
        get(connection, "/api/v1/log/proof?position=" + std::to_string(event.position) +
                            "&size=" + std::to_string(number(head_, "size")));
    log::LeafHasher hasher;
    ++records;
    if (proof.is_null() || text(proof, "leaf_hash") != event.leaf_hash ||
        !log::merkle::proves_inclusion(proof_of(proof), hash_of(value(event.leaf_hash)),
                                       event.position - 1, number(head_, "size"),
                                       hash_of(head_.at("root")), hasher))
        oracle_->complain("position " + std::to_string(event.position) + " was " + event.leaf_hash +
                          " and is " + serialize(proof));
}

void KillChecks::check_asked_again(KeptConnection& connection, const Told& told) {
    const auto answer = connection.post(told.asked);
    if (answer.status == 200 || answer.status == 201)
        oracle_->heard(told.asked, answer.json);
    else
        oracle_->complain(told.asked.key + ", asked again: " + answer.head + answer.text);
}

}  // namespace commonweal::api::testing
