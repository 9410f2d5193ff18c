#pragma once
// Many client connections on one thread: plain sockets and epoll, so that the measuring side costs
// as little as it can.

#include <sys/epoll.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace commonweal::bench {

/// One client connection and what it has received so far.
struct ClientSocket {
    int file = -1;
    std::string received;
};

class ClientSockets {
  public:
    /// Connects so many to 127.0.0.1. Throws where that cannot be done.
    ClientSockets(std::uint16_t port, std::size_t count);
    ~ClientSockets();
    ClientSockets(const ClientSockets&) = delete;
    ClientSockets& operator=(const ClientSockets&) = delete;

    std::size_t size() const { return sockets_.size(); }
    ClientSocket& operator[](std::size_t i) { return sockets_[i]; }
    static void send_all(ClientSocket& socket, const std::string& bytes);

    /// Reads what has come and calls `got(index)` for each socket with news; waits at most so long.
    void poll(int timeout_ms, const std::function<void(std::size_t)>& got);

  private:
    int epoll_ = -1;
    std::vector<ClientSocket> sockets_;
    std::vector<epoll_event> events_;
};

/// "http://127.0.0.1:4711" → 4711
std::uint16_t port_of(const std::string& address);
/// Raises the limit of open files as far as it goes.
void raise_open_files();

}  // namespace commonweal::bench
