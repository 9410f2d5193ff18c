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
};

struct Person {
    PersonId id;
    bool added = false;
    Personal<PersonName> name;
    Personal<EmailAddress> email;
    std::vector<HeldRole> roles;  ///< in the order in which they were given

    bool known() const { return added; }
    bool holds(const person::Role& role, Day day) const;
    /// Lead or head there on that day.
    bool works_at(SchoolId school, Day day) const;
    /// What they may act as on a day.
    std::vector<person::Role> roles_on(Day day) const;
};

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

using Fact = std::variant<Added, RoleGiven, RoleEnded>;
using AddressFact = std::variant<AddressTaken>;

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

void evolve(Person& person, const Fact& fact);
void evolve(Address& address, const AddressFact& fact);

}  // namespace person
}  // namespace commonweal
