#include "tests/projections/history.hpp"

namespace commonweal::testing {
namespace {

constexpr std::uint32_t schools = 7;

class Drawn {
  public:
    explicit Drawn(std::uint64_t seed) : chance_(seed), ring_(small_ring(schools)) {}

    Ring take() { return std::move(ring_); }

    void draw() {
        const auto kind = chance_.below(28);
        if (kind < 4)
            belong();
        else if (kind < 6)
            alter();
        else if (kind < 8)
            ask_for_visit();
        else if (kind < 10)
            ring_.review(school(), school(), network());
        else if (kind < 15)
            step_visit();
        else if (kind < 19)
            step_review();
        else if (kind < 20)
            ring_.partnership(school(), school(), network(),
                              chance_.one_in(4) ? "links" : "equity");
        else if (kind < 23)
            step_partnership();
        else if (kind < 26)
            step_meeting();
        else if (kind < 27)
            change_school();
        else
            pass();
    }

  private:
    SchoolId school() { return {100001 + chance_.below(schools)}; }
    NetworkId network() { return numbered<NetworkId>(chance_.one_in(4) ? 2 : 1); }
    ClusterId cluster() { return numbered<ClusterId>(1 + chance_.below(3)); }
    void pass() {
        for (auto days = chance_.below(10); days > 0; --days) {
            ring_.pass(std::chrono::days{1});
            ring_.begin_day();
        }
    }
    Day soon() { return ring_.today() + std::chrono::days{chance_.below(6)}; }

    void belong() {
        const auto kind = chance_.below(8);
        if (kind < 4)
            ring_.join(school(), cluster());
        else if (kind < 5)
            ring_.leave(school(), cluster());
        else if (kind < 7)
            ring_.join(school(), network());
        else if (chance_.one_in(3))
            ring_.leave(school(), network());
    }

    /// Now and then one follows another, and in the end takes over what hangs on it.
    void change_school() {
        const auto from = school();
        const auto to = school();
        if (chance_.one_in(3)) ring_.link(to, from);
        ring_.hand_on(from, to, chance_.one_in(2));
        ring_.past_visit(school(), school(), ring_.today() - std::chrono::days{400});
    }

    void alter() {
        const auto id = school();
        auto details = called("School " + std::to_string(chance_.below(30)),
                              std::to_string((id.urn - 100000) / 2));
        if (chance_.one_in(2)) details.easting = 400'000, details.northing = 200'000;
        ring_.registered(id, details, !chance_.one_in(4));
    }

    /// Most steps are on the newest, so that many come to their end.
    template <class Id, class State>
    std::optional<Id> one_of(const std::map<Id, State>& states) {
        if (states.empty()) return std::nullopt;
        const auto back = chance_.below(std::min<std::size_t>(states.size(), 12));
        return std::prev(states.end(), back + 1)->first;
    }

    /// The step that usually follows a stage, by its case below.
    static std::uint32_t usual_step(visit::Stage stage) {
        if (stage == visit::Stage::requested) return 2;
        if (stage == visit::Stage::agreed) return 4;
        return stage == visit::Stage::dated ? 6 : 7;
    }
    static std::uint32_t usual_step(review::Stage stage) {
        if (stage == review::Stage::requested) return 2;
        if (stage == review::Stage::team_named) return 3;
        if (stage == review::Stage::days_agreed) return 5;
        if (stage == review::Stage::held) return 6;
        return stage == review::Stage::drafted ? 7 : 8;
    }

    /// Some offer a return, and some are one.
    void ask_for_visit() {
        visit::Request request{school(), school(), network(),
                               chance_.one_in(4) ? "links" : "equity", words("May we?")};
        request.reciprocal = chance_.one_in(2);
        const auto earlier = one_of(ring_.visits());
        if (earlier && chance_.one_in(2)) {
            const auto& visit = ring_.visits().at(*earlier);
            request = {visit.host, visit.guest, visit.network, "equity", {}};
            request.returns = *earlier;
        }
        ring_.visit(request);
    }

    void step_visit() {
        const auto id = one_of(ring_.visits());
        if (!id) return;
        const auto stage = ring_.visits().at(*id).stage;
        switch (chance_.one_in(2) ? chance_.below(13) : usual_step(stage)) {
            case 11:
                ring_.ask(*id, visit::CorrectHeld{chance_.one_in(2), soon(), {}});
                break;
            case 12:
                ring_.ask(*id, visit::CorrectReflection{side(), words("Anew")});
                break;
            case 0:
                if (chance_.one_in(3)) ring_.ask(*id, visit::Decline{});
                break;
            case 1:
                if (chance_.one_in(3)) ring_.ask(*id, visit::Cancel{});
                break;
            case 2:
            case 3:
                ring_.ask(*id, visit::Agree{});
                break;
            case 4:
                ring_.ask(*id, visit::SetDay{soon()});
                break;
            case 5:
                ring_.ask(*id, visit::Move{soon(), words("Snow")});
                break;
            case 6:
                ring_.ask(*id, visit::RecordHeld{soon() - std::chrono::days{5}});
                break;
            case 8:
                if (chance_.one_in(4)) ring_.ask(*id, visit::WaiveReturn{});
                break;
            case 9:
                ring_.ask(*id, visit::AdoptPractice{side(), words("Reading aloud")});
                break;
            case 10:
                ring_.ask(*id,
                          visit::FollowUpPractice{1 + chance_.below(3), visit::InUse::adapted, {}});
                break;
            default:
                ring_.ask(*id, visit::Reflect{side(), words("We learnt")});
        }
    }

