// Names and addresses put right, and people forgotten.

#include <algorithm>

#include "domain/person/person.hpp"

namespace commonweal::person {

Decision<Fact> decide(const Person& person, const Address& address, const CorrectDetails& command) {
    if (!person.known()) return refuse(Rule::person_unknown);
    if (command.name.empty()) return refuse(Rule::text_missing, "name");
    if (command.name.too_long()) return refuse(Rule::text_too_long, "name");
    if (command.email.empty()) return refuse(Rule::text_missing, "email");
    if (command.email.too_long()) return refuse(Rule::text_too_long, "email");
    if (address.owner && address.owner != person.id) return refuse(Rule::address_taken);
    return DetailsCorrected{person.id, command.name, command.email};
}

Decision<std::vector<Fact>> decide(const Person& person, const Erase& command, const Asked& asked) {
    if (!person.known()) return refuse(Rule::person_unknown);
    if (command.note.too_long()) return refuse(Rule::text_too_long, "note");
    std::vector<Fact> facts;
    for (const auto& held : person.roles)
        if (!held.ended_on)
            facts.push_back(RoleEnded{person.id, held.role, std::max(held.from, asked.day())});
    for (const auto& deputising : person.deputising)
        facts.push_back(DeputyReleased{person.id, deputising.acts_for, deputising.role});
    facts.push_back(Erased{person.id, command.why, command.note});
    return facts;
}

bool kept_enough(const Person& person, Day added_on, Day today) {
    Day last = added_on;
    for (const auto& held : person.roles) {
        if (!held.ended_on) return false;
        last = std::max(last, *held.ended_on);
    }
    return last + kept_for <= today;
}

}  // namespace commonweal::person
