#pragma once
// All that is held about somebody, for themselves and an administrator: nothing in it is hidden
// from them.

#include "domain/core/event.hpp"
#include "domain/core/personal.hpp"

namespace commonweal::api {

/// What somebody can sign in with.
struct HeldAccount {
    bool password = false;
    std::size_t sessions = 0;
    std::size_t tokens = 0;
};
BOOST_DESCRIBE_STRUCT(HeldAccount, (), (password, sessions, tokens))

/// An event that they entered, or that names them. Beside it stands the event itself, where its
/// kind is known.
struct HeldEvent {
    Position position = 0;
    Instant recorded{};
    std::string kind;
    Attribution said;
};
BOOST_DESCRIBE_STRUCT(HeldEvent, (), (position, recorded, kind, said))

struct AllHeld {
    PersonId person;
    Instant as_of{};
    Personal<PersonName> name;
    Personal<EmailAddress> email;
    HeldAccount account;
    std::vector<HeldEvent> events;    ///< oldest first
    std::optional<std::string> next;  ///< where the events go on
};
BOOST_DESCRIBE_STRUCT(AllHeld, (), (person, as_of, name, email, account, events, next))

}  // namespace commonweal::api
