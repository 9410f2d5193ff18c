// Backing up what is being written, by increments, and restoring it to the same root.

#include <atomic>
#include <fstream>
#include <map>
#include <thread>

#include "server/backup/folder.hpp"
#include "server/vault/key_reserve.hpp"
#include "tests/backup/installation.hpp"

using Catch::Matchers::Contains;
using Catch::Matchers::Equals;

namespace commonweal::backup::testing {

TEST_CASE("What is restored is what was backed up, and verifies to the root that was signed") {
    Installation here;
    here.open().grow(500);
    const auto [id, key] = here.open().vault.new_key();
    here.open().vault.sync();
    here.open().records.put("password", "ada", "hash");
    const auto made = here.back_up();
    CHECK(made.head.head == here.open().head());
    CHECK(log::is_signed_by(here.open().heads.public_key(), made.head));

    const auto restored = here.restore();
    CHECK(restored.head == made.head.head);
    CHECK(bytes_of(here.restored_at() / "keys" / "log.pem") ==
          bytes_of(here.data() / "keys" / "log.pem"));
    Opened again(here.restored_at());
    CHECK(again.head() == made.head.head);
    CHECK(again.vault.find(id) == key);
    CHECK(again.records.find("password", "ada") == "hash");
    CHECK(again.heads.anchored() == made.head.head.size);
    again.grow(10);
}

TEST_CASE("Backing up does not stop what is written, and what it has is whole") {
    Installation here;
    here.open().grow(200);
    std::atomic<bool> ended = false;
    std::thread writer([&] {
        while (!ended) here.open().grow(1);
    });
    std::vector<BackedUp> made;
    for (int round = 0; round < 5; ++round) made.push_back(here.back_up());
    ended = true;
    writer.join();
    for (const auto& one : made) {
        CAPTURE(one.id);
        const auto root = here.open().log.engine().tree().root(one.head.head.size);
        const auto restored = here.restore(one.id);
        CHECK(restored.head.size == one.head.head.size);
        CHECK(restored.head.root == root);
    }
    CHECK(made.front().head.head.size < made.back().head.head.size);
    CHECK(here.open().head().size >= made.back().head.head.size);
}

TEST_CASE("A further backup copies only what is new") {
    Installation here;
    here.open().fill(20);
    const auto first = here.back_up();
    CHECK(first.copied_bytes > 20000 * 300);
    here.open().grow(200);
    const auto second = here.back_up();
    CHECK(second.copied_bytes > 200 * 300);
    CHECK(second.copied_bytes < first.copied_bytes / 10);
    const auto third = here.back_up();
    CHECK(third.copied_bytes < 100'000);
    CHECK(here.restore(first.id).head == first.head.head);
    CHECK(here.restore(second.id).head == second.head.head);
}

TEST_CASE("A log that was closed in between is backed up by increments too") {
    Installation here;
    here.open().fill(5);
    const auto first = here.back_up();
    here.close();
    Opened again(here.data());
    again.grow(10);
    Order order;
    order.to = here.to();
    const auto secret = here.key();
    order.lock = secret.new_lock();
    order.key = secret.key_for(order.lock);
    const auto second = back_up(again.source(), order, [](auto...) { return true; });
    CHECK(second.id == first.id + 1);
    CHECK(second.copied_bytes < first.copied_bytes / 10);
    CHECK(here.restore(second.id).head == again.head());
}

TEST_CASE("Of the vault there is one backup, that of now") {
    Installation here;
    here.open().grow(10);
    here.back_up();
    const auto first = bytes_of(vault_in(here.to()));
    const auto second = here.back_up();
    CHECK(second.vault_number == 2);
    const auto now = bytes_of(vault_in(here.to()));
    CHECK(now != first);
    for (const auto& entry : fs::recursive_directory_iterator(here.to()))
        if (entry.is_regular_file()) CHECK(bytes_of(entry.path()) != first);
}

TEST_CASE("A folder of another log's backups is refused, and stays as it is") {
    Installation here, other;
    here.open().grow(10);
    other.open().grow(10);
    other.back_up();
    const auto manifest = bytes_of(manifest_in(other.to()));
    fs::create_directories(here.to());
    fs::copy(other.to(), here.to(), fs::copy_options::recursive);
    CHECK_THAT(thrown_by([&] { here.back_up(); }),
               Contains("is of another log") && Contains("Choose another, empty folder"));
    CHECK(bytes_of(manifest_in(here.to())) == manifest);
}

TEST_CASE("After an older backup was restored, the newer ones are not overwritten") {
    Installation here;
    here.open().grow(100);
    const auto older = here.back_up();
    here.open().grow(50);
    here.back_up();
    here.restore(older.id);
    Opened again(here.restored_at());
    Order order;
    order.to = here.to();
    order.lock.kind = SecretKind::key_file;
    const auto try_it = [&] { back_up(again.source(), order, [](auto...) { return true; }); };
    CHECK_THAT(thrown_by(try_it), Contains("Backup 2") && Contains("is of another log"));
    again.grow(50);  // just as many, and others
    CHECK_THAT(thrown_by(try_it), Contains("Backup 2") && Contains("is of another log"));
}

TEST_CASE("A backup that is broken off leaves those before it as they were") {
    Installation here;
    here.open().fill(3);
    const auto first = here.back_up();
    here.open().fill(20);
    Order order;
    order.to = here.to();
    order.lock.kind = SecretKind::key_file;
    const std::string at = GENERATE("Copying the log", "Copying the vault");
    const auto break_off = [&](const char* doing, auto, auto) { return doing != at; };
    CHECK_THAT(thrown_by([&] { back_up(here.open().source(), order, break_off); }), !Equals(""));
    CHECK_FALSE(fs::exists(vault_in(here.to()).string() + ".new"));
    CHECK(read_manifest(here.to())->logs.size() == 1);
    CHECK(log::LogBackups(logs_in(here.to())).ids().size() == 1);
    CHECK(here.restore().head == first.head.head);
    CHECK(here.back_up().head.head == here.open().head());
    CHECK(here.restore().head == here.open().head());
}

TEST_CASE("What a killed backup left of the log goes with the next one") {
    Installation here;
    here.open().grow(10);
    here.back_up();
    {
        log::LogBackups logs(logs_in(here.to()));
        logs.add(here.open().log.engine(), [](auto) { return true; });
        CHECK(logs.ids().size() == 2);
    }
    here.back_up();
    const log::LogBackups logs(logs_in(here.to()));
    const auto listed = read_manifest(here.to())->logs;
    REQUIRE(logs.ids().size() == 2);
    CHECK(listed[0].id == logs.ids()[0]);
    CHECK(listed[1].id == logs.ids()[1]);
}

TEST_CASE("Every key and every row comes along, however many they are") {
    Installation here;
    here.open().grow(1);
    std::map<commonweal::vault::KeyId, commonweal::vault::Key> keys;
    for (int at = 0; at < 5000; ++at) keys.insert(here.open().vault.new_key());
    here.open().vault.sync();
    std::vector<std::pair<std::string, std::string>> rows;
    for (int at = 0; at < 5000; ++at)
        rows.emplace_back("\1t" + std::to_string(at), std::string(at % 100, 'x'));
    here.open().records.put_rows(rows);
    const auto made = here.back_up();
    // The vault's reserve is there, too.
    CHECK(made.counts.vault_rows >= 5000);
    CHECK(made.counts.vault_rows <= 5000 + commonweal::vault::KeyReserve::keys_max);
    CHECK(made.counts.record_rows == 5000);
    CHECK(made.counts.files == 1);
    here.restore();
    Opened again(here.restored_at());
    std::size_t found = 0;
    for (const auto& [id, key] : keys) found += again.vault.find(id) == key ? 1 : 0;
    CHECK(found == 5000);
    for (int at = 0; at < 5000; at += 99)
        CHECK(again.records.find("t", std::to_string(at)) == std::string(at % 100, 'x'));
}

TEST_CASE("Every other file comes along, but for the views, which are computed") {
    Installation here;
    here.open().grow(1);
    for (const auto* const folder : {"views", "files/deep"})
        fs::create_directories(here.data() / folder);
    here.file("data/views/snapshot", "computed");
    const std::string large(200'000, 'l');
    here.file("data/files/deep/large", large);
    here.file("data/files/empty", "");
    CHECK(here.back_up().counts.files == 3);  // the signing key is one
    here.restore();
    CHECK(bytes_of(here.restored_at() / "files/deep/large") == large);
    CHECK(fs::exists(here.restored_at() / "files/empty"));
    CHECK_FALSE(fs::exists(here.restored_at() / "views"));
}

TEST_CASE("What cannot hold a backup is refused with the reason") {
    Installation here;
    here.open().grow(1);
    Order order;
    order.lock.kind = SecretKind::key_file;
    const auto refused = [&](const fs::path& to) {
        order.to = to;
        return thrown_by(
            [&] { back_up(here.open().source(), order, [](auto...) { return true; }); });
    };
    CHECK_THAT(refused(here.data() / "backups"), Contains("would be lost together with"));
    CHECK_THAT(refused(here.data()), Contains("would be lost together with"));
    CHECK_THAT(refused(here.data().parent_path()), Contains("would be lost together with"));
    CHECK_THAT(refused(here.file("taken", "text") / "backups"), Contains("Cannot make the folder"));
    CHECK_THAT(refused("backups"), Contains("has to be named from the root on"));
    fs::create_directories(here.to());
    std::ofstream(here.to() / "letters.txt") << "mine";
    CHECK_THAT(refused(here.to()), Contains("holds something else than backups (letters.txt)"));
    fs::remove(here.to() / "letters.txt");
    const FolderLock other(here.to(), FolderLock::For::writing);
    CHECK_THAT(refused(here.to()), Contains("Another backup or restore is at work"));
}

}  // namespace commonweal::backup::testing
