#include "server/net/http_writer.hpp"

#include <charconv>
#include <ctime>
#include <stdexcept>

namespace commonweal::net {
namespace {

std::string_view reason_of(unsigned status) {
    switch (status) {
        case 100:
            return "Continue";
        case 101:
            return "Switching Protocols";
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 202:
            return "Accepted";
        case 204:
            return "No Content";
        case 206:
            return "Partial Content";
        case 301:
            return "Moved Permanently";
        case 302:
            return "Found";
        case 303:
            return "See Other";
        case 304:
            return "Not Modified";
        case 307:
            return "Temporary Redirect";
        case 308:
            return "Permanent Redirect";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 406:
            return "Not Acceptable";
        case 408:
            return "Request Timeout";
        case 409:
            return "Conflict";
        case 410:
            return "Gone";
        case 412:
            return "Precondition Failed";
        case 413:
            return "Payload Too Large";
        case 415:
            return "Unsupported Media Type";
        case 417:
            return "Expectation Failed";
        case 422:
            return "Unprocessable Content";
        case 426:
            return "Upgrade Required";
        case 428:
            return "Precondition Required";
        case 429:
            return "Too Many Requests";
        case 431:
            return "Request Header Fields Too Large";
        case 500:
            return "Internal Server Error";
        case 501:
            return "Not Implemented";
        case 503:
            return "Service Unavailable";
        case 504:
            return "Gateway Timeout";
        case 505:
            return "HTTP Version Not Supported";
        default:
            return "Status";
    }
}

void append_number(std::string& out, std::size_t number) {
    char digits[20];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    out.append(digits, end);
}

/// "Date: …" as of this second; made once a second and thread.
std::string_view date_line() {
    thread_local std::time_t made = 0;
    thread_local char line[64];
    thread_local std::size_t size = 0;
    const std::time_t now = std::time(nullptr);
    if (now != made) {
        std::tm utc{};
        ::gmtime_r(&now, &utc);
        size = std::strftime(line, sizeof line, "Date: %a, %d %b %Y %H:%M:%S GMT\r\n", &utc);
        made = now;
    }
    return {line, size};
}

void append_checked(std::string& out, std::string_view text) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\t') || byte == 0x7f) {
            throw std::invalid_argument("a response header holds a control character");
        }
    }
    out += text;
}

bool has_no_body(unsigned status) {
    return status < 200 || status == 204 || status == 304;
}

std::string_view whole_body(const Response& response) {
    return response.shared_body ? std::string_view(*response.shared_body)
                                : std::string_view(response.body);
}

}  // namespace

std::string_view body_of(const Response& response, const Framing& framing) {
    if (framing.head_only || has_no_body(response.status)) return {};
    return whole_body(response);
}

void append_head(std::string& out, const Response& response, const Framing& framing) {
    out += "HTTP/1.1 ";
    append_number(out, response.status);
    out += ' ';
    out += reason_of(response.status);
    out += "\r\n";
    out += date_line();
    for (const auto& [name, value] : response.headers) {
        append_checked(out, name);
        out += ": ";
        append_checked(out, value);
        out += "\r\n";
    }
    if (!has_no_body(response.status)) {
        out += "Content-Length: ";
        append_number(out, whole_body(response).size());
        out += "\r\n";
    }
    if (!framing.keep_alive) {
        out += "Connection: close\r\n";
    } else if (framing.http_1_0) {
        out += "Connection: keep-alive\r\n";
    }
    out += "\r\n";
}

}  // namespace commonweal::net
