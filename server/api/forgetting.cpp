// Forgetting: names and addresses put right, people erased, words redacted; and all that is held
// about somebody, for themselves.

#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "server/api/answer.hpp"
#include "server/api/route.hpp"
#include "server/app/decoded.hpp"

namespace commonweal::api {
namespace {

constexpr std::size_t scanned_at_once = 20'000;  ///< records between two looks at other requests
constexpr std::size_t held_max = 10'000;         ///< events in one answer

struct CorrectDetails {
    std::string name;
    std::string email;
};
BOOST_DESCRIBE_STRUCT(CorrectDetails, (), (name, email))

struct RedactText {
    std::vector<std::string> words;
    ForgetReason why = ForgetReason::mistake;
    Personal<FreeText> note;
};
BOOST_DESCRIBE_STRUCT(RedactText, (), (words, why, note))

/// Answers when what the command says is forgotten.
boost::asio::awaitable<net::Response> forget(Call call, app::Decide decide) {
    auto response = co_await write(call, std::move(decide), 200);
    const auto position = boost::json::parse(response.body).at("position").to_number<Position>();
    auto& forgetting = call.context().forgetting;
    const bool done = co_await told([&forgetting, position](std::function<void(bool)> then) {
        forgetting.when_done(position, std::move(then));
    });
    if (!done)
        throw ProblemAnswer{unavailable(
            "It is decided and written down, but the keys could not be deleted yet: that is done "
            "when the server is started again.")};
    co_return response;
}

boost::asio::awaitable<net::Response> correct_details(Call call) {
    const auto id = call.id<PersonTag>();
    auto command = call.command<CorrectDetails>();
    if (command.email.find('@') == std::string::npos)
        throw ProblemAnswer{malformed_body({{"/email", "must be an e-mail address"}})};
    person::CorrectDetails details{Personal<PersonName>::plain(std::move(command.name)),
                                   Personal<EmailAddress>::plain(std::move(command.email))};
    auto decide = app::correct_details(call.app(), id, std::move(details));
    co_return co_await forget(std::move(call), std::move(decide));
}

boost::asio::awaitable<net::Response> erase(Call call) {
    const auto id = call.id<PersonTag>();
    auto decide = app::erase_person(call.app(), id, call.command<person::Erase>());
    co_return co_await forget(std::move(call), std::move(decide));
}

boost::asio::awaitable<net::Response> redact(Call call) {
    const auto position = parse_position(call.captured());
    if (!position) throw ProblemAnswer{not_found("There is no event " + call.captured() + ".")};
    auto command = call.command<RedactText>();
    redaction::Redact meant{*position, std::move(command.words), command.why,
                            std::move(command.note)};
    auto decide = app::redact_text(call.app(), std::move(meant));
    co_return co_await forget(std::move(call), std::move(decide));
}

/// An event that somebody entered, or that names them, with everything in it.
boost::json::object held_event(const Call& call, const log::RecordView& record) {
    const codec::For everything{access::Sees::everything(), &call.app().seals()};
    const auto event = app::decode(record);
    boost::json::object row{
        {"position", record.position},
        {"recorded", codec::to_json(app::instant_of(record.recorded_at), everything)},
        {"kind", record.kind},
        {"said", codec::to_json(event.attribution, everything)}};
    std::visit(
        [&]<class Fact>(const Fact& fact) {
            if constexpr (!std::is_same_v<Fact, Unknown>)
                row["event"] = codec::to_json(fact, everything);
        },
        event.fact);
    return row;
}

/// Ids are random: where its bytes stand in a record, the record is about that person.
bool names(std::string_view stored, const PersonId& person) {
    return stored.find(std::string_view(reinterpret_cast<const char*>(person.bytes.data()),
                                        person.bytes.size())) != std::string_view::npos;
}

/// The events from a position on, as many as are looked at in one go; answers where to go on.
Position collect_held(const Call& call, PersonId person, Position from,
                      boost::json::array& events) {
    std::size_t scanned = 0;
    Position next = from;
    call.app().log().engine().scan_encoded(from, [&](Position position, std::string_view stored) {
        next = position + 1;
        const auto record = log::view_record(stored);
        if (!record) throw log::DamagedRecord(position, std::string(sentence(record.error())));
        if (names(stored, person)) events.push_back(held_event(call, *record));
        return ++scanned < scanned_at_once && events.size() < held_max;
    });
    return next;
}

boost::json::object account_of(const Call& call, PersonId person) {
    auto& accounts = call.context().accounts;
    return {{"password", accounts.passwords().has(person)},
            {"sessions", accounts.sessions().count(person)},
            {"tokens", accounts.sessions().count_tokens(person)}};
}

boost::asio::awaitable<net::Response> held(Call call) {
    const auto id = call.id<PersonTag>();
    if (!access::may(access::relations(call.actor(), id), access::Action::see_all_held))
        throw ProblemAnswer{forbidden("Only they themselves and an administrator see this.")};
    const auto person = call.app().load<Person>(id);
    if (!person->added) throw ProblemAnswer{problem_of({Rule::person_unknown, call.captured()})};
    const auto cursor =
        call.query_as<Position>("cursor", parse_position, "must be the next of a page");
    const auto head = call.app().log().head().position;
    const auto executor = co_await boost::asio::this_coro::executor;
    boost::json::array events;
    Position at = cursor.value_or(1);
    while (at <= head && events.size() < held_max) {
        at = collect_held(call, id, at, events);
        co_await boost::asio::post(executor, boost::asio::use_awaitable);
    }
    const codec::For everything{access::Sees::everything(), &call.app().seals()};
    boost::json::object all{{"person", to_text(id)},
                            {"as_of", codec::to_json(call.app().clock().now(), everything)},
                            {"name", codec::to_json(person->name, everything)},
                            {"email", codec::to_json(person->email, everything)},
                            {"account", account_of(call, id)},
                            {"events", std::move(events)}};
    if (at <= head) all["next"] = std::to_string(at);
    co_return json_response(200, all);
}

constexpr std::array table{
    Route{"POST", "/api/v1/people/{id}/correct-details", correct_details, Who::signed_in, "",
          "Puts somebody's name and address right; what stood there before is erased."},
    Route{"POST", "/api/v1/people/{id}/erase", erase, Who::signed_in, "",
          "Erases somebody, with the account."},
    Route{"GET", "/api/v1/people/{id}/held", held, Who::signed_in, "cursor",
          "All that is held about somebody."},
    Route{"POST", "/api/v1/events/{position}/redact", redact, Who::signed_in, "",
          "Erases words that an event holds; the event itself stays."},
};

}  // namespace

std::span<const Route> forgetting_routes() {
    return table;
}

}  // namespace commonweal::api
