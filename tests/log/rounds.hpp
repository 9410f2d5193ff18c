#pragma once
// How long a disaster is tried: as many rounds as take a few seconds, or so many times more as the
// environment variable COMMONWEAL_DISASTERS says.

#include <cstdlib>
#include <string>

namespace commonweal::log::testing {

inline std::size_t rounds(std::size_t usual) {
    const char* const told = std::getenv("COMMONWEAL_DISASTERS");
    return told != nullptr ? usual * std::stoul(told) : usual;
}

}  // namespace commonweal::log::testing
