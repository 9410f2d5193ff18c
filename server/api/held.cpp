// All that is held about somebody, read from the whole log in steps, between which others are
// answered.

#include "server/api/held.hpp"

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

codec::For everything(const Call& call) {
    return {access::Sees::everything(), &call.app().seals()};
}

boost::json::object row_of(const Call& call, const log::RecordView& record) {
    const auto event = app::decode(record);
    const HeldEvent held{record.position, app::instant_of(record.recorded_at),
                         std::string(record.kind), event.attribution};
    auto row = codec::to_json(held, everything(call)).as_object();
    std::visit(
        [&]<class Fact>(const Fact& fact) {
            if constexpr (!std::is_same_v<Fact, Unknown>)
                row["event"] = codec::to_json(fact, everything(call));
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
Position collect(const Call& call, PersonId person, Position from, boost::json::array& events) {
    std::size_t scanned = 0;
    Position next = from;
    call.app().log().engine().scan_encoded(from, [&](Position position, std::string_view stored) {
        next = position + 1;
        const auto record = log::view_record(stored);
        if (!record) throw log::DamagedRecord(position, std::string(sentence(record.error())));
        if (names(stored, person)) events.push_back(row_of(call, *record));
        return ++scanned < scanned_at_once && events.size() < held_max;
    });
    return next;
}

HeldAccount account_of(const Call& call, PersonId person) {
    auto& accounts = call.context().accounts;
    return {accounts.passwords().has(person), accounts.sessions().count(person),
            accounts.sessions().count_tokens(person)};
}

/// But for the events.
AllHeld held_of(const Call& call, const Person& person) {
    return {person.id,
            call.app().clock().now(),
            person.name,
            person.email,
            account_of(call, person.id),
            {},
            {}};
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
        at = collect(call, id, at, events);
        co_await boost::asio::post(executor, boost::asio::use_awaitable);
    }
    auto all = held_of(call, *person);
    if (at <= head) all.next = std::to_string(at);
    auto shown = codec::to_json(all, everything(call)).as_object();
    shown["events"] = std::move(events);
    co_return json_response(200, shown);
}

constexpr std::array table{
    Route{"GET", "/api/v1/people/{id}/held", held, Who::signed_in, "cursor",
          "All that is held about somebody."},
};

}  // namespace

std::span<const Route> held_routes() {
    return table;
}

}  // namespace commonweal::api
