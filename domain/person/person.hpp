#pragma once
// Somebody with an account, and what they do where.

#include <variant>
#include <vector>

#include "domain/core/asked.hpp"
#include "domain/person/events.hpp"

namespace commonweal {

/// A role with its days. It holds from its first day, and until the day before `ended_on`.
struct HeldRole {
    person::Role role;
    Day from{};
    std::optional<Day> ended_on;

    bool holds_on(Day day) const { return from <= day && (!ended_on || day < *ended_on); }
    bool never_held() const { return ended_on == from; }
};
BOOST_DESCRIBE_STRUCT(HeldRole, (), (role, from, ended_on))

/// That somebody acts for another one, who holds a role.
struct Deputising {
    PersonId acts_for;
    person::Role role;
    std::vector<person::Scope> scopes;
    Day from{};
    Day until{};  ///< the last day

    bool holds_on(Day day) const { return from <= day && day <= until; }
};
BOOST_DESCRIBE_STRUCT(Deputising, (), (acts_for, role, scopes, from, until))

struct Person {
    PersonId id;
    bool added = false;
    bool erased = false;
    Personal<PersonName> name;
    Personal<EmailAddress> email;
    std::vector<HeldRole> roles;  ///< in the order in which they were given
    std::vector<Deputising> deputising;

    bool known() const { return added && !erased; }
    bool holds(const person::Role& role, Day day) const;
    /// Lead or head there on that day.
    bool works_at(SchoolId school, Day day) const;
    /// A role as it was written down, by its first day: of several the newest, for the others ended
    /// on that day. nullptr: it was not.
    const HeldRole* written(const person::Role& role, Day from) const;
    /// What they may act as on a day.
    std::vector<person::Role> roles_on(Day day) const;
};
BOOST_DESCRIBE_STRUCT(Person, (), (id, added, erased, name, email, roles, deputising))

/// Whose an e-mail address is: a stream of its own for each address.
struct Address {
    std::optional<PersonId> owner;
};

namespace person {

struct Add {
    Personal<PersonName> name;
    Personal<EmailAddress> email;
};
BOOST_DESCRIBE_STRUCT(Add, (), (name, email))

struct GiveRole {
    Role role;
    std::optional<Day> from;  ///< none: today
};
BOOST_DESCRIBE_STRUCT(GiveRole, (), (role, from))

struct EndRole {
    Role role;
    std::optional<Day> on;  ///< none: today
};
BOOST_DESCRIBE_STRUCT(EndRole, (), (role, on))

/// Says anew from when until when somebody had a role; whoever never had it gave it up on its first
/// day.
struct CorrectRole {
    Role role;
    Day given{};  ///< its first day as it was written down
    Day from{};
    std::optional<Day> ended_on;  ///< none: it goes on
};
BOOST_DESCRIBE_STRUCT(CorrectRole, (), (role, given, from, ended_on))

/// Names a deputy for a role that somebody holds; named again, it replaces what was said of the
/// same days.
struct NameDeputy {
    PersonId acts_for;
    Role role;
    std::vector<Scope> scopes;
    std::optional<Day> from;  ///< none: today
    Day until{};
};
BOOST_DESCRIBE_STRUCT(NameDeputy, (), (acts_for, role, scopes, from, until))

struct ReleaseDeputy {
    PersonId acts_for;
    Role role;
};
BOOST_DESCRIBE_STRUCT(ReleaseDeputy, (), (acts_for, role))

/// Gives a role up and to somebody else, from one day to the next.
struct HandOver {
    Role role;
    PersonId to;
    std::optional<Day> on;  ///< the first day of the other one; none: today
};
BOOST_DESCRIBE_STRUCT(HandOver, (), (role, to, on))

/// Takes up the posts that they hold at a school at another, and acts there for those who go, too.
struct FollowSchool {
    SchoolId from;
    SchoolId to;
    Day on{};
    std::vector<PersonId> together;  ///< who goes, in order
};

/// Puts the name and the address right: both as they are to be from now on.
struct CorrectDetails {
    Personal<PersonName> name;
    Personal<EmailAddress> email;
};
BOOST_DESCRIBE_STRUCT(CorrectDetails, (), (name, email))

/// Forgets what is held about somebody, and takes them off everything that they still do.
struct Erase {
    ForgetReason why = ForgetReason::asked;
    Personal<FreeText> note;
};
BOOST_DESCRIBE_STRUCT(Erase, (), (why, note))

/// So long after the last day of their last role nothing is held about somebody any more.
inline constexpr std::chrono::days kept_for{6 * 365};

inline constexpr std::size_t deputising_max = 20;  ///< of one person
inline constexpr std::chrono::days deputy_for_max{400};

using Fact = std::variant<Added, RoleGiven, RoleEnded, DeputyNamed, DeputyReleased, RoleCorrected,
                          DetailsCorrected, Erased>;
using AddressFact = std::variant<AddressTaken, AddressReleased>;

struct AddedFacts {
    Added added;
    AddressTaken address;
};

Decision<AddedFacts> decide(const Person& person, const Address& address, PersonId id,
                            const Add& command);
/// `place_known`: the school, network or cluster that the role names is there.
Decision<Fact> decide(const Person& person, bool place_known, const GiveRole& command,
                      const Asked& asked);
Decision<Fact> decide(const Person& person, const EndRole& command, const Asked& asked);
Decision<Fact> decide(const Person& person, const CorrectRole& command, const Asked& asked);
/// `person`: the deputy; `principal`: for whom they act.
Decision<Fact> decide(const Person& person, const Person& principal, const NameDeputy& command,
                      const Asked& asked);
Decision<Fact> decide(const Person& person, const ReleaseDeputy& command, const Asked& asked);
/// What happens to whoever gives the role up, and to whoever takes it up.
struct HandedOver {
    Fact ended;
    Fact given;
};
Decision<HandedOver> decide(const Person& person, const Person& to, const HandOver& command,
                            const Asked& asked);

Decision<std::vector<Fact>> decide(const Person& person, const FollowSchool& command);

/// `address`: whose the address in the command is; the same as before is theirs.
Decision<Fact> decide(const Person& person, const Address& address, const CorrectDetails& command);
/// All that they still do ends first.
Decision<std::vector<Fact>> decide(const Person& person, const Erase& command, const Asked& asked);
/// The last day of their last role is so long ago that nothing has to be kept; no day: a role goes
/// on. Whoever never had one counts from `added_on`.
bool kept_enough(const Person& person, Day added_on, Day today);

void evolve(Person& person, const RoleCorrected& fact);
void evolve(Person& person, const Fact& fact);
void evolve(Address& address, const AddressFact& fact);

}  // namespace person
}  // namespace commonweal
