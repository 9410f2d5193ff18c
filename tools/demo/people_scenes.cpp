#include "tools/demo/people_scenes.hpp"

namespace commonweal::demo {
namespace {

using person::RoleKind;
using person::Scope;

const access::Actor the_operator{PersonId{}, {{RoleKind::administrator, ""}}, {}};
constexpr std::chrono::days some_months{150};
constexpr std::chrono::days some_weeks{40};

PersonId add(Stage& stage, const std::string& name, const std::string& email) {
    const auto id = stage.app().ids().next<PersonId>(stage.now());
    stage.act(the_operator, app::add_person(id, stage.app().hash_of(email),
                                            {Personal<PersonName>::plain(name),
                                             Personal<EmailAddress>::plain(email)}));
    return id;
}

const Member* member_at(const Cast& cast, SchoolId school) {
    for (const auto& group : cast.groups)
        for (const auto& member : group.members)
            if (member.school == school) return &member;
    return nullptr;
}

}  // namespace

void name_deputy(Stage& stage, const Cast& cast, SchoolId school) {
    const auto* member = member_at(cast, school);
    if (member == nullptr) return;
    const auto name = stage.app().load<School>(school)->details.name;
    const auto deputy =
        add(stage, "Business manager, " + name, "manager." + to_text(school) + "@schools.example");
    const Day today = app::london_day(stage.now());
    stage.act(member->head, app::name_deputy(deputy, {member->head,
                                                      {RoleKind::head, to_text(school)},
                                                      {Scope::visits, Scope::meetings},
                                                      {},
                                                      today + some_months}));
}

void leave_a_post(Stage& stage, const Cast& cast) {
    view::SchoolFilter filter;
    filter.network = cast.groups.front().network;
    const auto page = stage.program().projector().views().read(
        [&](const app::Views& views) { return views.directory().search(filter, "", 1000); });
    for (const auto& school : page.schools) {
        if (!school.clusters.empty() || !school.open) continue;
        const person::Role role{RoleKind::lead, to_text(school.school)};
        const Day today = app::london_day(stage.now());
        const auto lead = add(stage, "Lead, " + school.name,
                              "lead." + to_text(school.school) + "@schools.example");
        stage.act(the_operator, app::give_role(lead, {role, today - 10 * some_weeks}));
        stage.act(the_operator, app::end_role(lead, {role, today - some_weeks}));
        return;
    }
}

}  // namespace commonweal::demo
