// Keys that are written ahead.

#include "server/vault/key_reserve.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <thread>

#include "tests/log/child.hpp"
#include "tests/log/folder.hpp"

using namespace commonweal::vault;
using commonweal::log::testing::Child;
using commonweal::log::testing::child_folder;
using commonweal::log::testing::end_at_once;
using commonweal::log::testing::Folder;

namespace {

/// The reserve is filled by a thread of the vault's own.
void wait_for_reserve(const Vault& vault) {
    while (vault.in_reserve() < KeyReserve::keys_max / 2)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

}  // namespace

TEST_CASE("child: takes keys from the reserve and ends without closing", "[.child]") {
    const auto folder = child_folder();
    if (!folder) return;
    Vault vault(*folder / "vault");
    vault.new_key();
    wait_for_reserve(vault);
    std::ofstream told(*folder / "told");
    for (int taken = 0; taken < 3; ++taken) {
        const auto [id, key] = vault.new_key();
        told.write(reinterpret_cast<const char*>(id.data()), id.size());
        told.write(reinterpret_cast<const char*>(key.data()), key.size());
    }
    told.close();
    end_at_once();
}

TEST_CASE("a key from the reserve is durable already, and no later process gives it again") {
    Folder folder;
    REQUIRE(Child("child: takes keys from the reserve and ends without closing", folder.path())
                .wait() == 0);
    std::ifstream told(folder.path() / "told");
    std::map<KeyId, Key> taken;
    for (int i = 0; i < 3; ++i) {
        std::pair<KeyId, Key> one;
        told.read(reinterpret_cast<char*>(one.first.data()), one.first.size());
        told.read(reinterpret_cast<char*>(one.second.data()), one.second.size());
        REQUIRE(told);
        taken.insert(one);
    }
    Vault vault(folder.path() / "vault");
    for (const auto& [id, key] : taken) CHECK(vault.find(id) == key);
    for (std::size_t i = 0; i < KeyReserve::keys_max; ++i) {
        CHECK_FALSE(taken.contains(vault.new_key().first));
        if (i % 100 == 0) wait_for_reserve(vault);
    }
}

TEST_CASE("what nobody took of the reserve leaves the disk at a clean end; what was taken stays") {
    Folder folder;
    std::map<KeyId, Key> taken;
    const auto count = [](const Vault& vault) {
        std::size_t rows = 0;
        vault.each_row([&](std::string_view, std::string_view) { return ++rows > 0; });
        return rows;
    };
    {
        Vault vault(folder.path());
        vault.sync();
        CHECK(count(vault) == 0);
        for (std::size_t i = 0; i < KeyReserve::keys_max * 3; ++i) {
            taken.insert(vault.new_key());
            if (i % 64 == 0) wait_for_reserve(vault);
        }
        vault.sync();
        wait_for_reserve(vault);
        CHECK(count(vault) > taken.size());
        CHECK(count(vault) <= taken.size() + KeyReserve::keys_max);
    }
    CHECK(taken.size() == KeyReserve::keys_max * 3);
    const Vault vault(folder.path());
    CHECK(count(vault) == taken.size());
    for (const auto& [id, key] : taken) REQUIRE(vault.find(id) == key);
}
