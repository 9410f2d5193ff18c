#pragma once
// What a school gave and received, counted when it took place.

#include "projections/engagement/engagement.hpp"

namespace commonweal::view {

struct Balance {
    SchoolId school;
    std::uint32_t reviews_given = 0, reviews_received = 0, visits_hosted = 0, visits_made = 0;

    /// Adds `by` (1 or -1) of this kind to what was given, or to what was received. What took place
    /// before the school had a row was never counted in it, and is not taken from it.
    void count(Kind kind, bool gave, int by) {
        const auto given = kind == Kind::review ? &Balance::reviews_given : &Balance::visits_hosted;
        const auto received =
            kind == Kind::review ? &Balance::reviews_received : &Balance::visits_made;
        auto& counted = this->*(gave ? given : received);
        if (by > 0 || counted > 0) counted += static_cast<std::uint32_t>(by);
    }
    void add(const Balance& other) {
        reviews_given += other.reviews_given;
        reviews_received += other.reviews_received;
        visits_hosted += other.visits_hosted;
        visits_made += other.visits_made;
    }
};
BOOST_DESCRIBE_STRUCT(Balance, (),
                      (school, reviews_given, reviews_received, visits_hosted, visits_made))

}  // namespace commonweal::view
