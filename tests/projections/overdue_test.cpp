// How much is overdue: counted as it becomes so, and no more once it is done.

#include "tests/projections/fed.hpp"
#include "tests/support/seed.hpp"

using namespace commonweal;
using namespace commonweal::testing;

namespace {

/// Found by looking at everything that is owed.
view::OverdueCounts counted(const view::Tasks& tasks, const view::Diary& diary,
                            const view::Group& group) {
    view::OverdueCounts counts;
    for (const auto& task : tasks.overdue_in(group, diary))
        if (task.meeting != nullptr)
            ++counts.meetings;
        else if (task.about->kind == view::Kind::visit)
            ++counts.visits;
        else if (task.about->kind == view::Kind::review)
            ++counts.reviews;
        else
            ++counts.partnerships;
    return counts;
}

/// Something that moves deadlines: holidays of a school or of all, or a network's own deadlines.
AnyFact moving_days(Chance& chance, Day on) {
    using namespace calendar;
    const auto week = std::chrono::days{7};
    const ClosedDays fair{on - week, on, Closed::holiday, "Fair"};
    const auto year = school_year_of(on);
    const auto first = std::max(fair.first, first_of_year(year));
    switch (chance.below(4)) {
        case 0:
            return TermDatesSet{{Whose::school, std::to_string(100001 + chance.below(7))},
                                {year, false, {}, {{first, on, Closed::holiday, "Fair"}}}};
        case 1:
            return TermDatesSet{{Whose::authority, "801"},
                                {year, false, {{"Term", first, on}}, {}}};
        case 2:
            return BankHolidaysSet{{{on - week, "A holiday"}}};
        default:
            return network::DeadlinesSet{
                severn,
                {{task::Duty::answer_visit, static_cast<std::uint16_t>(1 + chance.below(20))}}};
    }
}

}  // namespace

TEST_CASE("on any history as much is overdue as one finds by looking at everything") {
    const auto number = seed();
    INFO("COMMONWEAL_SEED=" << number);
    const auto told = random_history(number, 800);
    Chance chance(number);
    view::Diary diary;
    view::Tasks tasks;
    std::size_t most = 0;
    const auto fold = [&](const Recorded& event, Instant recorded) {
        const auto entered = diary.apply(event, recorded);
        tasks.apply(event, entered, diary);
        for (const view::Group& group :
             {view::Group(severn), view::Group(avon), view::Group(cherwell)}) {
            INFO("position " << event.position);
            REQUIRE(tasks.overdue(group) == counted(tasks, diary, group));
            most = std::max(most, tasks.overdue_in(group, diary).size());
        }
    };
    for (const auto& happening : told.all()) {
        fold(happening.event, happening.recorded);
        if (const auto began = diary.engagements().today(); began && chance.one_in(25))
            fold({happening.event.position, 1, {}, moving_days(chance, *began)},
                 happening.recorded);
    }
    CHECK(most > 0);
}

TEST_CASE("what is overdue is counted from the day after it was due, and no more once it is done") {
    auto told = ring();
    const auto id = *told.visit(guest, host);
    const auto overdue = [&] {
        const Fed fed(told);
        return fed.tasks.overdue(severn).visits;
    };
    told.pass(std::chrono::days{14});
    told.begin_day();
    CHECK(overdue() == 0);
    told.pass(std::chrono::days{1});
    told.begin_day();
    CHECK(overdue() == 1);
    told.ask(id, visit::Agree{});
    CHECK(overdue() == 0);
}
