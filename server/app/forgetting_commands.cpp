// The commands that forget: decided on like any other; Forgetting does what they say.

#include "server/app/forgetting.hpp"
#include "server/app/redactions.hpp"

namespace commonweal::app {
namespace {

using access::Action;

/// Whose stream the address of somebody is, as it stands; none: it was erased.
std::optional<AddressHash> address_of(const App& app, const Person& person) {
    const auto email = codec::opened(person.email, app.seals());
    return email ? std::optional(app.hash_of(*email)) : std::nullopt;
}

void release_address(const App& app, Transaction& t, const Person& person) {
    const auto address = address_of(app, person);
    if (!address || t.load<Address>(*address)->owner != person.id) return;
    t.put(stream_of(*address), person::AddressReleased{person.id}, {tag::person(person.id)});
}

Decision<Subject> erase(App& app, Transaction& t, PersonId id, const person::Erase& command) {
    const auto person = t.load<Person>(id);
    const auto facts = person::decide(*person, command, t.asked());
    if (!facts) return std::unexpected(facts.error());
    for (const auto& fact : *facts) t.put(stream_of(id), fact, {tag::person(id)});
    release_address(app, t, *person);
    return Subject{to_text(id), stream_of(id)};
}

Decision<Subject> redact(Transaction& t, const Meant& meant, const redaction::Redact& command) {
    const RedactionOf of{command.event};
    const auto done = t.load<Redaction>(of);
    const auto fact = redaction::decide(*done, words_of(meant.event.fact), command);
    if (!fact) return std::unexpected(fact.error());
    t.put(stream_of(of), *fact, meant.tags);
    return Subject{std::to_string(command.event), stream_of(of)};
}

}  // namespace

Decide correct_details(App& app, PersonId id, person::CorrectDetails command) {
    return [&app, id, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        if (!t.may(access::relations(t.actor(), id), Action::correct_details))
            return refuse(Rule::not_allowed);
        const auto person = t.load<Person>(id);
        const auto email = codec::opened(command.email, app.seals()).value_or("");
        const auto address = app.hash_of(email);
        const auto taken = t.load<Address>(address);
        const auto fact = person::decide(*person, *taken, command);
        if (!fact) return std::unexpected(fact.error());
        app.seals().renew(id);
        t.put(stream_of(id), *fact, {tag::person(id)});
        if (taken->owner == id) return Subject{to_text(id), stream_of(id)};
        release_address(app, t, *person);
        t.put(stream_of(address), person::AddressTaken{id}, {tag::person(id)});
        return Subject{to_text(id), stream_of(id)};
    };
}

Decide erase_person(App& app, PersonId id, person::Erase command) {
    return [&app, id, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        if (!t.may(access::relations(t.actor(), id), Action::erase_person))
            return refuse(Rule::not_allowed);
        return erase(app, t, id, command);
    };
}

Decide redact_text(App& app, redaction::Redact command) {
    return [&app, command = std::move(command)](Transaction& t) -> Decision<Subject> {
        const auto meant = event_at(app, command.event);
        if (!meant) return refuse(Rule::not_found, std::to_string(command.event));
        if (!may_redact(t.actor(), *meant)) return refuse(Rule::not_allowed);
        return redact(t, *meant, command);
    };
}

void take_expired(App& app, Transaction& t, const view::ExpiredPerson& expired) {
    const auto person = t.load<Person>(expired.person);
    if (!person->known() || !person::kept_enough(*person, expired.added_on, t.asked().day()))
        return;
    static_cast<void>(erase(app, t, expired.person, {ForgetReason::kept_enough, {}}));
}

void take_expired(App& app, Transaction& t, const view::ExpiredWords& expired) {
    const auto meant = event_at(app, expired.event);
    if (meant)
        static_cast<void>(redact(t, *meant, {expired.event, {}, ForgetReason::kept_enough, {}}));
}

}  // namespace commonweal::app
