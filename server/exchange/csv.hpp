#pragma once
// Reads comma-separated values (RFC 4180) row by row from a stream, in memory that does not grow
// with the file. Bytes only: encodings are text.hpp's affair (commas, quotes and line ends are the
// same bytes in UTF-8 and in Windows-1252). Semicolons or tabs may stand for the commas.
//
// Owner: whoever reads; it must not outlive the stream. One thread at a time.
// Failure: a row that breaks the rules or a bound is handed out with its problem, and reading goes
// on at the next line. A stream that cannot be read throws std::ios_base::failure.

#include <array>
#include <cstddef>
#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace commonweal::exchange {

struct CsvLimits {
    std::size_t field_bytes_max = 64 * 1024;
    std::size_t columns_max = 1024;
    std::size_t row_bytes_max = 1024 * 1024;
};

/// Why a row cannot be used.
struct CsvProblem {
    std::size_t column = 0;  ///< from 1
    std::string reason;      ///< a sentence in plain English, without a full stop
};

class CsvReader {
  public:
    /// The separator is ',', ';' or '\t'. With tabs a quotation mark inside a field without quotes
    /// is part of it: so spreadsheets copy it.
    explicit CsvReader(std::istream& input, CsvLimits limits = {}, char separator = ',');

    /// Goes to the next row; false after the last. Blank lines are passed over. Rows end with CRLF,
    /// LF or CR; a byte order mark before the first is ignored.
    [[nodiscard]] bool next();

    /// The line on which the row begins, from 1, as an editor counts it.
    std::size_t line() const { return row_line_; }
    /// The row's fields without their quotes, valid until the next call of next().
    /// Where there is a problem, the fields before it.
    std::size_t size() const { return ends_.size(); }
    std::string_view field(std::size_t index) const;
    const std::optional<CsvProblem>& problem() const { return problem_; }

    /// Bytes of the stream used so far, for showing progress.
    std::uint64_t bytes_read() const { return bytes_before_ + at_; }

  private:
    /// Where the reader stands within a row.
    enum class State { field_start, plain, quoted, quote_in_quoted, skipping, row_end };

    [[nodiscard]] bool fill();
    void skip_byte_order_mark();
    void read_row();
    void finish_at_end_of_file(State state);
    State step(State state, char c);
    State step_field_start(char c);
    State step_after_quote(char c);
    State end_field_or_take(char c, State next);
    State take(char c, State next);
    State end_field(State next);
    State stop(std::string reason);
    void count_line(char c);

    std::istream& input_;
    CsvLimits limits_;
    char separator_;
    std::array<char, 64 * 1024> chunk_;
    std::size_t at_ = 0;
    std::size_t filled_ = 0;
    std::uint64_t bytes_before_ = 0;  ///< of the chunks before this one

    std::string text_;               ///< the row's fields, one after another
    std::vector<std::size_t> ends_;  ///< where each ends in text_
    std::optional<CsvProblem> problem_;
    std::size_t line_ = 1;
    std::size_t row_line_ = 0;
    bool after_carriage_return_ = false;
};

}  // namespace commonweal::exchange
