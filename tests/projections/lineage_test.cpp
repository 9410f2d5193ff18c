// What views show of a school that another one followed, of corrections and of earlier times.

#include "projections/directory/directory.hpp"
#include "projections/tasks/tasks.hpp"
#include "tests/projections/ring.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::view;

namespace {

constexpr SchoolId first{100001};
constexpr SchoolId second{100002};
constexpr SchoolId fourth{100004};
constexpr SchoolId heir{100009};

/// Three schools of Severn, and one that followed the first and belongs to nothing yet.
Ring with_heir() {
    auto ring = small_ring(4);
    ring.registered(heir, called("Heir", "9"));
    ring.link(heir, first);
    return ring;
}

VisitId held_visit(Ring& ring, SchoolId guest, SchoolId host) {
    const auto id = *ring.visit(guest, host);
    ring.ask(id, visit::Agree{});
    ring.ask(id, visit::RecordHeld{ring.today()});
    return id;
}

DashboardView severn_of(const Ring& ring) {
    return folded<Dashboard>(ring, severn).view();
}
std::optional<Link> link(const DashboardView& view, SchoolId giver, SchoolId receiver) {
    for (const auto& link : view.links)
        if (link.giver == giver && link.receiver == receiver) return link;
    return std::nullopt;
}
Balance balance(const DashboardView& view, SchoolId school) {
    for (const auto& row : view.balance)
        if (row.school == school) return row;
    return {};
}

/// Everything folded, as the server does.
struct All {
    Directory directory;
    Diary diary;
    Tasks tasks;
    explicit All(const Ring& ring) {
        for (const auto& happening : ring.all()) {
            directory.apply(happening.event);
            const auto entered = diary.apply(happening.event, happening.recorded);
            tasks.apply(happening.event, entered, diary);
        }
    }
};

}  // namespace

TEST_CASE("a page names what the school came from and what followed it") {
    auto ring = with_heir();
    auto page = folded<SchoolPage>(ring, heir).view();
    REQUIRE(page.predecessors.size() == 1);
    CHECK(page.predecessors[0].school == first);
    page = folded<SchoolPage>(ring, first).view();
    REQUIRE(page.successors.size() == 1);
    CHECK(page.successors[0].school == heir);
    CHECK_FALSE(page.successors[0].handed_on);
    REQUIRE(ring.hand_on(first, heir, true));
    CHECK(folded<SchoolPage>(ring, first).view().successors[0].handed_on);
}

TEST_CASE("a school that only its successor names has a page with its name, and is no school") {
    auto ring = small_ring(1);
    constexpr SchoolId gone{109278};
    ring.tell(school::Linked{first, gone, "Old Weston", school::Change::conversion, {}});
    SchoolPage page(gone);
    Diary diary;
    Directory directory;
    for (const auto& happening : ring.all()) {
        directory.apply(happening.event);
        const auto entered = diary.apply(happening.event, happening.recorded);
        page.apply(news_of(happening.event, happening.recorded, entered), nullptr);
    }
    CHECK(page.view(diary).details.name == "Old Weston");
    CHECK_FALSE(page.view(diary).open);
    CHECK_FALSE(directory.school(gone));
    SchoolFilter by_its_number;
    by_its_number.text = "109278";
    CHECK(directory.search(by_its_number, "", 10).schools.size() == 1);  // finds its heir
}

TEST_CASE("the directory lists schools that belong to something although they were followed") {
    auto ring = with_heir();
    auto changing = All(ring).directory.changing(severn);
    REQUIRE(changing.size() == 1);
    CHECK(changing[0].school.school == first);
    REQUIRE(changing[0].successors.size() == 1);
    CHECK(changing[0].successors[0].school == heir);
    CHECK(All(ring).directory.changing(numbered<NetworkId>(2)).empty());
    ring.registered(second, called("School 2", "1"), false);
    CHECK(All(ring).directory.changing({}).size() == 2);  // one that closed, and nobody followed
    ring.hand_on(first, heir, true);
    changing = All(ring).directory.changing({});
    REQUIRE(changing.size() == 1);
    CHECK(changing[0].school.school == second);
}

