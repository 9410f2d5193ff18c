#include "tools/demo/lineage_scenes.hpp"

#include <array>
#include <sstream>

#include "tools/demo/sample.hpp"

namespace commonweal::demo {
namespace {

using person::RoleKind;

const access::Actor the_operator{PersonId{}, {{RoleKind::administrator, ""}}, {}};

/// As the register has it.
struct Conversion {
    SchoolId before;
    SchoolId after;
    std::string_view name;  ///< of the school before
    Day on;
};
constexpr Day day_of(int year, unsigned month, unsigned day) {
    return std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day);
}
constexpr Conversion confirmed{SchoolId{123207}, SchoolId{151182},
                               "St Mary's Catholic Primary School, Bicester", day_of(2024, 10, 1)};
constexpr Conversion waiting{SchoolId{123075}, SchoolId{151467}, "Edward Feild Primary School",
                             day_of(2025, 2, 1)};
constexpr std::array both{confirmed, waiting};

/// The site is the same; what sort of school it was is not known here.
school::Details details_before(app::App& app, const Conversion& conversion) {
    auto details = app.load<School>(conversion.after)->details;
    details.name = conversion.name;
    details.type.clear();
    details.trust_code.clear();
    details.trust_name.clear();
    details.opened_on.reset();
    return details;
}

PersonId add(Stage& stage, const std::string& post, const Conversion& conversion, RoleKind kind) {
    const auto id = stage.app().ids().next<PersonId>(stage.now());
    const auto place = to_text(conversion.before);
    const auto name = post + ", " + std::string(conversion.name);
    const auto email = post + "." + place + "@schools.example";
    stage.act(the_operator, app::add_person(id, stage.app().hash_of(email),
                                            {Personal<PersonName>::plain(name),
                                             Personal<EmailAddress>::plain(email)}));
    stage.act(the_operator, app::give_role(id, {{kind, place}, {}}));
    return id;
}

void close(Stage& stage, const Conversion& conversion) {
    const auto details = stage.app().load<School>(conversion.before)->details;
    stage.act(the_operator,
              app::register_schools({{conversion.before, details, false, conversion.on}}));
}

}  // namespace

bool follows(SchoolId school) {
    return std::ranges::any_of(both, [&](const auto& c) { return c.after == school; });
}
bool changes(SchoolId school) {
    return std::ranges::any_of(
        both, [&](const auto& c) { return c.after == school || c.before == school; });
}

void open_predecessors(Stage& stage) {
    for (const auto& conversion : both)
        stage.act(the_operator,
                  app::register_schools(
                      {{conversion.before, details_before(stage.app(), conversion), true, {}}}));
}

void LineageScenes::begin(const Cast& cast) {
    constexpr std::size_t bicester = 3;
    const auto& group = cast.groups.at(bicester);
    coordinator_ = cast.coordinator;
    const auto member = [&](const Conversion& c) {
        return Member{c.before, add(stage(), "Lead", c, RoleKind::lead),
                      add(stage(), "Head", c, RoleKind::head)};
    };
    confirmed_ = member(confirmed);
    waiting_ = member(waiting);
    const auto& other = group.members.front();
    const Day soon = Plot::term_day(plot_->today() + std::chrono::days{5});
    const Day lately = Plot::term_day(plot_->last() - std::chrono::days{20});
    for (const auto& old_school : {confirmed_, waiting_})
        plot_->at(soon, [=, this] { agree_on_partnership(old_school, other, group.network); });
    plot_->at(soon, [=, this] { ask_for_visit(confirmed_, other, group.network); });
    plot_->at(lately, [=, this] { ask_for_visit(waiting_, other, group.network); });
    const Day after = Plot::term_day(std::max(confirmed.on, soon + std::chrono::days{14}));
    plot_->at(after, [=, this] { convert(other); });
}

void LineageScenes::agree_on_partnership(const Member& one, const Member& other,
                                         NetworkId network) {
    const auto id = app().ids().next<PartnershipId>(stage().now());
    stage().act(one.lead,
                app::propose_partnership(id, {one.school, other.school, network, "transition",
                                              plot_->words(partnership_notes())}));
    plot_->later(1, 2, [=, this] {
        stage().act(other.lead, app::partnership_command(id, partnership::Accept{}));
    });
}

void LineageScenes::ask_for_visit(const Member& guest, const Member& host, NetworkId network) {
    const auto id = app().ids().next<VisitId>(stage().now());
    stage().act(guest.lead, app::request_visit(id, {guest.school, host.school, network,
                                                    "transition", plot_->words(visit_notes())}));
    plot_->later(1, 2,
                 [=, this] { stage().act(host.lead, app::visit_command(id, visit::Agree{})); });
}

/// The register says that the school became another one, and the coordinator confirms what goes.
void LineageScenes::convert(const Member& host) {
    close(stage(), confirmed);
    stage().act(the_operator,
                app::link_school({confirmed.after, confirmed.before, std::string(confirmed.name),
                                  school::Change::conversion, confirmed.on}));
    stage().program().projector().catch_up();
    school::HandOn command;
    command.to = confirmed.after;
    command.history = true;
    command.networks = app().load<School>(confirmed.before)->networks;
    command.people = {confirmed_.lead, confirmed_.head};
    stage().program().projector().views().read([&](const app::Views& views) {
        const view::DiaryFilter open{.school = confirmed.before, .network = {}, .open = true};
        for (const auto& id : views.diary().list(view::Kind::visit, open, 0, 100).ids)
            command.visits.push_back(VisitId{id.bytes});
        for (const auto& id : views.diary().list(view::Kind::partnership, open, 0, 100).ids)
            command.partnerships.push_back(PartnershipId{id.bytes});
    });
    stage().act(coordinator_, app::hand_on(confirmed.before, command));
    for (const auto id : command.visits) finish(id, host);
}

/// What was begun under the old number is done under the new one.
void LineageScenes::finish(VisitId id, const Member& host) {
    plot_->later(1, 3, [=, this] {
        const Day day = Plot::term_day(plot_->today() + std::chrono::days{15});
        stage().act(confirmed_.lead, app::visit_command(id, visit::SetDay{day}));
        plot_->at(day, [=, this] {
            stage().act(confirmed_.lead, app::visit_command(id, visit::RecordHeld{}));
            for (const auto& [who, side] : {std::pair{confirmed_.lead, visit::Side::guest},
                                            std::pair{host.lead, visit::Side::host}})
                stage().act(
                    who, app::visit_command(id, visit::Reflect{side, plot_->words(reflections())}));
        });
    });
}

void LineageScenes::end() const {
    close(stage(), waiting);
    const auto result = stage().program().imports().run_links(sample_links(), the_operator, false);
    if (!result) throw std::runtime_error("the sample's links cannot be read: " + result.error());
}

}  // namespace commonweal::demo
