#pragma once
// People and their roles. A role is always role at place. Streams: person/ID, and address/HASH,
// whose one event makes an e-mail address belong to one person only.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "domain/core/event.hpp"
#include "domain/core/forgetting.hpp"
#include "domain/core/personal.hpp"

namespace commonweal::person {

enum class RoleKind : std::uint8_t {
    lead = 1,
    head = 2,
    coordinator = 3,
    assessor = 4,
    researcher = 5,
    administrator = 6,
};
BOOST_DESCRIBE_ENUM(RoleKind, lead, head, coordinator, assessor, researcher, administrator)

/// A school's URN for lead and head; a network's or cluster's id for a coordinator; a scheme's code
/// for an assessor; empty for researcher and administrator.
struct Role {
    RoleKind role = RoleKind::lead;
    std::string place;
    auto operator<=>(const Role&) const = default;
};
BOOST_DESCRIBE_STRUCT(Role, (), (role, place))

struct Added {
    static constexpr std::string_view kind = "person-added";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "Somebody was given an account.";
    PersonId person;
    Personal<PersonName> name;
    Personal<EmailAddress> email;
    static constexpr std::array fields{Field{"person", Visibility::network, InExports::pseudonym},
                                       Field{"name", Visibility::parties, InExports::left_out},
                                       Field{"email", Visibility::personal, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(Added, (), (person, name, email))

/// The name or the address was wrong, or has changed; what stood there before is erased.
struct DetailsCorrected {
    static constexpr std::string_view kind = "person-details-corrected";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "Somebody's name or address was put right; what stood there before was erased.";
    PersonId person;
    Personal<PersonName> name;
    Personal<EmailAddress> email;
    static constexpr std::array fields{Field{"person", Visibility::network, InExports::pseudonym},
                                       Field{"name", Visibility::parties, InExports::left_out},
                                       Field{"email", Visibility::personal, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(DetailsCorrected, (), (person, name, email))

/// The keys of all that is personal about them go with this event.
struct Erased {
    static constexpr std::string_view kind = "person-erased";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "What was held about somebody was erased, with the account.";
    PersonId person;
    ForgetReason why = ForgetReason::asked;
    Personal<FreeText> note;  ///< who asked, and how they showed who they are
    static constexpr std::array fields{Field{"person", Visibility::network, InExports::pseudonym},
                                       Field{"why", Visibility::personal},
                                       Field{"note", Visibility::personal, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(Erased, (), (person, why, note))

struct AddressReleased {
    static constexpr std::string_view kind = "person-address-released";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "An e-mail address (known only by a keyed hash) belongs to nobody any more.";
    PersonId person;
    static constexpr std::array fields{Field{"person", Visibility::personal, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(AddressReleased, (), (person))

struct AddressTaken {
    static constexpr std::string_view kind = "person-address-taken";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "An e-mail address (known only by a keyed hash) belongs to a person.";
    PersonId person;
    static constexpr std::array fields{Field{"person", Visibility::personal, InExports::left_out}};
};
BOOST_DESCRIBE_STRUCT(AddressTaken, (), (person))

struct RoleGiven {
    static constexpr std::string_view kind = "person-role-given";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "Somebody took up a role at a place.";
    PersonId person;
    Role role;
    Day from{};
    static constexpr std::array fields{Field{"person", Visibility::network, InExports::pseudonym},
                                       Field{"role"}, Field{"from"}};
};
BOOST_DESCRIBE_STRUCT(RoleGiven, (), (person, role, from))

struct RoleEnded {
    static constexpr std::string_view kind = "person-role-ended";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "Somebody gave up a role at a place.";
    PersonId person;
    Role role;
    Day on{};
    static constexpr std::array fields{Field{"person", Visibility::network, InExports::pseudonym},
                                       Field{"role"}, Field{"on"}};
};
BOOST_DESCRIBE_STRUCT(RoleEnded, (), (person, role, on))

/// What was said of a role's days was wrong; the corrected event is named beside it.
struct RoleCorrected {
    static constexpr std::string_view kind = "person-role-corrected";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning =
        "Somebody had a role on other days than were written down, or never had it.";
    PersonId person;
    Role role;
    Day given{};  ///< its first day as it was written down
    Day from{};
    std::optional<Day> ended_on;  ///< the first day on which it no longer held; `from`: never had
    static constexpr std::array fields{Field{"person", Visibility::network, InExports::pseudonym},
                                       Field{"role"}, Field{"given"}, Field{"from"},
                                       Field{"ended_on"}};
};
BOOST_DESCRIBE_STRUCT(RoleCorrected, (), (person, role, given, from, ended_on))

/// For what a deputy may speak. To sign off what the school answers for is passed explicitly.
enum class Scope : std::uint8_t {
    visits = 1,
    reviews = 2,
    partnerships = 3,
    meetings = 4,
    sign_off = 5
};
BOOST_DESCRIBE_ENUM(Scope, visits, reviews, partnerships, meetings, sign_off)

/// On the deputy's stream. It holds as long as the other one holds the role.
struct DeputyNamed {
    static constexpr std::string_view kind = "person-deputy-named";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "A lead or head named somebody who acts for them.";
    PersonId person;  ///< the deputy
    PersonId acts_for;
    Role role;  ///< that the other one holds
    std::vector<Scope> scopes;
    Day from{};
    Day until{};  ///< the last day
    static constexpr std::array fields{Field{"person", Visibility::network, InExports::pseudonym},
                                       Field{"acts_for", Visibility::network, InExports::pseudonym},
                                       Field{"role"},
                                       Field{"scopes"},
                                       Field{"from"},
                                       Field{"until"}};
};
BOOST_DESCRIBE_STRUCT(DeputyNamed, (), (person, acts_for, role, scopes, from, until))

struct DeputyReleased {
    static constexpr std::string_view kind = "person-deputy-released";
    static constexpr std::uint16_t schema_version = 1;
    static constexpr std::string_view meaning = "Somebody no longer acts for a lead or head.";
    PersonId person;
    PersonId acts_for;
    Role role;
    static constexpr std::array fields{Field{"person", Visibility::network, InExports::pseudonym},
                                       Field{"acts_for", Visibility::network, InExports::pseudonym},
                                       Field{"role"}};
};
BOOST_DESCRIBE_STRUCT(DeputyReleased, (), (person, acts_for, role))

}  // namespace commonweal::person
