#include "tools/commonweal/operator.hpp"

#include <boost/json.hpp>
#include <stdexcept>

#include "server/main/program.hpp"
#include "server/net/control_client.hpp"

namespace commonweal::tools {
Operator::Operator(const std::filesystem::path& data) : socket_(control_socket_of(data)) {
    if (net::control_socket_answers(socket_)) return;
    ProgramOptions options;
    options.data = data;
    program_ = std::make_unique<Program>(std::move(options));
}

Operator::~Operator() = default;

net::Response Operator::call(const std::string& method, const std::string& target, std::string body,
                             const std::string& type) {
    net::Request request;
    request.method = method;
    request.target = target;
    request.headers = {{"Content-Type", type}};
    request.body = std::move(body);
    return program_ ? program_->call(std::move(request))
                    : net::call_control_socket(socket_, request);
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
