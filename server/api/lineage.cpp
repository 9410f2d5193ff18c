// Schools that change: what hangs on one, where it goes, and places outside the register.

#include "server/api/lineage.hpp"

#include <cstring>
#include <set>

#include "server/api/answer.hpp"
#include "server/api/route.hpp"

namespace commonweal::api {
namespace {

constexpr std::size_t of_a_kind_max = school::handed_on_max;

/// Those of a kind that are open, and those on which something is left to do.
template <class Summary>
std::vector<Summary> hanging(const app::Reading& views, SchoolId school, view::Kind kind,
                             Summary (*summarise)(const view::EngagementId&,
                                                  const view::Engagement&, std::string_view)) {
    const auto& diary = views.diary();
    const view::DiaryFilter open{.school = school, .network = {}, .open = true};
    const auto page = diary.list(kind, open, 0, of_a_kind_max);
    std::set<view::EngagementId> ids(page.ids.begin(), page.ids.end());
    for (const auto& task : views.tasks().of_school(school, diary))
        if (task.about != nullptr && task.about->kind == kind)
            ids.insert(view::EngagementId{task.id});
    std::vector<Summary> all;
    for (const auto& id : ids) {
        const auto& about = *diary.find(id);
        if (about.giver == school || about.receiver == school)
            all.push_back(summarise(id, about, diary.engagements().theme_of(about)));
    }
    return all;
}

std::vector<view::MeetingSummary> hosted(const app::Reading& views, SchoolId school,
                                         const std::vector<ClusterId>& clusters) {
    std::vector<view::MeetingSummary> all;
    view::MeetingFilter open;
    open.clusters = clusters;
    open.open = true;
    for (const auto* meeting : views.diary().meetings().list(open, 0, of_a_kind_max).meetings)
        if (meeting->summary.host == school) all.push_back(meeting->summary);
    return all;
}

std::set<PersonId> people_of(const app::Reading& views, SchoolId school, Day today) {
    std::set<PersonId> people;
    for (const auto kind : {person::RoleKind::head, person::RoleKind::lead}) {
        const person::Role role{kind, to_text(school)};
        for (const auto& person : views.people().holding(role, today)) people.insert(person);
        for (const auto& deputy : views.people().deputies_at(role, today))
            people.insert(deputy.person);
    }
    return people;
}

HangingView view_of(const app::Reading& views, const School& school, Day today,
                    std::set<PersonId>& people) {
    HangingView shown{
        .school = school.id,
        .name = school.details.name,
        .open = school.open,
        .successors = views.directory().successors(school.id),
        .networks = school.networks,
        .clusters = school.clusters,
        .people = {},
        .visits = hanging(views, school.id, view::Kind::visit, view::visit_summary),
        .reviews = hanging(views, school.id, view::Kind::review, view::review_summary),
        .partnerships =
            hanging(views, school.id, view::Kind::partnership, view::partnership_summary),
        .meetings = hosted(views, school.id, school.clusters),
        .balance = {},
        .history_at = school.history_at,
        .may = false};
    if (const auto page = views.snapshot(school.id))
        shown.balance = std::get<view::SchoolPageView>(page->view).balance;
    people = people_of(views, school.id, today);
    return shown;
}

boost::asio::awaitable<net::Response> show_hanging(Call call) {
    const auto id = call.school();
    auto& app = call.app();
    const auto school = call.load<School>(id);
    if (!school->known()) throw ProblemAnswer{problem_of({Rule::school_unknown, to_text(id)})};
    const auto who = relations_to_people(call, id, *school);
    const auto today = app::london_day(call.at() ? call.now() : app.believed_now());
    std::set<PersonId> people;
    auto shown = call.read(app::Everything{}, [&](const app::Reading& views) {
        return view_of(views, *school, today, people);
    });
    for (const auto& person : people) shown.people.push_back(person_view(app, person));
    shown.may = !call.at() && app::may_hand_on(call.actor(), *school);
    co_return answer(call, shown, for_reader(call, who | access::Relation::team));
}

boost::asio::awaitable<net::Response> list_changing(Call call) {
    const auto network = call.query_as<NetworkId>("network", parse_id<NetworkTag>, "must be an id");
    std::vector<ChangingSchool> all;
    call.read(app::TheRegister{}, [&](const app::Reading& views) {
        for (auto& [school, successors] : views.directory().changing(network))
            all.push_back({std::move(school), std::move(successors)});
    });
    co_return answer_list(call, all, {}, for_network());
}

boost::asio::awaitable<net::Response> hand_on(Call call) {
    const auto from = call.school();
    auto command = call.command<school::HandOn>();
    co_return co_await write(std::move(call), app::hand_on(from, std::move(command)), 200);
}

boost::asio::awaitable<net::Response> link(Call call) {
    const auto school = call.school();
    const auto command = call.command<LinkPredecessor>();
    const school::Link link{school, command.predecessor, command.name.value_or(""), command.change,
                            command.on};
    co_return co_await write(std::move(call), app::link_school(link), 200);
}

school::Details details_of(const AddPlace& command) {
    school::Details details;
    details.name = command.name;
    details.type = command.type.value_or("");
    details.phase = command.phase.value_or("");
    details.local_authority = command.local_authority.value_or("");
    details.town = command.town.value_or("");
    details.postcode = command.postcode.value_or("");
    details.easting = command.easting;
    details.northing = command.northing;
    return details;
}

/// By chance, so that no counter has to be kept; one that is taken is refused, and asked for again.
SchoolId local_number(app::App& app) {
    const auto random = app.ids().random();
    std::uint32_t number = 0;
    std::memcpy(&number, random.data(), sizeof number);
    return SchoolId{local_numbers_from + number % local_numbers};
}

boost::asio::awaitable<net::Response> add_place(Call call) {
    const auto details = details_of(call.command<AddPlace>());
    const auto number = local_number(call.app());
    co_return co_await write(std::move(call), app::add_place(number, details), 201);
}

constexpr std::array table{
    Route{"POST", "/api/v1/schools", add_place, Who::signed_in, "",
          "Gives a local number to a place outside the register."},
    Route{"GET", "/api/v1/schools/{urn}/hanging", show_hanging, Who::signed_in, "at",
          "What hangs on a school, and which schools followed it."},
    Route{"POST", "/api/v1/schools/{urn}/hand-on", hand_on, Who::signed_in, "",
          "Confirms what goes from a school to one that followed it."},
    Route{"POST", "/api/v1/schools/{urn}/link", link, Who::signed_in, "",
          "Names a school that this one came from."},
    Route{"GET", "/api/v1/changing-schools", list_changing, Who::signed_in, "network at",
          "Schools that belong to something although they have closed, or were followed."},
};

}  // namespace

std::span<const Route> lineage_routes() {
    return table;
}

}  // namespace commonweal::api
