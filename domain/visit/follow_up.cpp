// Before the day and after it: the sheet, who comes, and what was taken over.

#include <algorithm>

#include "domain/core/stage.hpp"
#include "domain/visit/visit.hpp"

namespace commonweal {

const visit::Practice* Visit::practice(std::uint32_t number) const {
    const auto found = std::ranges::find(practices, number, &visit::Practice::number);
    return found == practices.end() ? nullptr : &*found;
}

namespace visit {
namespace {

/// The first of these fields that is too long.
using Named = std::pair<const char*, const Personal<FreeText>*>;
Decision<std::monostate> check_lengths(std::initializer_list<Named> texts) {
    for (const auto& [name, text] : texts)
        if (text->too_long()) return refuse(Rule::text_too_long, name);
    return std::monostate{};
}

}  // namespace

Decision<Fact> decide(const Visit& visit, const WriteSheet& command, const Asked&) {
    if (auto ok = at_stage(visit, {Stage::dated}); !ok) return std::unexpected(ok.error());
    if (command.arrival.empty()) return refuse(Rule::text_missing, "arrival");
    if (auto ok = check_lengths({{"arrival", &command.arrival},
                                 {"parking", &command.parking},
                                 {"identification", &command.identification},
                                 {"contact", &command.contact},
                                 {"programme", &command.programme}});
        !ok)
        return std::unexpected(ok.error());
    return SheetWritten{visit.id,        command.arrival,  command.parking, command.identification,
                        command.contact, command.programme};
}

Decision<Fact> decide(const Visit& visit, const NameVisitors& command, const Asked& asked) {
    if (auto ok = at_stage(visit, {Stage::dated}); !ok) return std::unexpected(ok.error());
    if (command.visitors.empty()) return refuse(Rule::text_missing, "visitors");
    if (auto ok = check_lengths({{"visitors", &command.visitors}, {"needs", &command.needs}}); !ok)
        return std::unexpected(ok.error());
    VisitorsNamed named{visit.id, command.visitors, command.needs, std::nullopt, std::nullopt};
    if (command.checks_confirmed) {
        named.checks_confirmed_by = asked.by;
        named.checks_confirmed_on = asked.day();
    }
    return named;
}

Decision<Fact> decide(const Visit& visit, const AdoptPractice& command, const Asked& asked) {
    if (auto ok = at_stage(visit, {Stage::held}); !ok) return std::unexpected(ok.error());
    if (command.practice.empty()) return refuse(Rule::text_missing, "practice");
    if (command.practice.too_long()) return refuse(Rule::text_too_long, "practice");
    if (visit.practices.size() >= practices_max)
        return refuse(Rule::too_many_practices, std::to_string(practices_max));
    if (asked.day() < *visit.day) return refuse(Rule::day_in_the_past, to_text(asked.day()));
    const auto number = static_cast<std::uint32_t>(visit.practices.size() + 1);
    return PracticeAdopted{visit.id, number, command.side, asked.day(), command.practice};
}

Decision<Fact> decide(const Visit& visit, const FollowUpPractice& command, const Asked& asked) {
    if (auto ok = at_stage(visit, {Stage::held}); !ok) return std::unexpected(ok.error());
    const auto* practice = visit.practice(command.number);
    if (practice == nullptr) return refuse(Rule::practice_unknown, std::to_string(command.number));
    if (asked.day() < practice->day) return refuse(Rule::day_in_the_past, to_text(asked.day()));
    if (practice->follow_ups.size() >= follow_ups_max)
        return refuse(Rule::too_many_practices, std::to_string(follow_ups_max));
    if (command.note.too_long()) return refuse(Rule::text_too_long, "note");
    return PracticeFollowedUp{visit.id, command.number, asked.day(), command.in_use, command.note};
}

void evolve(Visit& visit, const SheetWritten& f) {
    visit.sheet = Sheet{f.arrival, f.parking, f.identification, f.contact, f.programme};
}

void evolve(Visit& visit, const VisitorsNamed& f) {
    visit.visitors = Visitors{f.visitors, f.needs, f.checks_confirmed_by, f.checks_confirmed_on};
}

void evolve(Visit& visit, const PracticeAdopted& f) {
    visit.practices.push_back({f.number, f.side, f.day, f.practice, {}});
}

void evolve(Visit& visit, const PracticeFollowedUp& f) {
    const auto found = std::ranges::find(visit.practices, f.number, &Practice::number);
    if (found != visit.practices.end()) found->follow_ups.push_back({f.day, f.in_use, f.note});
}

}  // namespace visit
}  // namespace commonweal