TEST_CASE("what a school gave counts for the one that followed it") {
    auto ring = with_heir();
    held_visit(ring, second, first);
    held_visit(ring, first, fourth);
    REQUIRE(ring.hand_on(first, heir, true));
    held_visit(ring, second, heir);
    const auto shown = severn_of(ring);
    CHECK(balance(shown, heir).visits_hosted == 2);
    CHECK(balance(shown, heir).visits_made == 1);
    CHECK(balance(shown, first).visits_hosted == 0);
    CHECK(link(shown, heir, second)->held == 2);
    CHECK(link(shown, fourth, heir)->held == 1);
    CHECK_FALSE(link(shown, first, second));
}

TEST_CASE("what a school gave stays where it was when nobody says otherwise") {
    auto ring = with_heir();
    REQUIRE(ring.past_visit(second, first, day("2024-11-12")));
    ring.tell(school::HandedOn{first, heir, ring.today(), false});
    CHECK(balance(severn_of(ring), first).visits_hosted == 1);
    CHECK(balance(severn_of(ring), heir).visits_hosted == 0);
    CHECK(link(severn_of(ring), first, second)->held == 1);
}

TEST_CASE("a visit that took place counts once, for the school to which it goes") {
    auto ring = with_heir();
    const auto id = held_visit(ring, second, first);
    const bool history = GENERATE(true, false);
    REQUIRE(ring.hand_on(first, heir, history));
    CHECK(balance(severn_of(ring), heir).visits_hosted == 1);
    CHECK(balance(severn_of(ring), first).visits_hosted == 0);
    CHECK(folded<SchoolPage>(ring, heir).view().balance.visits_hosted == 1);
    CHECK(folded<SchoolPage>(ring, first).view().balance.visits_hosted == 0);
    REQUIRE(ring.ask(id, visit::CorrectHeld{false, {}, {}}));
    CHECK(balance(severn_of(ring), heir).visits_hosted == 0);
    CHECK(folded<SchoolPage>(ring, heir).view().balance.visits_hosted == 0);
}

TEST_CASE("what took place before a school was a member is not taken from its row") {
    auto ring = small_ring(2);
    ring.join(second, avon);
    const auto id = held_visit(ring, first, second);
    ring.join(first, avon);
    ring.ask(id, visit::CorrectHeld{false, {}, {}});
    for (const auto& row : folded<Dashboard>(ring, avon).view().balance) {
        CHECK(row.visits_made == 0);
        CHECK(row.visits_hosted == 0);
    }
}

TEST_CASE("a visit of earlier times that was entered wrongly is nothing any more") {
    auto ring = small_ring(2);
    const auto id = *ring.past_visit(first, second, day("2024-11-12"));
    REQUIRE(ring.ask(id, visit::CorrectHeld{false, {}, {}}));
    const auto shown = severn_of(ring);
    CHECK(shown.counts.visits.cancelled == 1);
    CHECK(shown.links.empty());
    CHECK(balance(shown, second).visits_hosted == 0);
}

TEST_CASE("an open visit goes with its school: its link, its list, its tasks") {
    auto ring = with_heir();
    ring.begin_day();
    const auto id = *ring.visit(second, first);
    REQUIRE(ring.hand_on(first, heir, false));
    const auto shown = severn_of(ring);
    CHECK_FALSE(link(shown, first, second));
    CHECK(link(shown, heir, second)->open == 1);
    const All all(ring);
    CHECK(all.diary.list(Kind::visit, {.school = heir, .network = {}, .open = true}, 0, 9)
              .ids.size() == 1);
    CHECK(all.tasks.of_school(first, all.diary).empty());
    const auto tasks = all.tasks.of_school(heir, all.diary);
    REQUIRE(tasks.size() == 1);
    CHECK(tasks[0].duty == task::Duty::answer_visit);
    CHECK(tasks[0].school == heir);
    ring.ask(id, visit::Agree{});
    ring.ask(id, visit::RecordHeld{ring.today()});
    CHECK(balance(severn_of(ring), heir).visits_hosted == 1);
}

TEST_CASE("what two schools did together is nobody's link once one followed the other") {
    auto ring = small_ring(4);
    held_visit(ring, second, fourth);
    ring.link(fourth, second);
    REQUIRE(ring.hand_on(second, fourth, true));
    CHECK(severn_of(ring).links.empty());
    CHECK(balance(severn_of(ring), fourth).visits_hosted == 1);
    CHECK(balance(severn_of(ring), fourth).visits_made == 1);
}

