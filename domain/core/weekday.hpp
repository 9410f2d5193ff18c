#pragma once

#include "domain/core/time.hpp"

namespace commonweal {

/// Monday to Friday.
inline bool is_weekday(Day day) {
    const std::chrono::weekday weekday{day};
    return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
}

}  // namespace commonweal
