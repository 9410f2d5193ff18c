// Ids: what is written is read again, and nothing else is.

#include "domain/core/id.hpp"

#include <random>
#include <unordered_set>

#include "tests/domain/words.hpp"

using namespace commonweal;
using namespace commonweal::testing;

TEST_CASE("an id is written as its prefix and 26 characters") {
    VisitId id;
    CHECK(to_text(id) == "vis_00000000000000000000000000");
    id.bytes.fill(0xFF);
    CHECK(to_text(id) == "vis_7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
    CHECK(to_text(numbered<ReviewId>(33)) == "rev_00000000000000000000000011");
}

TEST_CASE("an id that was written is read again") {
    std::mt19937_64 random(20260302);
    for (int i = 0; i < 500; ++i) {
        PersonId id;
        for (auto& byte : id.bytes) byte = static_cast<std::uint8_t>(random());
        CHECK(parse_id<PersonTag>(to_text(id)) == id);
    }
}

TEST_CASE("ids in the order of their bytes stand in the order of their text") {
    CHECK(numbered<VisitId>(255) < numbered<VisitId>(256));
    CHECK(to_text(numbered<VisitId>(255)) < to_text(numbered<VisitId>(256)));
}

TEST_CASE("small letters are read, other alphabets are not") {
    const auto id = parse_id<NetworkTag>("net_01j9zzzzzzzzzzzzzzzzzzzzzz");
    REQUIRE(id);
    CHECK(to_text(*id) == "net_01J9ZZZZZZZZZZZZZZZZZZZZZZ");
    for (const char wrong : {'I', 'L', 'O', 'U', '-', ' ', '\0'})
        CHECK_FALSE(parse_ulid("0123456789ABCDEFGHJKMNPQR" + std::string(1, wrong)));
}

TEST_CASE("what is not exactly an id of its kind is not read") {
    const std::string right = "vis_" + std::string(26, '0');
    REQUIRE(parse_id<VisitTag>(right));
    for (const std::string& wrong :
         {std::string(), std::string("vis"), std::string("vis_"),
          std::string("rev") + right.substr(3), right + "0", right.substr(0, 29),
          "VIS" + right.substr(3), "vis-" + right.substr(4), "vis_8" + std::string(25, '0'),
          " " + right})
        CHECK_FALSE(parse_id<VisitTag>(wrong));
}

TEST_CASE("a school's id is a whole number without leading zeros") {
    CHECK(parse_school("145398") == SchoolId{145398});
    CHECK(parse_school("1") == SchoolId{1});
    CHECK(parse_school("99999999") == SchoolId{99'999'999});
    CHECK(to_text(SchoolId{145398}) == "145398");
    for (const std::string wrong : {"", "0", "0145398", "100000000", "-1", "+1", "14 5398", "14a"})
        CHECK_FALSE(parse_school(wrong));
}

TEST_CASE("ids made one after another fall into different buckets") {
    std::unordered_set<VisitId> ids;
    std::unordered_set<std::size_t> hashes;
    for (std::uint32_t i = 1; i <= 200; ++i) {
        ids.insert(numbered<VisitId>(i));
        hashes.insert(std::hash<VisitId>{}(numbered<VisitId>(i)));
    }
    CHECK(ids.size() == 200);
    CHECK(hashes.size() == 200);
}
