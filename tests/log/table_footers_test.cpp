// The ends of tables, which no checksum of RocksDB covers.

#include "server/log/table_footers.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "server/log/rocks_engine.hpp"
#include "tests/log/contract.hpp"
#include "tests/log/folder.hpp"

namespace commonweal::log::testing {
namespace {

using Path = std::filesystem::path;

std::vector<Path> tables_in(const Path& log) {
    std::vector<Path> tables;
    for (const auto& entry : std::filesystem::directory_iterator(log))
        if (entry.path().extension() == ".sst") tables.push_back(entry.path());
    return tables;
}

void flip(const Path& file, std::size_t from_end, int bit) {
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekg(-static_cast<std::streamoff>(from_end), std::ios::end);
    const auto before = static_cast<char>(bytes.get());
    bytes.seekp(-static_cast<std::streamoff>(from_end), std::ios::end);
    bytes.put(static_cast<char>(before ^ (1 << bit)));
}

std::string refusal(const Path& log) {
    try {
        open_rocks_engine(log);
        return "it opened";
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

}  // namespace

TEST_CASE("a table that says another checksum or format than was written is refused by its name") {
    const Folder folder;
    const auto log = folder.path() / "log";
    for (std::uint64_t number = 1; number <= 3; ++number) {
        const auto engine = open_rocks_engine(log);
        const Commit made = commit(number, {event("a", {"t"})});
        engine->append({&made, 1});
    }
    open_rocks_engine(log);
    const auto tables = tables_in(log);
    REQUIRE(tables.size() >= 3);
    for (const auto& table : tables)
        for (const std::size_t from_end : {53U, 12U, 11U, 10U, 9U})
            for (int bit = 0; bit < 8; ++bit) {
                flip(table, from_end, bit);
                CAPTURE(table.filename(), from_end, bit);
                CHECK_THAT(refusal(log),
                           Catch::Contains("is damaged: the end of " + table.filename().string()));
                flip(table, from_end, bit);
            }
    CHECK(refusal(log) == "it opened");
}

TEST_CASE("a table that was never finished is no reason not to open the log") {
    const Folder folder;
    const auto log = folder.path() / "log";
    open_rocks_engine(log);
    for (const auto* content : {"", "half a table, of which nothing is known"}) {
        std::ofstream(log / "000099.sst") << content;
        CHECK(refusal(log) == "it opened");
    }
}

}  // namespace commonweal::log::testing
