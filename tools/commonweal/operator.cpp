#include "tools/commonweal/operator.hpp"

#include <boost/asio/local/stream_protocol.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/json.hpp>
#include <stdexcept>

#include "server/main/program.hpp"

namespace commonweal::tools {
namespace {

namespace http = boost::beast::http;
using Socket = boost::asio::local::stream_protocol::socket;

bool answers(const std::filesystem::path& path) {
    if (!std::filesystem::exists(path)) return false;
    boost::asio::io_context io;
    Socket socket(io);
    boost::system::error_code ec;
    socket.connect(path.string(), ec);
    return !ec;
}

net::Response call_socket(const std::filesystem::path& path, const std::string& method,
                          const std::string& target, std::string body, const std::string& type) {
    boost::asio::io_context io;
    Socket socket(io);
    socket.connect(path.string());
    http::request<http::string_body> request(http::string_to_verb(method), target, 11);
    request.set(http::field::host, "localhost");
    request.set(http::field::connection, "close");
    if (!body.empty()) request.set(http::field::content_type, type);
    request.body() = std::move(body);
    request.prepare_payload();
    http::write(socket, request);
    boost::beast::flat_buffer buffer;
    http::response_parser<http::string_body> parser;
    parser.body_limit(boost::none);
    http::read(socket, buffer, parser);
    net::Response response;
    response.status = parser.get().result_int();
    response.body = std::move(parser.get().body());
    return response;
}

}  // namespace

Operator::Operator(const std::filesystem::path& data) : socket_(control_socket_of(data)) {
    if (answers(socket_)) return;
    ProgramOptions options;
    options.data = data;
    program_ = std::make_unique<Program>(std::move(options));
}

Operator::~Operator() = default;

net::Response Operator::call(const std::string& method, const std::string& target, std::string body,
                             const std::string& type) {
    if (!program_) return call_socket(socket_, method, target, std::move(body), type);
    net::Request request;
    request.method = method;
    request.target = target;
    request.headers = {{"Content-Type", type}};
    request.body = std::move(body);
    return program_->call(std::move(request));
}

std::string words_of(const net::Response& response) {
    boost::json::error_code ec;
    const auto value = boost::json::parse(response.body, ec);
    if (ec || !value.is_object()) return "the server answered " + std::to_string(response.status);
    const auto& problem = value.get_object();
    std::string words;
    for (const char* part : {"title", "detail"})
        if (const auto* text = problem.if_contains(part); text != nullptr && text->is_string())
            words += (words.empty() ? "" : ": ") + std::string(text->get_string().c_str());
    if (const auto* errors = problem.if_contains("errors"); errors != nullptr)
        for (const auto& error : errors->as_array())
            words += "; " + std::string(error.at("pointer").as_string().c_str()) + " " +
                     std::string(error.at("detail").as_string().c_str());
    return words;
}

}  // namespace commonweal::tools
