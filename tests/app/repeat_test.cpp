// The same request again, under its key: one outcome, for ever.
#include "tests/app/overtaken.hpp"

namespace commonweal::app::testing {
namespace {

bool same(const Done& a, const Done& b) {
    const auto same_event = [](const AppendedEvent& x, const AppendedEvent& y) {
        return x.position == y.position && x.kind == y.kind;
    };
    return a.id == b.id && a.version == b.version && a.position == b.position &&
           std::ranges::equal(a.events, b.events, same_event);
}

}  // namespace

TEST_CASE("The same key again gives the first outcome and no new events") {
    ON_BOTH_ENGINES;
    World world(engine);
    const auto request = [&](VisitId id) {
        return request_visit(id, {world.barton, world.ashton, {}, "equity", {}});
    };
    const auto first =
        world.done(world.ask(world.lead_of_barton, "key-1", "body"), request(world.new_visit()));
    const auto head = world.log().head().position;
    const auto again =
        world.done(world.ask(world.lead_of_barton, "key-1", "body"), request(world.new_visit()));
    CHECK(same(first, again));
    CHECK(world.log().head().position == head);
    // Another key, or another person's same key, is another request.
    const auto other =
        world.done(world.ask(world.lead_of_barton, "key-2", "body"), request(world.new_visit()));
    CHECK(other.id != first.id);
}

TEST_CASE("The first outcome of a key stands, whatever has happened since") {
    World world;
    const auto id = world.requested();
    const auto agree = [&] {
        return world.run(world.ask(world.lead_of_ashton, "agree", "body"),
                         visit_command(id, visit::Agree{}));
    };
    const auto first = expect_done(agree());
    world.done(world.ask(world.lead_of_barton), visit_command(id, visit::Cancel{}));
    CHECK(same(first, expect_done(agree())));
}

TEST_CASE("The same key gives the first outcome of several events on several streams") {
    ON_BOTH_ENGINES;
    World world(engine);
    const auto add = [&](PersonId id) -> Decide {
        const auto added = add_person(id, world.app().hash_of("dora@school.example"),
                                      {Personal<PersonName>::plain("Dora"),
                                       Personal<EmailAddress>::plain("dora@school.example")});
        return [&, id, added](Transaction& t) {
            auto subject = added(t);
            if (subject)
                t.put(stream_of(id),
                      person::RoleGiven{id, {person::RoleKind::researcher, ""}, t.asked().today},
                      {tag::person(id)});
            return subject;
        };
    };
    const auto ask = [&] {
        auto made = world.as_operator();
        made.repeatable = true;
        made.commit = world.app().commit_id({}, "POST /people", "dora");
        made.fingerprint = world.app().fingerprint("body");
        return made;
    };
    const auto first = world.done(ask(), add(PersonId{world.app().ids().random()}));
    CHECK(first.version == 2);
    CHECK(first.events.size() == 3);
    CHECK(same(first, world.done(ask(), add(PersonId{world.app().ids().random()}))));
}

TEST_CASE("Two requests with one key at the same time are one request") {
    ON_BOTH_ENGINES;
    World world(engine);
    const auto ask = [&] { return world.ask(world.lead_of_barton, "twice", "body"); };
    const auto request = [&] {
        return request_visit(world.new_visit(), {world.barton, world.ashton, {}, "equity", {}});
    };
    // The second comes in whole while the first has decided and not yet appended.
    Done inner;
    int decided = 0;
    const auto outer = world.done(
        ask(), overtaken(1, request(), [&] { inner = world.done(ask(), request()); }, &decided));
    CHECK(decided == 1);
    CHECK(same(inner, outer));
    CHECK(world.events_of("visit/" + inner.id.substr(4)) == 1);
}

TEST_CASE("The same key with another request is refused") {
    ON_BOTH_ENGINES;
    World world(engine);
    const auto id = world.requested();
    world.done(world.ask(world.lead_of_ashton, "key", "one body"),
               visit_command(id, visit::Agree{}));
    const auto head = world.log().head().position;
    const auto outcome = world.run(world.ask(world.lead_of_ashton, "key", "another body"),
                                   visit_command(id, visit::Cancel{}));
    CHECK(std::holds_alternative<KeyReused>(outcome));
    CHECK(world.log().head().position == head);
}

TEST_CASE("A refusal is not remembered under its key: it is decided afresh") {
    World world;
    const auto id = world.requested();
    const auto set_day = [&] {
        return world.run(world.ask(world.lead_of_ashton, "day", "body"),
                         visit_command(id, visit::SetDay{*parse_day("2026-03-16")}));
    };
    CHECK(expect_refusal(set_day()) == Rule::wrong_stage);
    world.done(world.ask(world.lead_of_ashton), visit_command(id, visit::Agree{}));
    CHECK(expect_done(set_day()).version == 3);
}

}  // namespace commonweal::app::testing