TEST_CASE("a page takes over what counts for it, also what came from further back") {
    auto ring = with_heir();
    constexpr SchoolId second_heir{100010};
    held_visit(ring, second, first);
    ring.hand_on(first, heir, true);
    CHECK(folded<SchoolPage>(ring, heir).view().balance.visits_hosted == 1);
    held_visit(ring, heir, fourth);
    ring.registered(second_heir, called("Heir's heir", "10"));
    ring.link(second_heir, heir);
    REQUIRE(ring.hand_on(heir, second_heir, true));
    const auto page = folded<SchoolPage>(ring, second_heir).view();
    CHECK(page.balance.visits_hosted == 1);
    CHECK(page.balance.visits_made == 1);
}

TEST_CASE("a visit that did not take place after all is taken back from counts and links") {
    auto ring = small_ring(4);
    const auto id = held_visit(ring, first, second);
    CHECK(balance(severn_of(ring), second).visits_hosted == 1);
    REQUIRE(ring.ask(id, visit::CorrectHeld{false, {}, words("Snow")}));
    const auto shown = severn_of(ring);
    CHECK(balance(shown, second).visits_hosted == 0);
    CHECK(balance(shown, first).visits_made == 0);
    CHECK(shown.counts.visits.held == 0);
    CHECK(shown.counts.visits.agreed == 1);
    CHECK(link(shown, second, first)->open == 1);
    CHECK_FALSE(link(shown, second, first)->last_day);
    CHECK(folded<SchoolPage>(ring, second).view().balance.visits_hosted == 0);
}

TEST_CASE("a visit's day is corrected, and so is the day of the link") {
    auto ring = small_ring(2);
    const auto id = held_visit(ring, first, second);
    const auto other = ring.today() - std::chrono::days{7};
    REQUIRE(ring.ask(id, visit::CorrectHeld{true, other, {}}));
    CHECK(link(severn_of(ring), second, first)->last_day == other);
    CHECK(balance(severn_of(ring), second).visits_hosted == 1);
}

TEST_CASE("a visit of earlier times counts, on its own day, and asks nobody for anything") {
    auto ring = small_ring(2);
    ring.begin_day();
    REQUIRE(ring.past_visit(first, second, day("2024-11-12")));
    CHECK(balance(severn_of(ring), second).visits_hosted == 1);
    CHECK(link(severn_of(ring), second, first)->last_day == day("2024-11-12"));
    const All all(ring);
    CHECK(all.tasks.of_school(first, all.diary).empty());
    CHECK(all.tasks.of_school(second, all.diary).empty());
    const auto ids = all.diary.list(Kind::visit, {}, 0, 9).ids;
    REQUIRE(ids.size() == 1);
    CHECK(visit_summary(ids[0], *all.diary.find(ids[0]), {}).attested);
}

TEST_CASE("a partnership's line says when it was proposed, began and ended") {
    auto ring = small_ring(4);
    ring.begin_day();
    const auto proposed = ring.today();
    const auto id = *ring.partnership(first, second);
    const auto later = [&] {
        ring.pass(std::chrono::days{3});
        ring.begin_day();
        return ring.today();
    };
    const auto began = later();
    ring.ask(id, partnership::Accept{});
    later();
    ring.ask(id, partnership::Pause{});
    later();
    ring.ask(id, partnership::Resume{});
    const auto ended = later();
    ring.ask(id, partnership::End{});
    const All all(ring);
    const EngagementId of{id.bytes};
    const auto line = partnership_summary(of, *all.diary.find(of), {});
    CHECK(line.proposed_on == proposed);
    CHECK(line.began_on == began);
    CHECK(line.ended_on == ended);
}

TEST_CASE("a partnership's line has its own version, whatever is said of the pair") {
    auto ring = small_ring(4);
    const auto id = *ring.partnership(first, second);
    ring.ask(id, partnership::Decline{});
    const auto again = *ring.partnership(first, second);  // the pair's third event
    const All all(ring);
    const EngagementId of{again.bytes};
    CHECK(partnership_summary(of, *all.diary.find(of), {}).version == 1);
}
