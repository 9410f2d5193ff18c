#pragma once
// What became of a file that was taken in, told to whoever gave it.

#include "server/net/http.hpp"

namespace commonweal::tools {

/// Prints the answer, and answers the exit code. Throws std::runtime_error in words where nothing
/// was taken in.
int tell_imported(const net::Response& response, bool dry_run, bool json);

}  // namespace commonweal::tools
