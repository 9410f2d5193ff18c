// Bytes made smaller and whole again.

#include "server/codec/compressed.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "server/codec/binary.hpp"

namespace commonweal::codec {
namespace {

std::string of_letters(std::size_t count, unsigned seed, int letters) {
    std::mt19937 random{seed};
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += static_cast<char>(random() % static_cast<unsigned>(letters));
    return text;
}

TEST_CASE("Bytes are the same after they were made smaller") {
    for (const std::size_t size : {0UZ, 1UZ, 65'536UZ, 262'144UZ, 1'000'003UZ})
        for (const int letters : {1, 3, 256}) {
            CAPTURE(size, letters);
            const auto bytes = of_letters(size, 7, letters);
            CHECK(decompressed(compressed(bytes)) == bytes);
        }
    CHECK(compressed(std::string(100'000, 'a')).size() < 1'000);
}

TEST_CASE("Bytes of something else, and those that are cut or too long, are refused") {
    const auto whole = compressed(of_letters(300'000, 3, 4));
    for (const std::size_t size : {0UZ, 1UZ, 4UZ, 10UZ, whole.size() / 2, whole.size() - 1})
        CHECK_THROWS_AS(decompressed(whole.substr(0, size)), BadBytes);
    CHECK_THROWS_AS(decompressed(whole + "more"), BadBytes);
    CHECK_THROWS_AS(decompressed(of_letters(5'000, 9, 256)), BadBytes);
    CHECK(decompressed(whole).size() == 300'000);
}

TEST_CASE("No flip of a bit in compressed bytes does more than give others, or a refusal") {
    const auto whole = compressed(of_letters(3'000, 5, 4));
    int refused = 0;
    for (std::size_t at = 0; at < whole.size() * 8; at += 3) {
        auto flipped = whole;
        flipped[at / 8] ^= static_cast<char>(1U << at % 8);
        std::size_t size = 0;
        try {
            size = decompressed(flipped).size();
        } catch (const BadBytes&) {
            ++refused;
        }
        CHECK(size <= whole.size() * 256);
    }
    CHECK(refused > 10);
}

}  // namespace
}  // namespace commonweal::codec
