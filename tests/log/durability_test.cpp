// What is acknowledged is there after the log was closed, or its process killed, or its disk had
// failed; and what is not a log of ours is refused with a sentence.

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "server/log/log.hpp"
#include "tests/log/child.hpp"
#include "tests/log/contract.hpp"
#include "tests/log/test_env.hpp"

using namespace commonweal::log;
using namespace commonweal::log::testing;

namespace {

std::unique_ptr<Engine> open(const Folder& folder, const RocksOptions& options = {}) {
    return open_rocks_engine(folder.path() / "log", options);
}

/// Five events on two streams a commit.
Commit fifth(std::uint64_t number) {
    const std::string mine = "s" + std::to_string(number % 7);
    Commit made = commit(number, {event(mine, {"all", mine}), event("shared", {"all"}),
                                  event(mine, {"all", mine}), event(mine), event(mine)});
    made.fingerprint[0] = static_cast<std::uint8_t>(1 + number % 200);
    return made;
}

/// The first `commits` of fifth() are there, whole, with every index, and `more` may follow.
void check_fifths(const Engine& engine, std::uint64_t commits) {
    const Position head = engine.head().position;
    REQUIRE(head % 5 == 0);
    REQUIRE(head >= 5 * commits);
    const Positions everything = all(engine, 1);
    REQUIRE(everything.size() == head);
    CHECK(of_stream(engine, "shared", 1).size() == head / 5);
    CHECK(of_tag(engine, "all", 1).size() == head / 5 * 3);
    Version of_all_streams = engine.stream_version("shared");
    for (int stream = 0; stream < 7; ++stream) {
        of_all_streams += engine.stream_version("s" + std::to_string(stream));
    }
    CHECK(of_all_streams == head);
    for (std::uint64_t number = 1; number <= head / 5; ++number) {
        const auto found = engine.find_commit(id_of(number));
        REQUIRE(found);
        CHECK(found->last == 5 * number);
        CHECK(engine.find_fingerprint(id_of(number)) == fifth(number).fingerprint);
    }
    CHECK_FALSE(engine.find_commit(id_of(head / 5 + 1)));
}

void write_text(const std::filesystem::path& path, const std::string& text) {
    std::ofstream(path) << text;
}

/// What was acknowledged is told through a file, one number after the other.
std::uint64_t last_told(const std::filesystem::path& folder) {
    std::ifstream told(folder / "told", std::ios::binary);
    std::uint64_t last = 0;
    bool in_order = true;
    for (std::uint64_t number = 0; told.read(reinterpret_cast<char*>(&number), sizeof number);) {
        in_order = in_order && number == last + 1;
        last = number;
    }
    REQUIRE(in_order);
    return last;
}

RocksOptions told_options(const std::filesystem::path& folder) {
    RocksOptions options;
    std::ifstream(folder / "recent_events_max") >> options.recent_events_max;
    return options;
}

std::string refusal(const Folder& folder) {
    try {
        open(folder);
    } catch (const std::exception& error) {
        return error.what();
    }
    return "it opened";
}

}  // namespace

TEST_CASE("what was appended is there after closing, however the index was written") {
    RocksOptions options;
    options.recent_events_max = GENERATE(1, 8, 33, 1000);
    CAPTURE(options.recent_events_max);
    Folder folder;
    std::uint64_t number = 0;
    for (int opening = 0; opening < 4; ++opening) {
        const auto engine = open(folder, options);
        CHECK(engine->head().position == 5 * number);
        for (int round = 0; round < 11; ++round) {
            const std::vector<Commit> group{fifth(number + 1), fifth(number + 2)};
            number += 2;
            CHECK(std::get<Appended>(engine->append(group)[1]).last == 5 * number);
        }
        check_fifths(*engine, number);
    }
    const auto engine = open(folder);
    check_fifths(*engine, number);
    CHECK(engine->head().recorded_at == static_cast<InstantUs>(number));
    Commit again = fifth(3);
    CHECK(engine->append({&again, 1})[0] == AppendResult{Appended{11, 15, 3, true}});
    again.fingerprint[1] = 1;
    CHECK(engine->append({&again, 1})[0] == AppendResult{IdReused{}});
}

