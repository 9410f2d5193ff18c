// The small mutable store: rows by table and key, durable when put returns.

#include "server/records/records.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <thread>
#include <vector>

#include "tests/log/child.hpp"
#include "tests/log/folder.hpp"

using commonweal::log::testing::Child;
using commonweal::log::testing::child_folder;
using commonweal::log::testing::end_at_once;
using commonweal::log::testing::Folder;
using commonweal::records::Records;

namespace {

std::map<std::string, std::string> rows(const Records& records, std::string_view table) {
    std::map<std::string, std::string> found;
    records.each(table, [&](std::string_view key, std::string_view row) {
        found.emplace(key, row);
        return true;
    });
    return found;
}

std::string contents_of(const std::filesystem::path& folder) {
    std::string all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all;
}
bool is_in(const Folder& folder, std::string_view bytes) {
    return contents_of(folder.path()).find(bytes) != std::string::npos;
}

}  // namespace

TEST_CASE("a row is found until it is removed") {
    Folder folder;
    Records records(GENERATE(true, false) ? std::filesystem::path{} : folder.path());
    CHECK(records.find("session", "a") == std::nullopt);
    records.put("session", "a", "first");
    records.put("session", "a", std::string("second\0!", 8));
    records.put("session", "empty", "");
    CHECK(records.find("session", "a") == std::string("second\0!", 8));
    CHECK(records.find("session", "empty") == "");
    records.remove("session", "a");
    records.remove("session", "never there");
    CHECK(records.find("session", "a") == std::nullopt);
    CHECK(records.find("session", "empty") == "");
}

TEST_CASE("tables do not see each other's rows") {
    Records records({});
    records.put("a", "bc", "1");
    records.put("ab", "c", "2");
    records.put("ab", "a", "3");
    CHECK(rows(records, "a") == std::map<std::string, std::string>{{"bc", "1"}});
    CHECK(rows(records, "ab") == std::map<std::string, std::string>{{"a", "3"}, {"c", "2"}});
    CHECK(rows(records, "abc").empty());
    CHECK_THROWS_AS(records.put("", "key", "row"), std::invalid_argument);
    CHECK_THROWS_AS(records.find(std::string(256, 't'), "key"), std::invalid_argument);
}

TEST_CASE("each goes in the order of the keys and ends when told to") {
    Records records({});
    for (const auto* key : {"c", "a", "b"}) records.put("t", key, "");
    std::string seen;
    records.each("t", [&](std::string_view key, std::string_view) {
        seen += key;
        return key != "b";
    });
    CHECK(seen == "ab");
}

TEST_CASE("child: puts a row and ends without closing", "[.child]") {
    const auto folder = child_folder();
    if (!folder) return;
    Records records(*folder / "records");
    records.put("t", "key", "row");
    end_at_once();
}

TEST_CASE("rows survive a process that is killed") {
    Folder folder;
    REQUIRE(Child("child: puts a row and ends without closing", folder.path()).wait() == 0);
    CHECK(Records(folder.path() / "records").find("t", "key") == "row");
}

TEST_CASE("the folder is for one user and one process") {
    Folder folder;
    const Records records(folder.path() / "records");
    struct stat info{};
    REQUIRE(::stat((folder.path() / "records").c_str(), &info) == 0);
    CHECK((info.st_mode & 0777U) == 0700U);
    CHECK_THROWS_WITH(Records(folder.path() / "records"),
                      Catch::Contains("is in use by another process"));
}

TEST_CASE("the rows of all tables make the same store elsewhere") {
    const Folder folder, other;
    Records records(folder.path() / "records");
    records.put("a", "1", "one");
    records.put("b", "1", "two");
    std::vector<std::pair<std::string, std::string>> told;
    records.each_row([&](std::string_view key, std::string_view row) {
        told.emplace_back(key, row);
        return true;
    });
    CHECK(told.size() == 2);
    Records copied(other.path() / "records");
    copied.put_rows(told);
    CHECK(copied.find("a", "1") == "one");
    CHECK(copied.find("b", "1") == "two");
}

TEST_CASE("what was removed or replaced is in no file after it was purged; what is there stays") {
    const Folder folder;
    Records records(folder.path());
    // The first and the last stand in the manifest, too.
    for (const auto* key : {"first-key", "hash-key", "last-key"}) records.put("t", key, "a-hash");
    records.put("t", "kept-key", "an-old-hash");
    records.put("t", "kept-key", "a-new-hash");
    records.purge();
    CHECK_FALSE(is_in(folder, "an-old-hash"));
    CHECK(is_in(folder, "first-key"));
    for (const auto* key : {"first-key", "hash-key", "last-key"}) records.remove("t", key);
    REQUIRE(is_in(folder, "a-hash"));
    records.purge();
    for (const auto* gone : {"a-hash", "first-key", "hash-key", "last-key"}) {
        INFO(gone);
        CHECK_FALSE(is_in(folder, gone));
    }
    CHECK(rows(records, "t") == std::map<std::string, std::string>{{"kept-key", "a-new-hash"}});
    CHECK(is_in(folder, "a-new-hash"));
}

TEST_CASE("what is purged is gone though somebody was reading, and the reading is whole") {
    const Folder folder;
    Records records(folder.path());
    for (const auto* key : {"a", "b", "c"}) records.put("t", key, "a-hash");
    std::optional<std::thread> purging;
    std::string read;
    records.each("t", [&](std::string_view key, std::string_view) {
        read += key;
        if (!purging) {
            for (const auto* removed : {"a", "b", "c"}) records.remove("t", removed);
            purging.emplace([&] { records.purge(); });
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
        }
        return true;
    });
    purging->join();
    CHECK(read == "abc");
    CHECK_FALSE(is_in(folder, "a-hash"));
}

TEST_CASE("child: begins to purge and ends before the files are written anew", "[.child]") {
    const auto folder = child_folder();
    if (!folder) return;
    Records records(*folder / "records");
    records.put("t", "a-key", "a-hash");
    records.remove("t", "a-key");
    const std::pair<std::string, std::string> mark(Records::purge_begun, "");
    records.put_rows({&mark, 1});
    end_at_once();
}

TEST_CASE("purging that was broken off is finished when the store is opened, and once") {
    const Folder folder;
    const auto* const child = "child: begins to purge and ends before the files are written anew";
    REQUIRE(Child(child, folder.path()).wait() == 0);
    REQUIRE(is_in(folder, "a-hash"));
    const Records records(folder.path() / "records");
    CHECK_FALSE(is_in(folder, "a-hash"));
    std::size_t left = 0;
    records.each_row([&](auto, auto) { return ++left > 0; });
    CHECK(left == 0);
}
