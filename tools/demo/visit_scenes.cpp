#include "tools/demo/visit_scenes.hpp"

namespace commonweal::demo {

using Text = Plot::Text;

void VisitScenes::ask(const Group& group) {
    const auto pair = plot_->pair_of(group, false);
    if (!pair) return;
    const auto [guest, host] = *pair;
    visit::Request request{guest.school, host.school, group.network, plot_->theme_of(group),
                           plot_->words(visit_notes())};
    request.reciprocal = plot_->stage().happens(35);
    ask(request, guest, host);
}

void VisitScenes::ask(const visit::Request& request, const Member& guest, const Member& host) {
    const auto id = plot_->app().ids().next<VisitId>(plot_->stage().now());
    plot_->stage().act(guest.lead, app::request_visit(id, request));
    if (plot_->stage().happens(8))
        return plot_->later(2, 6, [=, this] {
            plot_->stage().act(host.lead,
                               app::visit_command(id, visit::Decline{plot_->words(reasons())}));
        });
    plot_->later(1, 8, [=, this] { agree(id, guest, host); });
}

void VisitScenes::agree(VisitId id, const Member& guest, const Member& host) {
    plot_->stage().act(host.lead, app::visit_command(id, visit::Agree{plot_->words(host_notes())}));
    plot_->later(1, 5, [=, this] {
        const auto day =
            plot_->term_day(plot_->today() + std::chrono::days{10 + plot_->stage().below(35)});
        plot_->stage().act(guest.lead, app::visit_command(id, visit::SetDay{day}));
        if (plot_->stage().happens(60)) plot_->later(1, 6, [=, this] { prepare(id, guest, host); });
        go_on(id, day, guest, host);
    });
}

void VisitScenes::prepare(VisitId id, const Member& guest, const Member& host) {
    if (plot_->app().load<Visit>(id)->stage != visit::Stage::dated) return;
    plot_->stage().act(host.lead,
                       app::visit_command(id, visit::WriteSheet{plot_->words(arrivals()),
                                                                {},
                                                                Text::plain("A photo card."),
                                                                Text::plain("The school office."),
                                                                plot_->words(programmes())}));
    plot_->stage().act(
        guest.head, app::visit_command(
                        id, visit::NameVisitors{Text::plain("The lead\nTwo teachers"), {}, true}));
}

void VisitScenes::go_on(VisitId id, Day day, const Member& guest, const Member& host) {
    if (plot_->stage().happens(12)) {
        const auto moved = plot_->term_day(day + std::chrono::days{3 + plot_->stage().below(14)});
        return plot_->later(1, 4, [=, this] {
            if (plot_->today() >= day) return hold(id, day, guest, host);
            plot_->stage().act(host.lead,
                               app::visit_command(id, visit::Move{moved, plot_->words(reasons())}));
            hold(id, moved, guest, host);
        });
    }
    if (plot_->stage().happens(5))
        return plot_->later(1, 3, [=, this] {
            plot_->stage().act(guest.head,
                               app::visit_command(id, visit::Cancel{plot_->words(reasons())}));
        });
    hold(id, day, guest, host);
}

void VisitScenes::hold(VisitId id, Day day, const Member& guest, const Member& host) {
    if (day > plot_->last()) return;
    plot_->at(day, [=, this] {
        plot_->stage().act(guest.lead, app::visit_command(id, visit::RecordHeld{}));
        if (plot_->stage().happens(85)) reflect(id, visit::Side::guest, guest);
        if (plot_->stage().happens(70)) reflect(id, visit::Side::host, host);
        if (plot_->stage().happens(40)) plot_->later(4, 12, [=, this] { take_over(id, guest); });
        if (plot_->app().load<Visit>(id)->return_owed()) return_visit(id, guest, host);
    });
}

/// Most of what is owed is asked for in the same school year; some is let go, some stays owed.
void VisitScenes::return_visit(VisitId id, const Member& guest, const Member& host) {
    const auto chance = plot_->stage().below(100);
    if (chance >= 70) return;
    plot_->later(5, 60, [=, this] {
        if (chance >= 60)
            return (void)plot_->stage().act(
                host.lead, app::visit_command(id, visit::WaiveReturn{plot_->words(reasons())}));
        const auto earlier = plot_->app().load<Visit>(id);
        visit::Request request{host.school, guest.school, earlier->network, earlier->theme,
                               plot_->words(visit_notes())};
        request.returns = id;
        ask(request, host, guest);
    });
}

/// Most practices that are taken over are followed up; some wait longer than a term.
void VisitScenes::take_over(VisitId id, const Member& guest) {
    plot_->stage().act(
        guest.lead, app::visit_command(
                        id, visit::AdoptPractice{visit::Side::guest, plot_->words(practices())}));
    if (plot_->stage().happens(20)) return;
    plot_->later(40, 80, [=, this] {
        const auto use = plot_->stage().happens(60) ? visit::InUse::as_seen : visit::InUse::adapted;
        plot_->stage().act(
            guest.lead,
            app::visit_command(id, visit::FollowUpPractice{1, use, plot_->words(follow_ups())}));
    });
}

void VisitScenes::reflect(VisitId id, visit::Side side, const Member& member) {
    plot_->later(1, 9, [=, this] {
        plot_->stage().act(
            member.lead, app::visit_command(id, visit::Reflect{side, plot_->words(reflections())}));
    });
}

}  // namespace commonweal::demo
