#pragma once
// What outsiders check the log by: signed heads of its Merkle tree, proofs, and receipts. Hashes
// are in hexadecimal, keys and signatures in base64.

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "domain/core/time.hpp"
#include "server/app/app.hpp"

namespace commonweal::api {

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

struct Context;
/// Of events that are in the log.
Receipt receipt_for(const Context& context, const std::vector<app::AppendedEvent>& events);

}  // namespace commonweal::api
