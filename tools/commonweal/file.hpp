#pragma once
// A file that was named on the command line.

#include <string>

namespace commonweal::tools {

/// All of its bytes. Throws std::runtime_error in words where it cannot be read.
std::string read_file(const std::string& path);

}  // namespace commonweal::tools
