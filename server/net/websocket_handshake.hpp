#pragma once
// RFC 6455's opening handshake, from a request's headers. Pure.

#include <expected>
#include <string>

#include "server/net/http.hpp"
#include "server/net/problem.hpp"

namespace commonweal::net {

/// The bytes of the 101 answer, or why there is none.
std::expected<std::string, const Refused*> websocket_answer(const Request& request);

/// Base64 of the SHA-1 of the client's key and the protocol's own (section 1.3).
std::string websocket_accept(std::string_view key);

}  // namespace commonweal::net
