// The bytes of a record are final: golden bytes made by another program hold them, and whatever is
// changed in them is found.

#include "server/log/record.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "server/log/crc32c.hpp"
#include "server/log/little_endian.hpp"
#include "server/log/record_layout.hpp"
#include "tests/log/hex.hpp"

using namespace commonweal::log;
using commonweal::log::testing::from_hex;
using commonweal::log::testing::to_hex;

namespace {

// Made by tests/log/golden_record.py, which knows FORMAT.md and nothing of this program.
constexpr std::string_view golden_hash =
    "d597cf528861c53f418e6f373bada3e2816b5bb446154b43c132361dc97031b4";
constexpr std::string_view golden_record =
    "43575201960000003d516951d597cf528861c53f418e6f373bada3e2816b5bb446154b43c132361dc97031b4010807"
    "06"
    "0504030201000102030405060708090a0b0c0d0e0f0100030040222018240a06002a0000000000000002000a0a0307"
    "00"
    "000076697369742d3766336176697369742d68656c6409636c75737465723a330c6b3a76697369742d68656c640d73"
    "63"
    "686f6f6c3a3130303034320001626f6479ff";

CommitId counting_id() {
    CommitId id;
    for (std::size_t at = 0; at < id.size(); ++at) id[at] = static_cast<std::uint8_t>(at);
    return id;
}

const std::string golden_body(
    "\x00\x01"
    "body\xff",
    7);
constexpr std::array<std::string_view, 3> golden_tags{"cluster:3", "k:visit-held", "school:100042"};

Leaf golden_leaf() {
    return {.position = 0x0102030405060708,
            .commit_id = counting_id(),
            .index = 1,
            .count = 3,
            .recorded_at = 1'700'000'000'123'456,
            .stream = "visit-7f3a",
            .version = 42,
            .tags = golden_tags,
            .kind = "visit-held",
            .schema_version = 2,
            .body = golden_body};
}

std::string stored(const Leaf& leaf) {
    LeafHasher hasher;
    std::string bytes;
    encode_record(leaf, hasher, bytes);
    return bytes;
}

/// What decoding says of bytes whose checksum has been put right again after a change.
Damage damage_with_right_checksum(std::string bytes) {
    using namespace layout;
    write_little_endian(bytes.data() + length_at,
                        static_cast<std::uint32_t>(bytes.size() - header_bytes));
    write_little_endian(bytes.data() + checksum_at,
                        crc32c(std::string_view(bytes).substr(header_bytes)));
    const auto view = view_record(bytes);
    REQUIRE_FALSE(view);
    return view.error();
}

std::string with(std::string bytes, std::size_t leaf_offset, std::string_view changed) {
    bytes.replace(layout::leaf_at + leaf_offset, changed.size(), changed);
    return bytes;
}

}  // namespace

TEST_CASE("CRC-32C gives the standard's check value, by table and by instruction") {
    CHECK(crc32c("123456789") == 0xE3069283U);
    CHECK(crc32c_by_table("123456789") == 0xE3069283U);
    std::mt19937 random(7);
    std::string bytes;
    for (int length = 0; length < 300; ++length) {
        CHECK(crc32c(bytes) == crc32c_by_table(bytes));
        bytes += static_cast<char>(random());
    }
}

TEST_CASE("a record has the golden bytes and the golden leaf hash") {
    CHECK(to_hex(stored(golden_leaf())) == golden_record);
    LeafHasher hasher;
    CHECK(to_hex(hasher(leaf_of(from_hex(golden_record)))) == golden_hash);
    CHECK(stored(golden_leaf()).size() == layout::leaf_at + leaf_bytes(golden_leaf()));
}

TEST_CASE("the golden bytes decode, for ever") {
    const auto record = decode_record(from_hex(golden_record));
    REQUIRE(record);
    CHECK(record->position == 0x0102030405060708);
    CHECK(record->commit_id == counting_id());
    CHECK(record->index == 1);
    CHECK(record->count == 3);
    CHECK(record->recorded_at == 1'700'000'000'123'456);
    CHECK(record->stream == "visit-7f3a");
    CHECK(record->version == 42);
    CHECK(record->tags == std::vector<std::string>{golden_tags.begin(), golden_tags.end()});
    CHECK(record->kind == "visit-held");
    CHECK(record->schema_version == 2);
    CHECK(record->body == golden_body);
    CHECK(to_hex(record->leaf_hash) == golden_hash);
}

TEST_CASE("the smallest and the largest record come back") {
    const std::vector<std::string> names = [] {
        std::vector<std::string> made;
        for (std::size_t at = 0; at < tags_max; ++at) {
            made.push_back(std::string(name_bytes_max - 2, 't') + static_cast<char>('0' + at / 10) +
                           static_cast<char>('0' + at % 10));
        }
        return made;
    }();
    const std::vector<std::string_view> many(names.begin(), names.end());
    const std::string long_name(name_bytes_max, 'n');
    const std::string body(commit_bytes_max - 20'000, 'b');
    Leaf leaf = golden_leaf();
    leaf.tags = {};
    leaf.body = {};
    leaf.stream = leaf.kind = "x";
    CHECK(decode_record(stored(leaf))->tags.empty());
    CHECK(decode_record(stored(leaf))->body.empty());
    leaf.tags = many;
    leaf.stream = leaf.kind = long_name;
    leaf.body = body;
    leaf.count = commit_events_max;
    leaf.index = commit_events_max - 1;
    const auto record = decode_record(stored(leaf));
    REQUIRE(record);
    CHECK(record->tags == names);
    CHECK(record->stream == long_name);
    CHECK(record->body == body);
}

TEST_CASE("every single changed bit is found") {
    const std::string good = from_hex(golden_record);
    for (std::size_t at = 0; at < good.size(); ++at) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            std::string bad = good;
            bad[at] = static_cast<char>(bad[at] ^ (1U << bit));
            INFO("byte " << at << ", bit " << bit);
            CHECK_FALSE(view_record(bad));
        }
    }
}

