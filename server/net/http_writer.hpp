#pragma once
// A response's bytes. Threads: any. Failure: throws std::invalid_argument where a handler's header
// has a line break or another control character in it (a response must not be split in two).

#include <string>

#include "server/net/http.hpp"

namespace commonweal::net {

struct Framing {
    bool keep_alive = true;
    bool http_1_0 = false;
    bool head_only = false;  ///< the answer to HEAD: Content-Length as for GET, and no body
};

/// The body that goes with the head; empty where there is none to send.
std::string_view body_of(const Response& response, const Framing& framing);

/// Appends status line and headers, with Date, Content-Length and Connection.
void append_head(std::string& out, const Response& response, const Framing& framing);

}  // namespace commonweal::net
