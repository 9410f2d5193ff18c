// What is forgotten stays forgotten, whichever backups are joined.

#include "tests/backup/installation.hpp"

using Catch::Matchers::Contains;

namespace commonweal::backup::testing {

namespace {

/// Two people; one of them is forgotten between two backups, at position 30.
struct Forgotten {
    Forgotten() {
        auto& open = here.open();
        ada = open.vault.new_key().first;
        ben = open.vault.new_key().first;
        open.vault.sync();
        open.grow(20);
        before = here.back_up();
        fs::copy(vault_in(here.to()), old_vault);
        open.grow(10);
        open.vault.forget(std::vector{ben}, 30);
        open.grow(10);
        after = here.back_up();
    }
    bool holds(const vault::KeyId& key) const {
        return vault::Vault(here.restored_at() / "vault").find(key).has_value();
    }
    std::uint64_t forgotten_to() const {
        return vault::Vault(here.restored_at() / "vault").forgotten_to();
    }

    Installation here;
    fs::path old_vault = here.to().parent_path() / "old_vault";
    vault::KeyId ada{}, ben{};
    BackedUp before, after;
};

}  // namespace

TEST_CASE("An older log with the newest vault does not bring back who was forgotten") {
    const Forgotten story;
    const auto restored = story.here.restore(story.before.id);
    CHECK(restored.head.size == 20);
    CHECK(story.holds(story.ada));
    CHECK_FALSE(story.holds(story.ben));
    // From there on it forgets what the log will say: other events than those before.
    CHECK(restored.forgotten_to == 20);
    CHECK(story.forgotten_to() == 20);
}

TEST_CASE("An older vault is refused where the log does not say who was forgotten since") {
    const Forgotten story;
    CHECK_THAT(thrown_by([&] { story.here.restore(story.before.id, story.old_vault); }),
               Contains("is older than the newest") && Contains("reaches position 30"));
    CHECK(story.here.nothing_is_left());
}

TEST_CASE("An older vault with a log that says who was forgotten since forgets them again") {
    const Forgotten story;
    const auto restored = story.here.restore(story.after.id, story.old_vault);
    CHECK(restored.vault.number == 1);
    CHECK(restored.head.size == 40);
    // It is the server that reads the log, and it begins where the vault was.
    CHECK(restored.forgotten_to == 0);
    CHECK(story.holds(story.ada));
}

TEST_CASE("The newest vault with the newest log forgets nothing twice") {
    const Forgotten story;
    const auto restored = story.here.restore();
    CHECK(restored.forgotten_to == 30);
    CHECK_FALSE(story.holds(story.ben));
}

TEST_CASE("A key that was forgotten is in no file of the backups after the next one") {
    Installation here;
    auto& open = here.open();
    open.grow(5);
    const auto [id, key] = open.vault.new_key();
    open.vault.sync();
    here.back_up();
    // The file as it was is opened by the same key file: only its being gone helps.
    const auto contents = [&] {
        here.restore();
        return vault::Vault(here.restored_at() / "vault").find(id).has_value();
    };
    CHECK(contents());
    open.vault.forget(std::vector{id}, 5);
    here.back_up();
    CHECK_FALSE(contents());
    const std::string bare(key.begin(), key.end());
    for (const auto& entry : fs::recursive_directory_iterator(here.to()))
        if (entry.is_regular_file()) CHECK(bytes_of(entry.path()).find(bare) == std::string::npos);
}

TEST_CASE("A vault that forgets while it is backed up is written once more") {
    Installation here;
    auto& open = here.open();
    open.grow(5);
    const auto [id, key] = open.vault.new_key();
    open.vault.sync();
    Order order;
    order.to = here.to();
    const auto secret = here.key();
    order.lock = secret.new_lock();
    order.key = secret.key_for(order.lock);
    bool forgotten = false;
    const auto made = back_up(open.source(), order, [&](std::string_view doing, auto, auto) {
        // By then the rows have been read.
        if (doing == "Copying the vault" && !forgotten) {
            forgotten = true;
            open.vault.forget(std::vector{id}, 5);
        }
        return true;
    });
    REQUIRE(forgotten);
    CHECK(made.forgotten_to == 5);
    here.restore();
    CHECK_FALSE(vault::Vault(here.restored_at() / "vault").find(id).has_value());
}

}  // namespace commonweal::backup::testing
