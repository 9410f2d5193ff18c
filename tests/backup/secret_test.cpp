// What a backup of the vault is locked with.

#include "server/backup/secret.hpp"

#include "tests/backup/installation.hpp"

using Catch::Matchers::Contains;

namespace commonweal::backup::testing {

TEST_CASE("A passphrase gives the same key for the same lock, and another for another") {
    const Installation here;
    const auto one = Secret::passphrase_in(here.file("one", "correct horse battery\n"));
    const auto same = Secret::passphrase_in(here.file("same", "correct horse battery"));
    const auto windows = Secret::passphrase_in(here.file("windows", "correct horse battery\r\nx"));
    const auto other = Secret::passphrase_in(here.file("other", "Correct horse battery"));
    const auto lock = one.new_lock();
    CHECK(lock.rounds >= 3);
    CHECK(lock.memory_kib >= 256 * 1024);
    const auto key = one.key_for(lock);
    CHECK(same.key_for(lock) == key);
    CHECK(windows.key_for(lock) == key);
    CHECK(other.key_for(lock) != key);
    CHECK(one.key_for(one.new_lock()) != key);
}

TEST_CASE("A key file gives a key by all its bytes") {
    const Installation here;
    const auto one = Secret::key_in(here.file("one", std::string(32, 'a') + "\n1"));
    const auto other = Secret::key_in(here.file("other", std::string(32, 'a') + "\n2"));
    const auto lock = one.new_lock();
    CHECK(one.key_for(lock) == one.key_for(lock));
    CHECK(one.key_for(lock) != other.key_for(lock));
    CHECK(one.key_for(one.new_lock()) != one.key_for(lock));
}

TEST_CASE("What is no secret to lock with is refused in words") {
    const Installation here;
    CHECK_THAT(thrown_by([&] { Secret::passphrase_in(here.file("short", "too short\n")); }),
               Contains("is too short for a passphrase, which has 12 bytes or more"));
    CHECK_THAT(thrown_by([&] { Secret::key_in(here.file("short", std::string(31, 'a'))); }),
               Contains("is too short for a key file, which has 32 bytes or more"));
    CHECK_THAT(thrown_by([&] { Secret::key_in(here.data() / "nowhere"); }),
               Contains("There is no file"));
    const auto secret = Secret::passphrase_in(here.file("one", "correct horse battery"));
    auto lock = secret.new_lock();
    lock.memory_kib = ~0U;  // by whoever wants the machine to stand still
    CHECK_THAT(thrown_by([&] { static_cast<void>(secret.key_for(lock)); }), Contains("is damaged"));
}

TEST_CASE("A lock and a key go to a server as text and come back") {
    const Installation here;
    const auto secret = here.key();
    const auto lock = secret.new_lock();
    const auto key = secret.key_for(lock);
    Lock read_lock;
    FileKey read_key{};
    CHECK(read_text(to_text(lock), read_lock));
    CHECK(read_lock == lock);
    CHECK(read_text(to_text(key), read_key));
    CHECK(read_key == key);
    CHECK_FALSE(read_text("nonsense", read_lock));
    CHECK_FALSE(read_text(to_text(lock), read_key));
}

}  // namespace commonweal::backup::testing
