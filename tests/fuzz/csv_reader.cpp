// Hostile registers: whatever the bytes, reading ends, stays within its bounds and hands out
// nothing but clean UTF-8.

#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "server/exchange/csv.hpp"
#include "server/exchange/register.hpp"

namespace {

using namespace commonweal::exchange;

void must(bool holds) {
    if (!holds) std::abort();
}

void read_as_csv(const std::string& bytes) {
    constexpr CsvLimits limits{.field_bytes_max = 64, .columns_max = 16, .row_bytes_max = 256};
    std::istringstream input{bytes};
    CsvReader csv{input, limits};
    std::size_t line_before = 0;
    while (csv.next()) {
        must(csv.line() > line_before);
        line_before = csv.line();
        must(csv.size() <= limits.columns_max);
        std::size_t row_bytes = 0;
        for (std::size_t i = 0; i < csv.size(); ++i) {
            must(csv.field(i).size() <= limits.field_bytes_max);
            row_bytes += csv.field(i).size();
        }
        must(row_bytes <= limits.row_bytes_max);
        must(!csv.problem() || csv.problem()->column <= limits.columns_max + 1);
    }
    must(csv.bytes_read() == bytes.size());
}

void read_as_register(const std::string& bytes) {
    std::istringstream input{bytes};
    const auto take = [](const RegisterRow& row) {
        must(row.urn > 0 && !row.name.empty());
        must(is_utf8(row.name) && is_utf8(row.town) && is_utf8(row.trust));
        must(row.easting.has_value() == row.northing.has_value());
    };
    const auto summary = read_register(input, {.begin = {}, .take = take, .progress = {}});
    const auto check = [](const RegisterRejection& rejection) {
        must(rejection.row > 0 && !rejection.column.empty() && is_utf8(rejection.reason));
    };
    if (!summary) return check(summary.error());
    for (const RegisterRejection& rejection : summary->rejected) check(rejection);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes{reinterpret_cast<const char*>(data), size};
    read_as_csv(bytes);
    read_as_register(bytes);
    return 0;
}
