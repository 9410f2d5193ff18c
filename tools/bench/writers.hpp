#pragma once
// Threads that do one thing again and again for a while, and how long each took.

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include "tools/bench/figures.hpp"

namespace commonweal::bench {

using Time = std::chrono::steady_clock;

inline double microseconds_since(Time::time_point start) {
    return std::chrono::duration<double, std::micro>(Time::now() - start).count();
}

struct Written {
    double per_second = 0;
    std::vector<double> latencies_us;
};

/// Calls `write(writer, number)` from so many threads for about so long.
template <class Write>
Written write_with(int writers, double seconds, Write write) {
    std::atomic<bool> stop{false};
    std::vector<std::vector<double>> latencies(static_cast<std::size_t>(writers));
    std::vector<std::thread> threads;
    const auto start = Time::now();
    for (int writer = 0; writer < writers; ++writer)
        threads.emplace_back([&, writer] {
            auto& mine = latencies[static_cast<std::size_t>(writer)];
            for (std::uint64_t number = 0; !stop; ++number) {
                const auto began = Time::now();
                write(writer, number);
                mine.push_back(microseconds_since(began));
            }
        });
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
    stop = true;
    for (auto& thread : threads) thread.join();
    const double took = microseconds_since(start) / 1e6;
    Written written;
    for (const auto& each : latencies)
        written.latencies_us.insert(written.latencies_us.end(), each.begin(), each.end());
    written.per_second = static_cast<double>(written.latencies_us.size()) / took;
    return written;
}

}  // namespace commonweal::bench
