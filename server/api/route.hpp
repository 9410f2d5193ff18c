#pragma once
// One row of the table of routes.

#include <span>

#include "server/api/call.hpp"

namespace commonweal::api {

using HandleCall = boost::asio::awaitable<net::Response> (*)(Call);

enum class Who : std::uint8_t {
    anybody,    ///< without signing in
    signed_in,  ///< anybody who has signed in; the handler asks the table for more
};

struct Route {
    std::string_view method;
    std::string_view pattern;  ///< "/api/v1/visits/{id}/agree"
    HandleCall handle;
    Who who = Who::signed_in;
    std::string_view query;  ///< the names that it takes, with spaces between
    std::string_view says;   ///< one line for the API's own description
};

std::span<const Route> session_routes();
std::span<const Route> school_routes();
std::span<const Route> network_routes();
std::span<const Route> lineage_routes();
std::span<const Route> visit_routes();
std::span<const Route> review_routes();
std::span<const Route> partnership_routes();
std::span<const Route> meeting_routes();
std::span<const Route> task_routes();
std::span<const Route> calendar_routes();
std::span<const Route> person_routes();
std::span<const Route> invitation_routes();
std::span<const Route> post_routes();
std::span<const Route> log_routes();
std::span<const Route> proof_routes();
std::span<const Route> forgetting_routes();
std::span<const Route> held_routes();
std::span<const Route> backup_routes();
std::span<const Route> event_routes();
std::span<const Route> history_routes();
std::span<const Route> register_routes();
std::span<const Route> list_routes();
std::span<const Route> term_date_routes();
std::span<const Route> group_calendar_routes();
std::span<const Route> ledger_routes();
std::span<const Route> search_routes();
std::span<const Route> description_routes();
std::span<const Route> health_routes();
std::span<const Route> view_routes();
/// All of them.
const std::vector<Route>& routes();

}  // namespace commonweal::api
