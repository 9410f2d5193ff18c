#include "tools/demo/story.hpp"

#include "tools/demo/partnership_scenes.hpp"

namespace commonweal::demo {
namespace {

class Story : public Plot {
  public:
    Story(Stage& stage, const Cast& cast, Day last)
        : Plot(stage, last), cast_(&cast), partnerships_(*this) {}

    void begin_day(Day day) {
        if (!in_term(day)) return;
        for (const auto& group : cast_->groups) {
            if (stage().happens(9)) at(day, [this, &group] { ask_for_visit(group); });
            if (stage().happens(6)) at(day, [this, &group] { ask_for_review(group); });
            if (stage().happens(1)) at(day, [this, &group] { partnerships_.propose(group); });
        }
    }
    /// What waits for the lead of Ashton Park on the evening before: a visit, a review and a
    /// partnership asked of that school, so that whoever signs in has something to answer.
    void leave_questions_open(SchoolId asked) {
        const auto after_school = app::london_time(last(), std::chrono::minutes{16 * 60 + 30});
        stage().set_time(std::max(stage().now(), after_school));
        for (const auto& group : cast_->groups)
            for (const auto& member : group.members) {
                if (member.school != asked) continue;
                for (const auto& other : group.members)
                    if (ask(group, other, member)) break;
            }
    }

  private:
    /// False where the two may not review each other.
    bool ask(const Group& group, const Member& asking, const Member& asked) {
        const auto first = app().load<School>(asking.school);
        const auto second = app().load<School>(asked.school);
        if (asking.school == asked.school || same_group(*first, *second)) return false;
        auto& ids = app().ids();
        stage().act(asking.lead, app::request_visit(ids.next<VisitId>(stage().now()),
                                                    {asking.school, asked.school, group.network,
                                                     "solidarity", words(visit_notes())}));
        stage().act(asking.lead, app::request_review(ids.next<ReviewId>(stage().now()),
                                                     {asking.school, asked.school, group.network,
                                                      words(focuses())}));
        partnerships_.leave_open(group, asking, asked);
        return true;
    }

    void ask_for_visit(const Group& group) {
        const auto pair = pair_of(group, false);
        if (!pair) return;
        const auto [guest, host] = *pair;
        visit::Request request{guest.school, host.school, group.network, theme_of(group),
                               words(visit_notes())};
        request.reciprocal = stage().happens(35);
        ask_for_visit(request, guest, host);
    }

    void ask_for_visit(const visit::Request& request, const Member& guest, const Member& host) {
        const auto id = app().ids().next<VisitId>(stage().now());
        stage().act(guest.lead, app::request_visit(id, request));
        if (stage().happens(8))
            return later(2, 6, [=, this] {
                stage().act(host.lead, app::visit_command(id, visit::Decline{words(reasons())}));
            });
        later(1, 8, [=, this] { agree_to_visit(id, guest, host); });
    }

    void agree_to_visit(VisitId id, const Member& guest, const Member& host) {
        stage().act(host.lead, app::visit_command(id, visit::Agree{words(host_notes())}));
        later(1, 5, [=, this] {
            const auto day = term_day(today() + std::chrono::days{10 + stage().below(35)});
            stage().act(guest.lead, app::visit_command(id, visit::SetDay{day}));
            go_on_visit(id, day, guest, host);
        });
    }

    void go_on_visit(VisitId id, Day day, const Member& guest, const Member& host) {
        if (stage().happens(12)) {
            const auto moved = term_day(day + std::chrono::days{3 + stage().below(14)});
            return later(1, 4, [=, this] {
                if (today() >= day) return hold_visit(id, day, guest, host);
                stage().act(host.lead,
                            app::visit_command(id, visit::Move{moved, words(reasons())}));
                hold_visit(id, moved, guest, host);
            });
        }
        if (stage().happens(5))
            return later(1, 3, [=, this] {
                stage().act(guest.head, app::visit_command(id, visit::Cancel{words(reasons())}));
            });
        hold_visit(id, day, guest, host);
    }

