#include "tools/bench/sockets.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace commonweal::bench {
namespace {

int connect_to(std::uint16_t port) {
    const int file = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (file < 0 || connect(file, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error(std::string("cannot connect: ") + std::strerror(errno));
    const int on = 1;
    setsockopt(file, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return file;
}

}  // namespace

ClientSockets::ClientSockets(std::uint16_t port, std::size_t count)
    : epoll_(epoll_create1(EPOLL_CLOEXEC)), sockets_(count), events_(512) {
    for (std::size_t i = 0; i < count; ++i) {
        sockets_[i].file = connect_to(port);
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = i;
        epoll_ctl(epoll_, EPOLL_CTL_ADD, sockets_[i].file, &event);
    }
}

ClientSockets::~ClientSockets() {
    for (const auto& socket : sockets_)
        if (socket.file >= 0) close(socket.file);
    close(epoll_);
}

void ClientSockets::send_all(ClientSocket& socket, const std::string& bytes) {
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const auto count =
            send(socket.file, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (count < 0) throw std::runtime_error("a connection broke while it was measured");
        sent += static_cast<std::size_t>(count);
    }
}

void ClientSockets::poll(int timeout_ms, const std::function<void(std::size_t)>& got) {
    const int ready =
        epoll_wait(epoll_, events_.data(), static_cast<int>(events_.size()), timeout_ms);
    std::array<char, 65536> buffer;
    for (int i = 0; i < ready; ++i) {
        const auto index = events_[static_cast<std::size_t>(i)].data.u64;
        auto& socket = sockets_[index];
        const auto count = recv(socket.file, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (count == 0 || (count < 0 && errno != EAGAIN))
            throw std::runtime_error("the server closed a connection while it was measured");
        if (count > 0) socket.received.append(buffer.data(), static_cast<std::size_t>(count));
        got(index);
    }
}

std::uint16_t port_of(const std::string& address) {
    return static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1)));
}

void raise_open_files() {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace commonweal::bench
