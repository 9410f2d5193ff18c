// The contract of append, the same for every engine: atomic commits under expected versions, dense
// positions and versions, one outcome for an id for ever, groups, bounds.

#include "tests/log/contract.hpp"

using namespace commonweal::log;
using namespace commonweal::log::testing;

#define FOR_EVERY_ENGINE                                     \
    const EngineKind kind = GENERATE(from_range(engines())); \
    CAPTURE(kind.name);                                      \
    Subject log(kind)

TEST_CASE("an empty log has nothing") {
    FOR_EVERY_ENGINE;
    CHECK(log.engine->head().position == 0);
    CHECK(log.engine->head().recorded_at == 0);
    CHECK(log.engine->stream_version("visit-1") == 0);
    CHECK(log.engine->find_commit(id_of(1)) == std::nullopt);
    CHECK(log.engine->find_fingerprint(id_of(1)) == std::nullopt);
    CHECK(log.engine->position_at(0) == 1);
    CHECK(all(*log.engine, 0).empty());
    CHECK(all(*log.engine, 10, Direction::back).empty());
    CHECK(of_stream(*log.engine, "visit-1", 0).empty());
    CHECK(of_tag(*log.engine, "k:visit-held", 0).empty());
    CHECK(log.engine->append({}).empty());
}

TEST_CASE("positions are dense over all streams, versions within each") {
    FOR_EVERY_ENGINE;
    CHECK(log.append(commit(1, {event("a"), event("b"), event("a")})) ==
          AppendResult{Appended{1, 3, 1, false}});
    CHECK(log.append(commit(2, {event("b")})) == AppendResult{Appended{4, 4, 2, false}});
    CHECK(log.engine->head().position == 4);
    CHECK(log.engine->head().recorded_at == 2);
    CHECK(log.engine->stream_version("a") == 2);
    CHECK(log.engine->stream_version("b") == 2);
    CHECK(all(*log.engine, 1) == Positions{1, 2, 3, 4});
    CHECK(record_at(*log.engine, 3).version == 2);
    CHECK(record_at(*log.engine, 4).version == 2);
}

TEST_CASE("a record keeps all that was handed in") {
    FOR_EVERY_ENGINE;
    Commit made = commit(7, {event("x"), event("y")});
    made.events[1] = {"y", {"b", "a", "b"}, "visit-held", 9, std::string("\0body", 5)};
    log.append(made);
    const Record record = record_at(*log.engine, 2);
    CHECK(record.position == 2);
    CHECK(record.commit_id == id_of(7));
    CHECK(record.index == 1);
    CHECK(record.count == 2);
    CHECK(record.recorded_at == 7);
    CHECK(record.stream == "y");
    CHECK(record.version == 1);
    CHECK(record.tags == std::vector<std::string>{"a", "b"});
    CHECK(record.kind == "visit-held");
    CHECK(record.schema_version == 9);
    CHECK(record.body == std::string("\0body", 5));
    CHECK(record.leaf_hash != LeafHash{});
}

TEST_CASE("a stream that has moved on is a conflict, and nothing is written") {
    FOR_EVERY_ENGINE;
    log.append(commit(1, {event("a")}));
    CHECK(log.append(commit(2, {event("a")}, {{"a", 0}})) == AppendResult{Conflict{"a", 0, 1}});
    CHECK(log.append(commit(2, {event("a")}, {{"a", 2}})) == AppendResult{Conflict{"a", 2, 1}});
    CHECK(log.append(commit(2, {event("a"), event("b")}, {{"a", 1}, {"b", 1}})) ==
          AppendResult{Conflict{"b", 1, 0}});
    CHECK(log.engine->head().position == 1);
    CHECK(log.engine->stream_version("b") == 0);
    CHECK(log.engine->find_commit(id_of(2)) == std::nullopt);
    // A refusal is decided afresh: the id is free.
    CHECK(log.append(commit(2, {event("a")}, {{"a", 1}})) ==
          AppendResult{Appended{2, 2, 2, false}});
}

