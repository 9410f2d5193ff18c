#include "tools/commonweal/file.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace commonweal::tools {

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path + ": check the name and the rights");
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return std::move(bytes).str();
}

}  // namespace commonweal::tools
