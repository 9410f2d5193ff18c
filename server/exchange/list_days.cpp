#include "server/exchange/list_days.hpp"

#include "server/exchange/columns.hpp"
#include "server/exchange/day_words.hpp"
#include "server/exchange/table_words.hpp"
#include "server/exchange/written_day.hpp"

namespace commonweal::exchange {
namespace {

constexpr std::chrono::days one_day{1};

class Reading {
  public:
    explicit Reading(const Table& table) : table_(&table), columns_(table) {}

    NamedDaysRead run() {
        for (const auto& problem : table_->problems)
            read_.told.rejected.push_back(columns_.rejected(problem));
        for (const auto& row : table_->rows) take(row);
        return std::move(read_);
    }

  private:
    void take(const TableRow& row) {
        const auto first = day(row, "First day");
        if (!first) return;
        const bool one = columns_.cell(row, "Last day").empty();
        const auto last = one ? first : day(row, "Last day");
        if (!last) return;
        const auto name = columns_.cell(row, "Name");
        const auto said = columns_.cell(row, "Kind");
        const auto kind = kind_of_words(said.empty() ? name : said, *last - *first + one_day);
        if (kind == DaysKind::other)
            return reject(row, "Kind",
                          in_quotes(said.empty() ? name : said) +
                              " is none of term, holiday, inset and blocked");
        read_.take({row.row, *first, *last, kind, std::string(name)}, "the row");
    }

    std::optional<Day> day(const TableRow& row, const char* column) {
        const auto cell = columns_.cell(row, column);
        const auto day = parse_written_day(cell);
        if (!day)
            reject(row, column,
                   cell.empty() ? "is missing"
                                : in_quotes(cell) + " is not a day: write it like 09/03/2026");
        return day;
    }
    void reject(const TableRow& row, const char* column, std::string reason) {
        read_.told.rejected.push_back({row.row, column, std::move(reason)});
    }

    const Table* table_;
    Columns columns_;
    NamedDaysRead read_;
};

}  // namespace

std::expected<NamedDaysRead, std::string> read_list_days(const Table& table) {
    const auto missing = Columns(table).missing({"First day", "Name"});
    if (!missing.empty())
        return std::unexpected(
            "this is neither a calendar (.ics) nor a list of term dates: it has no column \"" +
            missing + "\" (the columns are First day, Last day, Name and Kind)");
    return Reading(table).run();
}

}  // namespace commonweal::exchange
