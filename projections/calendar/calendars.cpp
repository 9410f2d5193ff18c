#include "projections/calendar/calendars.hpp"

#include <algorithm>

#include "domain/core/overloaded.hpp"

namespace commonweal::view {

using calendar::Whose;

std::optional<DaysMoved> Calendars::apply(const AnyFact& fact) {
    using Moved = std::optional<DaysMoved>;
    return std::visit(Overloaded{
                          [&](const calendar::BankHolidaysSet& f) -> Moved {
                              evolve(holidays_, f);
                              return DaysMoved{};
                          },
                          [&](const calendar::TermDatesSet& f) -> Moved {
                              evolve(terms_[f.whose], calendar::TermFact{f});
                              return DaysMoved{schools_of(f.whose)};
                          },
                          [&](const school::JoinedNetwork& f) -> Moved {
                              know(f.school, f.details);
                              return std::nullopt;
                          },
                          [&](const school::DetailsChanged& f) -> Moved {
                              const bool moved =
                                  codes_.contains(f.school) && know(f.school, f.details);
                              if (!moved || terms_.empty()) return std::nullopt;
                              return DaysMoved{{{f.school}}};
                          },
                          [](const auto&) -> Moved { return std::nullopt; },
                      },
                      fact);
}

/// True: other calendars count for it now.
bool Calendars::know(SchoolId school, const school::Details& details) {
    Codes codes{details.trust_code, details.authority_code};
    auto& known = codes_[school];
    if (known == codes) return false;
    known = std::move(codes);
    return true;
}

std::vector<SchoolId> Calendars::schools_of(const calendar::WhoseDays& whose) const {
    std::vector<SchoolId> schools;
    for (const auto& [school, codes] : codes_) {
        const bool of = whose.of == Whose::school  ? whose.code == to_text(school)
                        : whose.of == Whose::trust ? whose.code == codes.trust
                                                   : whose.code == codes.authority;
        if (of) schools.push_back(school);
    }
    std::ranges::sort(schools);  // a replay goes on in the same order as what it repeats
    return schools;
}

const TermDates* Calendars::find(Whose of, const std::string& code) const {
    if (terms_.empty() || code.empty()) return nullptr;
    const auto found = terms_.find({of, code});
    return found == terms_.end() ? nullptr : &found->second;
}

SchoolDays Calendars::days_of(SchoolId school) const {
    const auto codes = codes_.find(school);
    if (terms_.empty() || codes == codes_.end()) return SchoolDays(holidays_);
    return {holidays_,
            {find(Whose::school, to_text(school)), find(Whose::trust, codes->second.trust),
             find(Whose::authority, codes->second.authority)}};
}

}  // namespace commonweal::view
