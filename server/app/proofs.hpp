#pragma once
// What outsiders check the log by: signed heads of its Merkle tree, proofs, and receipts. Hashes
// are in hexadecimal, keys and signatures in base64.

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "server/app/app.hpp"
#include "server/log/tree_heads.hpp"

namespace commonweal::app {

struct LogHead {
    Position size = 0;
    std::string root;
    Instant at{};           ///< when the last of the records was recorded
    std::string signature;  ///< Ed25519, over the first four lines of the note
    std::string key;
    std::string note;  ///< the whole as a signed note (C2SP tlog-checkpoint)
};
BOOST_DESCRIBE_STRUCT(LogHead, (), (size, root, at, signature, key, note))

struct LogKey {
    std::string origin;  ///< what this log is called in its notes
    std::string algorithm;
    std::string key;
    std::string pem;
    std::string verifier;  ///< as verifiers of signed notes take it
};
BOOST_DESCRIBE_STRUCT(LogKey, (), (origin, algorithm, key, pem, verifier))

/// That the record at a position is among the first `size` (RFC 9162, 2.1.3).
struct InclusionProof {
    Position position = 0;
    Position size = 0;
    std::string leaf_hash;
    std::string root;
    std::vector<std::string> proof;
};
BOOST_DESCRIBE_STRUCT(InclusionProof, (), (position, size, leaf_hash, root, proof))

/// That the first `before` records are the beginning of the first `size` (RFC 9162, 2.1.4).
struct ConsistencyProof {
    Position before = 0;
    Position size = 0;
    std::string root_before;
    std::string root;
    std::vector<std::string> proof;
};
BOOST_DESCRIBE_STRUCT(ConsistencyProof, (), (before, size, root_before, root, proof))

/// What the writer keeps: with it anybody can show later that the log had these events.
struct Receipt {
    LogHead head;
    std::vector<InclusionProof> events;
};
BOOST_DESCRIBE_STRUCT(Receipt, (), (head, events))

/// An event as the log has it. With it come "said" (the two times and two people) and "event" (its
/// own fields), as far as the reader may see them; of a kind that this program does not know, "raw"
/// for administrators.
struct LoggedEvent {
    Position position = 0;
    Instant recorded{};
    std::string kind;
    std::uint16_t schema_version = 1;
    std::string stream;
    Version version = 0;
    std::string correlation;  ///< the same for all events of one commit
    std::string leaf_hash;
};
BOOST_DESCRIBE_STRUCT(LoggedEvent, (),
                      (position, recorded, kind, schema_version, stream, version, correlation,
                       leaf_hash))

/// Of all that is acknowledged.
LogHead newest_head(const log::TreeHeads& heads);
/// Of the first so many, which are acknowledged.
LogHead head_of(const log::TreeHeads& heads, Position size);
LogKey key_of(const log::TreeHeads& heads);
/// std::invalid_argument, in words, for what the log does not reach.
InclusionProof prove_inclusion(const log::Engine& engine, Position position, Position size);
ConsistencyProof prove_consistency(const log::Engine& engine, Position before, Position size);
/// Of events that are in the log.
Receipt receipt_for(const log::Engine& engine, const log::TreeHeads& heads,
                    const std::vector<AppendedEvent>& events);

LoggedEvent logged(const log::Record& record);
/// Its bytes as they are stored, in base64.
std::string raw_body(const log::Record& record);

}  // namespace commonweal::app
