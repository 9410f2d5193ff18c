#include "tools/demo/story.hpp"

#include "tools/demo/lineage_scenes.hpp"
#include "tools/demo/meeting_scenes.hpp"
#include "tools/demo/partnership_scenes.hpp"
#include "tools/demo/people_scenes.hpp"
#include "tools/demo/school_scenes.hpp"
#include "tools/demo/visit_scenes.hpp"

namespace commonweal::demo {
namespace {

constexpr SchoolId ashton_park{145398};

class Story : public Plot {
  public:
    Story(Stage& stage, const Cast& cast, Day last)
        : Plot(stage, last),
          cast_(&cast),
          visits_(*this),
          partnerships_(*this),
          meetings_(*this),
          lineage_(*this),
          people_(*this),
          schools_(*this) {}

    void begin() {
        lineage_.begin(*cast_);
        people_.begin(*cast_);
        schools_.begin(*cast_);
    }
    void end() {
        people_.name_deputy(*cast_, ashton_park);
        lineage_.end();
    }

    void begin_day(Day day) {
        if (!in_term(day)) return;
        for (const auto& group : cast_->groups) {
            if (stage().happens(9)) at(day, [this, &group] { visits_.ask(group); });
            if (stage().happens(6)) at(day, [this, &group] { ask_for_review(group); });
            if (stage().happens(1)) at(day, [this, &group] { partnerships_.propose(group); });
            if (stage().happens(4)) at(day, [this, &group] { meetings_.propose(group); });
        }
    }
    /// What waits for the lead of Ashton Park on the evening before: a visit, a review and a
    /// partnership asked of that school, and a meeting of its clusters, so that whoever signs in
    /// has something to answer.
    void leave_questions_open(SchoolId asked) {
        const auto after_school = app::london_time(last(), std::chrono::minutes{16 * 60 + 30});
        stage().set_time(std::max(stage().now(), after_school));
        for (const auto& group : cast_->groups)
            for (const auto& member : group.members) {
                if (member.school != asked) continue;
                meetings_.propose(group);
                for (const auto& other : group.members)
                    if (ask(group, other, member)) break;
            }
    }

  private:
    /// False where the two may not review each other.
    bool ask(const Group& group, const Member& asking, const Member& asked) {
        const auto first = app().load<School>(asking.school);
        const auto second = app().load<School>(asked.school);
        if (asking.school == asked.school || common_group(*first, *second)) return false;
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
        review::NameTeam team{{{stage().in_post(reviewing.lead), review::TeamRole::lead}}};
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
            later(2, 10, [=, this] { draft_report(id, host, stage().happens(85)); });
        });
    }

    void draft_report(ReviewId id, const Member& host, bool accurate) {
        stage().act(team_lead(id),
                    app::review_command(
                        id, review::DraftReport{words(strengths()), words(even_better_ifs())}));
        later(2, 9, [=, this] {
            stage().act(host.head,
                        app::review_command(id, review::AnswerReport{accurate, words(comments())}));
            if (accurate)
                later(1, 6, [=, this] {
                    stage().act(team_lead(id), app::review_command(id, review::Close{}));
                });
            else
                later(2, 6, [=, this] { draft_report(id, host, true); });
        });
    }

    /// Who leads the team finishes the review, also after leaving the school.
    access::Actor team_lead(ReviewId id) {
        return app().actor(app().load<Review>(id)->team.front().reviewer);
    }

    const Cast* cast_;
    VisitScenes visits_;
    PartnershipScenes partnerships_;
    MeetingScenes meetings_;
    LineageScenes lineage_;
    PeopleScenes people_;
    SchoolScenes schools_;
};

}  // namespace

void play(Stage& stage, const Cast& cast, Day first, Day today, const Progress& progress) {
    const Day last = today - std::chrono::days{1};
    Story story(stage, cast, last);
    story.begin();
    const auto total = static_cast<std::uint64_t>((last - first).count() + 1);
    for (Day day = first; day <= last; day += std::chrono::days{1}) {
        stage.set_time(std::max(stage.now(), app::london_time(day, std::chrono::minutes{1})));
        stage.program().begin_days();
        story.begin_day(day);
        story.play_day(day);
        if (progress) progress(static_cast<std::uint64_t>((day - first).count() + 1), total);
    }
    story.leave_questions_open(ashton_park);
    story.end();
}

}  // namespace commonweal::demo
