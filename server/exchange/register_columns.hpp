#pragma once
// The columns of the register that are read, and how a field of each becomes part of a row.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "server/exchange/register.hpp"

namespace commonweal::exchange {

/// Puts a field (clean UTF-8) into the row, or says what is wrong with it.
using ReadField = std::optional<std::string> (*)(RegisterRow& row, std::string_view text);

struct RegisterColumn {
    std::string_view heading;
    std::string_view short_heading;  ///< in the Department's short list of open schools, or empty
    bool required = false;
    ReadField read = nullptr;
};

/// Every column that is read; all others are passed over.
std::span<const RegisterColumn> register_columns();

/// What must hold between a row's fields; which column is at fault and why.
std::optional<RegisterRejection> check_together(const RegisterRow& row);

/// The text without space around it, each run of spaces, line ends and control characters one
/// space.
std::string tidy(std::string_view text);

}  // namespace commonweal::exchange
