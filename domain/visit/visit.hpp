#pragma once
// A practice-sharing visit from the request to both sides' reflections.

#include <variant>

#include "domain/core/asked.hpp"
#include "domain/network/network.hpp"
#include "domain/school/school.hpp"
#include "domain/visit/events.hpp"

namespace commonweal {

namespace visit {
enum class Stage : std::uint8_t { none, requested, agreed, dated, held, declined, cancelled };
BOOST_DESCRIBE_ENUM(Stage, none, requested, agreed, dated, held, declined, cancelled)

/// How far the return visit is. Offered, it is owed once the visit was held.
enum class Return : std::uint8_t { none, offered, arranged, paid, waived };
BOOST_DESCRIBE_ENUM(Return, none, offered, arranged, paid, waived)
}  // namespace visit

struct Visit {
    static constexpr std::string_view noun = "visit";
    VisitId id;
    visit::Stage stage = visit::Stage::none;
    SchoolId guest;
    SchoolId host;
    NetworkId network;
    std::vector<ClusterId> clusters;
    std::string theme;
    std::optional<Day> day;  ///< agreed, or on which it was held
    Personal<FreeText> note;
    Personal<FreeText> host_note;
    Personal<FreeText> reason;  ///< of the last decline, move or cancellation
    Personal<FreeText> guest_reflection;
    Personal<FreeText> host_reflection;
    visit::Return return_stage = visit::Return::none;
    std::optional<VisitId> return_visit;  ///< that was asked for in return for this one
    std::optional<VisitId> returns;       ///< the earlier visit that this one returns
    Personal<FreeText> return_reason;     ///< why the return was waived
    std::optional<visit::Sheet> sheet;
    std::optional<visit::Visitors> visitors;
    std::vector<visit::Practice> practices;  ///< in the order of their numbers
    bool attested = false;                   ///< of earlier times, entered on somebody's word

