// The disk fails: a sync, a write for which there is no room, a read. The log then says so and
// names what failed, takes nothing more, loses nothing that it had acknowledged, and reads on; it
// never shows a shorter or another history instead.

#include <sys/resource.h>

#include <csignal>
#include <functional>

#include "server/log/tree_heads.hpp"
#include "tests/log/faulty_disk.hpp"
#include "tests/log/known_log.hpp"
#include "tests/log/rounds.hpp"
#include "tests/support/seed.hpp"

using namespace commonweal::log;
using namespace commonweal::log::testing;

namespace {

RocksOptions on(FaultyDisk& disk, std::size_t recent_events_max) {
    RocksOptions options;
    options.env = &disk;
    options.recent_events_max = recent_events_max;
    options.cache_bytes = 1024;  // what is read is read from the disk
    return options;
}

/// A log on a disk of which something fails, told by a word that the reason has to have.
class Failing {
  public:
    explicit Failing(unsigned seed) : random_(seed), known_(random_) {
        steps_ = 1 + random_below(random_, 30);
    }

    void fails(const std::function<void(FaultyDisk&, std::mt19937&)>& begin, const char* word) {
        FaultyDisk disk(folder(), kept(), static_cast<unsigned>(random_()));
        const bool while_opening = random_below(random_, 4) == 0;
        if (while_opening) begin(disk, random_);
        try {
            const auto engine = open_rocks_engine(folder(), on(disk, steps_));
            if (!while_opening) begin(disk, random_);
            append_until_it_fails(*engine, disk, word);
        } catch (const std::runtime_error& error) {
            REQUIRE(disk.has_failed());
            REQUIRE_THAT(error.what(), Catch::StartsWith("Cannot ") && Catch::Contains(word));
        }
        disk.work_again();
        disk.cut_power();
    }
    /// Where the disk is whole again, and where the power was cut as well.
    void check_nothing_is_lost() {
        RocksOptions options;
        options.recent_events_max = steps_;
        const auto path = random_below(random_, 2) == 0 ? folder() : kept();
        const auto engine = open_rocks_engine(path, options);
        REQUIRE(known_.check_opened(*engine));
    }

  private:
    std::filesystem::path folder() const { return folder_.path() / "log"; }
    std::filesystem::path kept() const { return folder_.path() / "kept"; }

    void append_until_it_fails(Engine& engine, const FaultyDisk& disk, const char* word) {
        int groups = 0;
        while (known_.append(engine, known_.some_group())) REQUIRE(++groups < 2000);
        REQUIRE(disk.has_failed());
        REQUIRE_THAT(known_.reason(), Catch::StartsWith("Cannot ") && Catch::Contains(word));
        REQUIRE_FALSE(known_.append(engine, known_.some_group()));
        known_.check_answers(engine);
    }

    std::mt19937 random_;
    KnownLog known_;
    Folder folder_;
    std::size_t steps_ = 0;
};

/// No file of this process can grow beyond a size.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(std::size_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, SIG_DFL);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

  private:
    rlimit before_{};
};

}  // namespace

TEST_CASE("a sync that fails is told, and nothing acknowledged is lost") {
    const unsigned seed = commonweal::testing::seed();
    CAPTURE(seed);
    for (unsigned round = 0; round < rounds(40); ++round) {
        CAPTURE(round);
        Failing log(seed + round);
        log.fails([](FaultyDisk& disk,
                     std::mt19937& random) { disk.fail_sync_in(1 + random_below(random, 80)); },
                  "The sync failed");
        log.check_nothing_is_lost();
    }
}

TEST_CASE("a full disk is told, and nothing acknowledged is lost") {
    const unsigned seed = commonweal::testing::seed();
    CAPTURE(seed);
    for (unsigned round = 0; round < rounds(40); ++round) {
        CAPTURE(round);
        Failing log(seed + round);
        log.fails(
            [](FaultyDisk& disk, std::mt19937& random) {
                disk.leave_room(random_below(random, std::size_t{1} << random_below(random, 20)));
            },
            "There is no more room");
        log.check_nothing_is_lost();
    }
}

TEST_CASE("a read that fails is told, and never shows another history") {
    const unsigned seed = commonweal::testing::seed();
    CAPTURE(seed);
    std::mt19937 random(seed);
    Folder folder;
    const auto path = folder.path() / "log";
    KnownLog known(random);
    {
        FaultyDisk disk(path, folder.path() / "unused", seed);
        const auto engine = open_rocks_engine(path, on(disk, 20));
        for (int group = 0; group < 60; ++group) REQUIRE(known.append(*engine, known.some_group()));
    }
    int told = 0;
    for (unsigned round = 0; round < rounds(60); ++round) {
        CAPTURE(round);
        FaultyDisk disk(path, folder.path() / "unused", seed);
        disk.fail_read_in(1 + random_below(random, std::size_t{1} << random_below(random, 10)),
                          random_below(random, 2) == 0);
        try {
            known.check_answers(*open_rocks_engine(path, on(disk, 20)));
        } catch (const std::runtime_error& error) {
            REQUIRE(disk.has_failed());
            REQUIRE_THAT(error.what(), Catch::Contains("The read failed"));
            ++told;
        }
        disk.work_again();
        known.check_answers(*open_rocks_engine(path, on(disk, 20)));
    }
    CHECK(told > 10);
}

TEST_CASE("a file of heads that cannot grow keeps what it had, and goes on when it can") {
    Folder folder;
    const auto key = SigningKey::open_or_make(folder.path() / "key.pem");
    const auto head = [&](Position size) { return sign({size, {}, 1}, key); };
    const auto file = folder.path() / "HEADS";
    AnchoredHeads heads(file, key.public_key());
    heads.add(head(1));
    const auto whole = std::filesystem::file_size(file);
    for (std::size_t more = 0; more < whole; more += 20) {
        CAPTURE(more);
        const auto size = heads.heads().back().head.size;
        const auto bytes = std::filesystem::file_size(file);
        std::string why;
        try {
            const FileSizeLimit limit(bytes + more);
            heads.add(head(size + 1));
        } catch (const std::runtime_error& error) {
            why = error.what();
        }
        CHECK_THAT(why, Catch::StartsWith("Cannot write ") && Catch::Contains("HEADS"));
        CHECK(heads.heads().back().head.size == size);
        CHECK(AnchoredHeads(file, key.public_key()).heads() == heads.heads());
        heads.add(head(size + 1));
        CHECK(AnchoredHeads(file, key.public_key()).heads() == heads.heads());
    }
}
