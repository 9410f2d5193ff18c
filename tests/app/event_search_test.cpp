// Events by several tags are those that a plain look at every record finds, in both directions,
// from any place on, and without reading all of them.
#include <catch2/catch.hpp>

#include <random>

#include "server/app/event_search.hpp"
#include "server/log/memory_engine.hpp"
#include "tests/support/seed.hpp"

namespace commonweal::app::testing {
namespace {

using log::Direction;
using log::Position;
using Positions = std::vector<Position>;

/// Events that bear some of five tags; "rare" about one in two hundred.
std::unique_ptr<log::Engine> tagged(std::size_t events, std::mt19937& random) {
    auto engine = log::make_memory_engine();
    for (std::size_t at = 1; at <= events; ++at) {
        log::Commit commit;
        commit.id[0] = static_cast<std::uint8_t>(at);
        commit.id[1] = static_cast<std::uint8_t>(at >> 8U);
        commit.id[2] = 1;
        std::vector<std::string> tags;
        for (const auto* tag : {"a", "b", "c", "d"})
            if (random() % 3 != 0) tags.emplace_back(tag);
        if (random() % 200 == 0) tags.emplace_back("rare");
        commit.events = {{"s", std::move(tags), "k", 1, ""}};
        engine->append({&commit, 1});
    }
    return engine;
}

bool bears_all(const log::Record& record, const std::vector<std::string>& tags) {
    return std::ranges::all_of(tags, [&](const auto& tag) {
        return std::ranges::find(record.tags, tag) != record.tags.end();
    });
}

Positions plainly(const log::Engine& engine, const Wanted& wanted) {
    Positions found;
    engine.read_all(1, Direction::forward, [&](const log::Record& record) {
        if (record.position >= wanted.first && record.position <= wanted.last &&
            bears_all(record, wanted.tags))
            found.push_back(record.position);
        return true;
    });
    if (wanted.direction == Direction::back) std::ranges::reverse(found);
    return found;
}

Positions searched(const log::Engine& engine, const Wanted& wanted) {
    Positions found;
    const auto go_on = read_wanted(engine, wanted, 1'000'000, [&](const log::Record& record) {
        found.push_back(record.position);
        return true;
    });
    CHECK(go_on == 0);
    return found;
}

}  // namespace

TEST_CASE("A search by several tags finds what a plain look finds") {
    const auto seed = commonweal::testing::seed();
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto engine = tagged(600, random);
    const std::vector<std::vector<std::string>> choices{
        {},       {"a"},        {"a", "b"}, {"rare", "a"}, {"a", "rare", "b"}, {"a", "b", "c", "d"},
        {"none"}, {"a", "none"}};
    for (const auto& tags : choices)
        for (const auto direction : {Direction::forward, Direction::back}) {
            const Position first = random() % 300;
            const Position last = first + random() % 500;
            CAPTURE(tags, first, last);
            CHECK(searched(*engine, {tags, 1, ~Position{0}, direction}) ==
                  plainly(*engine, {tags, 1, ~Position{0}, direction}));
            CHECK(searched(*engine, {tags, first, last, direction}) ==
                  plainly(*engine, {tags, first, last, direction}));
        }
}

TEST_CASE("A search that is broken off goes on where it stopped, and misses nothing") {
    std::mt19937 random(commonweal::testing::seed());
    const auto engine = tagged(300, random);
    for (const auto direction : {Direction::forward, Direction::back}) {
        Wanted wanted{{"a", "b"}, 1, ~Position{0}, direction};
        Positions found;
        Position go_on = 1;
        while (go_on != 0) {
            go_on = read_wanted(*engine, wanted, 7, [&](const log::Record& record) {
                found.push_back(record.position);
                return true;
            });
            (direction == Direction::forward ? wanted.first : wanted.last) = go_on;
        }
        CHECK(found == plainly(*engine, {{"a", "b"}, 1, ~Position{0}, direction}));
    }
}

TEST_CASE("A rare tag beside a common one reads about as much as the rare one alone") {
    std::mt19937 random(commonweal::testing::seed());
    const auto engine = tagged(2000, random);
    const Wanted wanted{{"a", "rare"}, 1, ~Position{0}, Direction::forward};
    const auto rare = plainly(*engine, {{"rare"}, 1, ~Position{0}, Direction::forward}).size();
    Positions found;
    const auto go_on = read_wanted(*engine, wanted, 4 * rare + 4, [&](const log::Record& record) {
        found.push_back(record.position);
        return true;
    });
    CHECK(go_on == 0);
    CHECK(found == plainly(*engine, wanted));
}

}  // namespace commonweal::app::testing
