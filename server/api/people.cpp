#include "server/api/people.hpp"

#include <algorithm>

#include "server/api/answer.hpp"
#include "server/api/route.hpp"

namespace commonweal::api {
namespace {

/// Somebody with their first roles and, where it is given, a password.
struct AddPerson {
    std::string name;
    std::string email;
    std::optional<std::string> password;
    std::vector<person::Role> roles;
};
BOOST_DESCRIBE_STRUCT(AddPerson, (), (name, email, password, roles))

struct MakeToken {
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(MakeToken, (), (person))

boost::asio::awaitable<net::Response> add(Call call) {
    auto command = call.command<AddPerson>();
    check_password(command.password);
    if (command.password && !call.actor().has(person::RoleKind::administrator))
        throw ProblemAnswer{forbidden(
            "A password is chosen by whoever it is for: add them without one, and invite them.")};
    if (command.email.find('@') == std::string::npos)
        throw ProblemAnswer{malformed_body({{"/email", "must be an e-mail address"}})};
    auto& app = call.app();
    auto& passwords = call.context().accounts.passwords();
    const auto id = app.ids().next<PersonId>(app.clock().now());
    auto adding = app::add_person(
        id, app.hash_of(command.email),
        {Personal<PersonName>::plain(command.name), Personal<EmailAddress>::plain(command.email)},
        command.roles);
    auto response = co_await write(call, std::move(adding), 201);
    // The answer of a repeated request names the person of the first.
    const auto made = boost::json::parse(response.body).at("id").as_string();
    if (command.password)
        passwords.set(*parse_id<PersonTag>(std::string_view(made)), *command.password);
    co_return response;
}

boost::asio::awaitable<net::Response> me(Call call) {
    const auto reader = for_reader(call, access::Relation::themselves);
    co_return answer(call, person_view(call.app(), call.actor().id), reader);
}

/// Leads and heads of a school, for those who plan with it.
boost::asio::awaitable<net::Response> list(Call call) {
    const auto school = call.query_as<SchoolId>("school", parse_school, "must be a school's URN");
    if (!school) throw ProblemAnswer{bad_request("Say which school: ?school=URN")};
    auto& app = call.app();
    const auto loaded = call.load<School>(*school);
    const auto who = relations_to_people(call, *school, *loaded);
    const auto today = app::london_day(call.now());
    const auto ids = call.read(app::TheRegister{}, [&](const app::Reading& v) {
        return v.people().at(to_text(*school), today);
    });
    std::vector<PersonView> people;
    for (const auto& id : ids) people.push_back(person_view(app, id));
    co_return answer_list(call, people, {}, for_reader(call, who));
}

boost::asio::awaitable<net::Response> make_token(Call call) {
    const auto command = call.command<MakeToken>();
    if (!access::may(access::relations(call.actor()), access::Action::make_token))
        throw ProblemAnswer{forbidden("Only an administrator makes tokens.")};
    if (!call.app().load<Person>(command.person)->known())
        throw ProblemAnswer{problem_of({Rule::person_unknown, to_text(command.person)})};
    auto token =
        call.context().accounts.sessions().make_token(command.person, call.app().clock().now());
    co_return json_response(201, boost::json::object{{"token", std::move(token)}});
}

constexpr std::array table{
    Route{"GET", "/api/v1/people/me", me, Who::signed_in, "", "Who I am and what I do where."},
    Route{"GET", "/api/v1/people", list, Who::signed_in, "school at",
          "Leads and heads of a school."},
    Route{"POST", "/api/v1/people", add, Who::signed_in, "", "Adds somebody, with their roles."},
    Route{"POST", "/api/v1/people/{id}/give-role",
          command_on<person::GiveRole, PersonTag, app::give_role>, Who::signed_in, "",
          "Gives somebody a role at a place."},
    Route{"POST", "/api/v1/people/{id}/end-role",
          command_on<person::EndRole, PersonTag, app::end_role>, Who::signed_in, "",
          "Ends somebody's role at a place."},
    Route{"POST", "/api/v1/people/{id}/correct-role",
          command_on<person::CorrectRole, PersonTag, app::correct_role>, Who::signed_in, "",
          "Says that somebody had a role on other days, or never had it."},
    Route{"POST", "/api/v1/people/{id}/hand-over",
          command_on<person::HandOver, PersonTag, app::hand_over>, Who::signed_in, "",
          "Gives a role up to somebody else, from one day to the next."},
    Route{"POST", "/api/v1/people/{id}/name-deputy",
          command_on<person::NameDeputy, PersonTag, app::name_deputy>, Who::signed_in, "",
          "Lets somebody act for a lead or head."},
    Route{"POST", "/api/v1/people/{id}/release-deputy",
          command_on<person::ReleaseDeputy, PersonTag, app::release_deputy>, Who::signed_in, "",
          "Ends that somebody acts for a lead or head."},
    Route{"POST", "/api/v1/tokens", make_token, Who::signed_in, "",
          "Makes a token for a program that acts for somebody."},
};

}  // namespace

PersonView person_view(app::App& app, PersonId person) {
    const auto loaded = app.load<Person>(person);
    const auto actor = app.actor(person);
    PersonView shown{person, loaded->name, actor.roles, {}};
    for (const auto& deputising : loaded->deputising)
        if (std::ranges::any_of(actor.acts_for, [&](const auto& principal) {
                return principal.person == deputising.acts_for && principal.role == deputising.role;
            }))
            shown.acts_for.push_back(deputising);
    return shown;
}

access::Relations relations_to_people(const Call& call, SchoolId id, const School& school) {
    const auto of = [&](const School& state) {
        auto who = access::relations(call.actor(), id);
        for (const auto& network : state.networks)
            who |= access::relations(call.actor(), network, state.clusters);
        return who;
    };
    auto who = of(school);
    if (call.at()) who = who & of(*call.app().load<School>(id));
    if (!who.any_of(access::Relation::staff_of_host | access::Relation::coordinator) &&
        !who.any_of(access::Relation::administrator))
        throw ProblemAnswer{forbidden("Only the school's own staff and the coordinator see this.")};
    return who;
}

void check_password(const std::optional<std::string>& password) {
    if (!password) return;
    if (password->size() >= identity::password_length_min &&
        password->size() <= identity::password_length_max)
        return;
    throw ProblemAnswer{malformed_body({{"/password", "must have 10 to 200 characters"}})};
}

std::span<const Route> person_routes() {
    return table;
}

}  // namespace commonweal::api
