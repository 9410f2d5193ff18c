// The signed head: its bytes are those of a signed note, others can check it, and a log that does
// not go on from its anchored heads is refused with the place named.

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <sys/stat.h>

#include <fstream>

#include "server/log/base64.hpp"
#include "server/log/durable_file.hpp"
#include "server/log/tree_heads.hpp"
#include "tests/log/contract.hpp"
#include "tests/log/hex.hpp"

using namespace commonweal::log;
using namespace commonweal::log::testing;

namespace {

/// Test 1 of RFC 8032 (7.1) as PKCS #8, which is 16 bytes and the secret key.
const std::string rfc_secret =
    "302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f"
    "6"
    "0";
const std::string rfc_public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
const std::string rfc_signature_of_nothing =
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b4"
    "6bd25bf5f0595bbe24655141438e7a100b";

std::span<const std::uint8_t> bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

SigningKey rfc_key(const Folder& folder) {
    const auto path = folder.path() / "rfc.pem";
    std::ofstream(path) << "-----BEGIN PRIVATE KEY-----\n"
                        << to_base64(bytes_of(from_hex(rfc_secret)))
                        << "\n-----END PRIVATE KEY-----\n";
    return SigningKey::open_or_make(path);
}

TreeHead some_head(Position size) {
    TreeHead head{size, {}, static_cast<InstantUs>(1'763'853'600'000'000)};
    head.root[0] = static_cast<std::uint8_t>(size);
    return head;
}

Commit numbered(std::uint64_t number) {
    return commit(number, {event("s"), event("t")});
}

/// A log in a folder of its own, with its heads, for one while.
struct Running {
    explicit Running(const Folder& folder,
                     std::chrono::milliseconds interval = std::chrono::hours{1})
        : log(open_rocks_engine(folder.path() / "log"), {}),
          heads(log, folder.path() / "log" / "HEADS",
                SigningKey::open_or_make(folder.path() / "keys" / "log.pem"), interval) {}

    Log log;
    TreeHeads heads;
};

std::string refusal(const Folder& folder) {
    try {
        Running running(folder);
        return "it opened";
    } catch (const std::exception& error) {
        return error.what();
    }
}

void run(const Folder& folder, std::uint64_t from, std::uint64_t to) {
    Running running(folder);
    for (auto number = from; number <= to; ++number)
        REQUIRE(std::holds_alternative<Appended>(running.log.append_and_wait(numbered(number))));
}

std::string heads_file(const Folder& folder) {
    return read_file(folder.path() / "log" / "HEADS").value();
}

}  // namespace

TEST_CASE("base64 is written in one way") {
    // RFC 4648, section 10.
    const std::vector<std::pair<std::string, std::string>> known{{"", ""},
                                                                 {"f", "Zg=="},
                                                                 {"fo", "Zm8="},
                                                                 {"foo", "Zm9v"},
                                                                 {"foob", "Zm9vYg=="},
                                                                 {"fooba", "Zm9vYmE="},
                                                                 {"foobar", "Zm9vYmFy"}};
    for (const auto& [plain, coded] : known) {
        CHECK(to_base64(bytes_of(plain)) == coded);
        std::vector<std::uint8_t> back(plain.size());
        CHECK(from_base64(coded, back));
        CHECK(std::string(back.begin(), back.end()) == plain);
    }
    std::array<std::uint8_t, 1> one;
    for (const auto* const wrong : {"Zh==", "Zg=", "Zg", "Z===", " g==", "Zg==\n", "Zm8=", "Z*=="})
        CHECK_FALSE(from_base64(wrong, one));
}

TEST_CASE("the key signs as RFC 8032 says") {
    Folder folder;
    const auto key = rfc_key(folder);
    CHECK(to_hex(key.public_key()) == rfc_public);
    CHECK(to_hex(key.sign("")) == rfc_signature_of_nothing);
    CHECK(is_signed_by(key.public_key(), "", key.sign("")));
    CHECK_FALSE(is_signed_by(key.public_key(), "x", key.sign("")));
}

TEST_CASE("a key is made once, for its owner alone, and one that is damaged is refused") {
    Folder folder;
    const auto path = folder.path() / "keys" / "log.pem";
    const auto made = SigningKey::open_or_make(path);
    struct stat info{};
    REQUIRE(::stat(path.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777U) == 0600U);
    REQUIRE(::stat(path.parent_path().c_str(), &info) == 0);
    CHECK((info.st_mode & 0777U) == 0700U);
    CHECK(SigningKey::open_or_make(path).public_key() == made.public_key());
    std::ofstream(path) << "-----BEGIN PRIVATE KEY-----\nMC4CAQ\n-----END PRIVATE KEY-----\n";
    CHECK_THROWS_WITH(SigningKey::open_or_make(path), Catch::Contains("log.pem is damaged"));
}

TEST_CASE("a head is told as a signed note, byte for byte") {
    Folder folder;
    const auto key = rfc_key(folder);
    const auto note = to_note(sign(some_head(12345), key), key.public_key());
    // Made with Python's cryptography and hashlib from the same key (tests/log/golden_note.py).
    CHECK(note ==
          "commonweal-log/21fe31dfa154a261\n"
          "12345\n"
          "OQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
          "recorded-at 1763853600000000\n"
          "\n"
          "— commonweal-log/21fe31dfa154a261 "
          "pCB0IM3hAnz1GNHV1IXyn5zngEv4XHd2J7Vvj31GpXzrVQjfmwca7Ca+q+"
          "xVkM0uYxdTf6j86A7Gam3RFOUDbvuFOQw=\n");
    CHECK(verifier_of(key.public_key()) ==
          "commonweal-log/21fe31dfa154a261+a4207420+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea");
    CHECK(read_note(note, key.public_key()) == sign(some_head(12345), key));
    CHECK_THAT(to_pem(key.public_key()), Catch::StartsWith("-----BEGIN PUBLIC KEY-----\n"));
}

TEST_CASE("a note that was changed anywhere is none") {
    Folder folder;
    const auto key = rfc_key(folder);
    const auto note = to_note(sign(some_head(7), key), key.public_key());
    for (std::size_t at = 0; at < note.size(); ++at) {
        CAPTURE(at);
        auto changed = note;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        CHECK_FALSE(read_note(changed, key.public_key()));
        if (at + 1 < note.size()) CHECK_FALSE(read_note(note.substr(0, at), key.public_key()));
    }
    Folder other;
    const auto another = SigningKey::open_or_make(other.path() / "key.pem");
    CHECK_FALSE(read_note(note, another.public_key()));
    CHECK(read_note(note + "— witness.example/w1 c2lnbmF0dXJl\n", key.public_key()));
}

TEST_CASE("the newest head is that of all acknowledged records") {
    Folder folder;
    Running running(folder);
    CHECK(running.heads.newest().head.size == 0);
    for (std::uint64_t number = 1; number <= 3; ++number) {
        REQUIRE(std::holds_alternative<Appended>(running.log.append_and_wait(numbered(number))));
        const auto newest = running.heads.newest();
        CHECK(newest.head == TreeHead{2 * number, running.log.engine().tree().root(2 * number),
                                      static_cast<InstantUs>(number)});
        CHECK(is_signed_by(running.heads.public_key(), newest));
        CHECK(tree_head(running.log.engine(), 2 * number) == newest.head);
    }
}

TEST_CASE("heads are anchored at intervals and at the end") {
    Folder folder;
    {
        Running running(folder, std::chrono::milliseconds{1});
        REQUIRE(std::holds_alternative<Appended>(running.log.append_and_wait(numbered(1))));
        while (running.heads.anchored() < 2) std::this_thread::yield();
        CHECK(running.heads.failed_because().empty());
    }
    run(folder, 2, 3);
    run(folder, 4, 3);  // nothing new: nothing to anchor
    const AnchoredHeads anchored(
        folder.path() / "log" / "HEADS",
        SigningKey::open_or_make(folder.path() / "keys" / "log.pem").public_key());
    std::vector<Position> sizes;
    for (const auto& head : anchored.heads()) sizes.push_back(head.head.size);
    CHECK(sizes == std::vector<Position>{2, 6});
}

TEST_CASE("a log that lost records below an anchored head is refused, and the first one named") {
    Folder folder;
    run(folder, 1, 3);
    std::filesystem::copy(folder.path() / "log", folder.path() / "kept",
                          std::filesystem::copy_options::recursive);
    run(folder, 4, 5);
    const auto heads = heads_file(folder);
    std::filesystem::remove_all(folder.path() / "log");
    std::filesystem::rename(folder.path() / "kept", folder.path() / "log");
    write_durably(folder.path() / "log" / "HEADS", heads);
    CHECK(refusal(folder) ==
          "Records are lost: the log ends at position 6, and had 10 when its head was anchored. "
          "Restore a backup; the first that is missing is position 7.");
}

TEST_CASE("a log with other records than at an anchored head is refused, and the part named") {
    Folder folder;
    run(folder, 1, 3);
    run(folder, 4, 5);
    const auto heads = heads_file(folder);
    // The same first six records, and then others.
    std::filesystem::remove_all(folder.path() / "log");
    run(folder, 1, 3);
    run(folder, 14, 15);
    write_durably(folder.path() / "log" / "HEADS", heads);
    CHECK_THAT(refusal(folder), Catch::StartsWith("Records were changed after position 6: the log "
                                                  "is not the one whose head was anchored at "
                                                  "position 10."));
}

TEST_CASE("of the file of heads only what a crash left at its end counts for nothing") {
    Folder folder;
    run(folder, 1, 1);
    run(folder, 2, 2);
    const auto path = folder.path() / "log" / "HEADS";
    const auto whole = heads_file(folder);
    const auto first_ends = whole.find("\n\ncommonweal-log/") + 2;
    SECTION("every length that a crash can leave") {
        for (auto size = first_ends; size < whole.size(); size += 7) {
            write_durably(path, whole.substr(0, size));
            CHECK(refusal(folder) == "it opened");
            CHECK(heads_file(folder) == whole);
        }
    }
    SECTION("a changed head") {
        auto changed = whole;
        changed[40] = static_cast<char>(changed[40] ^ 1);
        write_durably(path, changed);
        CHECK_THAT(refusal(folder), Catch::StartsWith("The anchored head 1 in ") &&
                                        Catch::Contains("is damaged or signed by another key"));
    }
    SECTION("heads in another order") {
        write_durably(path, whole.substr(first_ends) + whole.substr(0, first_ends));
        CHECK_THAT(refusal(folder), Catch::StartsWith("The anchored head 2 in "));
    }
    SECTION("another key") {
        std::filesystem::remove(folder.path() / "keys" / "log.pem");
        CHECK_THAT(refusal(folder), Catch::Contains("signed by another key"));
    }
}

TEST_CASE("the file of heads stays small, and keeps the newest") {
    Folder folder;
    const auto key = rfc_key(folder);
    const auto path = folder.path() / "HEADS";
    AnchoredHeads anchored(path, key.public_key());
    const auto many = 2 * AnchoredHeads::heads_max;
    for (Position size = 1; size <= many; ++size) anchored.add(sign(some_head(size), key));
    CHECK(anchored.heads().size() <= AnchoredHeads::heads_max);
    CHECK(anchored.heads().size() > AnchoredHeads::heads_max / 2);
    CHECK(anchored.heads().front().head.size == 1);
    CHECK(anchored.heads().back().head.size == many);
    CHECK(AnchoredHeads(path, key.public_key()).heads() == anchored.heads());
}
