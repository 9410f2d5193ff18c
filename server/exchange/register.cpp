#include "server/exchange/register.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "server/exchange/csv.hpp"
#include "server/exchange/register_columns.hpp"

namespace commonweal::exchange {
namespace {

/// Where in a row a wanted column stands.
struct Place {
    std::size_t index = 0;
    const RegisterColumn* column = nullptr;
};

struct Header {
    std::size_t line = 1;
    std::size_t columns = 0;  ///< up to the last that has a heading
    std::vector<Place> places;
    std::vector<std::string> absent;
};

std::vector<std::string> headings(const CsvReader& csv, Encoding encoding) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < csv.size(); ++i)
        names.push_back(tidy(to_utf8(csv.field(i), encoding)));
    return names;
}

bool means(const RegisterColumn& column, const std::string& heading) {
    return heading == column.heading ||
           (!column.short_heading.empty() && heading == column.short_heading);
}

std::string why_no_column(const std::vector<std::string>& names) {
    if (names.size() == 1 && names[0].find(';') != std::string::npos)
        return "the columns are separated by semicolons: save the file separated by commas";
    if (names.size() == 1 && names[0].starts_with("\xC3\xBF\xC3\xBE"))
        return "the file is in UTF-16: save it as CSV UTF-8";
    return "the first row has no such column: it must hold the register's own column names";
}

std::expected<Header, RegisterRejection> read_header(CsvReader& csv, Encoding encoding) {
    if (!csv.next()) return std::unexpected(RegisterRejection{1, "URN", "the file is empty"});
    if (csv.problem())
        return std::unexpected(RegisterRejection{
            csv.line(), "column " + std::to_string(csv.problem()->column), csv.problem()->reason});
    auto names = headings(csv, encoding);
    while (names.size() > 1 && names.back().empty()) names.pop_back();
    Header header{.line = csv.line(), .columns = names.size(), .places = {}, .absent = {}};
    for (const RegisterColumn& column : register_columns()) {
        const auto is_it = [&](const std::string& name) { return means(column, name); };
        const auto found = std::ranges::find_if(names, is_it);
        const std::string heading{column.heading};
        if (found == names.end()) {
            if (column.required)
                return std::unexpected(
                    RegisterRejection{csv.line(), heading, why_no_column(names)});
            header.absent.push_back(heading);
            continue;
        }
        if (std::ranges::count_if(names, is_it) > 1)
            return std::unexpected(
                RegisterRejection{csv.line(), heading, "this column is there more than once"});
        header.places.push_back({static_cast<std::size_t>(found - names.begin()), &column});
    }
    return header;
}

std::expected<RegisterRow, RegisterRejection> read_row(const CsvReader& csv, const Header& header,
                                                       Encoding encoding) {
    const auto reject = [&](std::size_t column, std::string reason) {
        return std::unexpected(
            RegisterRejection{csv.line(), "column " + std::to_string(column), std::move(reason)});
    };
    if (csv.problem()) return reject(csv.problem()->column, csv.problem()->reason);
    // A row that is too short was broken in two, or its commas are not where they should be. Empty
    // fields after the last heading are only what a spreadsheet leaves behind.
    std::size_t columns = csv.size();
    while (columns > header.columns && csv.field(columns - 1).empty()) --columns;
    if (columns != header.columns)
        return reject(std::min(columns, header.columns) + 1,
                      "the row has " + std::to_string(columns) + " columns and the first row " +
                          std::to_string(header.columns));
    RegisterRow row;
    row.row = csv.line();
    for (const Place& place : header.places) {
        const std::string text = tidy(to_utf8(csv.field(place.index), encoding));
        if (auto wrong = place.column->read(row, text))
            return std::unexpected(
                RegisterRejection{row.row, std::string{place.column->heading}, std::move(*wrong)});
    }
    if (auto wrong = check_together(row)) return std::unexpected(std::move(*wrong));
    return row;
}

/// Turns the rows of the file, one at a time, into values: usable once each URN.
class Rows {
  public:
    Rows(const CsvReader& csv, const Header& header, Encoding encoding)
        : csv_(csv), header_(header), encoding_(encoding) {}

    std::expected<RegisterRow, RegisterRejection> current() {
        auto row = read_row(csv_, header_, encoding_);
        if (!row) return row;
        const auto [first, added] = row_of_urn_.try_emplace(row->urn, row->row);
        if (added) return row;
        return std::unexpected(RegisterRejection{
            row->row, "URN",
            std::to_string(row->urn) + " is already on line " + std::to_string(first->second)});
    }

  private:
    const CsvReader& csv_;
    const Header& header_;
    const Encoding encoding_;
    std::unordered_map<std::uint32_t, std::size_t> row_of_urn_;
};

std::uint64_t bytes_in(std::istream& input) {
    const auto start = input.tellg();
    input.seekg(0, std::ios_base::end);
    const auto end = input.tellg();
    input.seekg(start);
    if (!input) throw std::ios_base::failure("the file cannot be read twice");
    return static_cast<std::uint64_t>(end - start);
}

}  // namespace

std::expected<RegisterSummary, RegisterRejection> read_register(std::istream& input,
                                                                const RegisterReading& reading) {
    constexpr std::size_t rows_between_progress = 1024;
    RegisterSummary summary;
    const std::uint64_t total = bytes_in(input);
    summary.encoding = detect_encoding(input);
    CsvReader csv{input};
    auto header = read_header(csv, summary.encoding);
    if (!header) return std::unexpected(std::move(header.error()));
    summary.absent = std::move(header->absent);
    if (reading.begin) reading.begin(summary.absent);

    Rows rows{csv, *header, summary.encoding};
    for (std::size_t count = 1; csv.next(); ++count) {
        if (auto row = rows.current()) {
            ++summary.rows;
            reading.take(std::move(*row));
        } else if (summary.rejected.size() < reading.rejections_max) {
            summary.rejected.push_back(std::move(row.error()));
        } else {
            row.error().reason.insert(0, "too many rows cannot be used; this one: ");
            return std::unexpected(std::move(row.error()));
        }
        if (reading.progress && count % rows_between_progress == 0)
            reading.progress(csv.bytes_read(), total);
    }
    if (reading.progress) reading.progress(total, total);
    return summary;
}

}  // namespace commonweal::exchange
