#pragma once
// A partnership from the proposal to its end, with what the partners did and what it changed.

#include <variant>

#include "domain/core/asked.hpp"
#include "domain/network/network.hpp"
#include "domain/partnership/events.hpp"
#include "domain/school/school.hpp"

namespace commonweal {

namespace partnership {

enum class Stage : std::uint8_t { none, proposed, active, paused, declined, withdrawn, ended };
BOOST_DESCRIBE_ENUM(Stage, none, proposed, active, paused, declined, withdrawn, ended)

struct Activity {
    std::uint32_t number = 0;  ///< from 1, in the order in which they were written down
    Day day{};
    Side side = Side::school;
    Personal<FreeText> activity;
};
BOOST_DESCRIBE_STRUCT(Activity, (), (number, day, side, activity))

struct Effect {
    std::uint32_t number = 0;  ///< from 1, in the order in which they were noted
    Side side = Side::school;
    Personal<FreeText> effect;
    Personal<FreeText> evidence;
};
BOOST_DESCRIBE_STRUCT(Effect, (), (number, side, effect, evidence))

/// The newest are kept in the state; all are in the log.
inline constexpr std::size_t kept_max = 100;

}  // namespace partnership

struct Partnership {
    static constexpr std::string_view noun = "partnership";
    PartnershipId id;
    partnership::Stage stage = partnership::Stage::none;
    SchoolId school;
    SchoolId partner;
    NetworkId network;
    std::vector<ClusterId> clusters;
    std::string purpose;
    Personal<FreeText> note;
    Personal<FreeText> partner_note;
    Personal<FreeText> reason;  ///< of the last decline, withdrawal, pause or end
    std::vector<partnership::Activity> activities;
    std::uint32_t activities_written = 0;  ///< ever
    std::vector<partnership::Effect> effects;
    std::uint32_t effects_noted = 0;  ///< ever
    bool attested = false;            ///< of earlier times, entered on somebody's word

