#pragma once
// A server on real sockets, and a client that sends whatever bytes a test wants. Every wait of the
// client ends after five seconds with an exception, so that a test fails and does not hang.

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "server/net/server.hpp"

namespace commonweal::net::testing {

namespace asio = boost::asio;

/// Serves from construction to destruction.
class TestServer {
  public:
    /// What it does where a test does not say: see `answer` and `echo` in fixture.cpp.
    explicit TestServer(Options options = local(), Handler handler = {},
                        UpgradeHandler upgrade = {}, int threads = 2);
    ~TestServer();

    static Options local();  ///< 127.0.0.1 on a free port
    Server& operator*() { return *server_; }
    Server* operator->() { return &*server_; }
    asio::io_context& io() { return io_; }
    unsigned short port() const;
    const std::string& address() const { return address_; }
    std::vector<RequestLine> lines() const;
    /// Drains and waits until it is drained.
    void drain(std::chrono::milliseconds at_most = std::chrono::seconds(5));

  private:
    asio::io_context io_;
    mutable std::mutex mutex_;
    std::vector<RequestLine> lines_;
    std::optional<Server> server_;
    std::string address_;
    std::vector<std::thread> threads_;
    std::optional<asio::executor_work_guard<asio::io_context::executor_type>> work_;
    bool drained_ = false;
};

struct Reply {
    unsigned status = 0;
    std::string head, body;
    bool has(std::string_view header_line) const;  ///< "Connection: close", as it is
};

struct Frame {
    unsigned opcode = 0;
    bool final = true;
    std::string payload;
    std::uint16_t close_code() const;
};

class Client {
  public:
    explicit Client(unsigned short port);
    explicit Client(const std::filesystem::path& control_socket);
    ~Client();
    Client(Client&& other) noexcept;
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    void send(std::string_view bytes);
    /// Sends what goes, until the peer takes no more; true if all went.
    bool try_send(std::string_view bytes);
    std::string read(std::size_t bytes);
    std::string read_until(std::string_view end);
    Reply reply(bool to_head = false);
    Reply get(std::string_view target);
    /// Nothing more comes and the peer has closed.
    bool is_at_end();
    void finish_sending();
    void receive_buffer(int bytes);

    Reply upgrade(std::string_view more_headers = {});
    void send_frame(unsigned opcode, std::string_view payload, bool final = true);
    Frame frame();
    /// Reads on to the close frame and gives its code.
    std::uint16_t close_code();

  private:
    std::string some();  ///< empty at the end
    int descriptor_ = -1;
    std::string held_;
};

/// A client's frame as bytes; `first` and `mask_bit` are there to be wrong.
std::string client_frame(unsigned first_byte, std::string_view payload, bool masked = true);
constexpr unsigned final_bit = 0x80;

/// Asks again for up to five seconds.
bool eventually(const std::function<bool()>& holds);

}  // namespace commonweal::net::testing
