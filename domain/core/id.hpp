#pragma once
// Strong ids. An id of one kind cannot be taken for another; inside it is 16 bytes (a ULID),
// outside it is `prefix_` and 26 characters of Crockford base 32. A school's id is its URN.

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace commonweal {

using IdBytes = std::array<std::uint8_t, 16>;

/// 26 characters of Crockford base 32, as a ULID is written.
std::string ulid_text(const IdBytes& bytes);
/// None where the text is not exactly 26 characters of a ULID. Small letters are taken too.
std::optional<IdBytes> parse_ulid(std::string_view text);

template <class Tag>
struct Id {
    using Kind = Tag;
    IdBytes bytes{};
    auto operator<=>(const Id&) const = default;
};

struct NetworkTag {
    static constexpr std::string_view prefix = "net";
};
struct ClusterTag {
    static constexpr std::string_view prefix = "clu";
};
struct VisitTag {
    static constexpr std::string_view prefix = "vis";
};
struct ReviewTag {
    static constexpr std::string_view prefix = "rev";
};
struct PartnershipTag {
    static constexpr std::string_view prefix = "par";
};
struct MeetingTag {
    static constexpr std::string_view prefix = "mee";
};
struct PersonTag {
    static constexpr std::string_view prefix = "per";
};
using NetworkId = Id<NetworkTag>;
using ClusterId = Id<ClusterTag>;
using VisitId = Id<VisitTag>;
using ReviewId = Id<ReviewTag>;
using PartnershipId = Id<PartnershipTag>;
using MeetingId = Id<MeetingTag>;
using PersonId = Id<PersonTag>;

template <class Tag>
std::string to_text(const Id<Tag>& id) {
    return std::string(Tag::prefix) + "_" + ulid_text(id.bytes);
}

/// None where the prefix is another kind's or the rest is not a ULID.
template <class Tag>
std::optional<Id<Tag>> parse_id(std::string_view text) {
    if (!text.starts_with(Tag::prefix) || text.size() <= Tag::prefix.size() ||
        text[Tag::prefix.size()] != '_')
        return std::nullopt;
    const auto bytes = parse_ulid(text.substr(Tag::prefix.size() + 1));
    if (!bytes) return std::nullopt;
    return Id<Tag>{*bytes};
}

/// A school's Unique Reference Number; 0 stands for none.
struct SchoolId {
    std::uint32_t urn = 0;
    auto operator<=>(const SchoolId&) const = default;
};

std::string to_text(SchoolId school);
/// None where the text is not a whole number from 1 to 99,999,999 without leading zeros.
std::optional<SchoolId> parse_school(std::string_view text);

}  // namespace commonweal

template <class Tag>
struct std::hash<commonweal::Id<Tag>> {
    std::size_t operator()(const commonweal::Id<Tag>& id) const noexcept {
        std::size_t random_part;  // the last ten bytes of a ULID are random
        std::memcpy(&random_part, id.bytes.data() + 8, sizeof random_part);
        return random_part;
    }
};

template <>
struct std::hash<commonweal::SchoolId> {
    std::size_t operator()(commonweal::SchoolId school) const noexcept {
        return school.urn * std::size_t{0x9E3779B97F4A7C15};
    }
};
