// The keys of personal data: staged, synced together, found again, and not to be found in old files
// once they are deleted.

#include "server/vault/vault.hpp"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <set>
#include <thread>
#include <vector>

#include "server/vault/key_cache.hpp"

using namespace commonweal::vault;

namespace {

struct Folder {
    Folder() {
        auto pattern =
            (std::filesystem::temp_directory_path() / "commonweal-vault-XXXXXX").string();
        path = ::mkdtemp(pattern.data());
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::filesystem::path path;
};

using Subject = std::array<std::uint8_t, 16>;

/// Runs `work` in a process of its own that ends without any destructor, as when it is killed.
template <class Work>
void in_killed_process(Work work) {
    const pid_t child = ::fork();
    if (child == 0) {
        work();
        ::_exit(0);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(status == 0);
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

TEST_CASE("synced keys survive a process that is killed, staged ones were never promised") {
    Folder folder;
    Folder report;
    in_killed_process([&] {
        Vault vault(folder.path / "vault");
        vault.key_of(Subject{1}, 1);
        vault.sync();
        vault.key_of(Subject{2}, 1);  // staged only
        std::filesystem::create_directory(report.path / "opened");
    });
    REQUIRE(std::filesystem::exists(report.path / "opened"));
    std::pair<KeyId, Key> first;
    {
        Vault vault(folder.path / "vault");
        first = vault.key_of(Subject{1}, 1);
        // Had it not been there, this would have staged one: closed without a sync, it is lost.
    }
    Vault vault(folder.path / "vault");
    CHECK(vault.key_of(Subject{1}, 1) == first);
    CHECK(vault.find(first.first) == first.second);
}

TEST_CASE("a secret of the installation stays, one a purpose") {
    Folder folder;
    Key first{};
    in_killed_process([&] { Vault(folder.path / "vault").installation_secret(1); });
    {
        Vault vault(folder.path / "vault");
        first = vault.installation_secret(1);
        CHECK(vault.installation_secret(1) == first);
        CHECK(vault.installation_secret(2) != first);
    }
    CHECK(Vault(folder.path / "vault").installation_secret(1) == first);
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
    const Vault vault(folder.path / "vault");
    struct stat info{};
    REQUIRE(::stat((folder.path / "vault").c_str(), &info) == 0);
    CHECK((info.st_mode & 0777U) == 0700U);
    CHECK_THROWS_WITH(Vault(folder.path / "vault"),
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
