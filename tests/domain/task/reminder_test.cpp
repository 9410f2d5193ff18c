// Whom a school is told of what it owes: shortly before, when it is late, and when it is very late.

#include "domain/task/reminder.hpp"

#include "tests/domain/words.hpp"

using namespace commonweal;
using namespace commonweal::task;
using namespace commonweal::testing;

namespace {

const BankHolidays may_day{{{day("2026-05-04"), "Early May bank holiday"}}};

/// What is said on each day of a month, as "day: urgency".
std::vector<std::string> said(std::string_view since, std::string_view due) {
    std::vector<std::string> all;
    for (Day today = day(since); today < day(since) + std::chrono::days{60};
         today += std::chrono::days{1})
        if (const auto urgency = reminder_on(today, day(since), day(due), SchoolDays(may_day)))
            all.push_back(to_text(today) + ": " +
                          boost::describe::enum_to_string(*urgency, "unknown"));
    return all;
}

}  // namespace

TEST_CASE("a school is told two working days before, on the next one after, and once more") {
    CHECK(said("2026-04-20", "2026-05-06") == std::vector<std::string>{"2026-05-01: due_soon",
                                                                       "2026-05-07: overdue",
                                                                       "2026-05-14: long_overdue"});
}

TEST_CASE("what is due within two days is not told on the day on which it begins") {
    CHECK(said("2026-04-22", "2026-04-24") ==
          std::vector<std::string>{"2026-04-27: overdue", "2026-05-05: long_overdue"});
}

TEST_CASE("a bank holiday in between gives a day more") {
    CHECK(said("2026-04-14", "2026-04-30") == std::vector<std::string>{"2026-04-28: due_soon",
                                                                       "2026-05-01: overdue",
                                                                       "2026-05-11: long_overdue"});
}
