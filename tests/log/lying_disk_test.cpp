// A disk says that it has synced, and has not; the power goes, and acknowledged records are lost.
// Nothing on that disk can know it, but what was kept beside it does: the anchored heads refuse the
// log and name the first position that is missing, and so does any head that somebody else kept.

#include "server/log/tree_heads.hpp"
#include "tests/log/faulty_disk.hpp"
#include "tests/log/known_log.hpp"
#include "tests/log/rounds.hpp"
#include "tests/support/seed.hpp"

using namespace commonweal::log;
using namespace commonweal::log::testing;

namespace {

/// What a power cut left of a log after a disk had lied, and the heads that were kept elsewhere.
class AfterALie {
  public:
    AfterALie(unsigned seed, std::size_t recent_events_max)
        : random_(seed), known_(random_), anchored_(heads_file(), key_.public_key()) {
        options_.recent_events_max = recent_events_max;
        FaultyDisk disk(folder_.path() / "log", kept(), seed);
        options_.env = &disk;
        const auto engine = open_rocks_engine(folder_.path() / "log", options_);
        append(*engine);
        disk.lie_about_syncs();
        append(*engine);
        append(*engine);
        disk.cut_power();
        options_.env = nullptr;
    }

    std::unique_ptr<Engine> open() const { return open_rocks_engine(kept(), options_); }
    const AnchoredHeads& anchored() const { return anchored_; }
    const TreeHead& outside() const { return outside_; }
    const std::vector<Record>& records() const { return known_.records(); }

  private:
    std::filesystem::path kept() const { return folder_.path() / "kept"; }
    std::filesystem::path heads_file() const { return folder_.path() / "HEADS"; }

    /// Some groups, and the head after them.
    void append(Engine& engine) {
        for (int group = 0; group < 6; ++group) REQUIRE(known_.append(engine, known_.some_group()));
        outside_ = tree_head(engine);
        if (outside_.size > last_anchored()) anchored_.add(sign(outside_, key_));
    }
    Position last_anchored() const {
        return anchored_.heads().empty() ? 0 : anchored_.heads().back().head.size;
    }

    std::mt19937 random_;
    Folder folder_;
    SigningKey key_ = SigningKey::open_or_make(folder_.path() / "key.pem");
    KnownLog known_;
    RocksOptions options_;
    AnchoredHeads anchored_;
    TreeHead outside_;
};

template <class Doing>
std::string refusal(const Doing& doing) {
    try {
        doing();
        return "it was not refused";
    } catch (const std::exception& error) {
        return error.what();
    }
}

/// What is there is the beginning of what was.
void check_is_beginning(const Engine& engine, const std::vector<Record>& records) {
    engine.read_all(1, Direction::forward, [&](const Record& record) {
        REQUIRE(record == records.at(record.position - 1));
        return true;
    });
}

}  // namespace

TEST_CASE("records that a lying disk lost are missed, and the first of them is named") {
    const unsigned seed = commonweal::testing::seed();
    CAPTURE(seed);
    int lost = 0;
    for (unsigned round = 0; round < rounds(30); ++round) {
        CAPTURE(round);
        const AfterALie after(seed + round, 10'000);  // no step of the index: only records are lost
        const auto engine = after.open();
        const auto last = engine->head().position;
        check_is_beginning(*engine, after.records());
        if (last == after.records().size()) {
            must_go_on_from(*engine, after.anchored());
            CHECK(tree_head(*engine) == after.outside());
            continue;
        }
        ++lost;
        CHECK(refusal([&] { must_go_on_from(*engine, after.anchored()); }) ==
              "Records are lost: the log ends at position " + std::to_string(last) + ", and had " +
                  std::to_string(after.records().size()) +
                  " when its head was anchored. Restore a backup; the first that is missing is "
                  "position " +
                  std::to_string(last + 1) + ".");
        CHECK_THAT(refusal([&] { engine->tree().root(after.outside().size); }),
                   Catch::StartsWith("The log has " + std::to_string(last) + " records, not "));
    }
    CHECK(lost > 0);
}

TEST_CASE("a log that goes on after a loss is told apart by a head kept elsewhere") {
    const unsigned seed = commonweal::testing::seed();
    CAPTURE(seed);
    int lost = 0;
    for (unsigned round = 0; round < rounds(20); ++round) {
        CAPTURE(round);
        const AfterALie after(seed + round, 10'000);
        const auto engine = after.open();
        if (engine->head().position == after.records().size()) continue;
        ++lost;
        for (std::uint64_t number = 1'000'000; engine->head().position < after.records().size();
             ++number) {
            const Commit made = commit(number, {event("s0")});
            REQUIRE(std::holds_alternative<Appended>(engine->append({&made, 1})[0]));
        }
        CHECK(engine->tree().root(after.outside().size) != after.outside().root);
        CHECK_THAT(refusal([&] { must_go_on_from(*engine, after.anchored()); }),
                   Catch::StartsWith("Records were changed after position "));
    }
    CHECK(lost > 0);
}

TEST_CASE("where the index goes further than the records, a lying disk is found by opening") {
    const unsigned seed = commonweal::testing::seed();
    CAPTURE(seed);
    for (unsigned round = 0; round < rounds(40); ++round) {
        CAPTURE(round);
        const AfterALie after(seed + round, 8);
        Position last = 0;
        const auto why = refusal([&] {
            const auto engine = after.open();
            last = engine->head().position;
            check_is_beginning(*engine, after.records());
            must_go_on_from(*engine, after.anchored());
        });
        CAPTURE(why);
        const bool is_whole = last == after.records().size();
        CHECK((why == "it was not refused") == is_whole);
    }
}
