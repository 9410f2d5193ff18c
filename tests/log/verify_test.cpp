// Verifying finds every kind of damage, and names the place: bytes that a disk has changed, and
// bytes that a hand has changed so that every checksum fits again.

#include "server/log/verify.hpp"

#include <rocksdb/db.h>

#include <fstream>
#include <map>
#include <set>

#include "server/log/index_rows.hpp"
#include "server/log/record.hpp"
#include "server/log/tree_heads.hpp"
#include "tests/log/contract.hpp"

using namespace commonweal::log;
using namespace commonweal::log::testing;

namespace {

constexpr std::uint64_t commits = 400;
constexpr Position events = 3 * commits;

/// Three events on two streams.
Commit third(std::uint64_t number) {
    const auto mine = "s" + std::to_string(number % 9);
    auto made = commit(number, {event(mine, {"t", mine}), event("shared", {"t"}, "the same body"),
                                event(mine, {mine})});
    made.fingerprint[0] = static_cast<std::uint8_t>(number);
    return made;
}

/// A log with its heads, of which some records are in the files of the index, closed again.
class Written {
  public:
    Written() {
        grow(1, commits / 2);
        grow(commits / 2 + 1, commits);
    }

    void grow(std::uint64_t from, std::uint64_t to) const {
        RocksOptions options;
        options.recent_events_max = 100;
        Log log(open_rocks_engine(path(), options), {});
        const TreeHeads heads(log, path() / "HEADS", SigningKey::open_or_make(key_file()),
                              std::chrono::hours{1});
        for (auto number = from; number <= to; ++number)
            REQUIRE(std::holds_alternative<Appended>(log.append_and_wait(third(number))));
    }
    std::filesystem::path path() const { return folder_.path() / "log"; }
    std::filesystem::path key_file() const { return folder_.path() / "keys" / "log.pem"; }
    SigningKey key() const { return SigningKey::open(key_file()); }

    Verified verify(std::vector<SignedHead> outside = {}) const {
        VerifyOptions options;
        options.key = key().public_key();
        options.outside = std::move(outside);
        return verify_log(path(), options);
    }

  private:
    Folder folder_;
};

/// The database as somebody sees it who knows RocksDB and not this program.
class Tampered {
  public:
    explicit Tampered(const Written& log) {
        std::vector<std::string> names;
        rocksdb::DBOptions options;
        REQUIRE(rocksdb::DB::ListColumnFamilies(options, log.path(), &names).ok());
        std::vector<rocksdb::ColumnFamilyDescriptor> families;
        for (const auto& name : names) families.push_back({name, {}});
        std::vector<rocksdb::ColumnFamilyHandle*> handles;
        rocksdb::DB* db = nullptr;
        REQUIRE(rocksdb::DB::Open(options, log.path(), families, &handles, &db).ok());
        db_.reset(db);
        for (std::size_t at = 0; at < names.size(); ++at) handles_[names[at]] = handles[at];
    }
    ~Tampered() {
        for (const auto& [name, handle] : handles_) db_->DestroyColumnFamilyHandle(handle);
    }
    Tampered(const Tampered&) = delete;
    Tampered& operator=(const Tampered&) = delete;

    std::string get(const std::string& family, const std::string& key) {
        std::string value;
        REQUIRE(db_->Get({}, handles_.at(family), key, &value).ok());
        return value;
    }
    void put(const std::string& family, const std::string& key, const std::string& value) {
        REQUIRE(db_->Put({}, handles_.at(family), key, value).ok());
    }
    void remove(const std::string& family, const std::string& key) {
        get(family, key);
        REQUIRE(db_->Delete({}, handles_.at(family), key).ok());
    }
    std::string first_key(const std::string& family) {
        const std::unique_ptr<rocksdb::Iterator> at(db_->NewIterator({}, handles_.at(family)));
        at->SeekToFirst();
        REQUIRE(at->Valid());
        return at->key().ToString();
    }
    /// Another record in the place of one, with all that belongs to it: length, checksum, hash.
    void forge(Position position, const std::function<void(Record&)>& change) {
        const auto key = position_key(position);
        auto record = decode_record(get("records", key)).value();
        change(record);
        const std::vector<std::string_view> tags(record.tags.begin(), record.tags.end());
        LeafHasher hasher;
        std::string stored;
        encode_record(
            {record.position, record.commit_id, record.index, record.count, record.recorded_at,
             record.stream, record.version, tags, record.kind, record.schema_version, record.body},
            hasher, stored);
        put("records", key, stored);
    }

