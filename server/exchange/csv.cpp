#include "server/exchange/csv.hpp"

#include <utility>

namespace commonweal::exchange {
namespace {

bool at_line_end(char c) {
    return c == '\n' || c == '\r';
}

std::string name_of(char separator) {
    return separator == '\t' ? "tab" : separator == ';' ? "semicolon" : "comma";
}

}  // namespace

CsvReader::CsvReader(std::istream& input, CsvLimits limits, char separator)
    : input_(input), limits_(limits), separator_(separator) {
    skip_byte_order_mark();
}

std::string_view CsvReader::field(std::size_t index) const {
    const std::size_t begin = index == 0 ? 0 : ends_.at(index - 1);
    return std::string_view{text_}.substr(begin, ends_.at(index) - begin);
}

bool CsvReader::next() {
    do {
        if (!fill()) return false;
        read_row();
    } while (text_.empty() && ends_.size() == 1 && !problem_);
    return true;
}

bool CsvReader::fill() {
    if (at_ < filled_) return true;
    bytes_before_ += filled_;
    at_ = filled_ = 0;
    if (!input_) return false;
    input_.read(chunk_.data(), chunk_.size());
    filled_ = static_cast<std::size_t>(input_.gcount());
    if (input_.bad()) throw std::ios_base::failure("the file could not be read to its end");
    return filled_ > 0;
}

void CsvReader::skip_byte_order_mark() {
    if (fill() && std::string_view{chunk_.data(), filled_}.starts_with("\xEF\xBB\xBF")) at_ = 3;
}

/// A CR and the LF after it are one line end, also where one is in this chunk and one in the next.
void CsvReader::count_line(char c) {
    if (c == '\r' || (c == '\n' && !after_carriage_return_)) ++line_;
    after_carriage_return_ = c == '\r';
}

void CsvReader::read_row() {
    text_.clear();
    ends_.clear();
    problem_.reset();
    row_line_ = line_;
    State state = State::field_start;
    while (state != State::row_end) {
        if (!fill()) return finish_at_end_of_file(state);
        const char c = chunk_[at_++];
        const bool second_half_of_line_end = c == '\n' && after_carriage_return_;
        count_line(c);
        const bool nothing_yet = state == State::field_start && ends_.empty();
        if (!(second_half_of_line_end && nothing_yet)) state = step(state, c);
    }
}

void CsvReader::finish_at_end_of_file(State state) {
    if (state == State::quoted)
        stop("the quotation mark that opens this field is never closed");
    else if (state != State::skipping)
        ends_.push_back(text_.size());
}

CsvReader::State CsvReader::step(State state, char c) {
    switch (state) {
        case State::field_start:
            return step_field_start(c);
        case State::plain:
            if (c == '"' && separator_ != '\t')
                return stop("a quotation mark stands inside a field without quotes");
            return end_field_or_take(c, State::plain);
        case State::quoted:
            return c == '"' ? State::quote_in_quoted : take(c, State::quoted);
        case State::quote_in_quoted:
            return step_after_quote(c);
        case State::skipping:
            return at_line_end(c) ? State::row_end : State::skipping;
        case State::row_end:
            break;
    }
    return State::row_end;
}

CsvReader::State CsvReader::step_field_start(char c) {
    return c == '"' ? State::quoted : end_field_or_take(c, State::plain);
}

CsvReader::State CsvReader::step_after_quote(char c) {
    if (c == '"') return take(c, State::quoted);
    if (c == separator_ || at_line_end(c)) return end_field_or_take(c, State::plain);
    return stop("something stands between a closing quotation mark and the next " +
                name_of(separator_));
}

CsvReader::State CsvReader::end_field_or_take(char c, State next) {
    if (c == separator_) return end_field(State::field_start);
    if (at_line_end(c)) return end_field(State::row_end);
    return take(c, next);
}

CsvReader::State CsvReader::take(char c, State next) {
    const std::size_t begin = ends_.empty() ? 0 : ends_.back();
    if (text_.size() - begin >= limits_.field_bytes_max) {
        // Most often a quotation mark without its partner: what follows is taken for one field.
        const bool open_quote = next == State::quoted;
        return stop("this field is longer than " + std::to_string(limits_.field_bytes_max) +
                    " bytes" + (open_quote ? "; its closing quotation mark may be missing" : ""));
    }
    if (text_.size() >= limits_.row_bytes_max)
        return stop("this row is longer than " + std::to_string(limits_.row_bytes_max) + " bytes");
    text_ += c;
    return next;
}

CsvReader::State CsvReader::end_field(State next) {
    ends_.push_back(text_.size());
    if (next == State::row_end || ends_.size() < limits_.columns_max) return next;
    return stop("there are more columns than " + std::to_string(limits_.columns_max));
}

CsvReader::State CsvReader::stop(std::string reason) {
    problem_ = CsvProblem{.column = ends_.size() + 1, .reason = std::move(reason)};
    return State::skipping;
}

}  // namespace commonweal::exchange
