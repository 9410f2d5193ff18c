// Whether the server lives, whether it is ready, and its figures.

#include "server/api/answer.hpp"
#include "server/api/route.hpp"

namespace commonweal::api {
namespace {

/// Something that follows the log, and how far it is.
struct Follower {
    std::string name;
    bool essential = true;  ///< without it nothing is ready
    Position position = 0;
    std::uint64_t last_step_ms = 0;  ///< ago; 0 where nobody counts
    std::string stopped_because;     ///< empty: it goes on
};
BOOST_DESCRIBE_STRUCT(Follower, (), (name, essential, position, last_step_ms, stopped_because))

struct Health {
    std::string status;  ///< "ready", "degraded" (what is secondary has stopped) or "not ready"
    std::vector<std::string> reasons;
    Position head = 0;      ///< of the log
    Position anchored = 0;  ///< up to which its tree's head is anchored
    Position folded = 0;
    std::uint64_t behind_for_ms = 0;
    std::vector<Follower> followers;
    std::optional<std::string> rebuild;  ///< of the views, beside those that serve
    std::uint64_t policies_waiting = 0;  ///< answers that are not in the log yet
    std::uint64_t connections = 0;       ///< that watch
    std::uint64_t connections_behind = 0;
};
BOOST_DESCRIBE_STRUCT(Health, (),
                      (status, reasons, head, anchored, folded, behind_for_ms, followers, rebuild,
                       policies_waiting, connections, connections_behind))

/// Views that have not moved for so long while there was something to fold are not "live".
constexpr std::chrono::seconds behind_max{5};

std::vector<Follower> followers_of(const Context& context) {
    const auto views = context.projector.health();
    std::vector<Follower> all{
        {"views", true, views.position, static_cast<std::uint64_t>(views.last_step.count()),
         views.dead_because},
        {"forgetting", true, context.forgetting.done_to(), 0, context.forgetting.dead_because()}};
    const auto policies = context.policies.health();
    for (const auto& [policy, source] : policies.progress)
        all.push_back(
            {"policy of " + std::string(policy), false, source, 0, policies.dead_because});
    return all;
}

/// The views that serve go on; that they were to be others is to be known.
void judge_rebuild(Health& health, const app::Rebuild::Progress& rebuild) {
    if (rebuild.state == app::Rebuild::State::folding)
        health.rebuild =
            "folding: " + std::to_string(rebuild.folded) + " of " + std::to_string(rebuild.to);
    if (rebuild.state != app::Rebuild::State::failed) return;
    health.rebuild = "failed";
    health.reasons.push_back("the views could not be folded anew, and the old ones serve: " +
                             rebuild.failed_because);
}

/// What keeps it from being ready, beside what has stopped.
std::vector<std::string> not_ready_because(const Context& context) {
    std::vector<std::string> reasons;
    const auto behind = context.projector.health().behind_for;
    if (behind > behind_max)
        reasons.push_back("the views have not moved for " + std::to_string(behind.count()) + " ms");
    if (const auto why = context.app.log().stopped_because(); !why.empty())
        reasons.push_back("the log takes nothing more: " + why);
    if (const auto jump = context.app.clock_jump()) reasons.push_back(app::to_text(*jump));
    return reasons;
}

void judge(Health& health, const Context& context) {
    health.reasons = not_ready_because(context);
    bool ready = health.reasons.empty();
    for (const auto& [name, essential, position, last_step, why] : health.followers) {
        if (why.empty()) continue;
        health.reasons.push_back((name.starts_with("policy") ? "the " : "") + name +
                                 (name == "views" ? " have stopped: " : " has stopped: ") + why);
        ready = ready && !essential;
    }
    if (const auto why = context.heads.failed_because(); !why.empty())
        health.reasons.push_back("the log's head cannot be anchored: " + why);
    judge_rebuild(health, context.projector.rebuilding());
    health.status = !ready ? "not ready" : health.reasons.empty() ? "ready" : "degraded";
}

Health health_of(const Context& context) {
    const auto views = context.projector.health();
    const auto watching = context.hub.counts();
    Health health;
    health.head = context.app.log().head().position;
    health.anchored = context.heads.anchored();
    health.folded = views.position;
    health.behind_for_ms = static_cast<std::uint64_t>(views.behind_for.count());
    health.followers = followers_of(context);
    health.policies_waiting = context.policies.health().waiting;
    health.connections = watching.connections;
    health.connections_behind = watching.behind;
    judge(health, context);
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
