#include "server/exchange/named_days.hpp"

#include "domain/calendar/terms.hpp"

namespace commonweal::exchange {
namespace {

constexpr int year_min = 1990;
constexpr int year_max = 2200;
constexpr std::chrono::days longest{366};

bool is_of_our_time(Day day) {
    const auto year = static_cast<int>(std::chrono::year_month_day{day}.year());
    return year >= year_min && year < year_max;
}

/// Why the days cannot be used; empty where they can.
std::string fault_of(const NamedDays& named) {
    if (named.kind == DaysKind::edge_of_term)
        return "says where a term or a holiday begins or ends: give its first and its last day "
               "together";
    if (named.last < named.first) return "ends before it begins";
    if (!is_of_our_time(named.first) || !is_of_our_time(named.last))
        return "is not within the years " + std::to_string(year_min) + " to " +
               std::to_string(year_max);
    if (named.last - named.first >= longest) return "is longer than a year";
    return {};
}

std::string name_of(DaysKind kind) {
    switch (kind) {
        case DaysKind::term:
            return "Term";
        case DaysKind::inset:
            return "INSET day";
        case DaysKind::blocked:
            return "Blocked";
        default:
            return "School holiday";
    }
}

/// Not cut in the middle of a character: continuation bytes are 10xxxxxx.
std::string shortened(std::string name) {
    std::size_t end = calendar::name_max;
    if (name.size() <= end) return name;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
    name.resize(end);
    return name;
}

}  // namespace

void NamedDaysRead::take(NamedDays named, const char* column) {
    if (named.kind == DaysKind::bank_holiday || named.kind == DaysKind::other) {
        ++told.passed_over;
        return;
    }
    if (auto fault = fault_of(named); !fault.empty()) {
        told.rejected.push_back({named.row, column, std::move(fault)});
        return;
    }
    named.name = shortened(named.name.empty() ? name_of(named.kind) : std::move(named.name));
    days.push_back(std::move(named));
}

}  // namespace commonweal::exchange
