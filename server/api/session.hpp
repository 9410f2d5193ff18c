#pragma once
// What a browser gets when it signs in.

#include "server/api/call.hpp"

namespace commonweal::api {

/// The session's answer, with its cookie.
net::Response begin_session(const Call& call, PersonId person, const std::string& cookie);

}  // namespace commonweal::api
