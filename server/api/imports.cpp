#include "server/api/imports.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "server/api/answer.hpp"
#include "server/api/diary.hpp"

namespace commonweal::api {
namespace {

/// One import at a time, whatever it takes in.
boost::asio::thread_pool& import_thread() {
    static boost::asio::thread_pool pool(1);
    return pool;
}

boost::asio::awaitable<Imported> run(std::function<Imported(bool)> import, bool dry_run) {
    co_return import(dry_run);
}

}  // namespace

boost::asio::awaitable<net::Response> answer_import(Call call,
                                                    std::function<Imported(bool dry_run)> import,
                                                    UnusableFile unusable) {
    const bool dry_run =
        call.query_as<bool>("dry_run", parse_bool, "must be true or false").value_or(false);
    auto result = co_await boost::asio::co_spawn(import_thread(), run(std::move(import), dry_run),
                                                 boost::asio::use_awaitable);
    if (!result) {
        auto problem = bad_request(result.error());
        problem.status = 422;
        problem.type = unusable.type;
        problem.title = unusable.title;
        throw ProblemAnswer{std::move(problem)};
    }
    co_return json_response(200, codec::to_json(*result, {access::Sees::everything(), nullptr}));
}

}  // namespace commonweal::api