TEST_CASE("a stream that was only read counts as well") {
    FOR_EVERY_ENGINE;
    log.append(commit(1, {event("pair-key")}));
    CHECK(log.append(commit(2, {event("a")}, {{"a", 0}, {"pair-key", 0}})) ==
          AppendResult{Conflict{"pair-key", 0, 1}});
    CHECK(log.append(commit(3, {event("a")}, {{"a", 0}, {"other-key", 0}})) ==
          AppendResult{Appended{2, 2, 3, false}});
    CHECK(log.engine->stream_version("other-key") == 0);
    CHECK(of_stream(*log.engine, "other-key", 1).empty());
}

TEST_CASE("the same id again gives the first outcome") {
    FOR_EVERY_ENGINE;
    Commit first = commit(1, {event("a"), event("a")}, {{"a", 0}});
    first.fingerprint[3] = 5;
    CHECK(log.append(first) == AppendResult{Appended{1, 2, 1, false}});
    for (std::uint64_t number = 2; number < 20; ++number) log.append(commit(number, {event("b")}));
    first.recorded_at = 1000;
    CHECK(log.append(first) == AppendResult{Appended{1, 2, 1, true}});
    CHECK(log.engine->head().position == 20);
    CHECK(log.engine->find_commit(id_of(1)) == Appended{1, 2, 1, true});
    CHECK(log.engine->find_fingerprint(id_of(1)) == first.fingerprint);

    SECTION("another request under it is refused") {
        first.fingerprint[3] = 6;
        CHECK(log.append(first) == AppendResult{IdReused{}});
    }
    SECTION("without a fingerprint, requests are not compared") {
        first.fingerprint = {};
        CHECK(log.append(first) == AppendResult{Appended{1, 2, 1, true}});
        Commit other = commit(2, {event("c")});
        other.fingerprint[0] = 1;
        CHECK(log.append(other) == AppendResult{Appended{3, 3, 2, true}});
    }
}

TEST_CASE("a later commit of a group sees the earlier ones") {
    FOR_EVERY_ENGINE;
    Commit reused = commit(1, {event("z")});
    reused.fingerprint[0] = 1;
    Commit first = commit(1, {event("a")}, {{"a", 0}});
    first.fingerprint[0] = 2;
    const std::vector<Commit> group{first,
                                    commit(2, {event("a")}, {{"a", 0}}),
                                    commit(3, {event("a"), event("b")}, {{"a", 1}, {"b", 0}}),
                                    first,
                                    reused,
                                    commit(4, {}),
                                    commit(5, {event("b")}, {{"a", 2}, {"b", 1}})};
    const auto results = log.engine->append(group);
    REQUIRE(results.size() == 7);
    CHECK(results[0] == AppendResult{Appended{1, 1, 1, false}});
    CHECK(results[1] == AppendResult{Conflict{"a", 0, 1}});
    CHECK(results[2] == AppendResult{Appended{2, 3, 3, false}});
    CHECK(results[3] == AppendResult{Appended{1, 1, 1, true}});
    CHECK(results[4] == AppendResult{IdReused{}});
    CHECK(std::holds_alternative<Unacceptable>(results[5]));
    CHECK(results[6] == AppendResult{Appended{4, 4, 5, false}});
    CHECK(all(*log.engine, 1) == Positions{1, 2, 3, 4});
    CHECK(of_stream(*log.engine, "a", 1) == Positions{1, 2});
    CHECK(of_stream(*log.engine, "b", 1) == Positions{3, 4});
}

TEST_CASE("the time of recording never decreases") {
    FOR_EVERY_ENGINE;
    Commit made = commit(1, {event("a")});
    made.recorded_at = 100;
    log.append(made);
    made = commit(2, {event("a")});
    made.recorded_at = 50;
    CHECK(log.append(made) == AppendResult{Appended{2, 2, 100, false}});
    CHECK(record_at(*log.engine, 2).recorded_at == 100);
    made = commit(3, {event("a")});
    made.recorded_at = -5;
    CHECK(log.append(made) == AppendResult{Appended{3, 3, 100, false}});
}

