#include "server/net/control_client.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

namespace commonweal::net {
namespace {

namespace http = boost::beast::http;
using Socket = boost::asio::local::stream_protocol::socket;

}  // namespace

bool control_socket_answers(const std::filesystem::path& socket) {
    if (!std::filesystem::exists(socket)) return false;
    boost::asio::io_context io;
    Socket connection(io);
    boost::system::error_code ec;
    connection.connect(socket.string(), ec);
    return !ec;
}

Response call_control_socket(const std::filesystem::path& socket, const Request& request) {
    boost::asio::io_context io;
    Socket connection(io);
    connection.connect(socket.string());
    http::request<http::string_body> message(http::string_to_verb(request.method), request.target,
                                             11);
    message.set(http::field::host, "localhost");
    message.set(http::field::connection, "close");
    for (const auto& [name, value] : request.headers) message.set(name, value);
    message.body() = request.body;
    message.prepare_payload();
    http::write(connection, message);
    boost::beast::flat_buffer buffer;
    http::response_parser<http::string_body> parser;
    parser.body_limit(boost::none);  // the server is the operator's own
    http::read(connection, buffer, parser);
    Response response;
    response.status = parser.get().result_int();
    response.body = std::move(parser.get().body());
    return response;
}

}  // namespace commonweal::net
