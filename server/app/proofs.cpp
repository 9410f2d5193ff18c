#include "server/app/proofs.hpp"

#include "server/app/decoded.hpp"
#include "server/log/base64.hpp"
#include "server/log/hex.hpp"

namespace commonweal::app {
namespace {

std::vector<std::string> to_hex_each(const log::merkle::Proof& proof) {
    std::vector<std::string> hashes;
    for (const auto& hash : proof) hashes.push_back(log::to_hex(hash));
    return hashes;
}

LogHead shown(const log::SignedHead& signed_head, const log::PublicKey& key) {
    const auto& head = signed_head.head;
    return {head.size,           log::to_hex(head.root),
            instant_of(head.at), log::to_base64(signed_head.signature),
            log::to_base64(key), log::to_note(signed_head, key)};
}

log::LeafHash leaf_hash_at(const log::Engine& engine, Position position) {
    log::LeafHash hash{};
    engine.read_all(position, log::Direction::forward, [&](const log::Record& record) {
        hash = record.leaf_hash;
        return false;
    });
    return hash;
}

}  // namespace

LogHead newest_head(const log::TreeHeads& heads) {
    return shown(heads.newest(), heads.public_key());
}

LogHead head_of(const log::TreeHeads& heads, Position size) {
    return shown(heads.of(size), heads.public_key());
}

LogKey key_of(const log::TreeHeads& heads) {
    const auto& key = heads.public_key();
    return {log::origin_of(key), "Ed25519", log::to_base64(key), log::to_pem(key),
            log::verifier_of(key)};
}

InclusionProof prove_inclusion(const log::Engine& engine, Position position, Position size) {
    const auto proof = engine.tree().inclusion(position, size);
    return {position, size, log::to_hex(leaf_hash_at(engine, position)),
            log::to_hex(engine.tree().root(size)), to_hex_each(proof)};
}

ConsistencyProof prove_consistency(const log::Engine& engine, Position before, Position size) {
    const auto& tree = engine.tree();
    const auto proof = tree.consistency(before, size);
    return {before, size, log::to_hex(tree.root(before)), log::to_hex(tree.root(size)),
            to_hex_each(proof)};
}

Receipt receipt_for(const log::Engine& engine, const log::TreeHeads& heads,
                    const std::vector<AppendedEvent>& events) {
    Receipt receipt{newest_head(heads), {}};
    for (const auto& event : events)
        receipt.events.push_back(prove_inclusion(engine, event.position, receipt.head.size));
    return receipt;
}

LoggedEvent logged(const log::Record& record) {
    return {record.position,
            instant_of(record.recorded_at),
            record.kind,
            record.schema_version,
            record.stream,
            record.version,
            log::to_hex(record.commit_id),
            log::to_hex(record.leaf_hash)};
}

std::string raw_body(const log::Record& record) {
    return log::to_base64(
        std::span(reinterpret_cast<const std::uint8_t*>(record.body.data()), record.body.size()));
}

}  // namespace commonweal::app
