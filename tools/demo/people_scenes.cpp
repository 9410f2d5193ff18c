#include "tools/demo/people_scenes.hpp"

#include "tools/demo/lineage_scenes.hpp"

namespace commonweal::demo {
namespace {

using person::RoleKind;
using person::Scope;

const access::Actor the_operator{PersonId{}, {{RoleKind::administrator, ""}}, {}};
constexpr std::chrono::days some_months{150};
constexpr std::chrono::days some_weeks{40};
constexpr std::chrono::days two_weeks{14};
constexpr SchoolId compass_point{145320};

const Member* member_at(const Cast& cast, SchoolId school) {
    for (const auto& group : cast.groups)
        for (const auto& member : group.members)
            if (member.school == school) return &member;
    return nullptr;
}

/// The last January of the story: in the middle of a school year.
Day mid_year(Day last) {
    const auto january_of = [](std::chrono::year year) {
        return Plot::term_day(year / std::chrono::January / 8);
    };
    const auto year = std::chrono::year_month_day{last}.year();
    const Day day = january_of(year);
    return day < last ? day : january_of(year - std::chrono::years{1});
}

}  // namespace

void PeopleScenes::begin(const Cast& cast) {
    const auto& group = cast.groups.front();
    if (const auto* member = member_at(cast, compass_point))
        plot_->at(mid_year(plot_->last()), [=, this] { hand_over(*member); });
    const auto apart = school_apart(group.network);
    if (!apart) return;
    const auto left = take_up_posts(*apart);
    const auto neighbour = group.members.back();
    plot_->at(plot_->last() - some_weeks, [=, this] { leave(left); });
    plot_->at(plot_->last() - two_weeks,
              [=, this, network = group.network] { ask_in_vain(neighbour, left, network); });
}

/// The head finds somebody, and the lead gives the post up to them.
void PeopleScenes::hand_over(const Member& member) {
    const auto place = to_text(member.school);
    const auto newcomer = add("New lead, " + name_of(member.school), "new-lead." + place);
    stage().act(member.lead,
                app::hand_over(member.lead, {{RoleKind::lead, place}, newcomer, plot_->today()}));
    stage().replace(member.lead, newcomer);
}

/// Nobody follows: the head and the coordinator are told.
void PeopleScenes::leave(const Member& member) {
    stage().act(member.head, app::end_role(member.lead, {{RoleKind::lead, to_text(member.school)},
                                                         plot_->today()}));
}

/// What would have been for the lead to answer.
void PeopleScenes::ask_in_vain(const Member& guest, const Member& host, NetworkId network) {
    stage().act(guest.lead, app::request_visit(app().ids().next<VisitId>(stage().now()),
                                               {guest.school, host.school, network, "links",
                                                plot_->words(visit_notes())}));
}

void PeopleScenes::name_deputy(const Cast& cast, SchoolId school) {
    const auto* member = member_at(cast, school);
    if (member == nullptr) return;
    const auto deputy = add("Business manager, " + name_of(school), "manager." + to_text(school));
    stage().act(member->head, app::name_deputy(deputy, {member->head,
                                                        {RoleKind::head, to_text(school)},
                                                        {Scope::visits, Scope::meetings},
                                                        {},
                                                        plot_->today() + some_months}));
}

Member PeopleScenes::take_up_posts(SchoolId school) {
    const auto place = to_text(school);
    const auto name = name_of(school);
    const Member member{school, add("Lead, " + name, "lead." + place),
                        add("Head, " + name, "head." + place)};
    stage().act(the_operator, app::give_role(member.lead, {{RoleKind::lead, place}, {}}));
    stage().act(the_operator, app::give_role(member.head, {{RoleKind::head, place}, {}}));
    return member;
}

PersonId PeopleScenes::add(const std::string& name, const std::string& email) {
    const auto id = app().ids().next<PersonId>(stage().now());
    const auto address = email + "@schools.example";
    stage().act(the_operator, app::add_person(id, app().hash_of(address),
                                              {Personal<PersonName>::plain(name),
                                               Personal<EmailAddress>::plain(address)}));
    return id;
}

/// One of the network that is in none of its clusters, and has no part in the story.
std::optional<SchoolId> PeopleScenes::school_apart(NetworkId network) {
    stage().program().projector().catch_up();
    view::SchoolFilter filter;
    filter.network = network;
    const auto page = stage().program().projector().views().read(
        [&](const app::Views& views) { return views.directory().search(filter, "", 1000); });
    for (const auto& found : page.schools)
        if (found.clusters.empty() && found.open && !changes(found.school)) return found.school;
    return std::nullopt;
}

std::string PeopleScenes::name_of(SchoolId school) const {
    return app().load<School>(school)->details.name;
}

}  // namespace commonweal::demo
