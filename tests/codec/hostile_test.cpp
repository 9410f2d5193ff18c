// Stored bytes that are not what they should be: whatever they are, they are refused or they
// decode; nothing crashes, and nothing asks for much memory.
#include <catch2/catch.hpp>
#include <random>

#include "server/codec/binary.hpp"
#include "server/codec/stored.hpp"
#include "tests/codec/allocations.hpp"
#include "tests/codec/samples.hpp"
#include "tests/support/seed.hpp"

namespace commonweal::codec::testing {
namespace {

/// True: the bytes decode; and then they can be written again. False: BadBytes.
bool decodes(std::string_view kind, std::string_view body) {
    Attribution attribution;
    AnyFact fact;
    reset_largest_allocation();
    bool good = true;
    try {
        decode(kind, 1, body, {}, 0, attribution, fact);
    } catch (const BadBytes&) {
        good = false;
    }
    // An element takes at most some hundred bytes for each byte that stands for it.
    if (largest_allocation() > 4096 + body.size() * 256)
        FAIL(kind << " asked for " << largest_allocation() << " bytes");
    if (good) {
        const auto again = encode(attribution, fact);
        // A small letter of freedom: what decodes is what is written, to the byte.
        if (again.body != body) FAIL(kind << " decodes from bytes that it would not write");
    }
    return good;
}

}  // namespace

TEST_CASE("Every truncation of every event is refused") {
    for (const auto how : {Sample::full, Sample::bare})
        each_event(how, [&](const auto& fact) {
            const auto stored = encode(sample_of<Attribution>(how), fact);
            REQUIRE(decodes(stored.kind, stored.body));
            for (std::size_t length = 0; length < stored.body.size(); ++length)
                if (decodes(stored.kind, std::string_view(stored.body).substr(0, length)))
                    FAIL(stored.kind << " decodes when cut after " << length);
        });
}

TEST_CASE("Bytes after the end are refused") {
    each_event(Sample::full, [&](const auto& fact) {
        const auto stored = encode(sample_of<Attribution>(Sample::full), fact);
        CHECK_FALSE(decodes(stored.kind, stored.body + '\0'));
    });
}

TEST_CASE("Every changed byte is refused, or says something else") {
    std::size_t refused = 0;
    std::size_t taken = 0;
    for (const auto how : {Sample::full, Sample::bare})
        each_event(how, [&](const auto& fact) {
            const auto stored = encode(sample_of<Attribution>(how), fact);
            for (std::size_t at = 0; at < stored.body.size(); ++at)
                for (const unsigned mask : {0x01U, 0x02U, 0x10U, 0x40U, 0x80U, 0xFFU}) {
                    auto body = stored.body;
                    body[at] = static_cast<char>(static_cast<unsigned char>(body[at]) ^ mask);
                    ++(decodes(stored.kind, body) ? taken : refused);
                }
        });
    // Both happen: a changed letter of a name is another name, a changed length is damage.
    CHECK(refused > 1000);
    CHECK(taken > 1000);
}

TEST_CASE("Random bytes of every kind are refused without harm") {
    const unsigned seed = commonweal::testing::seed();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    constexpr std::size_t shortest = 20;
    std::size_t tried = 0;
    std::size_t refused = 0;
    for (int round = 0; round < 20; ++round)
        each_event(Sample::full, [&]<class Fact>(const Fact&) {
            std::string body(random() % 200, '\0');
            for (char& c : body) c = static_cast<char>(random() % 4 == 0 ? random() : 0);
            const bool taken = decodes(Fact::kind, body);
            // Who entered it, and a URN at least: nothing shorter is an event.
            if (taken && body.size() < shortest) FAIL(Fact::kind << " of " << body.size() << " B");
            refused += taken ? 0 : 1;
            ++tried;
        });
    CHECK(refused > tried / 2);
}

TEST_CASE("A kind or a shape's version that this program does not know comes back as unknown") {
    const auto stored =
        encode(sample_of<Attribution>(Sample::full), sample_of<visit::Agreed>(Sample::full));
    Attribution attribution;
    AnyFact fact = visit::Agreed{};
    decode("visit-praised", 1, stored.body, {}, 0, attribution, fact);
    CHECK(std::holds_alternative<Unknown>(fact));
    fact = visit::Agreed{};
    decode("visit-agreed", 2, stored.body, {}, 0, attribution, fact);
    CHECK(std::holds_alternative<Unknown>(fact));
    CHECK_THROWS_AS(encode(attribution, fact), std::logic_error);
}

}  // namespace commonweal::codec::testing
