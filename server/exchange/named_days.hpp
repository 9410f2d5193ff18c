#pragma once
// What a file of term dates names, row by row or event by event, before it becomes school years.

#include "domain/core/time.hpp"
#include "server/exchange/import_result.hpp"

namespace commonweal::exchange {

enum class DaysKind : std::uint8_t {
    term,
    holiday,
    inset,
    blocked,
    bank_holiday,
    edge_of_term,  ///< "Autumn term begins": a day of one, without the others
    other,         ///< "Sports day"
};

/// A stretch of days, or one.
struct NamedDays {
    std::uint64_t row = 0;  ///< the line of the file, or the worksheet's row
    Day first{};
    Day last{};
    DaysKind kind = DaysKind::other;
    std::string name;
};

struct NamedDaysRead {
    std::vector<NamedDays> days;  ///< terms, holidays, INSET and blocked days, in the file's order
    ImportResult told;            ///< what was rejected or passed over

    /// Keeps the days, or counts or tells that they are left out. `column`: where a fault is told.
    void take(NamedDays named, const char* column);
};

}  // namespace commonweal::exchange
