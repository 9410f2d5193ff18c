#include "server/net/problem.hpp"

namespace commonweal::net {

namespace refused {
const Refused bad_request{400, "bad-request", "Bad Request", "The request is not valid HTTP/1.1."};
const Refused no_host{400, "bad-request", "Bad Request",
                      "An HTTP/1.1 request has exactly one Host header."};
const Refused bad_framing{400, "bad-request", "Bad Request",
                          "The length of the body is not said clearly: send either one "
                          "Content-Length or Transfer-Encoding: chunked."};
const Refused timed_out{408, "request-timeout", "Request Timeout",
                        "The request did not arrive in time; send it again."};
const Refused body_too_large{413, "payload-too-large", "Payload Too Large",
                             "The body is larger than this server takes."};
const Refused header_too_large{431, "header-too-large", "Request Header Fields Too Large",
                               "The request line and headers are larger than this server takes."};
const Refused unsupported_version{505, "version-not-supported", "HTTP Version Not Supported",
                                  "This server speaks HTTP/1.1."};
const Refused unsupported_expectation{417, "expectation-failed", "Expectation Failed",
                                      "The only expectation understood is 100-continue."};
const Refused unsupported_encoding{501, "not-implemented", "Not Implemented",
                                   "The only transfer encoding understood is chunked."};
const Refused no_room{503, "too-many-connections", "Service Unavailable",
                      "Too many connections are open; try again in a moment."};
const Refused bad_upgrade{400, "bad-request", "Bad Request",
                          "The WebSocket handshake is not as RFC 6455 says."};
const Refused websocket_version{426, "upgrade-required", "Upgrade Required",
                                "This server speaks version 13 of the WebSocket protocol."};
const Refused failed{500, "internal", "Internal Server Error",
                     "The server failed to answer; the reference says where to look."};
}  // namespace refused

Response problem(const Refused& refused, std::string_view reference) {
    Response response;
    response.status = refused.status;
    response.headers.emplace_back("Content-Type", "application/problem+json");
    response.headers.emplace_back("Cache-Control", "no-store");
    const auto text = [&](std::string_view value) { response.body.append(value); };
    text(R"({"type":"/problems/)");
    text(refused.name);
    text(R"(","title":")");
    text(refused.title);
    text(R"(","status":)");
    text(std::to_string(refused.status));
    text(R"(,"detail":")");
    text(refused.detail);
    if (!reference.empty()) {
        text(R"(","reference":")");
        text(reference);
    }
    text(R"("})");
    return response;
}

}  // namespace commonweal::net
