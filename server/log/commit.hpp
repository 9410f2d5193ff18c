#pragma once
// The values that go into the log and come out of it. Bytes only: the log knows no school.

#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace commonweal::log {

/// Dense, from 1; 0 stands for "before everything".
using Position = std::uint64_t;
/// Dense within a stream, from 1; 0 stands for "does not exist yet".
using Version = std::uint64_t;
/// Microseconds since 1970-01-01T00:00:00Z.
using InstantUs = std::int64_t;

/// What makes a repeated append the same append: derived by the caller, 16 opaque bytes.
using CommitId = std::array<std::uint8_t, 16>;
/// A keyed digest of the request behind a commit, so that an id is not used for another request.
/// Kept outside the leaf. All zero: the caller has none, and repeats are not compared.
using Fingerprint = std::array<std::uint8_t, 32>;
using LeafHash = std::array<std::uint8_t, 32>;

/// The version a stream must have for a commit to be taken (also of streams that it only read).
struct Condition {
    std::string stream;
    Version version = 0;
    bool operator==(const Condition&) const = default;
};

/// One event as it is handed in. The log adds position, version and time.
struct NewEvent {
    std::string stream;
    std::vector<std::string> tags;  ///< opaque, sorted and unique when stored
    std::string kind;
    std::uint16_t schema_version = 1;
    std::string body;
    bool operator==(const NewEvent&) const = default;
};

/// All or nothing: every event, in order, on one or more streams.
struct Commit {
    CommitId id{};
    Fingerprint fingerprint{};
    InstantUs recorded_at = 0;  ///< raised to the last commit's, if it is earlier
    std::vector<Condition> conditions;
    std::vector<NewEvent> events;
};

/// One event as it is stored: the fields of the leaf (FORMAT.md), and its hash.
struct Record {
    Position position = 0;
    CommitId commit_id{};
    std::uint16_t index = 0;  ///< within the commit, from 0
    std::uint16_t count = 1;  ///< events in the commit
    InstantUs recorded_at = 0;
    std::string stream;
    Version version = 0;
    std::vector<std::string> tags;
    std::string kind;
    std::uint16_t schema_version = 1;
    std::string body;
    LeafHash leaf_hash{};
    bool operator==(const Record&) const = default;
};

/// The commit is durable. `repeated`: it was already there from an earlier append of the same id.
struct Appended {
    Position first = 0;
    Position last = 0;
    InstantUs recorded_at = 0;
    bool repeated = false;
    bool operator==(const Appended&) const = default;
};
/// A stream has moved on; nothing was written.
struct Conflict {
    std::string stream;
    Version expected = 0;
    Version actual = 0;
    bool operator==(const Conflict&) const = default;
};
/// The same id was used before for another request; nothing was written.
struct IdReused {
    bool operator==(const IdReused&) const = default;
};
/// The commit breaks a bound of the log (bytes, events, empty); nothing was written.
struct Unacceptable {
    std::string reason;
    bool operator==(const Unacceptable&) const = default;
};
/// The disk failed while writing: ask again with the same id. Writing has stopped.
struct OutcomeUnknown {
    std::string reason;
    bool operator==(const OutcomeUnknown&) const = default;
};
using AppendResult = std::variant<Appended, Conflict, IdReused, Unacceptable, OutcomeUnknown>;

inline constexpr std::size_t commit_bytes_max = 1U << 20U;
inline constexpr std::size_t commit_events_max = 4096;
inline constexpr std::size_t name_bytes_max = 255;  ///< of a stream, a tag, a kind
inline constexpr std::size_t tags_max = 64;

}  // namespace commonweal::log
