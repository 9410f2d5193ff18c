#pragma once
// What net itself answers when a request is refused before any handler sees it: RFC 9457 problems.

#include <string_view>

#include "server/net/http.hpp"

namespace commonweal::net {

/// Of static storage, all of it.
struct Refused {
    unsigned status;
    std::string_view name;   ///< "payload-too-large": the end of the problem's type
    std::string_view title;  ///< "Payload Too Large"
    std::string_view detail;
};

namespace refused {
extern const Refused bad_request, no_host, bad_framing, timed_out, body_too_large, header_too_large,
    unsupported_version, unsupported_expectation, unsupported_encoding, no_room, bad_upgrade,
    websocket_version, failed;
}

Response problem(const Refused& refused, std::string_view reference = {});

}  // namespace commonweal::net
