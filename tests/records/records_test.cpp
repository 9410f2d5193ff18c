// The small mutable store: rows by table and key, durable when put returns.

#include "server/records/records.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <map>
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
