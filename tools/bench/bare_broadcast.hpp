#pragma once
// The raw limit of fan-out: one thread that sends the same bytes to every connection, and nothing
// else.

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

namespace commonweal::bench {

class BareBroadcast {
  public:
    BareBroadcast();
    ~BareBroadcast();
    BareBroadcast(const BareBroadcast&) = delete;
    BareBroadcast& operator=(const BareBroadcast&) = delete;

    std::uint16_t port() const { return port_; }
    /// Takes so many connections; blocks until they are there.
    void accept_all(std::size_t count);
    /// Sends to all, on the calling thread.
    void send(const std::string& bytes);

  private:
    int listening_ = -1;
    std::uint16_t port_ = 0;
    std::vector<int> files_;
};

}  // namespace commonweal::bench
