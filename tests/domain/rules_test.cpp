// Every rule is given by some decision. Each test runs as a process of its own, so that no count
// of what the others saw would hold: the table below asks once for each rule, and the last test
// fails where a rule of the enum has no row.

#include "tests/domain/meeting/facts.hpp"
#include "tests/domain/review/facts.hpp"
#include "tests/domain/visit/facts.hpp"

using namespace commonweal;
using namespace commonweal::testing;

namespace {

struct Row {
    Rule rule;
    std::function<Refusal()> ask;
};

template <class Facts>
Refusal refusal(const Decision<Facts>& decision) {
    REQUIRE_FALSE(decision.has_value());
    return decision.error();
}
template <class State, class Command>
std::function<Refusal()> asking(State state, Command command, World world = ordinary_world()) {
    return [=] { return refusal(ask(state, world, command)); };
}

Visit visit(visit::Stage stage) {
    return visit_at(stage).state();
}
Review review(review::Stage stage) {
    return review_at(stage).state();
}

Visit with_practices(std::size_t count) {
    auto held = visit(visit::Stage::held);
    held.practices.resize(count);
    return held;
}

visit::Request visiting(SchoolId host, std::string theme = "equity") {
    return {ashton_park, host, severn, std::move(theme), {}};
}
review::NameTeam naming(std::vector<review::TeamMember> team) {
    return {std::move(team)};
}

World with(void (*alter)(World&)) {
    auto world = ordinary_world();
    alter(world);
    return world;
}

/// Given by the server, which knows who asks: domain/access says who may.
constexpr std::array not_by_a_decision{Rule::not_allowed, Rule::days_confirmed};

std::vector<Row> anywhere() {
    const auto school = ordinary_world().schools.at(ashton_park);
    return {
        {Rule::not_found, asking(Visit{}, visit::Agree{})},
        {Rule::already_exists, asking(visit(visit::Stage::held), visiting(cooper))},
        {Rule::happened_in_the_future,
         [] {
             auto asked = ordinary_world().asked;
             asked.happened = Happened{day("2026-03-03"), {}};
             return refusal(check(asked));
         }},
        {Rule::text_missing,
         asking(visit(visit::Stage::held), visit::Reflect{visit::Side::guest, {}})},
        {Rule::text_too_long,
         asking(visit(visit::Stage::requested), visit::Agree{too_many_words()})},
        {Rule::same_again, asking(visit(visit::Stage::dated), visit::Move{day("2026-03-09"), {}})},
        {Rule::school_unknown, asking(Visit{}, visiting(SchoolId{1}))},
        {Rule::school_closed,
         asking(Visit{}, visiting(cooper), with([](World& w) { w.schools[cooper].open = false; }))},
        {Rule::network_unknown,
         asking(school, school::JoinNetwork{ashton_park, numbered<NetworkId>(9)})},
        {Rule::cluster_unknown,
         asking(school, school::JoinCluster{ashton_park, numbered<ClusterId>(9)})},
        {Rule::not_a_member, asking(school, school::LeaveCluster{ashton_park, cherwell})},
        {Rule::already_a_member, asking(school, school::JoinCluster{ashton_park, avon})},
        {Rule::theme_unknown, asking(Visit{}, visiting(cooper, "football"))},
        {Rule::theme_malformed,
         asking(Network{}, network::Found{severn, "Severn", {{"A B", "A b"}}})},
    };
}

std::vector<Row> about_schools_that_change() {
    using namespace school;
    auto world = ordinary_world();
    auto before = world.schools.at(ashton_park);
    before.id = old_ashton_park;
    auto& after = world.schools.at(ashton_park);
    evolve(after, Linked{ashton_park, old_ashton_park, "", Change::conversion, {}});
    auto handed_on = before;
    handed_on.history_at = ashton_park;
    const HandOn history{ashton_park, {}, true, {}, {}, {}, {}, {}, {}, {}};
    const HandOn nothing{ashton_park, {}, false, {}, {}, {}, {}, {}, {}, {}};
    const HandOn elsewhere{cooper, {}, true, {}, {}, {}, {}, {}, {}, {}};
    return {
        {Rule::not_a_successor, asking(before, elsewhere, world)},
        {Rule::lineage_circular,
         asking(before, Link{old_ashton_park, ashton_park, "", Change::conversion, {}}, world)},
        {Rule::nothing_chosen, asking(before, nothing, world)},
        {Rule::history_handed_on, asking(handed_on, history, world)},
        {Rule::not_taking_part,
         asking(visit(visit::Stage::agreed), CarryOver{old_ashton_park, ashton_park})},
    };
}

std::vector<Row> about_corrections() {
    return {
        {Rule::followed_up,
         asking(review(review::Stage::drafted), review::CorrectHeld{false, {}, {}})},
        {Rule::nothing_to_correct,
         asking(visit(visit::Stage::held),
                visit::CorrectReflection{visit::Side::guest, words("Anew")})},
    };
}

std::vector<Row> about_people() {
    const auto person = ordinary_world().people.at(ann);
    const person::Role at_cooper{person::RoleKind::lead, to_text(cooper)};
    const person::Role at_ashton_park{person::RoleKind::lead, to_text(ashton_park)};
    return {
        {Rule::person_unknown, asking(Person{}, person::EndRole{at_cooper, {}})},
        {Rule::address_taken,
         asking(Person{},
                person::Add{Personal<PersonName>::plain("Ann"),
                            Personal<EmailAddress>::plain("ann@cooper.example")},
                with([](World& w) { w.address.owner = ben; }))},
        {Rule::role_held_already, asking(person, person::GiveRole{at_cooper, {}})},
        {Rule::role_not_held, asking(person, person::EndRole{at_ashton_park, {}})},
        {Rule::place_unknown, asking(person, person::GiveRole{at_ashton_park, {}},
                                     with([](World& w) { w.place_known = false; }))},
        {Rule::deputy_malformed,
         asking(person, person::NameDeputy{ann, at_cooper, {person::Scope::visits}, {}, today})},
    };
}

std::vector<Row> about_what_schools_do_together() {
    using enum review::Stage;
    using enum review::TeamRole;
    auto reflected = visit_at(visit::Stage::held);
    reflected.when(visit::Reflect{visit::Side::guest, words("We learnt")})
        .then(visit::Reflected{the_visit, visit::Side::guest, words("We learnt")});
    const auto agreeing = [](std::initializer_list<std::string_view> texts) {
        return asking(review(team_named), review::AgreeDays{days(texts)});
    };
    return {
        {Rule::same_school, asking(Visit{}, visiting(ashton_park))},
        {Rule::same_group,
         asking(Review{}, review::Request{ashton_park, cooper, severn, {}},
                with([](World& w) { w.schools[cooper].details.trust_code = "2001"; }))},
        {Rule::not_in_one_network, asking(Visit{}, visiting(cooper),
                                          with([](World& w) { w.schools[cooper].networks = {}; }))},
        {Rule::wrong_stage, asking(visit(visit::Stage::held), visit::Cancel{})},
        {Rule::day_in_the_past, agreeing({"2026-02-27"})},
        {Rule::day_in_the_future,
         asking(review(days_agreed), review::RecordHeld{days({"2026-03-03"})})},
        {Rule::not_a_working_day, agreeing({"2026-03-07"})},
        {Rule::already_reflected,
         asking(reflected.state(), visit::Reflect{visit::Side::guest, words("Once more")})},
        {Rule::no_return_owed, asking(visit(visit::Stage::held), visit::WaiveReturn{})},
        {Rule::practice_unknown,
         asking(visit(visit::Stage::held), visit::FollowUpPractice{1, visit::InUse::as_seen, {}})},
        {Rule::too_many_practices,
         asking(with_practices(visit::practices_max),
                visit::AdoptPractice{visit::Side::guest, words("One more")})},
        {Rule::team_empty, asking(review(requested), naming({}))},
        {Rule::one_lead_needed, asking(review(requested), naming({{ann, reviewer}}))},
        {Rule::reviewer_twice, asking(review(requested), naming({{ann, lead}, {ann, reviewer}}))},
        {Rule::reviewer_not_of_the_school, asking(review(requested), naming({{cat, lead}}))},
        {Rule::days_missing, agreeing({})},
        {Rule::too_many_days, agreeing({"2026-03-09", "2026-03-10", "2026-03-11", "2026-03-12"})},
        {Rule::days_not_in_order, agreeing({"2026-03-10", "2026-03-09"})},
        {Rule::already_partners,
         asking(Partnership{}, partnership::Propose{ashton_park, cooper, severn, "equity", {}},
                with([](World& w) { w.pair.open = numbered<PartnershipId>(9); }))},
    };
}

/// Both schools have had their last day of term.
World in_the_holidays() {
    auto world = ordinary_world();
    const calendar::Term spring{"Spring", day("2026-01-05"), day("2026-03-27")};
    world.asked.known_days = days_of({{{2025, false, {spring}, {}}}});
    return world;
}

std::vector<Row> about_days() {
    using calendar::Whose;
    return {
        {Rule::calendar_malformed,
         asking(BankHolidays{}, calendar::SetBankHolidays{{{day("2026-12-25"), ""}}})},
        {Rule::deadline_malformed,
         asking(ordinary_world().networks.at(severn),
                network::SetDeadlines{severn, {{task::Duty::name_team, 0}}})},
        {Rule::not_a_school_day,
         asking(visit(visit::Stage::agreed), visit::SetDay{day("2026-04-01")}, in_the_holidays())},
        {Rule::terms_malformed,
         asking(TermDates{}, calendar::SetTermDates{Whose::authority, 2025, false, {}, {}})},
        {Rule::no_such_calendar,
         [] {
             return refusal(decide(TermDates{}, {Whose::trust, ""},
                                   calendar::SetTermDates{Whose::trust, 2025, false, {}, {}}));
         }},
        {Rule::no_such_year, asking(TermDates{}, calendar::CarryTermDates{Whose::authority, 2025})},
        {Rule::amount_malformed,
         asking(LedgerAccount{}, ledger::SetCoverRate{ledger::pence_per_day_max + 1, today})},
    };
}

std::vector<Row> about_meetings() {
    using enum meeting::Stage;
    using namespace meeting;
    const auto meeting = [](Stage stage) { return meeting_at(stage).state(); };
    const auto world = world_of_avon();
    const Attendance absent{barton, Presence::absent, false};
    return {
        {Rule::not_of_the_cluster, asking(meeting(proposed), AnswerDays{cooper, {}}, world)},
        {Rule::no_such_proposal,
         asking(meeting(proposed), AnswerDays{barton, {day("2026-04-01")}}, world)},
        {Rule::time_malformed,
         asking(meeting(proposed), SettleDay{day("2026-03-09"), "4 o'clock", {}}, world)},
        {Rule::school_twice, asking(meeting(held), CorrectAttendance{{absent, absent}, {}}, world)},
        {Rule::too_many_rows,
         asking(meeting(held), CorrectAttendance{std::vector<Attendance>(attendance_max + 1), {}},
                world)},
    };
}

std::vector<Row> table() {
    auto rows = anywhere();
    for (auto part : {about_schools_that_change(), about_corrections(), about_people(),
                      about_what_schools_do_together(), about_days(), about_meetings()})
        rows.insert(rows.end(), part.begin(), part.end());
    return rows;
}

std::string name(Rule rule) {
    return boost::describe::enum_to_string(rule, "unknown");
}

}  // namespace

TEST_CASE("each rule is given where it is broken") {
    for (const auto& [rule, ask] : table()) {
        INFO(name(rule));
        CHECK(name(ask().rule) == name(rule));
    }
}

TEST_CASE("no rule is left without a decision that gives it") {
    std::vector<Rule> given(not_by_a_decision.begin(), not_by_a_decision.end());
    for (const auto& row : table()) given.push_back(row.rule);
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Rule>>([&](auto rule) {
        INFO(rule.name);
        CHECK(std::ranges::count(given, rule.value) == 1);
    });
}