    void step_review() {
        const auto id = one_of(ring_.reviews());
        if (!id) return;
        const auto stage = ring_.reviews().at(*id).stage;
        switch (chance_.one_in(2) ? chance_.below(13) : usual_step(stage)) {
            case 12:
                ring_.leave_team(*id);
                break;
            case 11:
                ring_.ask(*id, review::CorrectReport{words("Warmer"), {}});
                break;
            case 10:
                ring_.ask(*id, review::CorrectAnswer{chance_.one_in(2), words("Read again")});
                break;
            case 9:
                ring_.ask(*id, review::CorrectHeld{chance_.one_in(2), {soon()}, {}});
                break;
            case 0:
                if (chance_.one_in(3)) ring_.ask(*id, review::Decline{});
                break;
            case 1:
                if (chance_.one_in(4)) ring_.ask(*id, review::Cancel{});
                break;
            case 2:
                ring_.name_team(*id);
                break;
            case 3:
            case 4:
                ring_.ask(*id, review::AgreeDays{{soon()}});
                break;
            case 5:
                ring_.ask(*id, review::RecordHeld{{soon() - std::chrono::days{5}}});
                break;
            case 6:
                ring_.ask(*id, review::DraftReport{words("Warm"), {}});
                break;
            case 7:
                ring_.ask(*id, review::AnswerReport{!chance_.one_in(3), words("Read")});
                break;
            default:
                ring_.ask(*id, review::Close{});
        }
    }

    void step_partnership() {
        const auto id = one_of(ring_.partnerships());
        if (!id) return;
        const auto side =
            chance_.one_in(2) ? partnership::Side::school : partnership::Side::partner;
        switch (chance_.below(11)) {
            case 10:
                ring_.ask(*id, partnership::CorrectEffect{1 + chance_.below(3), words("Best"), {}});
                break;
            case 9:
                ring_.ask(*id, partnership::CorrectActivity{1 + chance_.below(3), ring_.today(),
                                                            words("Apart")});
                break;
            case 0:
                if (chance_.one_in(2))
                    ring_.ask(*id, partnership::Decline{});
                else
                    ring_.ask(*id, partnership::Withdraw{});
                break;
            case 1:
                ring_.ask(*id, partnership::Pause{words("Building works")});
                break;
            case 2:
                ring_.ask(*id, partnership::Resume{});
                break;
            case 3:
                if (chance_.one_in(2)) ring_.ask(*id, partnership::End{});
                break;
            case 4:
                ring_.ask(*id, partnership::NoteEffect{side, words("Better"), words("A graph")});
                break;
            case 5:
            case 6:
                ring_.ask(*id, partnership::LogActivity{side, ring_.today(), words("Together")});
                break;
            default:
                ring_.ask(*id, partnership::Accept{});
        }
    }

    visit::Side side() { return chance_.one_in(2) ? visit::Side::guest : visit::Side::host; }

    void step_meeting() {
        const auto id = one_of(ring_.meetings());
        if (!id || chance_.one_in(5)) {
            ring_.meeting(cluster(), school(), {soon(), soon() + std::chrono::days{7}});
            return;
        }
        const auto& meeting = ring_.meetings().at(*id);
        switch (chance_.below(9)) {
            case 0:
                if (chance_.one_in(3)) ring_.ask(*id, meeting::Cancel{});
                break;
            case 1:
                ring_.ask(*id, meeting::ChangeHost{school()});
                break;
            case 2:
                ring_.ask(*id, meeting::Move{soon(), "16:30", {}});
                break;
            case 3:
                ring_.ask(*id, meeting::AnswerDays{school(), {meeting.proposed.front()}});
                break;
            case 4:
                ring_.ask(*id, meeting::SettleDay{soon(), "16:00", {}});
                break;
            case 5:
                ring_.ask(*id, meeting::CorrectAttendance{attendance(), {}});
                break;
            case 6:
                ring_.ask(*id, meeting::RecordAttendance{ring_.today(), attendance()});
                break;
            default:
                ring_.ask(*id, meeting::Reply{school(),
                                              chance_.one_in(3) ? meeting::Coming::apologies
                                                                : meeting::Coming::remote,
                                              {}});
        }
    }
    std::vector<meeting::Attendance> attendance() {
        constexpr std::array all{meeting::Presence::in_person, meeting::Presence::absent,
                                 meeting::Presence::apologies};
        return {{school(), all[chance_.below(all.size())], chance_.one_in(2)}};
    }

    Chance chance_;
    Ring ring_;
};

}  // namespace

Ring random_history(std::uint64_t seed, std::size_t draws) {
    Drawn drawn(seed);
    for (std::size_t i = 0; i < draws; ++i) drawn.draw();
    return drawn.take();
}

}  // namespace commonweal::testing
