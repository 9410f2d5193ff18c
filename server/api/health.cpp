// Whether the server lives, whether it is ready, and its figures.

#include "server/api/answer.hpp"
#include "server/api/route.hpp"

namespace commonweal::api {
namespace {

struct Health {
    std::string status;  ///< "ready", "degraded" (what is secondary has stopped) or "not ready"
    std::vector<std::string> reasons;
    Position head = 0;
    Position folded = 0;
    std::uint64_t behind_for_ms = 0;
    Position policies_at = 0;            ///< the last event that a policy answered
    std::uint64_t policies_waiting = 0;  ///< answers that are not in the log yet
};
BOOST_DESCRIBE_STRUCT(Health, (),
                      (status, reasons, head, folded, behind_for_ms, policies_at, policies_waiting))

/// Views that have not moved for so long while there was something to fold are not "live".
constexpr std::chrono::seconds behind_max{5};

Health health_of(const Context& context) {
    const auto projector = context.projector.health();
    const auto policies = context.policies.health();
    Health health{"ready",
                  {},
                  context.app.log().head().position,
                  projector.position,
                  static_cast<std::uint64_t>(projector.behind_for.count()),
                  policies.source,
                  policies.waiting};
    if (!projector.dead_because.empty())
        health.reasons.push_back("the views have stopped: " + projector.dead_because);
    if (projector.behind_for > behind_max)
        health.reasons.push_back("the views have not moved for " +
                                 std::to_string(projector.behind_for.count()) + " ms");
    if (const auto why = context.app.log().stopped_because(); !why.empty())
        health.reasons.push_back("the log takes nothing more: " + why);
    if (const auto jump = context.app.clock_jump()) health.reasons.push_back(app::to_text(*jump));
    if (!health.reasons.empty()) health.status = "not ready";
    if (policies.dead_because.empty()) return health;
    if (health.reasons.empty()) health.status = "degraded";
    health.reasons.push_back("nobody is reminded any more: " + policies.dead_because);
    return health;
}

boost::asio::awaitable<net::Response> live(Call) {
    co_return json_response(200, boost::json::object{{"status", "alive"}});
}

boost::asio::awaitable<net::Response> ready(Call call) {
    const auto health = health_of(call.context());
    co_return json_response(health.status == "not ready" ? 503 : 200,
                            codec::to_json(health, {access::Sees::everything(), nullptr}));
}

boost::asio::awaitable<net::Response> metrics(Call call) {
    if (!call.request().peer.loopback && !call.request().peer.same_owner)
        throw ProblemAnswer{not_found("There is nothing here.")};
    net::Response response;
    response.headers = {{"Content-Type", "text/plain; version=0.0.4"}};
    response.body = call.context().metrics.text();
    co_return response;
}

constexpr std::array table{
    Route{"GET", "/healthz", live, Who::anybody, "", "Whether the process lives."},
    Route{"GET", "/readyz", ready, Who::anybody, "", "Whether it is ready, and why not."},
    Route{"GET", "/metrics", metrics, Who::anybody, "", "Figures for Prometheus."},
};

}  // namespace

std::span<const Route> health_routes() {
    return table;
}

}  // namespace commonweal::api
