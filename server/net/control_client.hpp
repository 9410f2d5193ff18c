#pragma once
// Calls a server of this machine through its control socket: for the command line.
//
// Threads: any; each call is a connection of its own and blocks. Failure: what the socket refuses
// throws boost::system::system_error.

#include <filesystem>

#include "server/net/http.hpp"

namespace commonweal::net {

/// Whether a server listens there.
bool control_socket_answers(const std::filesystem::path& socket);

/// Sends a request (its method, target, headers and body) and waits for the answer.
Response call_control_socket(const std::filesystem::path& socket, const Request& request);

}  // namespace commonweal::net
