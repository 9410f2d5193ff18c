// Signing in and out.

#include "domain/core/overloaded.hpp"
#include "server/api/answer.hpp"
#include "server/api/people.hpp"
#include "server/api/route.hpp"
#include "server/api/session.hpp"

namespace commonweal::api {
namespace {

struct SignIn {
    std::string email;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (email, password))

std::string cookie_header(const Call& call, const std::string& value, bool ends) {
    std::string header = "commonweal_session=" + value + "; Path=/; HttpOnly; SameSite=Lax";
    if (ends) header += "; Max-Age=0";
    if (call.request().peer.encrypted) header += "; Secure";
    return header;
}

net::Response session_response(const Call& call, PersonId person, const std::string& cookie) {
    const auto shown = person_view(call.app(), person);
    const auto reader = for_reader(call, access::Relation::themselves);
    boost::json::object session{{"csrf_token", identity::Accounts::csrf_token(cookie)},
                                {"person", codec::to_json(shown, reader)}};
    return json_response(200, session);
}

Problem too_often(std::chrono::seconds in) {
    auto problem = unavailable("Too many attempts. Wait " + std::to_string(in.count() / 60) +
                               " minutes and try again.");
    problem.status = 429;
    problem.type = "/problems/too-many-attempts";
    problem.title = "Too many attempts";
    problem.retry_after = in;
    return problem;
}

boost::asio::awaitable<net::Response> sign_in(Call call) {
    const auto command = call.command<SignIn>();
    const auto result = co_await call.context().accounts.sign_in(command.email, command.password);
    co_return std::visit(
        Overloaded{
            [&](const identity::SignedIn& in) { return begin_session(call, in.person, in.cookie); },
            [](const identity::WrongSignIn&) -> net::Response {
                throw ProblemAnswer{unauthorised("E-mail and password do not belong together.")};
            },
            [](const identity::TryLater& later) -> net::Response {
                throw ProblemAnswer{too_often(later.in)};
            },
        },
        result);
}

boost::asio::awaitable<net::Response> show_session(Call call) {
    if (call.cookie().empty())
        throw ProblemAnswer{unauthorised("There is no session: this request came with a token.")};
    co_return session_response(call, call.actor().id, call.cookie());
}

boost::asio::awaitable<net::Response> sign_out(Call call) {
    call.context().accounts.sessions().end(call.cookie());
    call.context().hub.sign_out(call.cookie());
    net::Response response;
    response.status = 204;
    response.headers = {{"Set-Cookie", cookie_header(call, "", true)}};
    co_return response;
}

constexpr std::array table{
    Route{"POST", "/api/v1/session", sign_in, Who::anybody, "",
          "Signs in with e-mail and password."},
    Route{"GET", "/api/v1/session", show_session, Who::signed_in, "", "Who is signed in."},
    Route{"DELETE", "/api/v1/session", sign_out, Who::signed_in, "", "Signs out."},
};

}  // namespace

net::Response begin_session(const Call& call, PersonId person, const std::string& cookie) {
    auto response = session_response(call, person, cookie);
    response.headers.emplace_back("Set-Cookie", cookie_header(call, cookie, false));
    return response;
}

std::span<const Route> session_routes() {
    return table;
}

}  // namespace commonweal::api
