#pragma once
// The names of streams and the bytes of tags. Both are stored for ever and hold nothing personal.

#include <algorithm>
#include <array>
#include <string>

#include "domain/calendar/term_events.hpp"
#include "domain/core/id.hpp"

namespace commonweal::app {

inline std::string stream_of(SchoolId school) {
    return "school/" + to_text(school);
}
inline std::string stream_of(NetworkId id) {
    return "network/" + ulid_text(id.bytes);
}
inline std::string stream_of(ClusterId id) {
    return "cluster/" + ulid_text(id.bytes);
}
inline std::string stream_of(PersonId id) {
    return "person/" + ulid_text(id.bytes);
}
inline std::string stream_of(VisitId id) {
    return "visit/" + ulid_text(id.bytes);
}
inline std::string stream_of(ReviewId id) {
    return "review/" + ulid_text(id.bytes);
}

inline std::string stream_of(PartnershipId id) {
    return "partnership/" + ulid_text(id.bytes);
}

inline std::string stream_of(MeetingId id) {
    return "meeting/" + ulid_text(id.bytes);
}

/// Two schools and the purpose of a partnership, whichever of them proposed it.
struct Pair {
    SchoolId one;
    SchoolId other;
    std::string purpose;
};
inline std::string stream_of(const Pair& pair) {
    const auto [low, high] = std::minmax(pair.one, pair.other);
    return "pair/" + to_text(low) + "-" + to_text(high) + "/" + pair.purpose;
}

/// The streams of which there is one.
struct TheCalendar {};
inline std::string stream_of(TheCalendar) {
    return "calendar/days";
}
struct TheBankHolidays {};
inline std::string stream_of(TheBankHolidays) {
    return "calendar/bank-holidays";
}
struct PolicyName {
    std::string_view name;
};
inline std::string stream_of(PolicyName policy) {
    return "policy/" + std::string(policy.name);
}

/// The terms of an authority or a trust, or the days of a school.
inline std::string stream_of(const calendar::WhoseDays& whose) {
    return "terms/" + std::string(boost::describe::enum_to_string(whose.of, "")) + "-" + whose.code;
}

/// What a school gave and received beside what the log tells of itself.
struct LedgerOf {
    SchoolId school;
};
inline std::string stream_of(LedgerOf of) {
    return "ledger/" + to_text(of.school);
}

/// What a school was reminded of.
struct RemindersOf {
    SchoolId school;
};
inline std::string stream_of(RemindersOf of) {
    return "reminders/" + to_text(of.school);
}

/// What was redacted of an event.
struct RedactionOf {
    std::uint64_t event = 0;
};
inline std::string stream_of(RedactionOf of) {
    return "redaction/" + std::to_string(of.event);
}

/// A keyed hash of an e-mail address.
struct AddressHash {
    std::array<std::uint8_t, 32> bytes{};
};
std::string stream_of(const AddressHash& address);

/// The id of the thing whose stream it is, as it is written outside: "vis_01J…", "145398".
std::string id_in_stream(std::string_view stream);

namespace tag {

inline std::string bytes_of(char kind, const IdBytes& id) {
    return kind + std::string(id.begin(), id.end());
}
inline std::string kind(std::string_view name) {
    return "k" + std::string(name);
}
inline std::string school(SchoolId school) {
    return "s" + to_text(school);
}
inline std::string network(NetworkId id) {
    return bytes_of('n', id.bytes);
}
inline std::string cluster(ClusterId id) {
    return bytes_of('c', id.bytes);
}
inline std::string person(PersonId id) {
    return bytes_of('p', id.bytes);
}

/// The other way; none: it is a tag of something else.
inline std::optional<IdBytes> id_of(char kind, std::string_view tag) {
    IdBytes id;
    if (tag.size() != 1 + id.size() || tag.front() != kind) return std::nullopt;
    std::copy_n(tag.data() + 1, id.size(), reinterpret_cast<char*>(id.data()));
    return id;
}
inline std::optional<NetworkId> network_of(std::string_view tag) {
    const auto id = id_of('n', tag);
    return id ? std::optional(NetworkId{*id}) : std::nullopt;
}
inline std::optional<ClusterId> cluster_of(std::string_view tag) {
    const auto id = id_of('c', tag);
    return id ? std::optional(ClusterId{*id}) : std::nullopt;
}

}  // namespace tag
}  // namespace commonweal::app
