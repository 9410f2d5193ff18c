#pragma once
// The head of the log's tree: how many records, and their root; signed, as the text of a
// "checkpoint" (C2SP tlog-checkpoint, a signed note), which other tools read too:
//
//     commonweal-log/1f2e3d4c5b6a7988      the log, named after its key
//     12345                                records
//     rTjC…=                               the root, in base64
//     recorded-at 1763853600000000         of the last of them, microseconds since 1970 (UTC)
//
//     — commonweal-log/1f2e3d4c5b6a7988 Vq8d…    the key's number and the signature, in base64
//
// What is signed are the first four lines. The same records give the same bytes, whoever asks.
//
// Threads: all of this is free of state. Failure: a note that is none gives nothing.

#include <optional>
#include <string>
#include <string_view>

#include "server/log/leaf_hash.hpp"
#include "server/log/signing_key.hpp"

namespace commonweal::log {

struct TreeHead {
    std::uint64_t size = 0;  ///< records; the position of the last
    LeafHash root{};
    InstantUs at = 0;  ///< when the last was recorded; 0 where there is none
    bool operator==(const TreeHead&) const = default;
};

struct SignedHead {
    TreeHead head;
    Signature signature{};
    bool operator==(const SignedHead&) const = default;
};

/// What the log of a key is called, everywhere and for ever.
std::string origin_of(const PublicKey& key);
/// The public key as verifiers of signed notes take it: name+number+key.
std::string verifier_of(const PublicKey& key);

SignedHead sign(const TreeHead& head, const SigningKey& key);
bool is_signed_by(const PublicKey& key, const SignedHead& head);

std::string to_note(const SignedHead& head, const PublicKey& key);
/// The head that a note tells. None: it is no note of the log of this key, or its signature is
/// wrong.
std::optional<SignedHead> read_note(std::string_view note, const PublicKey& key);

}  // namespace commonweal::log
