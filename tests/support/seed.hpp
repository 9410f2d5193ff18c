#pragma once
// What a random test begins with: another number in each run, and the one that is told in the
// environment variable COMMONWEAL_SEED when a failure is to be seen again.

#include <cstdlib>
#include <random>
#include <string>

namespace commonweal::testing {

inline unsigned seed() {
    if (const char* told = std::getenv("COMMONWEAL_SEED"))
        return static_cast<unsigned>(std::stoul(told));
    return std::random_device{}();
}

}  // namespace commonweal::testing
