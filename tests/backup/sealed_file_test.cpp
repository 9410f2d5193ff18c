// The encrypted file: whatever is changed in it is found, and it is there whole or not at all.

#include "server/backup/sealed_file.hpp"

#include <fstream>

#include "server/backup/label.hpp"
#include "tests/backup/installation.hpp"

using Catch::Matchers::Contains;

namespace commonweal::backup::testing {

namespace {

constexpr std::size_t chunk = 64U << 10U;

FileKey key_of(std::uint8_t number) {
    FileKey key;
    key.fill(number);
    return key;
}

Label label() {
    Label made;
    made.lock = {SecretKind::passphrase, {1, 2, 3}, 3, 65536};
    made.number = 7;
    made.forgotten_to = 300;
    made.log_records = 400;
    made.made_at = 1'760'000'000'000'000;
    made.log_key[5] = 9;
    return made;
}

std::string text_of(std::size_t bytes) {
    std::string text(bytes, '\0');
    for (std::size_t at = 0; at < bytes; ++at) text[at] = static_cast<char>(at * 31 >> 3U);
    return text;
}

void write(const fs::path& file, const std::string& text) {
    SealedWriter writer(file, label(), key_of(1));
    // In pieces that do not fit the chunks.
    for (std::size_t at = 0; at < text.size(); at += 1000)
        writer.write(std::string_view(text).substr(at, 1000));
    writer.finish();
    writer.publish();
}

std::string read(const fs::path& file, std::size_t bytes, const FileKey& key = key_of(1)) {
    SealedReader reader(file);
    reader.unlock(key);
    std::string text(bytes, '\0');
    reader.read(text);
    if (!reader.at_end()) reader.refuse("there is more");
    return text;
}

}  // namespace

TEST_CASE("What was sealed is read again, of any length, and its label without the key") {
    const Folder folder;
    const auto file = folder.path() / "sealed";
    for (const auto bytes :
         {std::size_t{0}, std::size_t{1}, chunk - 1, chunk, chunk + 1, 3 * chunk, 3 * chunk + 17}) {
        CAPTURE(bytes);
        write(file, text_of(bytes));
        CHECK(SealedReader(file).label() == label());
        CHECK(read(file, bytes) == text_of(bytes));
        CHECK_THAT(thrown_by([&] { read(file, bytes + 1); }), Contains("end too early"));
        if (bytes > 0) CHECK_THAT(thrown_by([&] { read(file, bytes - 1); }), Contains("more"));
        CHECK_THAT(thrown_by([&] { read(file, bytes, key_of(2)); }),
                   Contains("is not the one that it was locked with"));
    }
}

TEST_CASE("No byte of a sealed file changes, goes or comes without its being found") {
    const Folder folder;
    const auto file = folder.path() / "sealed";
    const auto size = chunk + 500;
    write(file, text_of(size));
    const auto whole = bytes_of(file);
    const auto is_found = [&](const std::string& bytes) {
        std::ofstream(file, std::ios::binary) << bytes;
        return thrown_by([&] { read(file, size); }) != "";
    };
    for (std::size_t at = 0; at < whole.size(); at += at < 400 ? 1 : 997) {
        CAPTURE(at);
        auto bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
        CHECK(is_found(bytes));
        CHECK(is_found(whole.substr(0, at)));
    }
    // At the end of a chunk, where nothing but its not being the last one tells.
    CHECK(is_found(whole.substr(0, label_bytes + 24 + chunk + 17)));
    CHECK(is_found(whole.substr(0, label_bytes + 24)));
    CHECK(is_found(whole + "x"));
    CHECK(is_found(whole + whole.substr(label_bytes)));
    CHECK_FALSE(is_found(whole));
    // Where the last chunk is a full one, what follows is not taken for a part of it.
    write(file, text_of(chunk));
    const auto full = bytes_of(file);
    std::ofstream(file, std::ios::binary) << full << 'x';
    CHECK_THAT(thrown_by([&] { read(file, chunk); }), Contains("added behind its end"));
}

TEST_CASE("Bytes that stand in the label have their places") {
    const auto bytes = to_bytes(label(), key_of(1));
    CHECK(bytes.size() == label_bytes);
    CHECK(bytes.starts_with(std::string("CWV\x01\x01\x01\x02\x03", 8)));
    CHECK(bytes[29] == 7);
    CHECK(read_label(bytes) == label());
    CHECK(is_label_of(bytes, key_of(1)));
    CHECK_FALSE(is_label_of(bytes, key_of(2)));
    auto newer = bytes;
    newer[3] = 2;
    CHECK_FALSE(read_label(newer));
    CHECK_FALSE(read_label(bytes.substr(1)));
}

TEST_CASE("A file that is not finished leaves the one before it") {
    const Folder folder;
    const auto file = folder.path() / "sealed";
    write(file, "before");
    {
        SealedWriter writer(file, label(), key_of(1));
        writer.write("after");
        writer.finish();
    }
    CHECK(read(file, 6) == "before");
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("A full disk is told, and leaves the one before it") {
    const Folder folder;
    const auto file = folder.path() / "sealed";
    write(file, "before");
    // What is written there finds no room.
    fs::create_symlink("/dev/full", folder.path() / "sealed.new");
    CHECK_THAT(thrown_by([&] { write(file, "after"); }),
               Contains("Cannot write") && Contains("No space left on device"));
    CHECK(read(file, 6) == "before");
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

}  // namespace commonweal::backup::testing
