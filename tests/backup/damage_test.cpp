// Restoring from what is damaged, missing or another's: refused with a sentence, and nothing left.

#include <sys/resource.h>

#include <csignal>
#include <fstream>

#include "server/backup/folder.hpp"
#include "tests/backup/installation.hpp"

using Catch::Matchers::Contains;

namespace commonweal::backup::testing {

namespace {

void write(const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

/// Each file in turn is changed in a way, which has to be found, and put right again.
void each_file_changed(const Installation& here, const std::string& way,
                       const std::function<void(const fs::path&, std::string)>& change) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(here.to()))
        if (entry.is_regular_file() && entry.path().filename() != "LOCK") files.push_back(entry);
    REQUIRE(files.size() >= 7);
    for (const auto& file : files) {
        const auto bytes = bytes_of(file);
        if (bytes.empty()) continue;
        INFO(way << ": " << file.lexically_relative(here.to()));
        change(file, bytes);
        CHECK(thrown_by([&] { here.restore(); }) != "");
        CHECK(here.nothing_is_left());
        write(file, bytes);
    }
    CHECK_NOTHROW(here.restore());
}

/// While it lives, no file of this process grows beyond so many bytes.
class FilesUpTo {
  public:
    explicit FilesUpTo(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        handler_ = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FilesUpTo() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }
    FilesUpTo(const FilesUpTo&) = delete;
    FilesUpTo& operator=(const FilesUpTo&) = delete;

  private:
    rlimit before_{};
    void (*handler_)(int) = SIG_DFL;
};

}  // namespace

TEST_CASE("A byte that was changed is found in any file of a backup") {
    Installation here;
    here.open().grow(300);
    here.back_up();
    const auto flipped = [](double at) {
        return [at](const fs::path& file, std::string bytes) {
            auto& byte =
                bytes[static_cast<std::size_t>(at * static_cast<double>(bytes.size() - 1))];
            byte = static_cast<char>(byte ^ 1);
            write(file, bytes);
        };
    };
    for (const auto at : {0.0, 0.3, 0.7, 1.0})
        each_file_changed(here, "flipped at " + std::to_string(at), flipped(at));
}

TEST_CASE("A file of a backup that is cut off, longer or gone is found") {
    Installation here;
    here.open().grow(300);
    here.back_up();
    each_file_changed(here, "cut off", [](const fs::path& file, const std::string& bytes) {
        write(file, bytes.substr(0, bytes.size() - 1));
    });
    each_file_changed(here, "longer", [](const fs::path& file, const std::string& bytes) {
        write(file, bytes + '\n');
    });
    each_file_changed(here, "gone",
                      [](const fs::path& file, const std::string&) { fs::remove(file); });
}

TEST_CASE("The next backup finds that a file which it shares was damaged") {
    Installation here;
    here.open().fill(5);
    here.back_up();
    fs::path table;
    for (const auto& entry : fs::recursive_directory_iterator(logs_in(here.to())))
        if (entry.path().extension() == ".sst" &&
            (table.empty() || entry.file_size() > fs::file_size(table)))
            table = entry.path();
    auto bytes = bytes_of(table);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 4);
    write(table, bytes);
    CHECK_THAT(thrown_by([&] { here.back_up(); }),
               Contains("is damaged") && Contains("another, empty folder"));
    CHECK(read_manifest(here.to())->logs.size() == 1);
}

TEST_CASE("The next backup finds that one of those before it is gone") {
    Installation here;
    here.open().grow(20);
    here.back_up();
    here.back_up();
    fs::remove(commonweal::log::list_of_backup(logs_in(here.to()), 1));
    CHECK_THAT(thrown_by([&] { here.back_up(); }),
               Contains("Backup 1") && Contains("is missing or damaged"));
    CHECK(here.restore().id == 2);
}

TEST_CASE("What cannot be restored says why, and leaves nothing") {
    Installation here;
    here.open().grow(20);
    here.back_up();
    auto order = here.restoring();
    const auto refused = [&] {
        auto why = thrown_by([&] { restore(order, [](auto...) { return true; }); });
        CHECK(here.nothing_is_left());
        return why;
    };
    SECTION("another key file") {
        const auto other = Secret::key_in(here.file("other", std::string(32, 'o')));
        order.secret = &other;
        CHECK_THAT(refused(), Contains("is not the one that it was locked with"));
    }
    SECTION("a passphrase where there was a key file") {
        const auto other = Secret::passphrase_in(here.file("words", "correct horse battery"));
        order.secret = &other;
        CHECK_THAT(refused(), Contains("is locked with a key file (--key-file)"));
    }
    SECTION("a number that is not there") {
        order.id = 7;
        CHECK_THAT(refused(), Contains("There is no backup 7") && Contains("only 1."));
    }
    SECTION("no backups") {
        order.from = here.data();
        CHECK_THAT(refused(), Contains("There is no backup in") && Contains("manifest.json"));
    }
    SECTION("a backup of another vault") {
        Installation other;
        other.open().grow(20);
        other.back_up();
        order.vault = vault_in(other.to());
        CHECK_THAT(refused(), Contains("belongs to another log"));
    }
    SECTION("a backup that is at work") {
        const FolderLock at_work(here.to(), FolderLock::For::writing);
        CHECK_THAT(refused(), Contains("Another backup or restore is at work"));
    }
}

TEST_CASE(
    "A log that is not the one whose head was signed is refused, whatever its checksums say") {
    Installation here, other;
    here.open().grow(20);
    other.open().grow(20);
    here.back_up();
    other.back_up();
    // By whoever knows the files and not the signing key.
    fs::remove_all(logs_in(here.to()));
    fs::copy(logs_in(other.to()), logs_in(here.to()), fs::copy_options::recursive);
    auto manifest = *read_manifest(here.to());
    manifest.logs.front().list_hash = read_manifest(other.to())->logs.front().list_hash;
    write_manifest(here.to(), manifest);
    CHECK_THAT(thrown_by([&] { here.restore(); }), Contains("Backup 1 of the log does not verify"));
    CHECK(here.nothing_is_left());
}

TEST_CASE("A disk that takes no more is told, and nothing is left") {
    Installation here;
    here.open().fill(3);
    here.back_up();
    here.close();
    // Less than the vault's store, the records' and the log's tables take, one after the other.
    const auto bytes = GENERATE(0, 10, 1000, 100'000);
    CAPTURE(bytes);
    const FilesUpTo limited(static_cast<rlim_t>(bytes));
    CHECK(thrown_by([&] { here.restore(); }) != "");
    CHECK(here.nothing_is_left());
}

TEST_CASE("A directory that holds anything is not restored into") {
    Installation here;
    here.open().grow(20);
    here.back_up();
    auto order = here.restoring();
    order.data = here.data();
    const auto refused = [&] {
        return thrown_by([&] { restore(order, [](auto...) { return true; }); });
    };
    CHECK_THAT(refused(), Contains("is not empty"));
    CHECK(here.open().head().size == 20);
    order.data = here.file("a file", "text");
    CHECK_THAT(refused(), Contains("is no directory"));
    order.data = here.restored_at();
    fs::create_directories(order.data);
    CHECK(refused() == "");
    CHECK(fs::exists(order.data / "log"));
    CHECK(fs::status(order.data).permissions() == fs::perms::owner_all);
}

}  // namespace commonweal::backup::testing
