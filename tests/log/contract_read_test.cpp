// The contract of reading, the same for every engine: everything, a stream, a tag, from a place on,
// forward and back, and by instant.

#include "server/log/record.hpp"
#include "tests/log/contract.hpp"

using namespace commonweal::log;
using namespace commonweal::log::testing;

namespace {

/// Forty events, one a commit: every stream of three and every second tagged, all recorded in tens.
void fill(Engine& engine) {
    for (std::uint64_t number = 1; number <= 40; ++number) {
        std::vector<std::string> tags{"all"};
        if (number % 2 == 0) tags.push_back("even");
        Commit made = commit(number, {event("s" + std::to_string(number % 3), tags)});
        made.recorded_at = static_cast<InstantUs>(number / 10 * 100);
        engine.append({&made, 1});
    }
}

Positions every(Position first, Position last, Position step) {
    Positions positions;
    for (Position at = first; at <= last; at += step) positions.push_back(at);
    return positions;
}

Positions backward(Positions positions) {
    std::reverse(positions.begin(), positions.end());
    return positions;
}

}  // namespace

#define FOR_EVERY_ENGINE                                     \
    const EngineKind kind = GENERATE(from_range(engines())); \
    CAPTURE(kind.name);                                      \
    Subject log(kind);                                       \
    fill(*log.engine)

TEST_CASE("everything is read from any position, forward and back") {
    FOR_EVERY_ENGINE;
    CHECK(all(*log.engine, 0) == every(1, 40, 1));
    for (Position from = 1; from <= 42; ++from) {
        CHECK(all(*log.engine, from) == every(from, 40, 1));
        CHECK(all(*log.engine, from, Direction::back) ==
              backward(every(1, std::min<Position>(from, 40), 1)));
    }
    CHECK(all(*log.engine, 0, Direction::back).empty());
}

TEST_CASE("a stream is read from any version, forward and back") {
    FOR_EVERY_ENGINE;
    const Positions whole = every(1, 40, 3);  // s1: versions 1 to 14
    CHECK(log.engine->stream_version("s1") == 14);
    for (Version from = 0; from <= 16; ++from) {
        const std::size_t begin = std::min<std::size_t>(from == 0 ? 0 : from - 1, whole.size());
        const std::size_t end = std::min<std::size_t>(from, whole.size());
        CHECK(of_stream(*log.engine, "s1", from) == Positions(whole.begin() + begin, whole.end()));
        CHECK(of_stream(*log.engine, "s1", from, Direction::back) ==
              backward(Positions(whole.begin(), whole.begin() + end)));
    }
    CHECK(of_stream(*log.engine, "s", 1).empty());
    CHECK(of_stream(*log.engine, "s11", 99, Direction::back).empty());
}

TEST_CASE("a tag is read from any position, forward and back") {
    FOR_EVERY_ENGINE;
    for (Position from = 0; from <= 42; ++from) {
        const Position first_even = from < 2 ? 2 : from + from % 2;
        const Position last_even = std::min<Position>(from - from % 2, 40);
        CHECK(of_tag(*log.engine, "even", from) == every(first_even, 40, 2));
        CHECK(of_tag(*log.engine, "even", from, Direction::back) ==
              backward(every(2, last_even, 2)));
    }
    CHECK(of_tag(*log.engine, "all", 1) == every(1, 40, 1));
    CHECK(of_tag(*log.engine, "odd", 1).empty());
}

TEST_CASE("the visitor ends the reading") {
    FOR_EVERY_ENGINE;
    const Direction direction = GENERATE(Direction::forward, Direction::back);
    int calls = 0;
    const auto third_ends = [&](const Record&) { return ++calls < 3; };
    log.engine->read_all(20, direction, third_ends);
    CHECK(calls == 3);
    log.engine->read_stream("s1", 7, direction, third_ends);
    CHECK(calls == 4);
    log.engine->read_tag("even", 20, direction, third_ends);
    CHECK(calls == 5);
    log.engine->scan_encoded(20, [&](Position, std::string_view) { return ++calls < 8; });
    CHECK(calls == 8);
}

