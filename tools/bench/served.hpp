#pragma once
// A server to measure, in this process, with a network and a token.

#include <thread>

#include "tools/bench/network.hpp"

namespace commonweal::bench {

class Served {
  public:
    Served(const std::filesystem::path& data, std::size_t schools) : program_(options_for(data)) {
        network_ = make_network(program_.app(), schools);
        token_ = program_.accounts().sessions().make_token(network_.leads.front(),
                                                           program_.app().clock().now());
        address_ = program_.listen();
        thread_ = std::thread([this] { program_.run(); });
    }
    ~Served() {
        program_.stop();
        thread_.join();
    }
    Served(const Served&) = delete;
    Served& operator=(const Served&) = delete;

    Program& program() { return program_; }
    const Network& network() const { return network_; }
    const std::string& token() const { return token_; }
    const std::string& address() const { return address_; }

  private:
    static ProgramOptions options_for(const std::filesystem::path& data) {
        ProgramOptions options;
        options.data = data;
        options.listen = "127.0.0.1:0";
        options.log_requests = false;
        options.writes_a_second = 0;
        return options;
    }
    Program program_;
    Network network_;
    std::string token_;
    std::string address_;
    std::thread thread_;
};

}  // namespace commonweal::bench