    void hold_visit(VisitId id, Day day, const Member& guest, const Member& host) {
        if (day > last()) return;
        at(day, [=, this] {
            stage().act(guest.lead, app::visit_command(id, visit::RecordHeld{}));
            if (stage().happens(85)) reflect(id, visit::Side::guest, guest);
            if (stage().happens(70)) reflect(id, visit::Side::host, host);
            if (app().load<Visit>(id)->return_owed()) return_visit(id, guest, host);
        });
    }

    /// Most of what is owed is asked for in the same school year; some is let go, some stays owed.
    void return_visit(VisitId id, const Member& guest, const Member& host) {
        const auto chance = stage().below(100);
        if (chance >= 70) return;
        later(5, 60, [=, this] {
            if (chance >= 60)
                return (void)stage().act(
                    host.lead, app::visit_command(id, visit::WaiveReturn{words(reasons())}));
            const auto earlier = app().load<Visit>(id);
            visit::Request request{host.school, guest.school, earlier->network, earlier->theme,
                                   words(visit_notes())};
            request.returns = id;
            ask_for_visit(request, host, guest);
        });
    }

    void reflect(VisitId id, visit::Side side, const Member& member) {
        later(1, 9, [=, this] {
            stage().act(member.lead,
                        app::visit_command(id, visit::Reflect{side, words(reflections())}));
        });
    }

    void ask_for_review(const Group& group) {
        const auto pair = pair_of(group, true);
        if (!pair) return;
        const auto [host, reviewing] = *pair;
        const auto id = app().ids().next<ReviewId>(stage().now());
        stage().act(host.lead, app::request_review(id, {host.school, reviewing.school,
                                                        group.network, words(focuses())}));
        if (stage().happens(6))
            return later(2, 6, [=, this] {
                stage().act(reviewing.lead,
                            app::review_command(id, review::Decline{words(reasons())}));
            });
        later(2, 8, [=, this] { name_team(id, host, reviewing); });
    }

    void name_team(ReviewId id, const Member& host, const Member& reviewing) {
        review::NameTeam team{{{reviewing.lead, review::TeamRole::lead}}};
        if (stage().happens(60)) team.team.push_back({reviewing.head, review::TeamRole::reviewer});
        stage().act(reviewing.lead, app::review_command(id, std::move(team)));
        later(1, 6, [=, this] {
            auto day = term_day(today() + std::chrono::days{14 + stage().below(40)});
            std::vector<Day> days{day};
            if (stage().happens(75)) days.push_back(term_day(day + std::chrono::days{1}));
            stage().act(host.lead, app::review_command(id, review::AgreeDays{days}));
            hold_review(id, days, host, reviewing);
        });
    }

    void hold_review(ReviewId id, const std::vector<Day>& days, const Member& host,
                     const Member& reviewing) {
        if (days.back() > last()) return;
        at(days.back(), [=, this] {
            stage().act(reviewing.lead, app::review_command(id, review::RecordHeld{}));
            later(2, 10, [=, this] { draft_report(id, host, reviewing, stage().happens(85)); });
        });
    }

    void draft_report(ReviewId id, const Member& host, const Member& reviewing, bool accurate) {
        stage().act(reviewing.lead,
                    app::review_command(
                        id, review::DraftReport{words(strengths()), words(even_better_ifs())}));
        later(2, 9, [=, this] {
            stage().act(host.head,
                        app::review_command(id, review::AnswerReport{accurate, words(comments())}));
            if (accurate)
                later(1, 6, [=, this] {
                    stage().act(reviewing.lead, app::review_command(id, review::Close{}));
                });
            else
                later(2, 6, [=, this] { draft_report(id, host, reviewing, true); });
        });
    }

    const Cast* cast_;
    PartnershipScenes partnerships_;
};

}  // namespace

void play(Stage& stage, const Cast& cast, Day first, Day today, const Progress& progress) {
    const Day last = today - std::chrono::days{1};
    Story story(stage, cast, last);
    const auto total = static_cast<std::uint64_t>((last - first).count() + 1);
    for (Day day = first; day <= last; day += std::chrono::days{1}) {
        stage.set_time(std::max(stage.now(), app::london_time(day, std::chrono::minutes{1})));
        stage.program().begin_days();
        story.begin_day(day);
        story.play_day(day);
        if (progress) progress(static_cast<std::uint64_t>((day - first).count() + 1), total);
    }
    story.leave_questions_open(SchoolId{145398});
}

}  // namespace commonweal::demo
