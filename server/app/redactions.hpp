#pragma once
// The words of an event that can be redacted, who may have it done, and what was redacted of it so
// far: for the command that redacts, and for whoever shows the event.
//
// Threads: any.

#include <set>

#include "server/app/app.hpp"
#include "server/app/decoded.hpp"

namespace commonweal::app {

/// An event, with what it is found by but its kind.
struct Meant {
    Recorded event;
    std::set<std::string> tags;
};
Meant meant_by(const log::Record& record);
/// None: there is no event there.
std::optional<Meant> event_at(const App& app, Position position);

/// The fields of an event that hold words with a key of their own.
std::vector<std::string> words_of(const AnyFact& fact);
/// Whoever wrote it, and whoever convenes where it is found.
bool may_redact(const access::Actor& actor, const Meant& meant);

/// One redaction of an event.
struct RedactionMade {
    Position position = 0;
    Instant recorded{};
    Attribution attribution;
    redaction::Redacted redacted;
};
/// Oldest first; the later ones, too, where the event is read as of a time before them, since the
/// words are gone there as well.
std::vector<RedactionMade> redactions_of(const App& app, Position event);

}  // namespace commonweal::app
