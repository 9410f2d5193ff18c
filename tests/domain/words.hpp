#pragma once
// The small words of tests: ids by number, days as people write them, and typed words.

#include <catch2/catch.hpp>
#include <string>

#include "domain/core/id.hpp"
#include "domain/core/personal.hpp"
#include "domain/core/time.hpp"

namespace commonweal::testing {

/// The id with this number. A larger number is a later id, as with ULIDs.
template <class AnyId>
AnyId numbered(std::uint32_t number) {
    AnyId made;
    for (std::size_t i = 0; i < 4; ++i)
        made.bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    return made;
}

inline Day day(std::string_view text) {
    const auto parsed = parse_day(text);
    if (!parsed) throw std::invalid_argument("no such day: " + std::string(text));
    return *parsed;
}

inline Instant instant(std::string_view text) {
    const auto parsed = parse_instant(text);
    if (!parsed) throw std::invalid_argument("no such instant: " + std::string(text));
    return *parsed;
}

inline Personal<FreeText> words(std::string text) {
    return Personal<FreeText>::plain(std::move(text));
}
/// One byte more than is allowed.
inline Personal<FreeText> too_many_words() {
    return words(std::string(FreeText::length_max + 1, 'x'));
}

}  // namespace commonweal::testing
