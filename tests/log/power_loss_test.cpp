// The power goes at any moment: within a write, a step of the index, an opening, a making. What was
// acknowledged is there afterwards, whole, once, at its place and byte for byte, with the same
// tree; the group that had no answer yet is there whole or not at all, and asking again decides it.

#include "tests/log/faulty_disk.hpp"
#include "tests/log/known_log.hpp"
#include "tests/log/rounds.hpp"
#include "tests/support/seed.hpp"

using namespace commonweal::log;
using namespace commonweal::log::testing;

namespace {

/// A log over power cuts: each leaves a folder, and the next opening is of that one.
class Life {
  public:
    explicit Life(unsigned seed) : random_(seed), known_(random_) {
        options_.recent_events_max = 1 + random_below(random_, 40);
    }

    void live_until_a_cut() {
        FaultyDisk disk(folder(), folder(cuts_ + 1), static_cast<unsigned>(random_()));
        options_.env = &disk;
        disk.cut_power_in(some_changes());
        try {
            const auto engine = open_rocks_engine(folder(), options_);
            if (known_.check_opened(*engine)) append_until_a_cut(*engine, disk);
            if (random_below(random_, 2) == 0) disk.cut_power();
        } catch (const std::runtime_error& error) {
            if (!disk.is_off()) throw;  // a healthy disk, and yet it was refused
            ++cut_while_opening_;
        }
        disk.cut_power();
        std::filesystem::remove_all(folder());
        ++cuts_;
    }
    void check_the_end() {
        options_.env = nullptr;
        const auto engine = open_rocks_engine(folder(), options_);
        REQUIRE(known_.check_opened(*engine));
    }

    std::size_t cuts() const { return cuts_; }
    std::size_t cut_while_opening() const { return cut_while_opening_; }
    Position acknowledged() const { return known_.acknowledged(); }

  private:
    std::filesystem::path folder() const { return folder(cuts_); }
    std::filesystem::path folder(std::size_t number) const {
        return folder_.path() / std::to_string(number);
    }
    /// An opening has some hundred, a group two, a step of the index some fifty.
    std::uint64_t some_changes() {
        const auto most = std::size_t{1} << (4 + random_below(random_, 7));
        return random_below(random_, most);
    }
    void append_until_a_cut(Engine& engine, const FaultyDisk& disk) {
        for (int group = 0; group < 40 && !disk.is_off(); ++group)
            if (!known_.append(engine, known_.some_group())) break;
    }

    std::mt19937 random_;
    KnownLog known_;
    Folder folder_;
    RocksOptions options_;
    std::size_t cuts_ = 0;
    std::size_t cut_while_opening_ = 0;
};

}  // namespace

TEST_CASE("what was acknowledged survives a power cut at any moment") {
    const unsigned seed = commonweal::testing::seed();
    CAPTURE(seed);
    const auto cuts_max = rounds(100);
    std::size_t cuts = 0;
    std::size_t cut_while_opening = 0;
    Position events = 0;
    for (unsigned life = 0; cuts < cuts_max; ++life) {
        CAPTURE(life);
        Life one(seed + life);
        for (int cut = 0; cut < 6; ++cut) {
            CAPTURE(cut);
            one.live_until_a_cut();
        }
        one.check_the_end();
        cuts += one.cuts();
        cut_while_opening += one.cut_while_opening();
        events += one.acknowledged();
    }
    // A test that never cuts where it hurts would hold for anything.
    CAPTURE(cuts, cut_while_opening, events);
    CHECK(cut_while_opening > cuts / 20);
    CHECK(cut_while_opening < cuts / 20 * 19);
    CHECK(events > cuts);
}
