// How long schools have: the default, or what their network says.

#include "tests/domain/given.hpp"

using namespace commonweal;
using namespace commonweal::task;
using namespace commonweal::testing;
using network::DeadlinesSet;
using network::SetDeadlines;

namespace {

const network::Founded founded{severn, "Severn", {{"equity", "Equity"}}};
const std::vector<Deadline> quicker{{Duty::answer_visit, 3}, {Duty::write_report, 20}};

}  // namespace

TEST_CASE("every duty has a deadline by default") {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Duty>>([](auto duty) {
        INFO(duty.name);
        CHECK(working_days_for(duty.value, {}) > 0);
    });
}

TEST_CASE("a network's own deadline counts, and the default for what it does not name") {
    CHECK(working_days_for(Duty::answer_visit, quicker) == 3);
    CHECK(working_days_for(Duty::name_team, quicker) == working_days_for(Duty::name_team, {}));
}

TEST_CASE("a network sets its deadlines") {
    given<Network>(founded)
        .when(SetDeadlines{severn, quicker})
        .then(DeadlinesSet{severn, quicker})
        .when(SetDeadlines{severn, quicker})
        .then_refused(Rule::same_again, "deadlines")
        .when(SetDeadlines{severn, {}})
        .then(DeadlinesSet{severn, {}});
}

TEST_CASE("a deadline is given once, and is a day to a school year") {
    const auto refused = [](std::vector<Deadline> deadlines, const char* about) {
        given<Network>(founded)
            .when(SetDeadlines{severn, std::move(deadlines)})
            .then_refused(Rule::deadline_malformed, about);
    };
    refused({{Duty::name_team, 0}}, "name_team");
    refused({{Duty::name_team, working_days_max + 1}}, "name_team");
    refused({quicker[1], quicker[0], quicker[1]}, "write_report");
    given<Network>().when(SetDeadlines{severn, quicker}).then_refused(Rule::network_unknown);
}
