#include "server/api/answer.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "domain/core/overloaded.hpp"

namespace commonweal::api {
namespace {

net::Response written(const Call& call, const app::Done& done, unsigned status) {
    const codec::For everything{access::Sees::everything(), nullptr};
    auto body = codec::to_json(done, everything);
    const bool with_receipt = call.prefers("receipt");
    if (with_receipt)
        body.as_object()["receipt"] = codec::to_json(
            app::receipt_for(call.app().log().engine(), call.context().heads, done.events),
            everything);
    auto response = json_response(status, body);
    if (with_receipt) response.headers.emplace_back("Preference-Applied", "receipt");
    response.headers.emplace_back("ETag", '"' + std::to_string(done.version) + '"');
    response.headers.emplace_back("X-Position", std::to_string(done.position));
    return response;
}

Problem key_reused() {
    auto problem =
        bad_request("This Idempotency-Key was used for another request: make a new one.");
    problem.status = 422;
    problem.type = "/problems/idempotency-key-reused";
    problem.title = "The key belongs to another request";
    return problem;
}

}  // namespace

net::Response json_response(unsigned status, const boost::json::value& value) {
    net::Response response;
    response.status = status;
    response.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
    response.body = boost::json::serialize(value);
    return response;
}

boost::asio::awaitable<bool> told(std::function<void(std::function<void(bool)>)> when) {
    const auto executor = co_await boost::asio::this_coro::executor;
    const auto start = [executor, when = std::move(when)](auto handler) {
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        when([executor, shared](bool done) {
            boost::asio::post(executor, [shared, done] { (*shared)(done); });
        });
    };
    co_return co_await boost::asio::async_initiate<const boost::asio::use_awaitable_t<>,
                                                   void(bool)>(start, boost::asio::use_awaitable);
}

boost::asio::awaitable<net::Response> write(Call call, app::Decide decide, unsigned status,
                                            bool despite_clock) {
    auto ask = call.ask();
    ask.despite_clock = despite_clock;
    auto outcome = co_await call.app().transact(std::move(ask), std::move(decide));
    co_return std::visit(
        Overloaded{
            [&](const app::Done& done) { return written(call, done, status); },
            [](const Refusal& refusal) -> net::Response {
                throw ProblemAnswer{problem_of(refusal)};
            },
            [](const app::MovedOn& moved) -> net::Response {
                throw ProblemAnswer{conflict(
                    "It is at version " + std::to_string(moved.version) +
                    " now. Look at what has changed, then do it again if it still makes sense.")};
            },
            [](const app::KeyReused&) -> net::Response { throw ProblemAnswer{key_reused()}; },
            [](const app::Busy& busy) -> net::Response {
                throw ProblemAnswer{
                    unavailable("Nothing is lost: send the same request again "
                                "with the same Idempotency-Key. (" +
                                busy.reason + ")")};
            },
        },
        outcome);
}

}  // namespace commonweal::api
