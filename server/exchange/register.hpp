#pragma once
// Reads the establishments of the Department for Education's register (Get Information About
// Schools) from its CSV. Gives plain values; what they mean for the network is decided elsewhere.
//
// Columns are chosen by their names from a fixed list, so that other columns, and above all those
// about people (heads, proprietors), are never looked at. Only URN and EstablishmentName must be
// there.

#include <cstdint>
#include <expected>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "domain/core/time.hpp"
#include "server/exchange/text.hpp"

namespace commonweal::exchange {

/// One establishment as the register has it. Text is UTF-8, with no control characters and no space
/// around it; empty where the register says nothing. Codes are text: they may begin with 0.
struct RegisterRow {
    std::size_t row = 0;  ///< the line of the file on which it begins, from 1
    std::uint32_t urn = 0;
    std::string name;
    std::string type;        ///< "Community school"
    std::string type_group;  ///< "Local authority maintained schools"
    std::string status;  ///< "Open", "Closed", "Open, but proposed to close", "Proposed to open"
    std::optional<Day> opened;
    std::optional<Day> closed;
    std::string phase;  ///< "Primary", "Not applicable"
    std::optional<std::uint8_t> low_age;
    std::optional<std::uint8_t> high_age;
    std::string authority_code;  ///< "801"
    std::string authority;       ///< "Bristol, City of"
    std::string town;
    std::string postcode;
    std::optional<std::uint32_t> easting;  ///< British National Grid, metres; both or neither
    std::optional<std::uint32_t> northing;
    std::string trust_code;
    std::string trust;
    std::string federation_code;
    std::string federation;
};

/// A row that was passed over, and why.
struct RegisterRejection {
    std::size_t row = 0;  ///< the line of the file on which it begins, from 1
    std::string column;   ///< the heading, or "column 7" where the row could not be taken apart
    std::string reason;   ///< a sentence in plain English, without a full stop
};

struct RegisterSummary {
    Encoding encoding = Encoding::utf8;
    std::size_t rows = 0;  ///< taken
    std::vector<RegisterRejection> rejected;
    /// The wanted columns that the file lacks: of these it says nothing, which is not the same as
    /// saying that they are empty.
    std::vector<std::string> absent;
};

struct RegisterReading {
    /// Called once the header is read, with the wanted columns that the file lacks; may be empty.
    std::function<void(const std::vector<std::string>& absent)> begin;
    /// Called for every usable row, in the file's order; the first of each URN only.
    std::function<void(RegisterRow)> take;
    /// Called now and then, and at the end, with bytes done and in all; may be empty.
    std::function<void(std::uint64_t done, std::uint64_t total)> progress;
    /// Above this many rejections the file is not what it is taken for, and reading stops.
    std::size_t rejections_max = 100'000;
};

/// Reads a whole file; the stream must be one that can go back (a file, a string). The error is for
/// a file that cannot be used at all: no rows, no URN column, too many rejections.
/// Throws std::ios_base::failure where the stream cannot be read.
std::expected<RegisterSummary, RegisterRejection> read_register(std::istream& input,
                                                                const RegisterReading& reading);

}  // namespace commonweal::exchange
