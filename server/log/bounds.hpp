#pragma once
// The bounds that a commit has to keep, the same in every engine.

#include <string>

#include "server/log/commit.hpp"

namespace commonweal::log {

/// Why the log does not take this commit, as a sentence; empty where it does.
std::string unacceptable_because(const Commit& commit);

}  // namespace commonweal::log
