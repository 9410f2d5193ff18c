#pragma once
// Every choice of who reviews whom in a very small problem, for the exhaustive search.

#include "tests/domain/scheduling/facts.hpp"

namespace commonweal::scheduling::testing {

/// Choices that may still be looked at.
struct Limit {
    std::uint64_t left = 0;
    bool over = false;
    /// False, from then on, where there are none left.
    bool spend() {
        over = over || left == 0;
        if (!over) --left;
        return !over;
    }
};

/// A review with one of its teams in one of its windows.
struct Way {
    Arranged review;
    double moved = 0;  ///< what it costs that days and people are not those of the plan before
};

/// A host with those who could review it together, and every way of doing so.
struct Pairing {
    std::size_t host = 0;
    std::vector<std::size_t> givers;
    std::vector<Way> ways;  ///< at least one
};

std::vector<Pairing> pairings(const Facts& facts);

/// Pairings that are chosen together, by number.
using Choice = std::vector<std::size_t>;

/// All lawful choices, the empty one too, as far as days and people do not forbid them. Returns and
/// threes are whole.
std::vector<Choice> choices(const Facts& facts, const std::vector<Pairing>& pairings, Limit& limit);

/// What a choice costs whatever days and people it gets. What these add is not below zero.
double cost_of(const Facts& facts, const std::vector<Pairing>& pairings, const Choice& choice);

}  // namespace commonweal::scheduling::testing
