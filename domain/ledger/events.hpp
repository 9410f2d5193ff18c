#pragma once
// What a school's cover costs, and what is put into its account beside what it did. Stream:
// ledger/URN.

#include "domain/core/event.hpp"
#include "domain/core/personal.hpp"

namespace commonweal::ledger {

struct CoverRateSet {
    static constexpr std::string_view kind = "cover-rate-set";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A school said what a day of cover for one of its staff costs it.";
    SchoolId school;
    std::uint32_t pence_per_day = 0;
    Day from{};
    static constexpr std::array fields{Field{"school"}, Field{"pence_per_day", Visibility::parties},
                                       Field{"from", Visibility::parties}};
};
BOOST_DESCRIBE_STRUCT(CoverRateSet, (), (school, pence_per_day, from))

enum class EntryKind : std::uint8_t {
    opening = 1,    ///< what it had given and received before anything was written down here
    write_off = 2,  ///< what is owed and let go
    correction = 3,
};
BOOST_DESCRIBE_ENUM(EntryKind, opening, write_off, correction)

struct EntryMade {
    static constexpr std::string_view kind = "ledger-entry-made";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A coordinator put something into a school's account of giving and receiving.";
    SchoolId school;
    std::uint32_t number = 0;  ///< in the school's account, from 1
    NetworkId network;
    EntryKind entry = EntryKind::opening;
    Day day{};
    std::int32_t reviews = 0;  ///< more given (or fewer received) where it is above 0
    std::int32_t days = 0;     ///< reviewer-days, the same
    Personal<FreeText> reason;
    static constexpr std::array fields{
        Field{"school"},  Field{"number"},
        Field{"network"}, Field{"entry"},
        Field{"day"},     Field{"reviews"},
        Field{"days"},    Field{"reason", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(EntryMade, (), (school, number, network, entry, day, reviews, days, reason))

}  // namespace commonweal::ledger
