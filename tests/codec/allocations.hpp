#pragma once
// Watches how much is asked for at once: hostile bytes must not make the program ask for gigabytes.

#include <cstddef>

namespace commonweal::codec::testing {

/// The largest piece of memory that this thread has asked for since the last reset, in bytes;
/// always 0 under a sanitizer, which keeps its own watch.
std::size_t largest_allocation();
void reset_largest_allocation();

}  // namespace commonweal::codec::testing
