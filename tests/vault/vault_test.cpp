// The keys of personal data: staged, synced together, found again, and not to be found in old files
// once they are deleted.

#include "server/vault/vault.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <thread>
#include <vector>

#include "server/vault/key_cache.hpp"
#include "tests/log/child.hpp"
#include "tests/log/folder.hpp"

using namespace commonweal::vault;
using commonweal::log::testing::Child;
using commonweal::log::testing::child_folder;
using commonweal::log::testing::end_at_once;
using commonweal::log::testing::Folder;

namespace {

using Subject = std::array<std::uint8_t, 16>;

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
