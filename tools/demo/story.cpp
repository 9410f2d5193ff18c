#include "tools/demo/story.hpp"

#include <functional>
#include <map>
#include <optional>

#include "domain/core/days.hpp"
#include "tools/demo/words.hpp"

namespace commonweal::demo {
namespace {

using Text = Personal<FreeText>;
using Scene = std::function<void()>;

/// School holidays as most of England has them; half terms are left in.
bool in_term(Day day) {
    const std::chrono::year_month_day date{day};
    const auto month = unsigned{date.month()};
    const auto of_month = unsigned{date.day()};
    const bool summer = (month == 7 && of_month > 21) || month == 8 || (month == 9 && of_month < 3);
    const bool christmas = (month == 12 && of_month > 20) || (month == 1 && of_month < 5);
    const bool easter = month == 4 && of_month < 14;
    return is_weekday(day) && !summer && !christmas && !easter;
}

class Story {
  public:
    Story(Stage& stage, const Cast& cast, Day last) : stage_(&stage), cast_(&cast), last_(last) {}

    void begin_day(Day day) {
        if (!in_term(day)) return;
        for (const auto& group : cast_->groups) {
            if (stage_->happens(9)) at(day, [this, &group] { ask_for_visit(group); });
            if (stage_->happens(6)) at(day, [this, &group] { ask_for_review(group); });
        }
    }
    void play_day(Day day) {
        while (!scenes_.empty() && scenes_.begin()->first < app::london_time(day, end_of_day)) {
            auto scene = std::move(scenes_.begin()->second);
            stage_->set_time(scenes_.begin()->first);
            scenes_.erase(scenes_.begin());
            scene();
        }
    }

    /// What waits for the lead of Ashton Park on the evening before: a visit and a review asked of
    /// that school, so that whoever signs in has something to answer.
    void leave_questions_open(SchoolId asked) {
        const auto after_school = app::london_time(last_, std::chrono::minutes{16 * 60 + 30});
        stage_->set_time(std::max(stage_->now(), after_school));
        for (const auto& group : cast_->groups)
            for (const auto& member : group.members) {
                if (member.school != asked) continue;
                for (const auto& other : group.members)
                    if (ask(group, other, member)) break;
            }
    }

  private:
    static constexpr std::chrono::minutes end_of_day{23 * 60};

    /// False where the two may not review each other.
    bool ask(const Group& group, const Member& asking, const Member& asked) {
        const auto first = stage_->app().load<School>(asking.school);
        const auto second = stage_->app().load<School>(asked.school);
        if (asking.school == asked.school || same_group(*first, *second)) return false;
        auto& ids = stage_->app().ids();
        stage_->act(asking.lead, app::request_visit(ids.next<VisitId>(stage_->now()),
                                                    {asking.school, asked.school, group.network,
                                                     "solidarity", words(visit_notes())}));
        stage_->act(asking.lead, app::request_review(ids.next<ReviewId>(stage_->now()),
                                                     {asking.school, asked.school, group.network,
                                                      words(focuses())}));
        return true;
    }

    /// At some minute of a day between eight and five.
    void at(Day day, Scene scene) {
        const std::chrono::minutes minute{8 * 60 + static_cast<int>(stage_->below(9 * 60))};
        scenes_.emplace(app::london_time(day, minute), std::move(scene));
    }
    /// Some days later, in term; what would lie after the last day does not happen any more.
    void later(std::size_t least, std::size_t most, Scene scene) {
        const auto day =
            term_day(today() + std::chrono::days{least + stage_->below(most - least + 1)});
        if (day <= last_) at(day, std::move(scene));
    }
    Day today() const { return app::london_day(stage_->now()); }
    static Day term_day(Day day) {
        while (!in_term(day)) day += std::chrono::days{1};
        return day;
    }
    Text words(const std::vector<std::string>& some) { return Text::plain(stage_->one_of(some)); }

    /// Two members of a group; for a review not of one trust.
    std::optional<std::pair<Member, Member>> pair_of(const Group& group, bool of_different_trusts) {
        constexpr int tries = 8;
        for (int i = 0; i < tries; ++i) {
            const auto& a = stage_->one_of(group.members);
            const auto& b = stage_->one_of(group.members);
            if (a.school == b.school) continue;
            const auto first = stage_->app().load<School>(a.school);
            const auto second = stage_->app().load<School>(b.school);
            if (!of_different_trusts || !same_group(*first, *second)) return std::pair{a, b};
        }
        return std::nullopt;
    }

    void ask_for_visit(const Group& group) {
        const auto pair = pair_of(group, false);
        if (!pair) return;
        const auto [guest, host] = *pair;
        const auto network = stage_->app().load<Network>(group.network);
        const auto id = stage_->app().ids().next<VisitId>(stage_->now());
        stage_->act(guest.lead, app::request_visit(id, {guest.school, host.school, group.network,
                                                        stage_->one_of(network->themes).code,
                                                        words(visit_notes())}));
        if (stage_->happens(8))
            return later(2, 6, [=, this] {
                stage_->act(host.lead, app::visit_command(id, visit::Decline{words(reasons())}));
            });
        later(1, 8, [=, this] { agree_to_visit(id, guest, host); });
    }