  private:
    std::unique_ptr<rocksdb::DB> db_;
    std::map<std::string, rocksdb::ColumnFamilyHandle*> handles_;
};

/// "kind@position", each once.
std::set<std::string> found(const Verified& verified) {
    std::set<std::string> all;
    for (const auto& problem : verified.problems) {
        INFO(problem.file << ": " << problem.detail);
        CHECK_FALSE(problem.file.empty());
        CHECK_FALSE(problem.detail.empty());
        all.insert(problem.kind + "@" + std::to_string(problem.position));
    }
    CHECK(verified.ok() == all.empty());
    return all;
}

using Found = std::set<std::string>;

}  // namespace

TEST_CASE("a log that is whole verifies, to the root of its tree") {
    const Written log;
    const auto verified = log.verify();
    CHECK(found(verified) == Found{});
    CHECK(verified.events == events);
    const auto engine = open_rocks_engine(log.path());
    CHECK(verified.root == engine->tree().root(events));
    CHECK_THROWS_AS(log.verify(), DirectoryInUse);
}

TEST_CASE("a log without records verifies; a folder without a log is told as such") {
    const Folder folder;
    open_rocks_engine(folder.path() / "log");
    CHECK(verify_log(folder.path() / "log", {}).ok());
    CHECK_THROWS_WITH(verify_log(folder.path() / "nothing", {}),
                      Catch::StartsWith("There is no log"));
}

namespace {

struct Tampering {
    std::string what;
    std::function<void(Tampered&)> change;
    Found expected;  ///< among what is found
};
/// The first head was anchored at position 600.
std::vector<Tampering> tamperings() {
    const auto forged = [](Position position, auto field, auto value) {
        return [=](Tampered& log) {
            log.forge(position, [&](Record& record) { record.*field = value; });
        };
    };
    const auto removed = [](const char* family, Position position) {
        return [=](Tampered& log) { log.remove(family, position_key(position)); };
    };
    const auto tagged = name_key("t", 1);
    return {
        {"a body", forged(100, &Record::body, "another"), {"changed@1", "tree@1"}},
        {"a body after the first head", forged(610, &Record::body, "another"), {"changed@601"}},
        {"a version", forged(100, &Record::version, Version{77}), {"version@100", "changed@1"}},
        {"a time", forged(100, &Record::recorded_at, InstantUs{1}), {"time@100", "changed@1"}},
        {"a commit's id", forged(101, &Record::commit_id, id_of(7)), {"commit@101"}},
        {"a commit's count", forged(101, &Record::count, std::uint16_t{4}), {"commit@101"}},
        {"a stream", forged(100, &Record::stream, "x"), {"version@100", "index@100"}},
        {"a position", forged(100, &Record::position, Position{99}), {"damaged@100"}},
        {"the stored hash",
         [](Tampered& log) {
             auto stored = log.get("records", position_key(100));
             stored[20] = static_cast<char>(stored[20] ^ 1);
             log.put("records", position_key(100), stored);
         },
         {"damaged@100"}},
        {"half a record",
         [](Tampered& log) { log.put("records", position_key(100), "CWR"); },
         {"damaged@100"}},
        {"a record that is gone", removed("records", 700), {"missing@700"}},
        {"the first record", removed("records", 1), {"missing@1"}},
        {"the last record", removed("records", events), {"lost@1200", "commit@1200"}},
        {"a record too many",
         [](Tampered& log) { log.put("records", position_key(events + 2), "CWR"); },
         {"missing@1201", "damaged@1202"}},
        {"a fingerprint that is gone", removed("fingerprints", 4), {"index@0"}},
        {"a fingerprint of no commit",
         [](Tampered& log) { log.put("fingerprints", position_key(2), std::string(32, 'f')); },
         {"fingerprint@2"}},
        {"a tag's list that is gone",
         [=](Tampered& log) { log.remove("tags", tagged); },
         {"index@1", "index@2", "index@4"}},
        {"a tag's list with one too many",
         [=](Tampered& log) {
             auto list = log.get("tags", tagged);
             log.put("tags", tagged, list.substr(0, 1) + "\x01\x01" + list.substr(2));
         },
         {"index@3"}},
        {"a stream's head that is gone",
         [](Tampered& log) { log.remove("heads", "s1"); },
         {"index@1"}},
        {"a commit that the index does not know",
         [](Tampered& log) {
             const auto id = id_of(1);
             log.remove("commits", std::string(id.begin(), id.end()));
         },
         {"index@1"}},
        {"a row of the index that is none",
         [](Tampered& log) {
             log.put("streams",
                     "\x09"
                     "half",
                     "x");
         },
         {"index@0"}},
        {"an index that says it goes further",
         [](Tampered& log) {
             std::string further;
             append_little_endian(further, Position{5000});
             log.put("default", "indexed-to", further);
         },
         {"lost@1201"}},
        {"a block of the tree",
         [](Tampered& log) { log.put("tree", position_key(1), std::string(32, 'x')); },
         {"tree@257"}},
        {"a block of the tree that is gone", removed("tree", 1), {"tree@257"}},
        {"a block of the tree too many",
         [](Tampered& log) { log.put("tree", position_key(99), std::string(32, 'x')); },
         {"tree@1201"}},
    };
}

}  // namespace

