#pragma once
// Phases of education in the register's words, and which are neighbours.

#include <array>
#include <cstdint>
#include <string_view>

namespace commonweal::scheduling {

enum class Phase : std::uint8_t {
    not_known,
    nursery,
    primary,
    middle_deemed_primary,
    middle_deemed_secondary,
    secondary,
    sixteen_plus,
    all_through,
    not_applicable,  ///< special schools, alternative provision
};

/// Any case, with spaces, hyphens or underscores: "Middle deemed primary", "16_plus".
Phase phase_of(std::string_view text);

/// 0 the same, 1 neighbours, 2 otherwise or not known.
int steps_between(Phase one, Phase other);

}  // namespace commonweal::scheduling
