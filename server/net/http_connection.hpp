#pragma once
// One HTTP/1.1 connection: reads a request, has it answered, writes the answer, and again. Requests
// that arrive before their turn wait in the buffer, or in the kernel.
//
// Owner: the coroutine `run`. Threads: its strand. Failure: the connection ends; what a handler
// throws is logged once and answered 500 with a reference.

#include <exception>
#include <memory>
#include <string>
#include <vector>

#include "server/net/http_reader.hpp"
#include "server/net/http_writer.hpp"
#include "server/net/service.hpp"

namespace commonweal::net {

class HttpConnection final : public Connection {
  public:
    HttpConnection(std::shared_ptr<Service> service, Transport transport, Peer peer);

    /// Serves `connection` to its end on its strand.
    static void run(std::shared_ptr<HttpConnection> connection);
    /// Answers one request with 503, unread, and ends: too many are open.
    static void turn_away(std::shared_ptr<HttpConnection> connection);

    void time_passed(Clock::time_point now) override;
    void drain() override;
    void abort() override;
    Executor executor() override { return transport_.executor(); }

  private:
    enum class Arrived { request, nothing };
    using Arrival = std::expected<Arrived, const Refused*>;

    asio::awaitable<void> serve();
    asio::awaitable<void> say_no_room();
    asio::awaitable<Arrival> read_request();
    std::expected<bool, const Refused*> parse();
    asio::awaitable<bool> answer();
    asio::awaitable<Response> respond(Request request);
    asio::awaitable<bool> become_websocket(Framing framing);
    asio::awaitable<bool> send(const Response& response, const Framing& framing);
    asio::awaitable<bool> write(std::string_view first, std::string_view second);
    asio::awaitable<void> linger();

    bool wants_continue() const;
    std::span<char> room();
    void note_phase();
    void begin_line();
    void finish_line(unsigned status, std::size_t bytes, std::string_view route);
    Response failed(std::string_view why);
    void end(const std::exception_ptr& error);

    const std::shared_ptr<Service> service_;
    Transport transport_;
    const Peer peer_;
    HttpReader reader_;
    std::vector<char> buffer_;  ///< [begin_, end_) of it is read and not parsed
    std::size_t begin_ = 0, end_ = 0;
    std::string out_;
    RequestLine line_;  ///< its strings keep their memory from request to request
    Clock::time_point started_;
    enum class Phase { idle, header, body, busy } phase_ = Phase::idle;
    bool timed_out_ = false;
    bool continue_sent_ = false;
    bool turned_away_ = false;
    bool handed_over_ = false;  ///< the transport is a WebSocket's now
};

}  // namespace commonweal::net
