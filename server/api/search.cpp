// One place to look for schools, people, visits, reviews, partnerships and meetings.

#include "server/api/search.hpp"

#include <set>

#include "domain/core/text.hpp"
#include "server/api/answer.hpp"
#include "server/api/route.hpp"

namespace commonweal::api {
namespace {

constexpr std::size_t query_max = 200;
constexpr std::size_t found_max = 50;
constexpr std::size_t found_usually = 8;
constexpr std::size_t people_max = 5'000;  ///< that are looked at

/// Where the people work whom the reader may see: colleagues; who works at the schools that they
/// convene; for an administrator, everybody.
std::set<std::string> places_of(const access::Actor& actor, const app::Reading& views) {
    std::set<std::string> places;
    if (actor.has(person::RoleKind::administrator))
        for (auto& place : views.people().places()) places.insert(std::move(place));
    for (const auto school : actor.schools())
        if (actor.staff_of(school)) places.insert(to_text(school));
    for (const auto& role : actor.roles) {
        if (role.role != person::RoleKind::coordinator) continue;
        view::SchoolFilter members;
        members.network = parse_id<NetworkTag>(role.place);
        members.cluster = parse_id<ClusterTag>(role.place);
        if (!members.network && !members.cluster) continue;
        for (const auto school : views.directory().all(members)) places.insert(to_text(school));
    }
    return places;
}

std::set<PersonId> people_at(const std::set<std::string>& places, const app::Reading& views,
                             Day today) {
    std::set<PersonId> people;
    for (const auto& place : places)
        for (const auto& person : views.people().at(place, today))
            if (people.size() < people_max) people.insert(person);
    return people;
}

/// Somebody, as they would be looked for: by name, by role, and by the schools where it is held.
struct Known {
    FoundPerson person;
    std::string text;
    std::vector<SchoolId> schools;
};

Known known(app::App& app, PersonId id) {
    auto shown = person_view(app, id);
    Known known{{id, shown.name, std::move(shown.roles)}, {}, {}};
    known.text = small_letters(codec::opened(shown.name, app.seals()).value_or(""));
    for (const auto& role : known.person.roles) {
        known.text += std::string(" ") + boost::describe::enum_to_string(role.role, "");
        if (const auto school = parse_school(role.place)) known.schools.push_back(*school);
    }
    return known;
}

void add_people(Found& found, std::vector<Known> people, const view::Sought& sought,
                std::size_t limit) {
    for (auto& known : people) {
        if (!sought.found_in(known.text, known.schools)) continue;
        if (found.people.size() == limit) {
            found.more.emplace_back("people");
            return;
        }
        found.people.push_back(std::move(known.person));
    }
}

std::optional<std::size_t> parse_limit(std::string_view text) {
    const auto number = parse_position(text);
    if (!number || *number == 0 || *number > found_max) return std::nullopt;
    return number;
}

boost::asio::awaitable<net::Response> search(Call call) {
    const auto text = call.query("q").value_or("");
    if (text.size() > query_max || view::words_in(text).size() > view::sought_words_max)
        throw ProblemAnswer{bad_request("q has at most eight words, and 200 bytes")};
    const auto limit = call.query_as<std::size_t>("limit", parse_limit, "must be from 1 to 50")
                           .value_or(found_usually);
    auto& app = call.app();
    const auto today = app::london_day(call.now());
    Found found;
    if (view::words_in(text).empty()) co_return answer(call, found, for_network());
    std::vector<Known> people;
    for (const auto& id : call.read(app::Everything{}, [&](const app::Reading& v) {
             return people_at(places_of(call.actor(), v), v, today);
         }))
        people.push_back(known(app, id));  // may read the disk: not while the views are locked
    call.read(app::Everything{}, [&](const app::Reading& v) {
        const view::Sought sought(text, v.directory());
        auto things = view::find(sought, limit, v.directory(), v.diary());
        found = {std::move(things.schools),      {},
                 std::move(things.visits),       std::move(things.reviews),
                 std::move(things.partnerships), std::move(things.meetings),
                 std::move(things.more)};
        add_people(found, std::move(people), sought, limit);
    });
    co_return answer(call, found, for_reader(call, access::Relation::signed_in));
}

constexpr std::array table{
    Route{"GET", "/api/v1/search", search, Who::signed_in, "q limit at",
          "Schools, people whom the reader may see, visits, reviews, partnerships and meetings in "
          "which every word is found."},
};

}  // namespace

std::span<const Route> search_routes() {
    return table;
}

}  // namespace commonweal::api
