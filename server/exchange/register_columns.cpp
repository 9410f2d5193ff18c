#include "server/exchange/register_columns.hpp"

#include "server/exchange/table_words.hpp"
#include "server/exchange/written_day.hpp"

#include <array>
#include <charconv>

namespace commonweal::exchange {
namespace {

using Wrong = std::optional<std::string>;

constexpr std::size_t text_bytes_max = 1000;
constexpr std::uint32_t urn_max = 9'999'999;
constexpr std::uint8_t age_max = 99;
// The National Grid's corners: 700 km east and 1,300 km north of its false origin.
constexpr std::uint32_t easting_max = 700'000;
constexpr std::uint32_t northing_max = 1'300'000;

std::optional<std::uint32_t> whole_number(std::string_view text, std::uint32_t max) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value > max)
        return std::nullopt;
    return value;
}

Wrong read_urn(RegisterRow& row, std::string_view text) {
    if (text.empty()) return "the URN is missing";
    const auto urn = whole_number(text, urn_max);
    if (!urn || *urn == 0) return in_quotes(text) + " is not a URN, a number of up to seven digits";
    row.urn = *urn;
    return std::nullopt;
}

template <std::string RegisterRow::* member>
Wrong read_text(RegisterRow& row, std::string_view text) {
    if (text.size() > text_bytes_max)
        return "the text is longer than " + std::to_string(text_bytes_max) + " bytes";
    row.*member = text;
    return std::nullopt;
}

Wrong read_name(RegisterRow& row, std::string_view text) {
    if (text.empty()) return "the name is missing";
    return read_text<&RegisterRow::name>(row, text);
}

template <std::optional<Day> RegisterRow::* member>
Wrong read_day(RegisterRow& row, std::string_view text) {
    if (text.empty()) return std::nullopt;
    row.*member = parse_written_day(text);
    if (row.*member) return std::nullopt;
    return in_quotes(text) + " is not a day written as DD-MM-YYYY";
}

template <std::optional<std::uint8_t> RegisterRow::* member>
Wrong read_age(RegisterRow& row, std::string_view text) {
    if (text.empty()) return std::nullopt;
    const auto age = whole_number(text, age_max);
    if (!age) return in_quotes(text) + " is not an age in years";
    row.*member = static_cast<std::uint8_t>(*age);
    return std::nullopt;
}

template <std::optional<std::uint32_t> RegisterRow::* member, std::uint32_t max>
Wrong read_metres(RegisterRow& row, std::string_view text) {
    if (text.empty()) return std::nullopt;
    const auto metres = whole_number(text, max);
    if (!metres) return in_quotes(text) + " is not a number of metres on the British National Grid";
    row.*member = metres;
    return std::nullopt;
}

using Row = RegisterRow;
constexpr std::array columns{
    RegisterColumn{"URN", "urn", true, read_urn},
    RegisterColumn{"EstablishmentName", "name", true, read_name},
    RegisterColumn{"TypeOfEstablishment (name)", "", false, read_text<&Row::type>},
    RegisterColumn{"EstablishmentTypeGroup (name)", "", false, read_text<&Row::type_group>},
    RegisterColumn{"EstablishmentStatus (name)", "", false, read_text<&Row::status>},
    RegisterColumn{"OpenDate", "open_date", false, read_day<&Row::opened>},
    RegisterColumn{"CloseDate", "", false, read_day<&Row::closed>},
    RegisterColumn{"PhaseOfEducation (name)", "", false, read_text<&Row::phase>},
    RegisterColumn{"StatutoryLowAge", "", false, read_age<&Row::low_age>},
    RegisterColumn{"StatutoryHighAge", "", false, read_age<&Row::high_age>},
    RegisterColumn{"LA (code)", "", false, read_text<&Row::authority_code>},
    RegisterColumn{"LA (name)", "", false, read_text<&Row::authority>},
    RegisterColumn{"Town", "town", false, read_text<&Row::town>},
    RegisterColumn{"Postcode", "postcode", false, read_text<&Row::postcode>},
    RegisterColumn{"Easting", "", false, read_metres<&Row::easting, easting_max>},
    RegisterColumn{"Northing", "", false, read_metres<&Row::northing, northing_max>},
    RegisterColumn{"Trusts (code)", "", false, read_text<&Row::trust_code>},
    RegisterColumn{"Trusts (name)", "", false, read_text<&Row::trust>},
    RegisterColumn{"Federations (code)", "", false, read_text<&Row::federation_code>},
    RegisterColumn{"Federations (name)", "", false, read_text<&Row::federation>},
};

}  // namespace

std::span<const RegisterColumn> register_columns() {
    return columns;
}

std::optional<RegisterRejection> check_together(const RegisterRow& row) {
    if (row.easting.has_value() != row.northing.has_value())
        return RegisterRejection{row.row, row.easting ? "Northing" : "Easting",
                                 "only one of Easting and Northing is there"};
    if (row.low_age && row.high_age && *row.low_age > *row.high_age)
        return RegisterRejection{row.row, "StatutoryHighAge",
                                 "the highest age is below the lowest"};
    if (row.opened && row.closed && *row.closed < *row.opened)
        return RegisterRejection{row.row, "CloseDate", "the school closes before it opens"};
    return std::nullopt;
}

std::string tidy(std::string_view text) {
    std::string out;
    bool space_due = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto after = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
        // U+0080 to U+009F are controls, U+00A0 is the space that does not break.
        const bool wide_space = byte == 0xC2U && after >= 0x80U && after <= 0xA0U;
        if (wide_space) ++i;
        if (wide_space || byte <= 0x20U || byte == 0x7FU) {
            space_due = !out.empty();
            continue;
        }
        if (space_due) out += ' ';
        space_due = false;
        out += text[i];
    }
    return out;
}

}  // namespace commonweal::exchange
