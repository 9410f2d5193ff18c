// Every engine keeps the tree of its records: any root and proof of any size, also of what went
// into files, came back after closing, or was written by a program that knew no tree.

#include "server/log/tree.hpp"

#include <rocksdb/db.h>

#include <fstream>
#include <random>

#include "server/log/record.hpp"
#include "tests/log/contract.hpp"
#include "tests/support/seed.hpp"

using namespace commonweal::log;
using namespace commonweal::log::testing;

namespace {

/// The root as RFC 6962 (2.1) defines it, from the leaves alone.
LeafHash defined_root(std::span<const LeafHash> leaves, LeafHasher& hasher) {
    if (leaves.empty()) return hasher.nothing();
    if (leaves.size() == 1) return leaves.front();
    const auto left = std::bit_floor(leaves.size() - 1);
    return hasher.node(defined_root(leaves.first(left), hasher),
                       defined_root(leaves.subspan(left), hasher));
}

/// The hash of every leaf, computed from the stored bytes.
std::vector<LeafHash> hashed(const Engine& engine, LeafHasher& hasher) {
    std::vector<LeafHash> leaves;
    engine.scan_encoded(1, [&](Position, std::string_view stored) {
        leaves.push_back(hasher(leaf_of(stored)));
        return true;
    });
    return leaves;
}

/// Records up to a size, in commits of one to a few hundred events.
void grow(Engine& engine, Position size, std::mt19937& random) {
    while (engine.head().position < size) {
        const auto left = size - engine.head().position;
        const auto count = std::min<Position>(left, random() % 2 == 0 ? 1 : 1 + random() % 300);
        std::vector<NewEvent> events;
        for (Position at = 0; at < count; ++at)
            events.push_back(event("s" + std::to_string(random() % 5), {"t"}));
        const Commit made = commit(engine.head().position + 1, std::move(events));
        REQUIRE(std::holds_alternative<Appended>(engine.append({&made, 1})[0]));
    }
}

void check_tree(const Engine& engine, std::mt19937& random) {
    LeafHasher hasher;
    const auto leaves = hashed(engine, hasher);
    const auto size = engine.head().position;
    REQUIRE(leaves.size() == size);
    REQUIRE(engine.tree().size() == size);
    const auto root_of = [&](Position of) {
        return defined_root(std::span(leaves).first(of), hasher);
    };
    CHECK(engine.tree().root(size) == root_of(size));
    CHECK(engine.tree().root(0) == hasher.nothing());
    for (int round = 0; round < 40; ++round) {
        const Position of = 1 + random() % size;
        const Position position = 1 + random() % of;
        CAPTURE(of, position);
        const auto root = root_of(of);
        CHECK(engine.tree().root(of) == root);
        CHECK(merkle::proves_inclusion(engine.tree().inclusion(position, of), leaves[position - 1],
                                       position - 1, of, root, hasher));
        CHECK(merkle::proves_consistency(engine.tree().consistency(of, size), of, root, size,
                                         root_of(size), hasher));
    }
}

/// As the folder was before the tree was kept: format 1, and no column family of it.
void make_old(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    rocksdb::DBOptions options;
    REQUIRE(rocksdb::DB::ListColumnFamilies(options, folder, &names).ok());
    std::vector<rocksdb::ColumnFamilyDescriptor> families;
    for (const auto& name : names) families.push_back({name, {}});
    std::vector<rocksdb::ColumnFamilyHandle*> handles;
    rocksdb::DB* db = nullptr;
    REQUIRE(rocksdb::DB::Open(options, folder, families, &handles, &db).ok());
    for (auto* const handle : handles) {
        if (handle->GetName() == "tree") CHECK(db->DropColumnFamily(handle).ok());
        db->DestroyColumnFamilyHandle(handle);
    }
    delete db;
    std::ofstream(folder / "FORMAT") << "commonweal-log 1\n";
}

}  // namespace

TEST_CASE("an engine keeps the tree of its records") {
    const auto kind = GENERATE(from_range(engines()));
    CAPTURE(kind);
    std::mt19937 random(commonweal::testing::seed());
    const Subject subject(kind);
    LeafHasher hasher;
    CHECK(subject.engine->tree().root(0) == hasher.nothing());
    for (const Position size : {1, 2, 255, 256, 257, 511, 512, 1300}) {
        CAPTURE(size);
        grow(*subject.engine, size, random);
        check_tree(*subject.engine, random);
    }
}

TEST_CASE("what the tree does not reach is refused in words") {
    const Subject subject(GENERATE(from_range(engines())));
    std::mt19937 random(commonweal::testing::seed());
    grow(*subject.engine, 10, random);
    const auto& tree = subject.engine->tree();
    CHECK_THROWS_WITH(tree.root(11), "The log has 10 records, not 11");
    CHECK_THROWS_WITH(tree.inclusion(11, 12), "The log has 10 records, not 12");
    CHECK_THROWS_WITH(tree.inclusion(8, 7), "There is no position 8 among the first 7");
    CHECK_THROWS_WITH(tree.inclusion(0, 7), "There is no position 0 among the first 7");
    CHECK_THROWS_WITH(tree.consistency(8, 7), "A log of 7 records does not begin with 8");
}

TEST_CASE("the tree goes on after closing, with what was in the files and what was not") {
    std::mt19937 random(commonweal::testing::seed());
    Folder folder;
    RocksOptions options;
    options.recent_events_max = 300;
    for (const Position size : {200, 900, 910, 2100}) {
        const auto engine = open_rocks_engine(folder.path() / "log", options);
        grow(*engine, size, random);
        check_tree(*engine, random);
    }
}

TEST_CASE("a log that was written without a tree gets one") {
    std::mt19937 random(commonweal::testing::seed());
    Folder folder;
    RocksOptions options;
    options.recent_events_max = 300;
    const auto path = folder.path() / "log";
    grow(*open_rocks_engine(path, options), 1000, random);
    make_old(path);
    for (const Position size : {1000, 2000, 2000}) {
        const auto engine = open_rocks_engine(path, options);
        grow(*engine, size, random);
        check_tree(*engine, random);
    }
    std::string format;
    std::getline(std::ifstream(path / "FORMAT"), format);
    CHECK(format == "commonweal-log 2");
}
