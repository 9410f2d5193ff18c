#include "domain/redaction/redaction.hpp"

#include "domain/core/among.hpp"

namespace commonweal::redaction {

std::vector<std::string> left(const Redaction& redaction, std::span<const std::string> held) {
    std::vector<std::string> still_there;
    for (const auto& name : held)
        if (!among(redaction.words, name)) still_there.push_back(name);
    return still_there;
}

Decision<Fact> decide(const Redaction& redaction, std::span<const std::string> held,
                      const Redact& command) {
    if (held.empty()) return refuse(Rule::nothing_chosen);
    if (command.note.too_long()) return refuse(Rule::text_too_long, "note");
    for (const auto& name : command.words)
        if (!among(held, name)) return refuse(Rule::not_found, name);
    Redacted redacted{command.event, {}, command.why, command.note};
    for (const auto& name : left(redaction, held))
        if (command.words.empty() || among(command.words, name)) redacted.words.push_back(name);
    if (redacted.words.empty()) return refuse(Rule::same_again, std::to_string(command.event));
    return redacted;
}

void evolve(Redaction& redaction, const Fact& fact) {
    const auto& redacted = std::get<Redacted>(fact);
    redaction.words.insert(redaction.words.end(), redacted.words.begin(), redacted.words.end());
}

}  // namespace commonweal::redaction
