// The keys of personal data: staged, synced together, found again, and not to be found in old files
// once they are deleted.

#include "server/vault/vault.hpp"

#include <rocksdb/write_batch.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <set>
#include <thread>
#include <vector>

#include "server/vault/key_cache.hpp"
#include "server/vault/key_store.hpp"
#include "tests/log/child.hpp"
#include "tests/log/folder.hpp"

using namespace commonweal::vault;
using commonweal::log::testing::Child;
using commonweal::log::testing::child_folder;
using commonweal::log::testing::end_at_once;
using commonweal::log::testing::Folder;

namespace {

using Subject = std::array<std::uint8_t, 16>;

std::string contents_of(const std::filesystem::path& folder) {
    std::string all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all;
}
bool is_in(const std::string& all, const Key& key) {
    return all.find(std::string(key.begin(), key.end())) != std::string::npos;
}

}  // namespace

TEST_CASE("a new key is usable at once, and no two are the same") {
    Vault vault({});
    std::set<KeyId> ids;
    std::set<Key> keys;
    for (int round = 0; round < 1000; ++round) {
        const auto [id, key] = vault.new_key();
        ids.insert(id);
        keys.insert(key);
        CHECK(vault.find(id) == key);
        if (round % 100 == 0) vault.sync();
        CHECK(vault.find(id) == key);
    }
    CHECK(ids.size() == 1000);
    CHECK(keys.size() == 1000);
    CHECK(vault.find(KeyId{}) == std::nullopt);
}

TEST_CASE("a subject has one key for each retention class") {
    Vault vault({});
    const auto first = vault.key_of(Subject{1}, 1);
    CHECK(vault.key_of(Subject{1}, 1) == first);
    vault.sync();
    CHECK(vault.key_of(Subject{1}, 1) == first);
    CHECK(vault.key_of(Subject{1}, 2) != first);
    CHECK(vault.key_of(Subject{2}, 1) != first);
}

TEST_CASE("child: syncs some keys and ends without closing", "[.child]") {
    const auto folder = child_folder();
    if (!folder) return;
    Vault vault(*folder / "vault");
    const auto synced = vault.key_of(Subject{1}, 1);
    vault.installation_secret(1);
    vault.sync();
    const auto staged_only = vault.new_key();
    std::ofstream told(*folder / "told");
    for (const auto& [id, key] : {synced, staged_only}) {
        told.write(reinterpret_cast<const char*>(id.data()), id.size());
        told.write(reinterpret_cast<const char*>(key.data()), key.size());
    }
    told.close();
    end_at_once();
}

TEST_CASE("synced keys survive a process that is killed, staged ones were never promised") {
    Folder folder;
    REQUIRE(Child("child: syncs some keys and ends without closing", folder.path()).wait() == 0);
    std::ifstream told(folder.path() / "told");
    const auto next = [&] {
        std::pair<KeyId, Key> one;
        told.read(reinterpret_cast<char*>(one.first.data()), one.first.size());
        told.read(reinterpret_cast<char*>(one.second.data()), one.second.size());
        REQUIRE(told);
        return one;
    };
    const auto synced = next();
    const auto staged_only = next();
    Vault vault(folder.path() / "vault");
    CHECK(vault.find(synced.first) == synced.second);
    CHECK(vault.key_of(Subject{1}, 1) == synced);
    CHECK(vault.find(staged_only.first) == std::nullopt);
}

TEST_CASE("a secret of the installation stays, one a purpose") {
    Folder folder;
    Key first{};
    {
        Vault vault(folder.path() / "vault");
        first = vault.installation_secret(1);
        CHECK(vault.installation_secret(1) == first);
        CHECK(vault.installation_secret(2) != first);
    }
    CHECK(Vault(folder.path() / "vault").installation_secret(1) == first);
}

TEST_CASE("many threads stage and sync at once") {
    Vault vault({});
    std::vector<std::thread> threads;
    std::vector<std::vector<std::pair<KeyId, Key>>> made(4);
    for (auto& mine : made) {
        threads.emplace_back([&vault, &mine] {
            for (std::uint8_t round = 0; round < 100; ++round) {
                mine.push_back(vault.new_key());
                mine.push_back(vault.key_of(Subject{round}, 0));
                vault.sync();
            }
        });
    }
    for (auto& thread : threads) thread.join();
    for (const auto& mine : made) {
        for (std::size_t at = 0; at < mine.size(); ++at) {
            CHECK(vault.find(mine[at].first) == mine[at].second);
            if (at % 2 == 1) CHECK(mine[at] == made[0][at]);
        }
    }
}

TEST_CASE("the folder is for one user and one process") {
    Folder folder;
    const Vault vault(folder.path() / "vault");
    struct stat info{};
    REQUIRE(::stat((folder.path() / "vault").c_str(), &info) == 0);
    CHECK((info.st_mode & 0777U) == 0700U);
    CHECK_THROWS_WITH(Vault(folder.path() / "vault"),
                      Catch::Contains("is in use by another process"));
}