TEST_CASE("child: appends until it is killed", "[.child]") {
    const auto folder = child_folder();
    if (!folder) return;
    const int told = ::open((*folder / "told").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    auto engine = open_rocks_engine(*folder / "log", told_options(*folder));
    std::uint64_t number = engine->head().position / 5;
    // Commits that were durable before the last process could tell.
    for (std::uint64_t at = last_told(*folder) + 1; at <= number; ++at) {
        REQUIRE(::write(told, &at, sizeof at) == sizeof at);
    }
    Log log(std::move(engine), {});
    while (true) {
        const std::uint64_t mine = ++number;
        const auto tell = [told, mine](const AppendResult& result) {
            if (!std::holds_alternative<Appended>(result)) std::abort();
            if (::write(told, &mine, sizeof mine) != sizeof mine) std::abort();
        };
        while (!log.append(fifth(mine), tell)) std::this_thread::yield();
    }
}

TEST_CASE("what was acknowledged survives a process that is killed") {
    const auto recent_events_max = GENERATE(50, 32768);
    CAPTURE(recent_events_max);
    Folder folder;
    write_text(folder.path() / "recent_events_max", std::to_string(recent_events_max));
    for (int kill = 0; kill < 4; ++kill) {
        const std::uint64_t before = last_told(folder.path());
        Child child("child: appends until it is killed", folder.path());
        while (last_told(folder.path()) < before + 150) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        child.kill();
        REQUIRE(WIFSIGNALED(child.wait()));
        const auto engine = open(folder, told_options(folder.path()));
        check_fifths(*engine, last_told(folder.path()));
    }
}

TEST_CASE("child: is refused a directory in use", "[.child]") {
    const auto folder = child_folder();
    if (!folder) return;
    CHECK_THROWS_AS(open_rocks_engine(*folder / "log"), DirectoryInUse);
}

TEST_CASE("a data directory belongs to one process") {
    Folder folder;
    auto engine = open(folder);
    CHECK_THROWS_AS(open(folder), DirectoryInUse);
    CHECK(refusal(folder) ==
          "The data directory " + (folder.path() / "log").string() +
              " is in use by another process; stop it or choose another directory.");
    CHECK(Child("child: is refused a directory in use", folder.path()).wait() == 0);
    engine.reset();
    CHECK(Child("child: is refused a directory in use", folder.path()).wait() != 0);
}

TEST_CASE("the folder is for one user") {
    Folder folder;
    open(folder);
    struct stat info{};
    REQUIRE(::stat((folder.path() / "log").c_str(), &info) == 0);
    CHECK((info.st_mode & 0777U) == 0700U);
}

TEST_CASE("a folder that is no log of ours is refused with a sentence") {
    Folder folder;
    const auto log = folder.path() / "log";
    {
        const auto engine = open(folder);
        const Commit made = commit(1, {event("a")});
        engine->append({&made, 1});
    }
    SECTION("a newer format") {
        write_text(log / "FORMAT", "commonweal-log 3\n");
        CHECK_THAT(refusal(folder), Catch::Contains("written by a newer Commonweal (format 3; this "
                                                    "program knows up to 2)"));
    }
    SECTION("a damaged FORMAT") {
        write_text(log / "FORMAT", GENERATE("", "commonweal-log x", "something else 1"));
        CHECK_THAT(refusal(folder), Catch::Contains("its file FORMAT is damaged"));
    }
    SECTION("data without FORMAT") {
        std::filesystem::remove(log / "FORMAT");
        CHECK_THAT(refusal(folder), Catch::Contains("it has data, but its file FORMAT is missing"));
    }
    SECTION("FORMAT without a database: it is not quietly made again") {
        std::filesystem::remove(log / "CURRENT");
        CHECK_THAT(refusal(folder), Catch::StartsWith("Cannot open the log in"));
        CHECK_THAT(refusal(folder), Catch::StartsWith("Cannot open the log in"));
    }
    SECTION("something else") {
        std::filesystem::remove_all(log);
        std::filesystem::create_directories(log / "shared_checksum");
        CHECK_THAT(refusal(folder), Catch::Contains("there is something else (shared_checksum)"));
        CHECK(std::distance(std::filesystem::directory_iterator(log), {}) == 1);
    }
    SECTION("nothing of that: it opens") {
        CHECK(refusal(folder) == "it opened");
    }
}

TEST_CASE("a making that was broken off is finished") {
    Folder folder;
    const auto log = folder.path() / "log";
    SECTION("an empty folder") {
        std::filesystem::create_directory(log);
    }
    SECTION("a database without its FORMAT, and no data") {
        open(folder);
        std::filesystem::remove(log / "FORMAT");
    }
    SECTION("a FORMAT that has not got its name, a step of the index that was not taken in") {
        open(folder);
        std::filesystem::rename(log / "FORMAT", log / "FORMAT.new");
        std::filesystem::create_directories(log / "index-being-written");
        write_text(log / "index-being-written" / "tags.sst", "half");
    }
    const auto engine = open(folder);
    const Commit made = commit(1, {event("a")});
    CHECK(engine->append({&made, 1})[0] == AppendResult{Appended{1, 1, 1, false}});
    CHECK(std::filesystem::exists(log / "FORMAT"));
}

TEST_CASE("after a write has failed the engine takes no more, and reading goes on") {
    Folder folder;
    TestEnv env;
    RocksOptions options;
    options.env = &env;
    {
        const auto engine = open(folder, options);
        const auto append = [&](std::uint64_t number) {
            const Commit made = fifth(number);
            return engine->append({&made, 1})[0];
        };
        CHECK(append(1) == AppendResult{Appended{1, 5, 1, false}});
        env.fail_syncs(true);
        CHECK(std::holds_alternative<OutcomeUnknown>(append(2)));
        env.fail_syncs(false);
        CHECK(std::holds_alternative<OutcomeUnknown>(append(3)));
        CHECK(std::holds_alternative<OutcomeUnknown>(append(1)));
        check_fifths(*engine, 1);
        CHECK(engine->head().position == 5);
    }
    // Asked again with the same id after opening, it is decided: there, or not.
    const auto engine = open(folder);
    const Commit unknown = fifth(2);
    const auto result = engine->append({&unknown, 1})[0];
    REQUIRE(std::holds_alternative<Appended>(result));
    CHECK(std::get<Appended>(result).first == 6);
    check_fifths(*engine, 2);
}

TEST_CASE("an index that cannot be written stops the log, and nothing is lost") {
    Folder folder;
    TestEnv env;
    RocksOptions options;
    options.env = &env;
    options.recent_events_max = 10;
    std::uint64_t number = 0;
    {
        const auto engine = open(folder, options);
        env.fail_tables(true);
        AppendResult result = Appended{};
        while (std::holds_alternative<Appended>(result)) {
            const Commit made = fifth(++number);
            result = engine->append({&made, 1})[0];
            REQUIRE(number < 1000);
        }
        CHECK(std::holds_alternative<OutcomeUnknown>(result));
        check_fifths(*engine, number - 1);
    }
    env.fail_tables(false);
    check_fifths(*open(folder, options), number - 1);
}

TEST_CASE("damage on the disk is found, and the place named") {
    Folder folder;
    RocksOptions options;
    options.recent_events_max = 10;
    {
        const auto engine = open(folder, options);
        for (std::uint64_t number = 1; number <= 40; ++number) {
            const Commit made = fifth(number);
            engine->append({&made, 1});
        }
        const auto path = folder.path() / "log" / "index-being-written";
        // All but the last steps are in the files by now.
        CHECK(std::filesystem::exists(path));
    }
    // The records of the write-ahead log are lost, the index goes further: that is not overlooked.
    for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "log")) {
        if (entry.path().extension() == ".log") std::filesystem::resize_file(entry.path(), 0);
    }
    CHECK_THAT(refusal(folder), Catch::Contains("damaged") || Catch::Contains("Corruption"));
}

TEST_CASE("a changed byte of a record on the disk is found when it is read, and the place named") {
    Folder folder;
    {
        const auto engine = open(folder);
        for (std::uint64_t number = 1; number <= 3; ++number) {
            const Commit made = commit(number, {event("a", {"t"}, "the body to be changed")});
            engine->append({&made, 1});
        }
    }
    open(folder);  // what was in the write-ahead log goes into a table file
    bool changed = false;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "log")) {
        if (entry.path().extension() != ".sst") continue;
        std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(file), {});
        const auto at = bytes.find("the body to be changed");
        if (at == std::string::npos) continue;
        file.seekp(static_cast<std::streamoff>(at));
        file.put('T');
        changed = true;
    }
    REQUIRE(changed);
    try {
        const auto engine = open(folder);
        all(*engine, 1);
        FAIL("it was not found");
    } catch (const DamagedRecord& damage) {
        CHECK(damage.position <= 3);
        CHECK_THAT(damage.what(), Catch::Contains("is damaged"));
    }
}
