// The register taken in: for administrators, usually through the control socket.

#include <sstream>

#include "server/api/answer.hpp"
#include "server/api/imports.hpp"
#include "server/api/route.hpp"

namespace commonweal::api {
namespace {

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

template <Import import>
boost::asio::awaitable<net::Response> take_in(Call call) {
    if (!access::may(access::relations(call.actor()), access::Action::register_schools))
        throw ProblemAnswer{forbidden("Only an administrator imports the register.")};
    auto take = [imports = &call.context().imports, file = call.request().body,
                 actor = call.actor()](bool dry_run) {
        return import(*imports, file, actor, dry_run);
    };
    co_return co_await answer_import(
        std::move(call), std::move(take),
        {"/problems/not-a-register", "This file is not the register's"});
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