    bool known() const { return stage != visit::Stage::none; }
    /// The host may visit the guest in return, and has not yet asked to.
    bool return_owed() const {
        return stage == visit::Stage::held && return_stage == visit::Return::offered;
    }
    /// The sheet and the visitors' names are for the visit, and a while after it.
    bool sheet_shown_on(Day today) const {
        return stage != visit::Stage::cancelled && day && today <= *day + visit::sheet_shown_for;
    }
    /// nullptr: no practice has that number.
    const visit::Practice* practice(std::uint32_t number) const;
};

namespace visit {

/// Asks the host for a visit. The theme is a code of the network's list.
struct Request {
    SchoolId guest;
    SchoolId host;
    std::optional<NetworkId> network;  ///< none: the network that both schools belong to
    std::string theme;
    Personal<FreeText> note;
    std::optional<bool> reciprocal = std::nullopt;  ///< the guest offers a return visit
    std::optional<VisitId> returns = std::nullopt;  ///< the visit for which this one is the return
};
BOOST_DESCRIBE_STRUCT(Request, (), (guest, host, network, theme, note, reciprocal, returns))

struct Agree {
    Personal<FreeText> note;
};
BOOST_DESCRIBE_STRUCT(Agree, (), (note))

struct Decline {
    Personal<FreeText> reason;
};
BOOST_DESCRIBE_STRUCT(Decline, (), (reason))

/// Sets the day of an agreed visit.
struct SetDay {
    Day day{};
};
BOOST_DESCRIBE_STRUCT(SetDay, (), (day))

struct Move {
    Day day{};
    Personal<FreeText> reason;
};
BOOST_DESCRIBE_STRUCT(Move, (), (day, reason))

struct Cancel {
    Personal<FreeText> reason;
};
BOOST_DESCRIBE_STRUCT(Cancel, (), (reason))

/// Says that the visit took place, on its day unless another is given.
struct RecordHeld {
    std::optional<Day> day;
};
BOOST_DESCRIBE_STRUCT(RecordHeld, (), (day))

struct Reflect {
    Side side = Side::guest;
    Personal<FreeText> reflection;
};
BOOST_DESCRIBE_STRUCT(Reflect, (), (side, reflection))

/// Lets a return visit go that is owed to the host.
struct WaiveReturn {
    Personal<FreeText> reason;
};
BOOST_DESCRIBE_STRUCT(WaiveReturn, (), (reason))

/// Says that a visit took place on another day than was written down, or did not take place.
struct CorrectHeld {
    bool took_place = true;
    std::optional<Day> day;  ///< on which it took place
    Personal<FreeText> reason;
};
BOOST_DESCRIBE_STRUCT(CorrectHeld, (), (took_place, day, reason))

/// Writes a side's reflection anew.
struct CorrectReflection {
    Side side = Side::guest;
    Personal<FreeText> reflection;
};
BOOST_DESCRIBE_STRUCT(CorrectReflection, (), (side, reflection))

/// Enters a visit of earlier times.
struct Attest {
    SchoolId guest;
    SchoolId host;
    NetworkId network;
    std::string theme;
    Day day{};
};
BOOST_DESCRIBE_STRUCT(Attest, (), (guest, host, network, theme, day))

using Fact =
    std::variant<Requested, Agreed, Declined, Dated, Moved, Cancelled, Held, Reflected,
                 ReturnOffered, MadeInReturn, ReturnArranged, ReturnFellThrough, ReturnPaid,
                 ReturnWaived, SheetWritten, VisitorsNamed, PracticeAdopted, PracticeFollowedUp,
                 CarriedOver, Attested, HeldCorrected, ReflectionCorrected>;
using Facts = std::vector<Fact>;

/// The schools and the network as they are when a visit is asked for, and the visit for which it is
/// the return (an unknown one where it is none).
struct Surroundings {
    const School& guest;
    const School& host;
    const Network& network;
    const Visit& original;
};

Decision<Facts> decide(const Visit& visit, VisitId id, const Surroundings& around,
                       const Request& command);
Decision<Fact> decide(const Visit& visit, const Agree& command, const Asked& asked);
Decision<Fact> decide(const Visit& visit, const Decline& command, const Asked& asked);
Decision<Fact> decide(const Visit& visit, const SetDay& command, const Asked& asked);
Decision<Fact> decide(const Visit& visit, const Move& command, const Asked& asked);
Decision<Fact> decide(const Visit& visit, const Cancel& command, const Asked& asked);
Decision<Fact> decide(const Visit& visit, const RecordHeld& command, const Asked& asked);
Decision<Fact> decide(const Visit& visit, const Reflect& command, const Asked& asked);
Decision<Fact> decide(const Visit& visit, const WaiveReturn& command, const Asked& asked);
Decision<Fact> decide(const Visit& visit, const WriteSheet& command, const Asked& asked);
Decision<Fact> decide(const Visit& visit, const NameVisitors& command, const Asked& asked);
Decision<Fact> decide(const Visit& visit, const AdoptPractice& command, const Asked& asked);
Decision<Fact> decide(const Visit& visit, const FollowUpPractice& command, const Asked& asked);
Decision<Facts> decide(const Visit& visit, VisitId id, const Surroundings& around,
                       const Attest& command, const Asked& asked);
Decision<Fact> decide(const Visit& visit, const school::CarryOver& command);
Decision<Fact> decide(const Visit& visit, const CorrectHeld& command, const Asked& asked);
Decision<Fact> decide(const Visit& visit, const CorrectReflection& command, const Asked& asked);
/// What a fact about a return visit means for the visit that it returns; none: nothing.
std::optional<Fact> of_original(const Visit& visit, const Fact& fact);

void evolve(Visit& visit, const SheetWritten& fact);
void evolve(Visit& visit, const VisitorsNamed& fact);
void evolve(Visit& visit, const PracticeAdopted& fact);
void evolve(Visit& visit, const PracticeFollowedUp& fact);
void evolve(Visit& visit, const CarriedOver& fact);
void evolve(Visit& visit, const Attested& fact);
void evolve(Visit& visit, const HeldCorrected& fact);
void evolve(Visit& visit, const ReflectionCorrected& fact);
void evolve(Visit& visit, const Fact& fact);

}  // namespace visit
}  // namespace commonweal