TEST_CASE("the stored bytes are read in bulk") {
    FOR_EVERY_ENGINE;
    Positions found;
    log.engine->scan_encoded(5, [&](Position position, std::string_view stored) {
        const auto view = view_record(stored);
        REQUIRE(view);
        CHECK(view->position == position);
        CHECK(to_record(*view) == record_at(*log.engine, position));
        found.push_back(position);
        return true;
    });
    CHECK(found == every(5, 40, 1));
    log.engine->scan_encoded(41, [](Position, std::string_view) -> bool { throw 1; });
}

TEST_CASE("where the events with a tag stand is read without them, from any position") {
    FOR_EVERY_ENGINE;
    const auto evens_from = [&](Position from) {
        Positions found;
        log.engine->positions_of_tag("even", from, [&](Position position) {
            found.push_back(position);
            return true;
        });
        return found;
    };
    for (Position from = 0; from <= 42; ++from)
        CHECK(evens_from(from) == of_tag(*log.engine, "even", from));
    int calls = 0;
    log.engine->positions_of_tag("all", 7, [&](Position) { return ++calls < 3; });
    CHECK(calls == 3);
    log.engine->positions_of_tag("odd", 1, [](Position) -> bool { throw 1; });
}

TEST_CASE("the records at certain positions are read, near to each other or far apart") {
    FOR_EVERY_ENGINE;
    const std::vector<Positions> wanted{{},
                                        {1},
                                        {40},
                                        {3, 4},
                                        {1, 20, 40},
                                        every(1, 40, 1),
                                        {2, 3, 39, 40},
                                        every(1, 40, 13),
                                        every(4, 40, 5)};
    for (const auto& positions : wanted) {
        Positions found;
        log.engine->read_at(positions, [&](Position position, std::string_view stored) {
            CHECK(to_record(view_record(stored).value()) == record_at(*log.engine, position));
            found.push_back(position);
            return true;
        });
        CHECK(found == positions);
    }
    for (const auto& positions : {Positions{1, 2, 3, 4}, Positions{1, 14, 27, 40}}) {
        int calls = 0;
        log.engine->read_at(positions, [&](Position, std::string_view) { return ++calls < 3; });
        CHECK(calls == 3);
    }
}

TEST_CASE("an instant has a first position") {
    FOR_EVERY_ENGINE;
    CHECK(log.engine->position_at(-1) == 1);
    CHECK(log.engine->position_at(0) == 1);
    CHECK(log.engine->position_at(1) == 10);
    CHECK(log.engine->position_at(100) == 10);
    CHECK(log.engine->position_at(101) == 20);
    CHECK(log.engine->position_at(400) == 40);
    CHECK(log.engine->position_at(401) == 41);
}

TEST_CASE("a long stream and a tag that all share are read whole") {
    const EngineKind kind = GENERATE(from_range(engines()));
    CAPTURE(kind.name);
    Subject log(kind);
    std::uint64_t number = 0;
    // Steps of many sizes, so that runs and lists of positions of many lengths are made.
    for (const std::size_t size : {1, 15, 1, 1, 300, 2, 1500, 16, 17, 700, 1}) {
        log.append(commit(++number, std::vector<NewEvent>(size, event("long", {"shared"}))));
        log.append(commit(++number, {event("other", {"shared"})}));
    }
    const Position last = log.engine->head().position;
    REQUIRE(last == 2554 + 11);
    CHECK(of_tag(*log.engine, "shared", 1) == every(1, last, 1));
    CHECK(of_tag(*log.engine, "shared", last, Direction::back) == backward(every(1, last, 1)));
    CHECK(of_tag(*log.engine, "shared", 1234).front() == 1234);
    const Positions whole = of_stream(*log.engine, "long", 1);
    REQUIRE(whole.size() == 2554);
    CHECK(of_stream(*log.engine, "long", 2554, Direction::back) == backward(whole));
    for (const Version from : {1, 2, 16, 17, 18, 19, 318, 319, 1000, 2553, 2554}) {
        CHECK(of_stream(*log.engine, "long", from) ==
              Positions(whole.begin() + static_cast<std::ptrdiff_t>(from) - 1, whole.end()));
        CHECK(of_stream(*log.engine, "long", from, Direction::back).front() == whole[from - 1]);
        CHECK(record_at(*log.engine, whole[from - 1]).version == from);
    }
}
