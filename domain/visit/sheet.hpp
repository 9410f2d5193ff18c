#pragma once
// What both sides tell each other before the day of a visit: where to arrive, and who comes.
// On the stream of the visit. Personal parts are shown until four weeks after the day.

#include "domain/core/event.hpp"
#include "domain/core/personal.hpp"

namespace commonweal::visit {

struct SheetWritten {
    static constexpr std::string_view kind = "visit-sheet-written";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "The host said where and how its guests arrive.";
    VisitId visit;
    Personal<FreeText> arrival;  ///< when, and at which entrance
    Personal<FreeText> parking;
    Personal<FreeText> identification;  ///< what guests bring to show who they are
    Personal<FreeText> contact;         ///< whom to ring on the day
    Personal<FreeText> programme;
    static constexpr std::array fields{
        Field{"visit"},
        Field{"arrival", Visibility::parties, InExports::left_out},
        Field{"parking", Visibility::parties, InExports::left_out},
        Field{"identification", Visibility::parties, InExports::left_out},
        Field{"contact", Visibility::parties, InExports::left_out},
        Field{"programme", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(SheetWritten, (),
                      (visit, arrival, parking, identification, contact, programme))

/// That their employer has made the checks that the law asks for is confirmed by somebody, on a
/// day; a certificate's number is never asked for.
struct VisitorsNamed {
    static constexpr std::string_view kind = "visit-visitors-named";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "The guest said who comes, and what they need.";
    VisitId visit;
    Personal<FreeText> visitors;  ///< a name a line
    Personal<FreeText> needs;     ///< access and diet
    std::optional<PersonId> checks_confirmed_by;
    std::optional<Day> checks_confirmed_on;
    static constexpr std::array fields{
        Field{"visit"}, Field{"visitors", Visibility::parties, InExports::left_out},
        Field{"needs", Visibility::parties, InExports::left_out},
        Field{"checks_confirmed_by", Visibility::parties, InExports::pseudonym},
        Field{"checks_confirmed_on", Visibility::parties}};
};
BOOST_DESCRIBE_STRUCT(VisitorsNamed, (),
                      (visit, visitors, needs, checks_confirmed_by, checks_confirmed_on))

/// The host's side, as it was last written.
struct Sheet {
    Personal<FreeText> arrival;
    Personal<FreeText> parking;
    Personal<FreeText> identification;
    Personal<FreeText> contact;
    Personal<FreeText> programme;
};
BOOST_DESCRIBE_STRUCT(Sheet, (), (arrival, parking, identification, contact, programme))

/// The guest's side, as it was last written.
struct Visitors {
    Personal<FreeText> visitors;
    Personal<FreeText> needs;
    std::optional<PersonId> checks_confirmed_by;
    std::optional<Day> checks_confirmed_on;
};
BOOST_DESCRIBE_STRUCT(Visitors, (), (visitors, needs, checks_confirmed_by, checks_confirmed_on))

/// After the day of a visit, both are shown for so long.
inline constexpr std::chrono::days sheet_shown_for{28};

/// Writes the host's side, or writes it anew.
struct WriteSheet {
    Personal<FreeText> arrival;
    Personal<FreeText> parking;
    Personal<FreeText> identification;
    Personal<FreeText> contact;
    Personal<FreeText> programme;
};
BOOST_DESCRIBE_STRUCT(WriteSheet, (), (arrival, parking, identification, contact, programme))

struct NameVisitors {
    Personal<FreeText> visitors;
    Personal<FreeText> needs;
    bool checks_confirmed = false;  ///< the employer has made them, says who gives this command
};
BOOST_DESCRIBE_STRUCT(NameVisitors, (), (visitors, needs, checks_confirmed))

}  // namespace commonweal::visit
