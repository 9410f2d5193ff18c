#pragma once
// A partnership: two schools that agreed to work together for a purpose. Streams: partnership/ID,
// and pair/URN-URN/PURPOSE (the lower URN first), whose last event says whether the pair has an
// open partnership for that purpose: there is at most one.

#include <string>
#include <vector>

#include "domain/core/event.hpp"
#include "domain/core/personal.hpp"

namespace commonweal::partnership {

/// Which side of a partnership somebody speaks for.
enum class Side : std::uint8_t { school = 1, partner = 2 };
BOOST_DESCRIBE_ENUM(Side, school, partner)

struct Proposed {
    static constexpr std::string_view kind = "partnership-proposed";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A school proposed to another to work together.";
    PartnershipId partnership;
    SchoolId school;  ///< that proposed it
    SchoolId partner;
    NetworkId network;
    std::vector<ClusterId> clusters;  ///< of either school at that moment: it counts there
    std::string purpose;              ///< a code of the network's list
    Personal<FreeText> note;
    static constexpr std::array fields{Field{"partnership"},
                                       Field{"school"},
                                       Field{"partner"},
                                       Field{"network"},
                                       Field{"clusters"},
                                       Field{"purpose"},
                                       Field{"note", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(Proposed, (),
                      (partnership, school, partner, network, clusters, purpose, note))

struct Withdrawn {
    static constexpr std::string_view kind = "partnership-withdrawn";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "Whoever proposed a partnership took the proposal back before it was answered.";
    PartnershipId partnership;
    Personal<FreeText> reason;
    static constexpr std::array fields{Field{"partnership"},
                                       Field{"reason", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(Withdrawn, (), (partnership, reason))

struct Accepted {
    static constexpr std::string_view kind = "partnership-accepted";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "The other school said yes to a partnership.";
    PartnershipId partnership;
    Personal<FreeText> note;
    static constexpr std::array fields{Field{"partnership"},
                                       Field{"note", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(Accepted, (), (partnership, note))

struct Declined {
    static constexpr std::string_view kind = "partnership-declined";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "The other school said no to a partnership.";
    PartnershipId partnership;
    Personal<FreeText> reason;
    static constexpr std::array fields{Field{"partnership"},
                                       Field{"reason", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(Declined, (), (partnership, reason))

struct ActivityLogged {
    static constexpr std::string_view kind = "partnership-activity-logged";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "Partners did something together.";
    PartnershipId partnership;
    Side side = Side::school;  ///< that wrote it down
    Day day{};
    Personal<FreeText> activity;
    static constexpr std::array fields{Field{"partnership"}, Field{"side"}, Field{"day"},
                                       Field{"activity", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(ActivityLogged, (), (partnership, side, day, activity))

struct EffectNoted {
    static constexpr std::string_view kind = "partnership-effect-noted";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "One side wrote what a partnership has changed, and what shows it.";
    PartnershipId partnership;
    Side side = Side::school;
    Personal<FreeText> effect;
    Personal<FreeText> evidence;
    static constexpr std::array fields{Field{"partnership"}, Field{"side"},
                                       Field{"effect", Visibility::parties, InExports::left_out},
                                       Field{"evidence", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(EffectNoted, (), (partnership, side, effect, evidence))

struct Paused {
    static constexpr std::string_view kind = "partnership-paused";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A partnership rests for a while.";
    PartnershipId partnership;
    Personal<FreeText> reason;
    static constexpr std::array fields{Field{"partnership"},
                                       Field{"reason", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(Paused, (), (partnership, reason))

struct Resumed {
    static constexpr std::string_view kind = "partnership-resumed";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A partnership that rested goes on.";
    PartnershipId partnership;
    static constexpr std::array fields{Field{"partnership"}};
};
BOOST_DESCRIBE_STRUCT(Resumed, (), (partnership))

struct Ended {
    static constexpr std::string_view kind = "partnership-ended";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A partnership came to its end.";
    PartnershipId partnership;
    Personal<FreeText> reason;
    static constexpr std::array fields{Field{"partnership"},
                                       Field{"reason", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(Ended, (), (partnership, reason))

struct PairTaken {
    static constexpr std::string_view kind = "partnership-pair-taken";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "Two schools have an open partnership for a purpose: there cannot be another.";
    PartnershipId partnership;
    static constexpr std::array fields{Field{"partnership"}};
};
BOOST_DESCRIBE_STRUCT(PairTaken, (), (partnership))

struct PairFreed {
    static constexpr std::string_view kind = "partnership-pair-freed";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "Two schools no longer have an open partnership for a purpose.";
    PartnershipId partnership;
    static constexpr std::array fields{Field{"partnership"}};
};
BOOST_DESCRIBE_STRUCT(PairFreed, (), (partnership))

/// What was said of an activity was wrong; the corrected event is named beside it.
struct ActivityCorrected {
    static constexpr std::string_view kind = "partnership-activity-corrected";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "What was written down of a partnership's activity was wrong, and stands corrected.";
    PartnershipId partnership;
    std::uint32_t number = 0;  ///< of the activity: the first that was written down is 1
    Day day{};
    Personal<FreeText> activity;
    static constexpr std::array fields{Field{"partnership"}, Field{"number"}, Field{"day"},
                                       Field{"activity", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(ActivityCorrected, (), (partnership, number, day, activity))

/// What was said of an effect was wrong; the corrected event is named beside it.
struct EffectCorrected {
    static constexpr std::string_view kind = "partnership-effect-corrected";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "What was written of a partnership's effect was wrong, and stands corrected.";
    PartnershipId partnership;
    std::uint32_t number = 0;  ///< of the effect: the first that was noted is 1
    Personal<FreeText> effect;
    Personal<FreeText> evidence;
    static constexpr std::array fields{Field{"partnership"}, Field{"number"},
                                       Field{"effect", Visibility::parties, InExports::left_out},
                                       Field{"evidence", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(EffectCorrected, (), (partnership, number, effect, evidence))

/// One of the two schools changed, and this goes with it (school-handed-on, in the same commit).
struct CarriedOver {
    static constexpr std::string_view kind = "partnership-carried-over";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A partnership went from a school to the one that followed it.";
    PartnershipId partnership;
    SchoolId from;
    SchoolId to;
    static constexpr std::array fields{Field{"partnership"}, Field{"from"}, Field{"to"}};
};
BOOST_DESCRIBE_STRUCT(CarriedOver, (), (partnership, from, to))

/// Of the time before the log: on the word of whoever enters it, with its own day.
struct Attested {
    static constexpr std::string_view kind = "partnership-attested";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A partnership that began in earlier times was entered on somebody's word.";
    PartnershipId partnership;
    SchoolId school;
    SchoolId partner;
    NetworkId network;
    std::vector<ClusterId> clusters;  ///< of either school when it was entered: it counts there
    std::string purpose;              ///< a code of the network's list
    Day since{};
    static constexpr std::array fields{Field{"partnership"}, Field{"school"},   Field{"partner"},
                                       Field{"network"},     Field{"clusters"}, Field{"purpose"},
                                       Field{"since"}};
};
BOOST_DESCRIBE_STRUCT(Attested, (),
                      (partnership, school, partner, network, clusters, purpose, since))

}  // namespace commonweal::partnership
