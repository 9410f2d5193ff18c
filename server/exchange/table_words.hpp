#pragma once
// How what is said about a table names numbers, sizes and cells. Pure functions.

#include <cstddef>
#include <string>
#include <string_view>

namespace commonweal::exchange {

/// "20,000"
std::string grouped(std::size_t number);

/// "8 MB", "4 KB" (of 1,024 bytes each), or "100 bytes" where it is neither exactly.
std::string size_in_words(std::size_t bytes);

/// A cell as spreadsheets call it: "AB12". Both from 1.
std::string cell_name(std::size_t row, std::size_t column);

/// The text in quotation marks, cut to about 40 bytes, never within a character.
std::string in_quotes(std::string_view text);

/// True for what spreadsheets write where a value could not be worked out ("#REF!", "#N/A") or did
/// not fit into its column ("####").
bool is_error_value(std::string_view text);
/// The problem that such a cell is.
std::string why_error_value(std::string_view text);

}  // namespace commonweal::exchange