TEST_CASE("bytes that are missing or too many are found") {
    const std::string good = from_hex(golden_record);
    for (std::size_t length = 0; length < good.size(); ++length) {
        CHECK_FALSE(view_record(std::string_view(good).substr(0, length)));
        CHECK_FALSE(view_record(std::string_view(good).substr(good.size() - length)));
    }
    CHECK(view_record(good + '\0').error() == Damage::wrong_length);
    CHECK(view_record(good + good).error() == Damage::wrong_length);
}

TEST_CASE("each kind of damage has its name") {
    using namespace layout;
    const std::string good = from_hex(golden_record);
    const auto changed = [&](std::size_t at, char byte) {
        std::string bad = good;
        bad[at] = byte;
        return view_record(bad).error();
    };
    CHECK(view_record("").error() == Damage::too_short);
    CHECK(changed(0, 'X') == Damage::not_a_record);
    CHECK(changed(format_at, 2) == Damage::newer_format);
    CHECK(changed(length_at + 3, '\x7f') == Damage::wrong_length);
    CHECK(changed(checksum_at, 0) == Damage::wrong_checksum);
    CHECK(changed(good.size() - 1, 0) == Damage::wrong_checksum);
    for (int at = 0; at <= static_cast<int>(Damage::wrong_end); ++at) {
        CHECK_FALSE(sentence(static_cast<Damage>(at)).empty());
    }
}

TEST_CASE("a right checksum does not make a wrong leaf good") {
    using namespace layout;
    const std::string good = from_hex(golden_record);
    const std::string_view zero("\0\0\0\0\0\0\0\0", 8);
    const std::string_view huge("\xff\xff\xff\xff\xff\xff\xff\xff", 8);
    const auto damage = [&](std::size_t at, std::string_view bytes) {
        return damage_with_right_checksum(with(good, at, bytes));
    };
    CHECK(damage(0, "\x02") == Damage::newer_format);
    CHECK(damage(position_at, zero) == Damage::out_of_bounds);
    CHECK(damage(version_at, zero) == Damage::out_of_bounds);
    CHECK(damage(recorded_at_at, huge) == Damage::out_of_bounds);         // before 1970
    CHECK(damage(index_at, "\x03") == Damage::out_of_bounds);             // not below the count
    CHECK(damage(count_at, huge.substr(0, 2)) == Damage::out_of_bounds);  // above commit_events_max
    CHECK(damage(position_at, {"\x01\0\0\0\0\0\0\0", 8}) == Damage::out_of_bounds);  // index 1
    CHECK(damage(stream_bytes_at, zero.substr(0, 1)) == Damage::out_of_bounds);
    CHECK(damage(kind_bytes_at, zero.substr(0, 1)) == Damage::out_of_bounds);
    CHECK(damage(tag_count_at, "\x41") == Damage::out_of_bounds);
    CHECK(damage(body_bytes_at, huge.substr(0, 4)) == Damage::wrong_end);
    CHECK(damage(body_bytes_at, zero.substr(0, 4)) == Damage::wrong_end);
    CHECK(damage(tag_count_at, "\x40") != Damage::out_of_bounds);
    CHECK(damage_with_right_checksum(good + "x") == Damage::wrong_end);
    CHECK(damage_with_right_checksum(good.substr(0, good.size() - 1)) == Damage::wrong_end);

    const std::size_t first_tag =
        fixed_bytes + golden_leaf().stream.size() + golden_leaf().kind.size();
    CHECK(damage(first_tag + 1, "zzz") == Damage::not_canonical);          // unsorted
    CHECK(damage(first_tag, zero.substr(0, 1)) == Damage::not_canonical);  // empty
    CHECK(damage(first_tag, "\xff") == Damage::wrong_end);  // longer than what is left
}

TEST_CASE("a length beyond the bound is refused, however long the bytes are") {
    Leaf leaf = golden_leaf();
    const std::string body(commit_bytes_max, 'b');
    leaf.body = body;
    CHECK(view_record(stored(leaf)).error() == Damage::out_of_bounds);
}
