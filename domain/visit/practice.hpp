#pragma once
// What a school took over from a visit, and what became of it. On the stream of the visit.

#include <vector>

#include "domain/core/event.hpp"
#include "domain/core/personal.hpp"
#include "domain/visit/side.hpp"

namespace commonweal::visit {

/// What has become of a practice that was adopted.
enum class InUse : std::uint8_t { as_seen = 1, adapted = 2, given_up = 3 };
BOOST_DESCRIBE_ENUM(InUse, as_seen, adapted, given_up)

struct PracticeAdopted {
    static constexpr std::string_view kind = "visit-practice-adopted";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A school took over a practice from a visit.";
    VisitId visit;
    std::uint32_t number = 0;  ///< within the visit, from 1
    Side side = Side::guest;   ///< that took it over
    Day day{};
    Personal<FreeText> practice;
    static constexpr std::array fields{Field{"visit"}, Field{"number"}, Field{"side"}, Field{"day"},
                                       Field{"practice", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(PracticeAdopted, (), (visit, number, side, day, practice))

struct PracticeFollowedUp {
    static constexpr std::string_view kind = "visit-practice-followed-up";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A school said what became of a practice that it had taken over.";
    VisitId visit;
    std::uint32_t number = 0;
    Day day{};
    InUse in_use = InUse::as_seen;
    Personal<FreeText> note;
    static constexpr std::array fields{Field{"visit"}, Field{"number"}, Field{"day"},
                                       Field{"in_use"},
                                       Field{"note", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(PracticeFollowedUp, (), (visit, number, day, in_use, note))

struct FollowUp {
    Day day{};
    InUse in_use = InUse::as_seen;
    Personal<FreeText> note;
};
BOOST_DESCRIBE_STRUCT(FollowUp, (), (day, in_use, note))

struct Practice {
    std::uint32_t number = 0;
    Side side = Side::guest;
    Day day{};  ///< on which it was adopted
    Personal<FreeText> practice;
    std::vector<FollowUp> follow_ups;  ///< oldest first
};
BOOST_DESCRIBE_STRUCT(Practice, (), (number, side, day, practice, follow_ups))

inline constexpr std::size_t practices_max = 20;   ///< of one visit
inline constexpr std::size_t follow_ups_max = 20;  ///< of one practice

struct AdoptPractice {
    Side side = Side::guest;
    Personal<FreeText> practice;
};
BOOST_DESCRIBE_STRUCT(AdoptPractice, (), (side, practice))

/// By the school that adopted it.
struct FollowUpPractice {
    std::uint32_t number = 0;
    InUse in_use = InUse::as_seen;
    Personal<FreeText> note;
};
BOOST_DESCRIBE_STRUCT(FollowUpPractice, (), (number, in_use, note))

}  // namespace commonweal::visit
