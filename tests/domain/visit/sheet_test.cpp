// Before the day of a visit: where to arrive, who comes, and that the checks were made.

#include "tests/domain/visit/facts.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::visit;

namespace {

WriteSheet sheet() {
    return {words("At 9, the main gate"), words("On the left"), words("A photo card"),
            words("The office"), words("Tour, lessons, lunch")};
}

}  // namespace

TEST_CASE("the host writes the sheet once a visit has its day, and writes it anew") {
    const SheetWritten written{the_visit,
                               words("At 9, the main gate"),
                               words("On the left"),
                               words("A photo card"),
                               words("The office"),
                               words("Tour, lessons, lunch")};
    auto later = visit_at(Stage::dated);
    later.when(sheet())
        .then(written)
        .when(WriteSheet{words("At 10"), {}, {}, {}, {}})
        .then(SheetWritten{the_visit, words("At 10"), {}, {}, {}, {}});
    CHECK(later.state().sheet->arrival.length() == 5);
    CHECK(later.state().sheet->parking.empty());  // what was not said again is not there
}

TEST_CASE("a sheet says at least where to arrive, and no more than fits") {
    visit_at(Stage::dated).when(WriteSheet{}).then_refused(Rule::text_missing, "arrival");
    auto long_one = sheet();
    long_one.programme = too_many_words();
    visit_at(Stage::dated).when(long_one).then_refused(Rule::text_too_long, "programme");
    for (const auto stage :
         {Stage::requested, Stage::agreed, Stage::held, Stage::declined, Stage::cancelled})
        visit_at(stage).when(sheet()).then_refused(Rule::wrong_stage);
}

TEST_CASE("who confirms the checks, and when, is kept; without a word for it nobody does") {
    const NameVisitors visitors{words("Lead, Ashton Park\nHead of Year 7"), words("A ramp"), true};
    visit_at(Stage::dated)
        .when(visitors)
        .then(VisitorsNamed{the_visit, visitors.visitors, visitors.needs, ann, today})
        .when(NameVisitors{visitors.visitors, {}, false})
        .then(VisitorsNamed{the_visit, visitors.visitors, {}, std::nullopt, std::nullopt});
    visit_at(Stage::dated).when(NameVisitors{}).then_refused(Rule::text_missing, "visitors");
    visit_at(Stage::requested).when(visitors).then_refused(Rule::wrong_stage);
}

TEST_CASE("a sheet is shown until four weeks after the visit, and not a day longer") {
    const auto visit = visit_at(Stage::dated).state();
    CHECK(visit.sheet_shown_on(day("2026-04-06")));  // the visit is on 9 March
    CHECK_FALSE(visit.sheet_shown_on(day("2026-04-07")));
    CHECK_FALSE(visit_at(Stage::cancelled).state().sheet_shown_on(today));
}
