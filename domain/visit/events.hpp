#pragma once
// A practice-sharing visit: staff of one school, the guest, see a practice at another, the host.
// Stream: visit/ID.

#include <string>
#include <vector>

#include "domain/core/event.hpp"
#include "domain/core/personal.hpp"
#include "domain/visit/practice.hpp"
#include "domain/visit/sheet.hpp"

namespace commonweal::visit {

struct Requested {
    static constexpr std::string_view kind = "visit-requested";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A school asked to visit another and see a practice.";
    VisitId visit;
    SchoolId guest;
    SchoolId host;
    NetworkId network;
    std::vector<ClusterId> clusters;  ///< of either school at that moment: the visit counts there
    std::string theme;                ///< a code of the network's list
    Personal<FreeText> note;
    static constexpr std::array fields{Field{"visit"},
                                       Field{"guest"},
                                       Field{"host"},
                                       Field{"network"},
                                       Field{"clusters"},
                                       Field{"theme"},
                                       Field{"note", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(Requested, (), (visit, guest, host, network, clusters, theme, note))

struct Agreed {
    static constexpr std::string_view kind = "visit-agreed";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "The host said yes to a visit.";
    VisitId visit;
    Personal<FreeText> note;
    static constexpr std::array fields{Field{"visit"},
                                       Field{"note", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(Agreed, (), (visit, note))

struct Declined {
    static constexpr std::string_view kind = "visit-declined";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "The host said no to a visit.";
    VisitId visit;
    Personal<FreeText> reason;
    static constexpr std::array fields{Field{"visit"},
                                       Field{"reason", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(Declined, (), (visit, reason))

struct Dated {
    static constexpr std::string_view kind = "visit-dated";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "The day of a visit was set.";
    VisitId visit;
    Day day{};
    static constexpr std::array fields{Field{"visit"}, Field{"day"}};
};
BOOST_DESCRIBE_STRUCT(Dated, (), (visit, day))

struct Moved {
    static constexpr std::string_view kind = "visit-moved";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A visit was moved to another day.";
    VisitId visit;
    Day from{};
    Day to{};
    Personal<FreeText> reason;
    static constexpr std::array fields{Field{"visit"}, Field{"from"}, Field{"to"},
                                       Field{"reason", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(Moved, (), (visit, from, to, reason))

struct Cancelled {
    static constexpr std::string_view kind = "visit-cancelled";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A visit will not take place.";
    VisitId visit;
    Personal<FreeText> reason;
    static constexpr std::array fields{Field{"visit"},
                                       Field{"reason", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(Cancelled, (), (visit, reason))

struct Held {
    static constexpr std::string_view kind = "visit-held";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A visit took place.";
    VisitId visit;
    Day day{};
    static constexpr std::array fields{Field{"visit"}, Field{"day"}};
};
BOOST_DESCRIBE_STRUCT(Held, (), (visit, day))

struct Reflected {
    static constexpr std::string_view kind = "visit-reflected";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "One side wrote what it takes from a visit.";
    VisitId visit;
    Side side = Side::guest;
    Personal<FreeText> reflection;
    static constexpr std::array fields{
        Field{"visit"}, Field{"side"},
        Field{"reflection", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(Reflected, (), (visit, side, reflection))

// A return visit: what the guest owes the host where it was offered. Each of these stands on the
// stream of the earlier visit, but for MadeInReturn, which stands on that of the return visit.

struct ReturnOffered {
    static constexpr std::string_view kind = "visit-return-offered";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "The guest offered that the host visits in return.";
    VisitId visit;
    static constexpr std::array fields{Field{"visit"}};
};
BOOST_DESCRIBE_STRUCT(ReturnOffered, (), (visit))

struct MadeInReturn {
    static constexpr std::string_view kind = "visit-made-in-return";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A visit was asked for in return for an earlier one.";
    VisitId visit;
    VisitId returns;
    static constexpr std::array fields{Field{"visit"}, Field{"returns"}};
};
BOOST_DESCRIBE_STRUCT(MadeInReturn, (), (visit, returns))

struct ReturnArranged {
    static constexpr std::string_view kind = "visit-return-arranged";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "The return visit that was owed was asked for.";
    VisitId visit;
    VisitId by;
    static constexpr std::array fields{Field{"visit"}, Field{"by"}};
};
BOOST_DESCRIBE_STRUCT(ReturnArranged, (), (visit, by))

struct ReturnFellThrough {
    static constexpr std::string_view kind = "visit-return-fell-through";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "The return visit was declined or cancelled: it is owed again.";
    VisitId visit;
    VisitId by;
    static constexpr std::array fields{Field{"visit"}, Field{"by"}};
};
BOOST_DESCRIBE_STRUCT(ReturnFellThrough, (), (visit, by))

struct ReturnPaid {
    static constexpr std::string_view kind = "visit-return-paid";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "The return visit took place.";
    VisitId visit;
    VisitId by;
    static constexpr std::array fields{Field{"visit"}, Field{"by"}};
};
BOOST_DESCRIBE_STRUCT(ReturnPaid, (), (visit, by))

struct ReturnWaived {
    static constexpr std::string_view kind = "visit-return-waived";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "The host, to whom a return visit was owed, let it go.";
    VisitId visit;
    Personal<FreeText> reason;
    static constexpr std::array fields{Field{"visit"},
                                       Field{"reason", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(ReturnWaived, (), (visit, reason))

/// What was said of the day (visit-held) was wrong; the corrected event is named beside it.
struct HeldCorrected {
    static constexpr std::string_view kind = "visit-held-corrected";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A visit took place on another day than was written down, or did not take place.";
    VisitId visit;
    std::optional<Day> day;  ///< none: it did not take place
    Personal<FreeText> reason;
    static constexpr std::array fields{Field{"visit"}, Field{"day"},
                                       Field{"reason", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(HeldCorrected, (), (visit, day, reason))

struct ReflectionCorrected {
    static constexpr std::string_view kind = "visit-reflection-corrected";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "One side wrote its reflection anew.";
    VisitId visit;
    Side side = Side::guest;
    Personal<FreeText> reflection;
    static constexpr std::array fields{
        Field{"visit"}, Field{"side"},
        Field{"reflection", Visibility::parties, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(ReflectionCorrected, (), (visit, side, reflection))

/// One of the two schools changed, and this goes with it (school-handed-on, in the same commit).
struct CarriedOver {
    static constexpr std::string_view kind = "visit-carried-over";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A visit went from a school to the one that followed it.";
    VisitId visit;
    SchoolId from;
    SchoolId to;
    static constexpr std::array fields{Field{"visit"}, Field{"from"}, Field{"to"}};
};
BOOST_DESCRIBE_STRUCT(CarriedOver, (), (visit, from, to))

/// Of the time before the log: on the word of whoever enters it, with its own day.
struct Attested {
    static constexpr std::string_view kind = "visit-attested";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "A visit of earlier times was entered on somebody's word.";
    VisitId visit;
    SchoolId guest;
    SchoolId host;
    NetworkId network;
    std::vector<ClusterId> clusters;  ///< of either school when it was entered: it counts there
    std::string theme;                ///< a code of the network's list
    Day day{};
    static constexpr std::array fields{Field{"visit"},   Field{"guest"},    Field{"host"},
                                       Field{"network"}, Field{"clusters"}, Field{"theme"},
                                       Field{"day"}};
};
BOOST_DESCRIBE_STRUCT(Attested, (), (visit, guest, host, network, clusters, theme, day))

}  // namespace commonweal::visit
