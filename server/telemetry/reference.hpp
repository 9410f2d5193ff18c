#pragma once
// A reference for a failure: what a person reads out and an operator finds in the log. Random, says
// nothing of whom or what. Threads: any. Failure: throws std::system_error where the kernel gives
// no randomness.

#include <string>

namespace commonweal::telemetry {

/// "ref_" and 16 characters of Crockford's base 32 (80 random bits).
std::string new_reference();

}  // namespace commonweal::telemetry
