#include "tools/bench/bare_broadcast.hpp"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace commonweal::bench {

BareBroadcast::BareBroadcast() : listening_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* any = reinterpret_cast<sockaddr*>(&address);
    constexpr int waiting_max = 16384;
    if (bind(listening_, any, size) != 0 || listen(listening_, waiting_max) != 0 ||
        getsockname(listening_, any, &size) != 0)
        throw std::runtime_error("cannot listen on 127.0.0.1");
    port_ = ntohs(address.sin_port);
}

BareBroadcast::~BareBroadcast() {
    for (const int file : files_) close(file);
    close(listening_);
}

void BareBroadcast::accept_all(std::size_t count) {
    while (files_.size() < count) {
        const int file = accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
        if (file < 0) throw std::runtime_error("cannot take a connection");
        const int on = 1;
        setsockopt(file, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        files_.push_back(file);
    }
}

void BareBroadcast::send(const std::string& bytes) {
    for (const int file : files_)
        if (::send(file, bytes.data(), bytes.size(), MSG_NOSIGNAL) < 0)
            throw std::runtime_error("cannot send to a connection");
}

}  // namespace commonweal::bench