    void agree_to_visit(VisitId id, const Member& guest, const Member& host) {
        stage_->act(host.lead, app::visit_command(id, visit::Agree{words(host_notes())}));
        later(1, 5, [=, this] {
            const auto day = term_day(today() + std::chrono::days{10 + stage_->below(35)});
            stage_->act(guest.lead, app::visit_command(id, visit::SetDay{day}));
            go_on_visit(id, day, guest, host);
        });
    }

    void go_on_visit(VisitId id, Day day, const Member& guest, const Member& host) {
        if (stage_->happens(12)) {
            const auto moved = term_day(day + std::chrono::days{3 + stage_->below(14)});
            return later(1, 4, [=, this] {
                if (today() >= day) return hold_visit(id, day, guest, host);
                stage_->act(host.lead,
                            app::visit_command(id, visit::Move{moved, words(reasons())}));
                hold_visit(id, moved, guest, host);
            });
        }
        if (stage_->happens(5))
            return later(1, 3, [=, this] {
                stage_->act(guest.head, app::visit_command(id, visit::Cancel{words(reasons())}));
            });
        hold_visit(id, day, guest, host);
    }

    void hold_visit(VisitId id, Day day, const Member& guest, const Member& host) {
        if (day > last_) return;
        at(day, [=, this] {
            stage_->act(guest.lead, app::visit_command(id, visit::RecordHeld{}));
            if (stage_->happens(85)) reflect(id, visit::Side::guest, guest);
            if (stage_->happens(70)) reflect(id, visit::Side::host, host);
        });
    }

    void reflect(VisitId id, visit::Side side, const Member& member) {
        later(1, 9, [=, this] {
            stage_->act(member.lead,
                        app::visit_command(id, visit::Reflect{side, words(reflections())}));
        });
    }

    void ask_for_review(const Group& group) {
        const auto pair = pair_of(group, true);
        if (!pair) return;
        const auto [host, reviewing] = *pair;
        const auto id = stage_->app().ids().next<ReviewId>(stage_->now());
        stage_->act(host.lead, app::request_review(id, {host.school, reviewing.school,
                                                        group.network, words(focuses())}));
        if (stage_->happens(6))
            return later(2, 6, [=, this] {
                stage_->act(reviewing.lead,
                            app::review_command(id, review::Decline{words(reasons())}));
            });
        later(2, 8, [=, this] { name_team(id, host, reviewing); });
    }

    void name_team(ReviewId id, const Member& host, const Member& reviewing) {
        review::NameTeam team{{{reviewing.lead, review::TeamRole::lead}}};
        if (stage_->happens(60)) team.team.push_back({reviewing.head, review::TeamRole::reviewer});
        stage_->act(reviewing.lead, app::review_command(id, std::move(team)));
        later(1, 6, [=, this] {
            auto day = term_day(today() + std::chrono::days{14 + stage_->below(40)});
            std::vector<Day> days{day};
            if (stage_->happens(75)) days.push_back(term_day(day + std::chrono::days{1}));
            stage_->act(host.lead, app::review_command(id, review::AgreeDays{days}));
            hold_review(id, days, host, reviewing);
        });
    }

    void hold_review(ReviewId id, const std::vector<Day>& days, const Member& host,
                     const Member& reviewing) {
        if (days.back() > last_) return;
        at(days.back(), [=, this] {
            stage_->act(reviewing.lead, app::review_command(id, review::RecordHeld{}));
            later(2, 10, [=, this] { draft_report(id, host, reviewing, stage_->happens(85)); });
        });
    }

    void draft_report(ReviewId id, const Member& host, const Member& reviewing, bool accurate) {
        stage_->act(reviewing.lead,
                    app::review_command(
                        id, review::DraftReport{words(strengths()), words(even_better_ifs())}));
        later(2, 9, [=, this] {
            stage_->act(host.head,
                        app::review_command(id, review::AnswerReport{accurate, words(comments())}));
            if (accurate)
                later(1, 6, [=, this] {
                    stage_->act(reviewing.lead, app::review_command(id, review::Close{}));
                });
            else
                later(2, 6, [=, this] { draft_report(id, host, reviewing, true); });
        });
    }

    Stage* stage_;
    const Cast* cast_;
    Day last_;
    std::multimap<Instant, Scene> scenes_;
};

}  // namespace

void play(Stage& stage, const Cast& cast, Day first, Day today, const Progress& progress) {
    const Day last = today - std::chrono::days{1};
    Story story(stage, cast, last);
    const auto total = static_cast<std::uint64_t>((last - first).count() + 1);
    for (Day day = first; day <= last; day += std::chrono::days{1}) {
        story.begin_day(day);
        story.play_day(day);
        if (progress) progress(static_cast<std::uint64_t>((day - first).count() + 1), total);
    }
    story.leave_questions_open(SchoolId{145398});
}

}  // namespace commonweal::demo