    bool known() const { return stage != partnership::Stage::none; }
    /// nullptr: none of those that are kept has that number.
    const partnership::Activity* activity(std::uint32_t number) const;
    const partnership::Effect* effect(std::uint32_t number) const;
};

/// Two schools and a purpose: whose open partnership it is, if they have one.
struct Pairing {
    std::optional<PartnershipId> open;
};

namespace partnership {

/// Proposes a partnership. The purpose is a code of the network's list.
struct Propose {
    SchoolId school;
    SchoolId with;
    std::optional<NetworkId> network;  ///< none: the network that both schools belong to
    std::string purpose;
    Personal<FreeText> note;
};
BOOST_DESCRIBE_STRUCT(Propose, (), (school, with, network, purpose, note))

struct Accept {
    Personal<FreeText> note;
};
BOOST_DESCRIBE_STRUCT(Accept, (), (note))

struct Decline {
    Personal<FreeText> reason;
};
BOOST_DESCRIBE_STRUCT(Decline, (), (reason))

/// Takes a proposal back that nobody has answered.
struct Withdraw {
    Personal<FreeText> reason;
};
BOOST_DESCRIBE_STRUCT(Withdraw, (), (reason))

/// Writes down what the partners did on a day, today or earlier.
struct LogActivity {
    Side side = Side::school;
    Day day{};
    Personal<FreeText> activity;
};
BOOST_DESCRIBE_STRUCT(LogActivity, (), (side, day, activity))

/// Writes down what has changed; the evidence says what shows it.
struct NoteEffect {
    Side side = Side::school;
    Personal<FreeText> effect;
    Personal<FreeText> evidence;
};
BOOST_DESCRIBE_STRUCT(NoteEffect, (), (side, effect, evidence))

struct Pause {
    Personal<FreeText> reason;
};
BOOST_DESCRIBE_STRUCT(Pause, (), (reason))

struct Resume {};
BOOST_DESCRIBE_STRUCT(Resume, (), ())

struct End {
    Personal<FreeText> reason;
};
BOOST_DESCRIBE_STRUCT(End, (), (reason))

/// Says anew what was done and when, in the place of what was written down.
struct CorrectActivity {
    std::uint32_t number = 0;
    Day day{};
    Personal<FreeText> activity;
};
BOOST_DESCRIBE_STRUCT(CorrectActivity, (), (number, day, activity))

/// Says anew what has changed and what shows it, in the place of what was noted.
struct CorrectEffect {
    std::uint32_t number = 0;
    Personal<FreeText> effect;
    Personal<FreeText> evidence;
};
BOOST_DESCRIBE_STRUCT(CorrectEffect, (), (number, effect, evidence))

/// Enters a partnership that began in earlier times and goes on.
struct Attest {
    SchoolId school;
    SchoolId with;
    NetworkId network;
    std::string purpose;
    Day since{};
};
BOOST_DESCRIBE_STRUCT(Attest, (), (school, with, network, purpose, since))

using Fact =
    std::variant<Proposed, Accepted, Declined, Withdrawn, ActivityLogged, EffectNoted, Paused,
                 Resumed, Ended, CarriedOver, Attested, ActivityCorrected, EffectCorrected>;
using PairFact = std::variant<PairTaken, PairFreed>;

/// What a command comes to, and what that means for the pair.
struct Facts {
    Fact partnership;
    std::optional<PairFact> pair;
};

/// The schools, the network and the pair as they are when a partnership is proposed.
struct Surroundings {
    const School& school;
    const School& partner;
    const Network& network;
    const Pairing& pair;
};

Decision<Facts> decide(const Partnership& partnership, PartnershipId id, const Surroundings& around,
                       const Propose& command);
Decision<Facts> decide(const Partnership& partnership, const Accept& command, const Asked& asked);
Decision<Facts> decide(const Partnership& partnership, const Decline& command, const Asked& asked);
Decision<Facts> decide(const Partnership& partnership, const Withdraw& command, const Asked& asked);
Decision<Facts> decide(const Partnership& partnership, const LogActivity& command,
                       const Asked& asked);
Decision<Facts> decide(const Partnership& partnership, const NoteEffect& command,
                       const Asked& asked);
Decision<Facts> decide(const Partnership& partnership, const Pause& command, const Asked& asked);
Decision<Facts> decide(const Partnership& partnership, const Resume& command, const Asked& asked);
Decision<Facts> decide(const Partnership& partnership, const End& command, const Asked& asked);

Decision<Facts> decide(const Partnership& partnership, PartnershipId id, const Surroundings& around,
                       const Attest& command, const Asked& asked);
/// Only the side that wrote it down corrects it, and while it is among those that are kept.
Decision<Facts> decide(const Partnership& partnership, const CorrectActivity& command,
                       const Asked& asked);
Decision<Facts> decide(const Partnership& partnership, const CorrectEffect& command,
                       const Asked& asked);
/// What is asked of the words of an effect, noted first or anew.
Decision<std::monostate> check_effect(const Personal<FreeText>& effect,
                                      const Personal<FreeText>& evidence);
/// What happens to the partnership, to the pair that it was, and to the one that it becomes.
struct CarriedOverFacts {
    CarriedOver partnership;
    PairFreed before;
    PairTaken after;
};
/// `pair`: of the school that stays and the one to which it goes, for the same purpose.
Decision<CarriedOverFacts> decide(const Partnership& partnership, const Pairing& pair,
                                  const school::CarryOver& command);

void evolve(Partnership& partnership, const CarriedOver& fact);
void evolve(Partnership& partnership, const Attested& fact);
void evolve(Partnership& partnership, const ActivityCorrected& fact);
void evolve(Partnership& partnership, const EffectCorrected& fact);
void evolve(Partnership& partnership, const Fact& fact);
void evolve(Pairing& pair, const PairFact& fact);

}  // namespace partnership
}  // namespace commonweal
