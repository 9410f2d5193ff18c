// An event whose shape has changed twice: what was stored in any shape reads as the one of today,
// sealed words included, and its bytes are golden.

#include "server/codec/shapes.hpp"

#include <catch2/catch.hpp>

#include "server/app/vault_seals.hpp"
#include "tests/log/hex.hpp"

using namespace commonweal;
using namespace commonweal::codec;
using commonweal::log::testing::from_hex;
using commonweal::log::testing::to_hex;

namespace {

/// As it was thought of first.
struct LentV1 {
    static constexpr std::uint16_t schema_version = 1;
    std::string what;
    Personal<FreeText> note;
};
BOOST_DESCRIBE_STRUCT(LentV1, (), (what, note))

/// Then it was said for how long.
struct LentV2 {
    static constexpr std::uint16_t schema_version = 2;
    std::string what;
    std::uint16_t weeks = 0;
    Personal<FreeText> note;
};
BOOST_DESCRIBE_STRUCT(LentV2, (), (what, weeks, note))

/// And then in days, with the words first.
struct Lent {
    static constexpr std::string_view kind = "thing-lent";
    static constexpr std::uint16_t schema_version = 3;
    using older = boost::mp11::mp_list<LentV1, LentV2>;
    Personal<FreeText> note;
    std::string what;
    std::uint16_t days = 0;
};
BOOST_DESCRIBE_STRUCT(Lent, (), (note, what, days))

LentV2 upcast(const LentV1& was) {
    return {was.what, 4, was.note};
}
Lent upcast(const LentV2& was) {
    return {was.note, was.what, static_cast<std::uint16_t>(was.weeks * 7)};
}

using Any = std::variant<std::monostate, Lent>;
const Shapes<Any, boost::mp11::mp_list<Lent>> shapes;

const IdBytes commit{7};

template <class Shape>
std::string stored(const Shape& shape) {
    std::string bytes;
    Writer(bytes).put(shape);
    return bytes;
}

Lent read(std::uint16_t version, const std::string& bytes) {
    const auto decode = shapes.find("thing-lent", version);
    REQUIRE(decode != nullptr);
    Any any;
    Reader reader(bytes, {commit, 0, 0});
    decode(reader, any);
    reader.end();
    return std::get<Lent>(any);
}

}  // namespace

TEST_CASE("What was stored in an older shape reads as the one of today") {
    const auto first = read(1, stored(LentV1{"a projector", {}}));
    CHECK(first.what == "a projector");
    CHECK(first.days == 28);
    const auto second = read(2, stored(LentV2{"a projector", 2, {}}));
    CHECK(second.days == 14);
    const auto now = read(3, stored(Lent{{}, "a projector", 3}));
    CHECK(now.days == 3);
}

TEST_CASE("The bytes of every shape are golden") {
    CHECK(to_hex(stored(LentV1{"a", {}})) ==
          "010100000061"
          "00");
    CHECK(read(1, from_hex("01010000006100")).days == 28);
    CHECK(to_hex(stored(LentV2{"a", 2, {}})) ==
          "010100000061"
          "0200"
          "00");
    CHECK(read(2, from_hex("010100000061020000")).days == 14);
    CHECK(to_hex(stored(Lent{{}, "a", 3})) ==
          "0100"
          "0100000061"
          "0300");
    CHECK(read(3, from_hex("010001000000610300")).days == 3);
}

TEST_CASE("Words that were sealed in an older shape open at the place where they were stored") {
    vault::Vault vault{std::filesystem::path()};
    const app::VaultSeals seals(vault);
    const auto at = [](std::uint16_t field) { return SealedAt{commit, 0, field}; };
    const auto sealed = [&](std::uint16_t field) {
        return PersonalAccess::from_sealed<FreeText>(
            seals.seal(KeyScope::own, {}, "Handle with care", at(field)));
    };
    CHECK(opened(read(1, stored(LentV1{"a", sealed(1)})).note, seals) == "Handle with care");
    CHECK(opened(read(2, stored(LentV2{"a", 2, sealed(2)})).note, seals) == "Handle with care");
    CHECK(opened(read(3, stored(Lent{sealed(0), "a", 3})).note, seals) == "Handle with care");
}

TEST_CASE("A shape that this program does not know is none of its shapes") {
    CHECK(shapes.find("thing-lent", 0) == nullptr);
    CHECK(shapes.find("thing-lent", 4) == nullptr);
    CHECK(shapes.find("thing-found", 1) == nullptr);
}
