// Who may do what, and who sees what: the tables, written down a second time, in words.

#include "domain/access/access.hpp"

#include <sstream>

#include "tests/domain/words.hpp"

using namespace commonweal;
using namespace commonweal::access;

namespace {

using enum Relation;

constexpr std::array columns{
    signed_in,        staff_of_guest,  staff_of_host,  staff_of_reviewing, team,
    team_lead,        coordinator,     themselves,     administrator,      staff_of_proposing,
    staff_of_partner, staff_of_member, signs_for_host, head_of_school};

//  signed in, guest, host, reviewing school, team, team lead, coordinator, themselves,
//  administrator, proposing school, partner, school of the cluster that meets,
//  who signs for the host, head of the school whose posts it is about
const std::vector<std::string> may_do{
    "request_visit        .   yes .   .   .   .   yes .   .   .   .   .   .   .    ",
    "agree_visit          .   .   yes .   .   .   .   .   .   .   .   .   .   .    ",
    "decline_visit        .   .   yes .   .   .   .   .   .   .   .   .   .   .    ",
    "set_visit_day        .   yes yes .   .   .   yes .   .   .   .   .   .   .    ",
    "move_visit           .   yes yes .   .   .   yes .   .   .   .   .   .   .    ",
    "cancel_visit         .   yes yes .   .   .   yes .   .   .   .   .   .   .    ",
    "record_visit_held    .   yes yes .   .   .   yes .   .   .   .   .   .   .    ",
    "reflect_as_guest     .   yes .   .   .   .   .   .   .   .   .   .   .   .    ",
    "reflect_as_host      .   .   yes .   .   .   .   .   .   .   .   .   .   .    ",
    "waive_return         .   .   yes .   .   .   yes .   .   .   .   .   .   .    ",
    "write_sheet          .   .   yes .   .   .   .   .   .   .   .   .   .   .    ",
    "name_visitors        .   yes .   .   .   .   .   .   .   .   .   .   .   .    ",
    "request_review       .   .   yes yes .   .   yes .   .   .   .   .   .   .    ",
    "decline_review       .   .   yes yes .   .   .   .   .   .   .   .   .   .    ",
    "name_team            .   .   .   yes .   .   .   .   .   .   .   .   .   .    ",
    "agree_days           .   .   yes yes .   .   yes .   .   .   .   .   .   .    ",
    "cancel_review        .   .   yes yes .   .   yes .   .   .   .   .   .   .    ",
    "record_review_held   .   .   yes yes .   yes yes .   .   .   .   .   .   .    ",
    "draft_report         .   .   .   .   yes .   .   .   .   .   .   .   .   .    ",
    "answer_report        .   .   .   .   .   .   .   .   .   .   .   .   yes .    ",
    "close_review         .   .   .   .   .   yes yes .   .   .   .   .   .   .    ",
    "propose_partnership  .   .   .   .   .   .   yes .   .   yes .   .   .   .    ",
    "accept_partnership   .   .   .   .   .   .   .   .   .   .   yes .   .   .    ",
    "decline_partnership  .   .   .   .   .   .   .   .   .   .   yes .   .   .    ",
    "withdraw_partnership .   .   .   .   .   .   yes .   .   yes .   .   .   .    ",
    "record_for_school    .   .   .   .   .   .   .   .   .   yes .   .   .   .    ",
    "record_for_partner   .   .   .   .   .   .   .   .   .   .   yes .   .   .    ",
    "pause_partnership    .   .   .   .   .   .   yes .   .   yes yes .   .   .    ",
    "resume_partnership   .   .   .   .   .   .   yes .   .   yes yes .   .   .    ",
    "end_partnership      .   .   .   .   .   .   yes .   .   yes yes .   .   .    ",
    "propose_meeting      .   .   yes .   .   .   yes .   .   .   .   .   .   .    ",
    "run_meeting          .   .   yes .   .   .   yes .   .   .   .   .   .   .    ",
    "answer_for_school    .   .   .   .   .   .   yes .   .   .   .   yes .   .    ",
    "found_network        .   .   .   .   .   .   .   .   yes .   .   .   .   .    ",
    "set_themes           .   .   .   .   .   .   yes .   yes .   .   .   .   .    ",
    "set_deadlines        .   .   .   .   .   .   yes .   yes .   .   .   .   .    ",
    "set_bank_holidays    .   .   .   .   .   .   .   .   yes .   .   .   .   .    ",
    "confirm_clock        .   .   .   .   .   .   .   .   yes .   .   .   .   .    ",
    "form_cluster         .   .   .   .   .   .   yes .   yes .   .   .   .   .    ",
    "join_network         .   .   .   .   .   .   yes .   yes .   .   .   .   .    ",
    "leave_network        .   .   .   .   .   .   yes .   yes .   .   .   .   .    ",
    "join_cluster         .   .   .   .   .   .   yes .   yes .   .   .   .   .    ",
    "leave_cluster        .   .   .   .   .   .   yes .   yes .   .   .   .   .    ",
    "register_schools     .   .   .   .   .   .   .   .   yes .   .   .   .   .    ",
    "link_schools         .   .   .   .   .   .   .   .   yes .   .   .   .   .    ",
    "add_place            .   .   .   .   .   .   yes .   yes .   .   .   .   .    ",
    "hand_on              .   .   .   .   .   .   yes .   yes .   .   .   .   .    ",
    "attest               .   .   .   .   .   .   yes .   yes .   .   .   .   .    ",
    "add_person           .   .   .   .   .   .   yes .   yes .   .   .   .   yes  ",
    "give_role            .   .   .   .   .   .   yes .   yes .   .   .   .   yes  ",
    "end_role             .   .   .   .   .   .   yes .   yes .   .   .   .   yes  ",
    "invite               .   .   .   .   .   .   yes .   yes .   .   .   .   yes  ",
    "name_deputy          .   .   .   .   .   .   .   yes yes .   .   .   .   .    ",
    "make_token           .   .   .   .   .   .   .   .   yes .   .   .   .   .    ",
    "set_school_days      .   .   yes .   .   .   yes .   yes .   .   .   .   .    ",
    "set_term_dates       .   .   .   .   .   .   yes .   yes .   .   .   .   .    ",
    "set_cover_rate       .   .   yes .   .   .   .   .   .   .   .   .   .   .    ",
    "enter_in_ledger      .   .   .   .   .   .   yes .   .   .   .   .   .   .    ",
    "correct_details      .   .   .   .   .   .   .   yes yes .   .   .   .   .    ",
    "erase_person         .   .   .   .   .   .   .   .   yes .   .   .   .   .    ",
    "redact_text          .   .   .   .   .   .   yes yes yes .   .   .   .   .    ",
    "see_all_held         .   .   .   .   .   .   .   yes yes .   .   .   .   .    ",
};

// The same columns. A judgement (team) is not for all staff of the reviewing school; nothing about
// a visit or a review is for the administrator, who looks after accounts.
const std::vector<std::string> may_see{
    "network              yes .   .   .   .   .   .   .   .   .   .   .   .   .    ",
    "parties              .   yes yes yes yes .   yes .   .   yes yes yes .   .    ",
    "team                 .   .   yes .   yes .   yes .   .   .   .   .   yes .    ",
    "coordinator          .   .   .   .   .   .   yes .   .   .   .   .   .   .    ",
    "school               .   .   yes .   .   .   .   .   .   .   .   .   .   .    ",
    "personal             .   .   .   .   .   .   .   yes yes .   .   .   .   .    ",
};

/// Checks a table of text: every enumerator has one line, and every cell says what `allowed` says.
template <class Enum, class Allowed>
void check_table(const std::vector<std::string>& lines, Allowed&& allowed) {
    CHECK(lines.size() == boost::mp11::mp_size<boost::describe::describe_enumerators<Enum>>::value);
    std::vector<Enum> seen;
    for (const auto& line : lines) {
        INFO(line);
        std::istringstream words(line);
        std::string name;
        words >> name;
        Enum row{};
        REQUIRE(boost::describe::enum_from_string(name.c_str(), row));
        CHECK(std::ranges::find(seen, row) == seen.end());
        seen.push_back(row);
        for (std::size_t column = 0; column < columns.size(); ++column) {
            INFO("column " << column + 1);
            std::string cell;
            REQUIRE(words >> cell);
            CHECK(allowed(columns[column], row) == (cell == "yes"));
        }
    }
}

}  // namespace

TEST_CASE("each action is for those whom the table names, and for nobody else") {
    check_table<Action>(may_do, [](Relation who, Action action) { return may(who, action); });
}

TEST_CASE("each label is seen by those whom the table names, and by nobody else") {
    check_table<Visibility>(may_see,
                            [](Relation who, Visibility label) { return Sees(who)(label); });
}

TEST_CASE("nobody in particular may do and see nothing") {
    for (const auto& row : table()) CHECK_FALSE(may(Relations{}, row.action));
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Visibility>>([](auto label) {
        CHECK_FALSE(Sees(Relations{})(label.value));
        CHECK_FALSE(Sees::nothing()(label.value));
        CHECK(Sees::everything()(label.value));
    });
}

TEST_CASE("several relations together may do and see what each may") {
    const auto both = staff_of_guest | coordinator;
    CHECK(may(both, Action::reflect_as_guest));
    CHECK(may(both, Action::set_themes));
    CHECK_FALSE(may(both, Action::agree_visit));
    CHECK(Sees(both)(Visibility::coordinator));
    CHECK(Sees(both)(Visibility::parties));
    CHECK_FALSE(Sees(both)(Visibility::personal));
}
