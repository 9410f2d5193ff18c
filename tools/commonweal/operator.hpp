#pragma once
// How the command line reaches the API of a data directory: through the control socket of the
// server that runs on it, or, where none does, in this process.

#include <filesystem>
#include <functional>
#include <memory>

#include "server/net/http.hpp"

namespace commonweal {
class Program;
}

namespace commonweal::tools {

class Operator {
  public:
    /// Throws std::runtime_error in words where neither works.
    explicit Operator(const std::filesystem::path& data);
    ~Operator();

    net::Response call(const std::string& method, const std::string& target, std::string body = {},
                       const std::string& type = "application/json");
    /// The program in this process; nullptr where a server runs elsewhere.
    Program* here() { return program_.get(); }

  private:
    std::filesystem::path socket_;
    std::unique_ptr<Program> program_;
};

/// A problem's words, for stderr.
std::string words_of(const net::Response& response);

}  // namespace commonweal::tools
