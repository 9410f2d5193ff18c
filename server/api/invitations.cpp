// One-time links: made by whoever looks after a school's posts, and used by
// whoever was invited. The secret is in bodies only: no address and no log line
// holds it.

#include "server/api/answer.hpp"
#include "server/api/people.hpp"
#include "server/api/route.hpp"
#include "server/api/session.hpp"

namespace commonweal::api {
namespace {

struct InvitationSecret {
    std::string secret;
};
BOOST_DESCRIBE_STRUCT(InvitationSecret, (), (secret))

struct AcceptInvitation {
    std::string secret;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(AcceptInvitation, (), (secret, password))

Problem used_up() {
    auto problem = not_found(
        "This link was used already, or its two weeks are "
        "over. Ask whoever invited you for a new "
        "one.");
    problem.type = "/problems/invitation-used-up";
    problem.title = "This link no longer works";
    return problem;
}

/// Whoever has a password can sign in: a link for them is the administrator's
/// to give.
boost::asio::awaitable<net::Response> invite(Call call) {
    const auto person = call.id<PersonTag>();
    auto& app = call.app();
    if (!app.load<Person>(person)->known())
        throw ProblemAnswer{problem_of({Rule::person_unknown, call.captured()})};
    if (!app::may_invite(app, call.actor(), person))
        throw ProblemAnswer{problem_of({Rule::not_allowed, {}})};
    const bool administrator = call.actor().has(person::RoleKind::administrator);
    auto& accounts = call.context().accounts;
    if (accounts.passwords().has(person) && !administrator)
        throw ProblemAnswer{forbidden(
            "They have a password already. Where they have forgotten it, an administrator helps.")};
    (void)call.ask();  // an account writes so often and no more
    const auto now = app.believed_now();
    auto secret = accounts.invitations().make({person, call.actor().id, administrator, {}}, now);
    co_return json_response(
        201, boost::json::object{{"secret", std::move(secret)},
                                 {"until", to_text(now + identity::Invitations::holds_for)}});
}

boost::asio::awaitable<net::Response> look_up(Call call) {
    const auto command = call.command<InvitationSecret>();
    auto& app = call.app();
    const auto found =
        call.context().accounts.invitations().find(command.secret, app.believed_now());
    if (!found) throw ProblemAnswer{used_up()};
    const codec::For themselves{access::Sees(access::Relation::themselves | access::Relation::team),
                                &app.seals()};
    co_return json_response(
        200,
        boost::json::object{{"person", codec::to_json(person_view(app, found->person), themselves)},
                            {"until", to_text(found->until)}});
}

/// Much may have happened since it was made: whoever made it must still be allowed to, and a
/// password that was chosen meanwhile stays, but for an administrator's link.
bool still_holds(app::App& app, const identity::Passwords& passwords,
                 const identity::Invitation& invitation) {
    if (invitation.by_administrator) return true;
    return !passwords.has(invitation.person) &&
           app::may_invite(app, app.actor(invitation.by), invitation.person);
}

boost::asio::awaitable<net::Response> accept(Call call) {
    const auto command = call.command<AcceptInvitation>();
    check_password(command.password);
    auto& app = call.app();
    auto& accounts = call.context().accounts;
    const auto now = app.believed_now();
    const auto used = accounts.invitations().use(
        command.secret, now, [&](const identity::Invitation& invitation) {
            if (!still_holds(app, accounts.passwords(), invitation)) return false;
            accounts.passwords().set(invitation.person, command.password);
            return true;
        });
    if (!used) throw ProblemAnswer{used_up()};
    accounts.sessions().end_all(used->person);
    co_return begin_session(call, used->person, accounts.sessions().begin(used->person, now));
}

constexpr std::array table{
    Route{"POST", "/api/v1/people/{id}/invite", invite, Who::signed_in, "",
          "Makes a link by which somebody chooses a password."},
    Route{"POST", "/api/v1/invitations/look-up", look_up, Who::anybody, "", "Whose link it is."},
    Route{"POST", "/api/v1/invitations/accept", accept, Who::anybody, "",
          "Chooses a password and signs in; the link is used."},
};

}  // namespace

std::span<const Route> invitation_routes() {
    return table;
}

}  // namespace commonweal::api
