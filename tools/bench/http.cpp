// Durable commands a second over 64 kept connections, client and server on the same cores, beside
// the bare committer of durable writes.

#include "tools/bench/bare_committer.hpp"
#include "tools/bench/served.hpp"
#include "tools/bench/sockets.hpp"
#include "tools/bench/writers.hpp"

namespace commonweal::bench {
namespace {

constexpr std::size_t connections = 64;

/// The length of the first whole response in the bytes; 0 where it is not whole yet.
std::size_t whole_response(const std::string& bytes) {
    const auto end = bytes.find("\r\n\r\n");
    if (end == std::string::npos) return 0;
    const auto at = bytes.find("Content-Length: ");
    const auto length = at < end ? std::stoul(bytes.substr(at + 16)) : 0;
    const auto all = end + 4 + length;
    return bytes.size() >= all ? all : 0;
}

std::string request_of(const Served& served, const Network& network, std::uint64_t number) {
    // The token is a lead's of the first school, who asks each of the others in turn.
    const auto host = network.schools[1 + number % (network.schools.size() - 1)];
    const auto body = R"({"guest":")" + to_text(network.schools.front()) + R"(","host":")" +
                      to_text(host) + R"(","theme":"equity"})";
    return "POST /api/v1/visits HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " +
           served.token() +
           "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

struct Load {
    std::vector<double> latencies_us;
    double seconds = 0;
    std::uint64_t failed = 0;
};

Load run(Served& served, double seconds) {
    ClientSockets clients(port_of(served.address()), connections);
    std::vector<Time::time_point> began(connections);
    Load load;
    std::uint64_t number = 0;
    const auto ask = [&](std::size_t i) {
        began[i] = Time::now();
        ClientSockets::send_all(clients[i], request_of(served, served.network(), number++));
    };
    const auto start = Time::now();
    for (std::size_t i = 0; i < connections; ++i) ask(i);
    while (microseconds_since(start) < seconds * 1e6)
        clients.poll(100, [&](std::size_t i) {
            auto& received = clients[i].received;
            const auto length = whole_response(received);
            if (length == 0) return;
            if (!received.starts_with("HTTP/1.1 201")) ++load.failed;
            load.latencies_us.push_back(microseconds_since(began[i]));
            received.erase(0, length);
            ask(i);
        });
    load.seconds = microseconds_since(start) / 1e6;
    return load;
}

}  // namespace

std::vector<Figure> http(const Options& options) {
    const Scratch scratch(options.folder, "http");
    Load load;
    {
        options.progress("making a network to measure on");
        Served served(scratch.path(), 200);
        options.progress("warming up");
        run(served, 1);
        options.progress("asking over 64 connections");
        load = run(served, options.seconds);
    }
    const Scratch bare_scratch(options.folder, "bare");
    const auto bare =
        bare_committer(bare_scratch.path(), static_cast<int>(connections), options.seconds, 320);
    Figure figure;
    figure.name = "http";
    figure.value = static_cast<double>(load.latencies_us.size()) / load.seconds;
    figure.unit = "durable commands/s";
    figure.raw = bare.per_second;
    figure.raw_name = "bare RocksDB committer that gathers 64";
    figure.ratio = figure.value / figure.raw;
    figure.p50_us = quantile(load.latencies_us, 0.5);
    figure.p99_us = quantile(load.latencies_us, 0.99);
    figure.detail = "64 kept connections, bearer token, POST /visits; client on the same cores; " +
                    std::to_string(load.failed) + " failed";
    return {figure};
}

}  // namespace commonweal::bench
