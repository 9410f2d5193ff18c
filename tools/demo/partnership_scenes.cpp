#include "tools/demo/partnership_scenes.hpp"

namespace commonweal::demo {

using partnership::Side;

void PartnershipScenes::propose(const Group& group) {
    const auto pair = plot_->pair_of(group, false);
    if (!pair) return;
    const auto of = ask(group, pair->first, pair->second, plot_->theme_of(group));
    if (!of) return;
    if (plot_->stage().happens(12))
        return plot_->later(3, 9, [this, of = *of] {
            const partnership::Decline decline{plot_->words(reasons())};
            plot_->stage().act(of.partner.head, app::partnership_command(of.id, decline));
        });
    plot_->later(2, 12, [this, of = *of] { accept(of); });
}

void PartnershipScenes::leave_open(const Group& group, const Member& school,
                                   const Member& partner) {
    for (const auto& theme : plot_->app().load<Network>(group.network)->themes)
        if (ask(group, school, partner, theme.code)) return;
}

std::optional<PartnershipScenes::Partners> PartnershipScenes::ask(const Group& group,
                                                                  const Member& school,
                                                                  const Member& partner,
                                                                  const std::string& purpose) {
    auto& app = plot_->app();
    if (app.load<Pairing>(app::Pair{school.school, partner.school, purpose})->open)
        return std::nullopt;
    const Partners of{app.ids().next<PartnershipId>(plot_->stage().now()), school, partner};
    plot_->stage().act(
        school.lead, app::propose_partnership(of.id, {school.school, partner.school, group.network,
                                                      purpose, plot_->words(partnership_notes())}));
    return of;
}

void PartnershipScenes::accept(const Partners& of) {
    const partnership::Accept accept{plot_->words(partner_notes())};
    plot_->stage().act(of.partner.lead, app::partnership_command(of.id, accept));
    plot_->later(10, 30, [=, this] { do_something(of); });
}

void PartnershipScenes::do_something(const Partners& of) {
    const bool first = plot_->stage().happens(50);
    plot_->stage().act(
        first ? of.school.lead : of.partner.lead,
        app::partnership_command(
            of.id, partnership::LogActivity{first ? Side::school : Side::partner, plot_->today(),
                                            plot_->words(activities())}));
    plot_->later(15, 50, [=, this] { go_on(of); });
}

void PartnershipScenes::go_on(const Partners& of) {
    auto& stage = plot_->stage();
    if (stage.happens(15)) return pause(of);
    if (stage.happens(10)) {
        const partnership::End end{plot_->words(endings())};
        stage.act(of.school.head, app::partnership_command(of.id, end));
        return plot_->later(3, 10, [=, this] { note_effect(of); });
    }
    if (stage.happens(25)) note_effect(of);
    do_something(of);
}

void PartnershipScenes::pause(const Partners& of) {
    const partnership::Pause pause{plot_->words(reasons())};
    plot_->stage().act(of.partner.head, app::partnership_command(of.id, pause));
    plot_->later(20, 60, [=, this] {
        plot_->stage().act(of.school.lead, app::partnership_command(of.id, partnership::Resume{}));
        do_something(of);
    });
}

void PartnershipScenes::note_effect(const Partners& of) {
    const bool first = plot_->stage().happens(50);
    plot_->stage().act(
        first ? of.school.lead : of.partner.lead,
        app::partnership_command(
            of.id, partnership::NoteEffect{first ? Side::school : Side::partner,
                                           plot_->words(effects()), plot_->words(evidence())}));
}

}  // namespace commonweal::demo
