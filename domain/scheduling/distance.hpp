#pragma once
// Straight lines between schools, in whole numbers, so that every machine comes to the same.

#include <cmath>

#include "domain/scheduling/instance.hpp"

namespace commonweal::scheduling {

/// What a distance counts where a place is not known: never nothing.
inline constexpr std::int64_t kilometres_not_known = 100;

/// The square of the metres between two schools with a place.
inline std::int64_t square_metres_between(const Member& one, const Member& other) {
    const auto east = one.easting - other.easting;
    const auto north = one.northing - other.northing;
    return east * east + north * north;
}

/// Rounded up; at least 1, because two schools are not in one place.
inline std::int64_t kilometres_between(const Member& one, const Member& other) {
    if (!one.has_place || !other.has_place) return kilometres_not_known;
    const auto square = square_metres_between(one, other);
    auto kilometres = static_cast<std::int64_t>(std::sqrt(static_cast<double>(square)) / 1000);
    while (kilometres * kilometres * 1'000'000 < square) ++kilometres;
    return std::max<std::int64_t>(1, kilometres);
}

inline bool farther_than(const Member& one, const Member& other, double kilometres) {
    const auto metres = kilometres * 1000;
    return static_cast<double>(square_metres_between(one, other)) > metres * metres;
}

}  // namespace commonweal::scheduling