TEST_CASE("what was changed on the disk is found, and the place named") {
    const auto tampering = GENERATE(from_range(tamperings()));
    CAPTURE(tampering.what);
    const Written log;
    {
        Tampered tampered(log);
        tampering.change(tampered);
    }
    const auto all = found(log.verify());
    CAPTURE(all);
    for (const auto& one : tampering.expected) CHECK(all.contains(one));
}

TEST_CASE("a log that is opened by hand and not changed verifies") {
    const Written log;
    {
        const Tampered tampered(log);
    }
    CHECK(found(log.verify()) == Found{});
}

TEST_CASE("a byte that the disk has changed is found in whatever table it stands") {
    const Written log;
    {
        const Tampered tampered(log);
    }  // brings everything into table files
    int tables = 0;
    for (const auto& entry : std::filesystem::directory_iterator(log.path())) {
        if (entry.path().extension() != ".sst") continue;
        std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekg(30);
        const auto byte = static_cast<char>(file.get() ^ 1);
        file.seekp(30);
        file.put(byte);
        file.close();
        ++tables;
        const auto verified = log.verify();
        CAPTURE(entry.path());
        CHECK_FALSE(verified.ok());
        std::fstream back(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
        back.seekp(30);
        back.put(static_cast<char>(byte ^ 1));
    }
    CHECK(tables >= 3);
    CHECK(log.verify().ok());
}

TEST_CASE("a head that was kept elsewhere shows what was lost or changed since") {
    const Written log;
    SignedHead kept;
    {
        const auto engine = open_rocks_engine(log.path());
        kept = sign(tree_head(*engine, 1000), log.key());
    }
    CHECK(log.verify({kept}).ok());
    auto longer = kept;
    longer.head.size = 5000;
    CHECK(found(log.verify({longer})) == Found{"lost@1201"});
    auto other = kept;
    other.head.root[0] ^= 1U;
    CHECK(found(log.verify({other})) == Found{"changed@601"});
}

TEST_CASE("a damaged file of heads is told, and all else verified") {
    const Written log;
    std::fstream file(log.path() / "HEADS", std::ios::in | std::ios::out);
    file.seekp(40);
    file.put('?');
    file.close();
    CHECK(found(log.verify()) == Found{"head@0"});
}

TEST_CASE("of very much damage the first places are told, and how many there are") {
    const Written log;
    {
        Tampered tampered(log);
        for (Position position = 1; position <= 300; ++position)
            tampered.remove("records", position_key(position));
    }
    const auto verified = log.verify();
    CHECK(verified.problems.size() == Problems::told_max);
    CHECK(verified.problem_count >= 300);
}
