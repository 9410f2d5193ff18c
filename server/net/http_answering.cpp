// The answering half of an HTTP connection: what is asked of whom, and how the answer is written.
#include <algorithm>
#include <utility>

#include "server/net/http_connection.hpp"
#include "server/net/problem.hpp"
#include "server/net/websocket_connection.hpp"
#include "server/net/websocket_handshake.hpp"
#include "server/telemetry/log.hpp"
#include "server/telemetry/reference.hpp"

namespace commonweal::net {
namespace {

constexpr std::size_t gathered_bytes_max = 16U << 10U;  // copied to go with the head in one piece
constexpr std::size_t out_bytes_kept = 32U << 10U;

}  // namespace

/// False where nothing more is to be read here.
asio::awaitable<bool> HttpConnection::answer() {
    begin_line();
    Framing framing{.keep_alive = reader_.keeps_alive(),
                    .http_1_0 = reader_.is_http_1_0(),
                    .head_only = reader_.request().method == "HEAD"};
    if (reader_.is_websocket() && service_->upgrade) co_return co_await become_websocket(framing);
    const Response response = co_await respond(std::move(reader_.request()));
    framing.keep_alive = framing.keep_alive && !service_->draining;
    co_return co_await send(response, framing) && framing.keep_alive;
}

asio::awaitable<Response> HttpConnection::respond(Request request) {
    request.peer = peer_;
    try {
        co_return co_await service_->handler(std::move(request));
    } catch (const std::exception& error) {
        co_return failed(error.what());
    } catch (...) {
        co_return failed("an exception that is no std::exception");
    }
}

Response HttpConnection::failed(std::string_view why) {
    const auto reference = telemetry::new_reference();
    telemetry::log(telemetry::Level::error, "handler-failed",
                   {{"reference", reference},
                    {"method", line_.method},
                    {"path", telemetry::without_query_values(line_.target)},
                    {"why", why}});
    return problem(refused::failed, reference);
}

asio::awaitable<bool> HttpConnection::become_websocket(Framing framing) {
    Request request = std::move(reader_.request());
    request.peer = peer_;
    const auto handshake = websocket_answer(request);
    Upgrade upgrade;
    if (!handshake) {
        upgrade.refused = problem(*handshake.error());
        if (handshake.error()->status == refused::websocket_version.status) {
            upgrade.refused->headers.emplace_back("Sec-WebSocket-Version", "13");
        }
    } else {
        try {
            upgrade = co_await service_->upgrade(std::move(request));
        } catch (const std::exception& error) {
            upgrade.refused = failed(error.what());
        }
    }
    framing.keep_alive = framing.keep_alive && !service_->draining;
    if (upgrade.refused) co_return co_await send(*upgrade.refused, framing) && framing.keep_alive;
    if (!co_await write(*handshake, {})) co_return false;
    finish_line(101, 0, {});
    handed_over_ = true;
    const auto websocket = std::make_shared<WebSocketConnection>(service_, std::move(transport_));
    service_->connections->add(websocket);
    websocket->start(std::span(buffer_).subspan(begin_, end_ - begin_), upgrade.open);
    co_return false;
}

asio::awaitable<bool> HttpConnection::send(const Response& response, const Framing& framing) {
    out_.clear();
    std::string_view body = body_of(response, framing);
    unsigned status = response.status;
    try {
        append_head(out_, response, framing);
    } catch (const std::exception& error) {
        // A head that would break the framing: 500 in its place, and no body of the old answer.
        out_.clear();
        const auto instead = failed(error.what());
        append_head(out_, instead, framing);
        if (!framing.head_only) out_ += instead.body;
        status = instead.status;
        body = {};
    }
    const auto body_bytes = body.size();
    if (body_bytes <= gathered_bytes_max) {
        out_ += body;
        body = {};
    }
    const bool written = co_await write(out_, body);
    finish_line(status, body_bytes, response.route);
    if (out_.capacity() > out_bytes_kept) out_ = {};
    co_return written;
}

asio::awaitable<bool> HttpConnection::write(std::string_view first, std::string_view second) {
    while (!first.empty() || !second.empty()) {
        look_again_at(Clock::now() + service_->limits.write_timeout);
        const auto [error, bytes] = co_await transport_.write_some(first, second);
        if (error) co_return false;
        const auto of_first = std::min(bytes, first.size());
        first.remove_prefix(of_first);
        second.remove_prefix(bytes - of_first);
    }
    look_no_more();
    co_return true;
}

void HttpConnection::begin_line() {
    line_.method.assign(reader_.request().method);
    line_.target.assign(reader_.request().target);
}

void HttpConnection::finish_line(unsigned status, std::size_t bytes, std::string_view route) {
    if (!service_->finished) return;
    line_.route = route;
    line_.status = status;
    line_.bytes = bytes;
    line_.took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - started_);
    service_->finished(line_);
}

}  // namespace commonweal::net
