// What the log says is forgotten is: by policy when its time is over, after a crash between the
// event and the keys, and in a vault from before.
#include <catch2/catch.hpp>

#include "server/app/by_policy.hpp"
#include "server/app/forgetting.hpp"
#include "tests/app/answering.hpp"

namespace commonweal::app::testing {
namespace {

std::optional<std::string> name_of(World& world, PersonId person) {
    return codec::opened(world.app().load<Person>(person)->name, world.app().seals());
}

void erase(World& world, PersonId administrator, PersonId person) {
    world.done(world.ask(administrator, "erase", "erase"),
               erase_person(world.app(), person, {ForgetReason::asked, {}}));
}

/// All that the log says, once; answers who was erased.
std::vector<PersonId> forget(World& world) {
    std::vector<PersonId> erased;
    Forgetting forgetting(world.app(), [&](std::span<const PersonId> people) {
        erased.insert(erased.end(), people.begin(), people.end());
    });
    forgetting.catch_up();
    return erased;
}
using People = std::vector<PersonId>;

/// A visit with a sheet, held on the day of the test.
VisitId held_with_sheet(World& world) {
    const auto visit = world.requested();
    const auto ashton = [&] { return world.ask(world.lead_of_ashton); };
    world.done(ashton(), visit_command(visit, visit::Agree{}));
    world.done(ashton(), visit_command(visit, visit::SetDay{london_day(world.clock().now())}));
    visit::WriteSheet sheet;
    sheet.arrival = Personal<FreeText>::plain("Ring Robin at the side gate");
    world.done(ashton(), visit_command(visit, sheet));
    world.done(ashton(), visit_command(visit, visit::RecordHeld{}));
    return visit;
}

}  // namespace

TEST_CASE("An erasure that was decided before a crash is carried out when it begins again") {
    World world(On::rocks);
    erase(world, world.administrator, world.lead_of_barton);
    CHECK(name_of(world, world.lead_of_barton));
    CHECK(forget(world) == People{world.lead_of_barton});
    CHECK_FALSE(name_of(world, world.lead_of_barton));
    CHECK(name_of(world, world.lead_of_ashton));
    // Nothing is left to do.
    CHECK(forget(world) == People{});
}

TEST_CASE("A vault from before an erasure does not bring anybody back") {
    World world(On::rocks);
    const auto folder = world.folder();
    const auto person = world.lead_of_barton;
    world.vault().sync();
    world.close();
    std::filesystem::copy(folder / "vault", folder / "older",
                          std::filesystem::copy_options::recursive);
    {
        World again(folder, {});
        erase(again, world.administrator, person);
        forget(again);
        CHECK_FALSE(name_of(again, person));
    }
    std::filesystem::remove_all(folder / "vault");
    std::filesystem::rename(folder / "older", folder / "vault");
    World restored(folder, {});
    CHECK(name_of(restored, person));
    CHECK(forget(restored) == People{person});
    CHECK_FALSE(name_of(restored, person));
}

TEST_CASE("What guests need to know is forgotten four weeks after the visit, by policy") {
    World world(On::rocks);
    begin_days(world.app());
    Answering answering(world);
    const auto visit = held_with_sheet(world);
    const auto arrival = [&] {
        return codec::opened(world.app().load<Visit>(visit)->sheet->arrival, world.app().seals());
    };
    const auto pass = [&](std::chrono::days days) {
        world.clock().set(world.clock().now() + days);
        begin_days(world.app());
        answering.settle();
        forget(world);
    };
    pass(visit::sheet_shown_for);
    CHECK(arrival() == "Ring Robin at the side gate");
    pass(std::chrono::days{1});
    CHECK_FALSE(arrival());
    const auto redactions = [&] {
        std::size_t count = 0;
        world.log().engine().read_tag(tag::kind(redaction::Redacted::kind), 1,
                                      log::Direction::forward, [&](const log::Record&) {
                                          ++count;
                                          return true;
                                      });
        return count;
    };
    CHECK(redactions() == 1);
    pass(std::chrono::days{3});
    CHECK(redactions() == 1);
}

TEST_CASE("Who left six years ago is forgotten, by policy; who came back is not") {
    World world(On::rocks);
    begin_days(world.app());
    Answering answering(world);
    const auto end = [&](PersonId person, SchoolId school) {
        world.done(world.as_operator(),
                   end_role(person, {{person::RoleKind::lead, to_text(school)}, {}}));
    };
    end(world.lead_of_barton, world.barton);
    end(world.lead_of_clifton, world.clifton);
    world.done(
        world.as_operator(),
        give_role(world.lead_of_clifton, {{person::RoleKind::head, to_text(world.clifton)}, {}}));
    world.clock().set(world.clock().now() + person::kept_for);
    begin_days(world.app());
    answering.settle();
    CHECK(forget(world) == People{world.lead_of_barton});
    CHECK_FALSE(name_of(world, world.lead_of_barton));
    CHECK(name_of(world, world.lead_of_clifton));
    CHECK(name_of(world, world.lead_of_ashton));
}

}  // namespace commonweal::app::testing
