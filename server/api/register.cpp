// The register taken in: for administrators, usually through the control socket.

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <sstream>

#include "server/api/answer.hpp"
#include "server/api/diary.hpp"
#include "server/api/route.hpp"

namespace commonweal::api {
namespace {

/// An import reads and waits for the disk: on a thread of its own, not on a connection's.
boost::asio::thread_pool& import_thread() {
    static boost::asio::thread_pool pool(1);
    return pool;
}

using Imported = std::expected<exchange::ImportResult, std::string>;
using Import = Imported (*)(exchange::RegisterImports&, const std::string& file,
                            const access::Actor&, bool dry_run);

Imported schools(exchange::RegisterImports& imports, const std::string& file,
                 const access::Actor& actor, bool dry_run) {
    std::istringstream stream(file);
    return imports.run(stream, actor, dry_run);
}
Imported links(exchange::RegisterImports& imports, const std::string& file,
               const access::Actor& actor, bool dry_run) {
    return imports.run_links(file, actor, dry_run);
}
Imported groups(exchange::RegisterImports& imports, const std::string& file,
                const access::Actor& actor, bool dry_run) {
    return imports.run_groups(file, actor, dry_run);
}

boost::asio::awaitable<Imported> run(Import import, exchange::RegisterImports* imports,
                                     std::string body, access::Actor actor, bool dry_run) {
    co_return import(*imports, body, actor, dry_run);
}

template <Import import>
boost::asio::awaitable<net::Response> take_in(Call call) {
    if (!access::may(access::relations(call.actor()), access::Action::register_schools))
        throw ProblemAnswer{forbidden("Only an administrator imports the register.")};
    const bool dry_run =
        call.query_as<bool>("dry_run", parse_bool, "must be true or false").value_or(false);
    auto result = co_await boost::asio::co_spawn(
        import_thread(),
        run(import, &call.context().imports, call.request().body, call.actor(), dry_run),
        boost::asio::use_awaitable);
    if (!result) {
        auto problem = bad_request(result.error());
        problem.status = 422;
        problem.type = "/problems/not-a-register";
        problem.title = "This file is not the register's";
        throw ProblemAnswer{std::move(problem)};
    }
    co_return json_response(200, codec::to_json(*result, {access::Sees::everything(), nullptr}));
}

boost::asio::awaitable<net::Response> progress(Call call) {
    co_return json_response(200, codec::to_json(call.context().imports.progress(),
                                                {access::Sees::everything(), nullptr}));
}

constexpr std::array table{
    Route{"POST", "/api/v1/register", take_in<schools>, Who::signed_in, "dry_run",
          "Takes in a register of schools (CSV)."},
    Route{"POST", "/api/v1/register/links", take_in<links>, Who::signed_in, "dry_run",
          "Takes in the register's links: which school came from which (CSV)."},
    Route{"POST", "/api/v1/register/groups", take_in<groups>, Who::signed_in, "dry_run",
          "Takes in the register's group links: which school is in which trust (CSV)."},
    Route{"GET", "/api/v1/register/progress", progress, Who::signed_in, "",
          "How far the running import is."},
};

}  // namespace

std::span<const Route> register_routes() {
    return table;
}

}  // namespace commonweal::api
