// Posts: of a school, both of them; of a network, those that nobody holds.

#include "server/api/posts.hpp"

#include <algorithm>

#include "domain/core/sorted.hpp"
#include "server/api/answer.hpp"
#include "server/api/route.hpp"

namespace commonweal::api {
namespace {

constexpr std::array kinds{person::RoleKind::head, person::RoleKind::lead};

/// Both posts of a school.
std::vector<PostView> posts_of(const app::Reading& views, SchoolId school, Day today) {
    std::vector<PostView> posts;
    for (const auto kind : kinds) {
        const person::Role role{kind, to_text(school)};
        PostView post{school, kind, {}, views.people().vacant_since(role, today), {}, {}};
        for (const auto& person : views.people().holding(role, today))
            post.people.push_back({person, {}, {}, {}});
        for (const auto& [person, deputising] : views.people().deputies_at(role, today))
            post.deputies.push_back({person, {}, deputising});
        posts.push_back(std::move(post));
    }
    return posts;
}

/// With everybody who ever held them.
std::vector<PostView> with_history(const app::Reading& views, std::vector<PostView> posts) {
    for (auto& post : posts)
        for (const auto& [person, held, before] :
             views.people().ever_holding({post.role, to_text(post.school)})) {
            post.held.push_back({person, {}, held.from, held.ended_on, {}});
            for (const auto& days : before)
                post.held.back().before.push_back({days.from, days.ended_on});
        }
    return posts;
}

boost::asio::awaitable<net::Response> of_school(Call call, SchoolId school) {
    auto& app = call.app();
    const auto loaded = call.load<School>(school);
    if (!loaded->known()) throw ProblemAnswer{problem_of({Rule::school_unknown, to_text(school)})};
    const auto who = relations_to_people(call, school, *loaded);
    const auto today = app::london_day(call.now());
    auto posts = call.read(app::TheRegister{}, [&](const app::Reading& v) {
        return with_history(v, posts_of(v, school, today));
    });
    for (auto& post : posts)
        for (auto& person : post.people) person = person_view(app, person.id);
    for (auto& post : posts)
        for (auto& deputy : post.deputies) deputy.name = app.load<Person>(deputy.id)->name;
    for (auto& post : posts)
        for (auto& held : post.held) held.name = app.load<Person>(held.id)->name;
    co_return answer_list(call, posts, {}, for_reader(call, who | access::Relation::team));
}

/// Of schools where somebody works or has worked: of the others nobody is expected.
boost::asio::awaitable<net::Response> vacant_in(Call call, NetworkId network) {
    if (!access::relations(call.actor(), network, {})
             .any_of(access::Relation::coordinator | access::Relation::administrator))
        throw ProblemAnswer{forbidden("Only the coordinator sees this.")};
    const auto today = app::london_day(call.now());
    std::vector<PostView> vacant;
    call.read(app::TheRegister{}, [&](const app::Reading& views) {
        for (const auto& place : views.people().places()) {
            const auto school = parse_school(place);
            const auto known = school ? views.directory().school(*school) : std::nullopt;
            if (!known || !known->open || !contains(known->networks, network)) continue;
            for (auto& post : posts_of(views, *school, today))
                if (post.vacant_since) vacant.push_back(std::move(post));
        }
    });
    std::ranges::sort(vacant, {}, [](const PostView& p) { return std::pair(p.school, p.role); });
    co_return answer_list(call, vacant, {}, for_network());
}

boost::asio::awaitable<net::Response> list(Call call) {
    const auto school = call.query_as<SchoolId>("school", parse_school, "must be a school's URN");
    const auto network = call.query_as<NetworkId>("network", parse_id<NetworkTag>, "must be an id");
    if (school) return of_school(std::move(call), *school);
    if (network) return vacant_in(std::move(call), *network);
    throw ProblemAnswer{bad_request("Say whose: ?school=URN, or ?network=ID for vacant posts.")};
}

constexpr std::array table{
    Route{"GET", "/api/v1/posts", list, Who::signed_in, "school network at",
          "Who is lead and head of a school; or which posts of a network nobody holds."},
};

}  // namespace

std::span<const Route> post_routes() {
    return table;
}

}  // namespace commonweal::api
