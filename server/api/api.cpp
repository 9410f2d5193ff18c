#include "server/api/api.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "server/api/answer.hpp"
#include "server/api/assets.hpp"

namespace commonweal::api {
namespace {

/// A route's pattern, taken apart once.
struct Pattern {
    const Route* route;
    std::vector<std::string_view> segments;
};

std::vector<std::string_view> split(std::string_view path) {
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        path.remove_prefix(1);
        const auto end = std::min(path.find('/'), path.size());
        parts.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return parts;
}

const std::vector<Pattern>& patterns() {
    static const auto all = [] {
        std::vector<Pattern> made;
        for (const auto& route : routes()) made.push_back({&route, split(route.pattern)});
        return made;
    }();
    return all;
}

bool fits(const Pattern& pattern, const std::vector<std::string>& segments,
          std::vector<std::string>& captured) {
    if (pattern.segments.size() != segments.size()) return false;
    captured.clear();
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (pattern.segments[i].starts_with('{'))
            captured.push_back(segments[i]);
        else if (pattern.segments[i] != segments[i])
            return false;
    }
    return true;
}

Problem method_not_allowed(const std::string& allowed) {
    Problem problem = bad_request("Here one can " + allowed + ".");
    problem.status = 405;
    problem.type = "/problems/method-not-allowed";
    problem.title = "This method is not for this address";
    return problem;
}

/// The route, and what stood in its braces. Throws 404 or 405.
const Route& find_route(const std::string& method, const Target& target,
                        std::vector<std::string>& captured) {
    std::string allowed;
    for (const auto& pattern : patterns()) {
        if (!fits(pattern, target.segments, captured)) continue;
        const bool same =
            pattern.route->method == method || (method == "HEAD" && pattern.route->method == "GET");
        if (same) return *pattern.route;
        allowed += (allowed.empty() ? "" : " or ") + std::string(pattern.route->method);
    }
    if (!allowed.empty()) throw ProblemAnswer{method_not_allowed(allowed)};
    throw ProblemAnswer{not_found("There is nothing at " + target.path + ".")};
}

/// What is not built is refused, never ignored.
void check_query(const Route& route, const Target& target) {
    for (const auto& [name, value] : target.query) {
        if (name == "after" && route.method == "GET") continue;
        const std::string padded = " " + std::string(route.query) + " ";
        if (padded.find(" " + name + " ") == std::string::npos)
            throw ProblemAnswer{
                bad_request("\"" + name + "\" is not something this address takes.")};
    }
}

/// Waits until the views hold a position, so that one reads one's own writes.
boost::asio::awaitable<void> wait_until_folded(Context& context, Position position) {
    if (position > context.app.log().head().position)
        throw ProblemAnswer{bad_request("after lies beyond the end of the log")};
    const bool folded = co_await told([&context, position](std::function<void(bool)> then) {
        context.projector.when_folded(position, std::move(then));
    });
    if (!folded) throw ProblemAnswer{unavailable("The views have stopped.")};
}

/// Pages of another site must not open a WebSocket with this site's cookie.
bool same_origin(const net::Request& request) {
    const auto origin = request.header("Origin");
    if (origin.empty()) return true;
    const auto scheme = origin.find("://");
    return scheme != std::string_view::npos && origin.substr(scheme + 3) == request.header("Host");
}

}  // namespace

boost::asio::awaitable<net::Response> Api::handle(net::Request request) {
    const auto instance = request.target.substr(0, request.target.find('?'));
    std::optional<Problem> problem;
    try {
        co_return co_await answer(std::move(request));
    } catch (ProblemAnswer& answer) {
        problem = std::move(answer.problem);
    } catch (const app::ReadOnlyStream& e) {
        problem = conflict(e.what());
    }
    problem->instance = instance;
    co_return response_of(*problem);
}

boost::asio::awaitable<net::Response> Api::answer(net::Request request) {
    auto target = parse_target(request);
    const bool own = target.path.starts_with("/api/") || target.path == "/healthz" ||
                     target.path == "/readyz" || target.path == "/metrics";
    if (!own)
        if (auto asset = asset_response(request, target.path)) co_return *std::move(asset);
    std::vector<std::string> captured;
    const auto& route = find_route(request.method, target, captured);
    check_query(route, target);
    Call call(context_, std::move(request), std::move(target), std::move(captured));
    if (route.who == Who::signed_in) call.identify();
    const auto after = call.query_as<Position>("after", parse_position, "must be a position");
    if (after) co_await wait_until_folded(context_, *after);
    call.look_back();
    auto response = co_await run(route, std::move(call));
    response.route = route.pattern;
    co_return response;
}

boost::asio::awaitable<net::Response> Api::run(const Route& route, Call call) {
    if (!call.at()) co_return co_await route.handle(std::move(call));
    if (++past_reads_ > past_reads_max) {
        --past_reads_;
        throw ProblemAnswer{unavailable("Many look into the past just now: try again soon.")};
    }
    const std::shared_ptr<void> done(nullptr, [this](auto) { --past_reads_; });
    co_return co_await boost::asio::co_spawn(past_readers_, route.handle(std::move(call)),
                                             boost::asio::use_awaitable);
}

boost::asio::awaitable<net::Upgrade> Api::upgrade(net::Request request) {
    const auto refuse = [](const Problem& problem) {
        return net::Upgrade{response_of(problem), {}};
    };
    if (request.target.substr(0, request.target.find('?')) != "/live")
        co_return refuse(not_found("WebSockets are at /live."));
    if (!same_origin(request)) co_return refuse(forbidden("This page belongs to another site."));
    if (!request.peer.same_owner && !bearer_of(context_, request))
        co_return refuse(unauthorised("Your session has ended, or there was none. Sign in."));
    auto session = session_cookie(request);
    co_return net::Upgrade{std::nullopt, [hub = &context_.hub, session = std::move(session)](
                                             std::shared_ptr<net::WebSocket> socket) {
                               return hub->open(std::move(socket), session);
                           }};
}

}  // namespace commonweal::api