TEST_CASE("what breaks a bound is refused with a sentence, and what just keeps it is not") {
    FOR_EVERY_ENGINE;
    const std::string longest(name_bytes_max, 'n');
    const std::string too_long = longest + "n";
    const auto reason = [&](const Commit& bad) {
        const auto result = log.append(bad);
        const auto* const refused = std::get_if<Unacceptable>(&result);
        return refused == nullptr ? Catch::StringMaker<AppendResult>::convert(result)
                                  : refused->reason;
    };
    Commit without_id = commit(1, {event("a")});
    without_id.id = {};
    CHECK(reason(without_id) == "The commit has no id.");
    CHECK(reason(commit(1, {})) == "The commit has no events.");
    CHECK(reason(commit(1, {event("")})) == "The name of a stream is empty.");
    CHECK(reason(commit(1, {event(too_long)})) == "The name of a stream is longer than 255 bytes.");
    CHECK(reason(commit(1, {event("a")}, {{too_long, 0}})) ==
          "The name of a stream is longer than 255 bytes.");
    CHECK(reason(commit(1, {event("a", {""})})) == "The name of a tag is empty.");
    CHECK(reason(commit(1, {event("a", {too_long})})) ==
          "The name of a tag is longer than 255 bytes.");
    CHECK(reason(commit(1, {event("a", std::vector<std::string>(tags_max + 1, "t"))})) ==
          "An event has more than 64 tags.");
    Commit kindless = commit(1, {event("a")});
    kindless.events[0].kind = "";
    CHECK(reason(kindless) == "The name of a kind is empty.");
    CHECK(reason(commit(1, std::vector<NewEvent>(commit_events_max + 1, event("a")))) ==
          "The commit has more than 4096 events.");
    CHECK(reason(commit(1, {event("a", {}, std::string(commit_bytes_max, 'b'))})) ==
          "The commit is larger than 1048576 bytes.");
    CHECK(reason(commit(1, {event("a", {}, std::string(commit_bytes_max / 2, 'b')),
                            event("a", {}, std::string(commit_bytes_max / 2, 'b'))})) ==
          "The commit is larger than 1048576 bytes.");
    CHECK(log.engine->head().position == 0);

    const std::vector<std::string> tags(tags_max, longest);
    CHECK(log.append(commit(2, {event(longest, tags)}, {{longest, 0}})) ==
          AppendResult{Appended{1, 1, 2, false}});
    const std::size_t around = 54 + 1 + 8;  // the leaf's fixed part, the stream's name, the kind's
    CHECK(log.append(commit(3, {event("a", {}, std::string(commit_bytes_max - around, 'b'))})) ==
          AppendResult{Appended{2, 2, 3, false}});
    CHECK(log.append(commit(4, std::vector<NewEvent>(commit_events_max, event("m")))) ==
          AppendResult{Appended{3, 2 + commit_events_max, 4, false}});
}

TEST_CASE("a name may hold any bytes, and none is the beginning of another's") {
    FOR_EVERY_ENGINE;
    const std::string zero("a\0", 2);
    const std::string high("a\xff\xff\xff\xff\xff\xff\xff\xff\xff", 10);
    log.append(commit(1, {event("a", {"t"}), event(zero, {zero}), event(high, {high}),
                          event("a", {"t"}), event("aa", {"tt"})}));
    for (std::uint64_t number = 2; number < 8; ++number) log.append(commit(number, {event("z")}));
    CHECK(of_stream(*log.engine, "a", 1) == Positions{1, 4});
    CHECK(of_stream(*log.engine, zero, 1) == Positions{2});
    CHECK(of_stream(*log.engine, high, 1) == Positions{3});
    CHECK(of_tag(*log.engine, "t", 1) == Positions{1, 4});
    CHECK(of_tag(*log.engine, zero, 1) == Positions{2});
    CHECK(of_tag(*log.engine, high, 9, Direction::back) == Positions{3});
    CHECK(of_tag(*log.engine, "tt", 9, Direction::back) == Positions{5});
}

TEST_CASE("every engine gives the same leaves") {
    std::vector<std::vector<Record>> logs;
    for (const auto& kind : engines()) {
        Subject log(kind);
        log.append(commit(1, {event("a", {"s", "t"}), event("b")}));
        log.engine->append(std::vector{commit(2, {event("a")}), commit(3, {event("c", {"t"})})});
        auto& records = logs.emplace_back();
        log.engine->read_all(1, Direction::forward, [&](const Record& record) {
            records.push_back(record);
            return true;
        });
    }
    REQUIRE(logs[0].size() == 4);
    for (const auto& records : logs) CHECK(records == logs[0]);
}