TEST_CASE("the cache keeps what is used and stays within its bound") {
    KeyCache cache(10);
    const auto id = [](std::uint8_t number) { return KeyId{number}; };
    cache.put(id(0), Key{7});
    for (std::uint8_t number = 1; number < 100; ++number) {
        cache.put(id(number), Key{number});
        CHECK(cache.find(id(0)) == Key{7});
    }
    std::size_t kept = 0;
    for (std::uint8_t number = 1; number < 100; ++number) kept += cache.find(id(number)) ? 1 : 0;
    CHECK(kept <= 12);
    CHECK(kept > 0);
}

TEST_CASE(
    "a key that was forgotten is nowhere: not in memory, not in any file, not after opening") {
    Folder folder;
    const auto path = folder.path() / "vault";
    std::pair<KeyId, Key> text, person, kept;
    {
        Vault vault(path);
        text = vault.new_key();
        person = vault.key_of(Subject{1}, 1);
        vault.sync();
        kept = vault.new_key();
        vault.sync();
    }
    Vault vault(path);
    REQUIRE(is_in(contents_of(path), text.second));
    REQUIRE(is_in(contents_of(path), person.second));
    const auto staged = vault.new_key();
    vault.forget(std::vector{text.first, person.first, staged.first, KeyId{9}}, 17);
    for (const auto& [id, key] : {text, person, staged}) {
        CHECK_FALSE(vault.find(id));
        CHECK_FALSE(is_in(contents_of(path), key));
    }
    CHECK(vault.find(kept.first) == kept.second);
    CHECK(vault.forgotten_to() == 17);
    // Whoever comes again has a new key.
    const auto again = vault.key_of(Subject{1}, 1);
    CHECK(again.first != person.first);
    CHECK(again.second != person.second);
}

TEST_CASE("a vault knows how far it is with forgetting, also after opening") {
    Folder folder;
    const auto path = folder.path() / "vault";
    CHECK(Vault(path).forgotten_to() == 0);
    Vault(path).forget({}, 5);
    CHECK(Vault(path).forgotten_to() == 5);
}

TEST_CASE("a subject that is renewed has a new key, and the old one until it is forgotten") {
    Vault vault({});
    const auto old = vault.key_of(Subject{1}, 1);
    vault.sync();
    vault.renew(Subject{1}, 1);
    const auto now = vault.key_of(Subject{1}, 1);
    CHECK(now != old);
    CHECK(vault.find(old.first) == old.second);
    vault.forget(std::vector{old.first}, 1);
    CHECK_FALSE(vault.find(old.first));
    CHECK(vault.key_of(Subject{1}, 1) == now);
}

TEST_CASE("child: begins to forget and ends before the files are written anew", "[.child]") {
    const auto folder = child_folder();
    if (!folder) return;
    KeyStore store(*folder / "vault");
    rocksdb::WriteBatch batch;
    KeyStore::add(batch, Row::key, "id", Key{1, 2, 3, 4, 5, 6, 7, 8});
    store.write(batch);
    rocksdb::WriteBatch removing;
    KeyStore::remove(removing, Row::key, "id");
    KeyStore::add(removing, Row::purge_begun, {}, {});
    store.write(removing);
    end_at_once();
}

TEST_CASE("forgetting that was broken off is finished when the vault is opened") {
    Folder folder;
    const auto* const child = "child: begins to forget and ends before the files are written anew";
    REQUIRE(Child(child, folder.path()).wait() == 0);
    const Key key{1, 2, 3, 4, 5, 6, 7, 8};
    REQUIRE(is_in(contents_of(folder.path()), key));
    const Vault vault(folder.path() / "vault");
    CHECK_FALSE(is_in(contents_of(folder.path()), key));
}

TEST_CASE("the rows of a vault make the same vault elsewhere") {
    const Folder folder, other;
    Vault vault(folder.path());
    const auto [id, key] = vault.key_of(Subject{7}, 1);
    vault.sync();
    const auto secret = vault.installation_secret(3);
    vault.forget({}, 12);
    std::vector<std::pair<std::string, std::string>> rows;
    vault.each_row([&](std::string_view name, std::string_view row) {
        rows.emplace_back(name, row);
        return true;
    });
    CHECK(rows.size() == 4);
    Vault copied(other.path());
    copied.put_rows(rows);
    CHECK(copied.key_of(Subject{7}, 1) == std::pair(id, key));
    CHECK(copied.installation_secret(3) == secret);
    CHECK(copied.forgotten_to() == 12);
}

TEST_CASE("what is forgotten while the rows are read leaves the disk at once") {
    const Folder folder;
    Vault vault(folder.path());
    const auto [id, key] = vault.new_key();
    for (int at = 0; at < 3000; ++at) vault.new_key();
    vault.sync();
    std::size_t read = 0;
    vault.each_row([&](auto, auto) {
        if (++read == 10) {
            vault.forget(std::vector{id}, 5);
            CHECK_FALSE(is_in(contents_of(folder.path()), key));
        }
        return true;
    });
    CHECK(read >= 3000);
}
