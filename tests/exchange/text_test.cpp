#include "server/exchange/text.hpp"

#include <catch2/catch.hpp>
#include <sstream>

namespace commonweal::exchange {

TEST_CASE("Given UTF-8, when checked, then every well-formed character passes") {
    CHECK(is_utf8(""));
    CHECK(is_utf8("St Clere's"));
    CHECK(is_utf8("Ysgol Sant Siôn, £, €, 😀"));
    CHECK(is_utf8("\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF"));  // beside the surrogates; the last
}

TEST_CASE("Given bytes that are not UTF-8, when checked, then they do not pass") {
    const char* const bad =
        GENERATE("\x80", "\xC0\xAF", "\xC1\x81", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF0\x80\x80\x80",
                 "\xF4\x90\x80\x80", "\xF5", "\xE2\x82", "\xC3", "\xE2\x28\xA1", "Caf\xE9 x");
    CAPTURE(bad);
    CHECK_FALSE(is_utf8(bad));
}

TEST_CASE(
    "Given a character cut in two, when checked piece by piece, then it passes once it is whole") {
    Utf8Check check;
    CHECK(check.take("caf\xC3"));
    CHECK_FALSE(check.complete());
    CHECK(check.take("\xA9"));
    CHECK(check.complete());
    CHECK_FALSE(check.take("\xA9"));
    CHECK_FALSE(check.take("plain again"));
}

TEST_CASE("Given a stream, when its encoding is told, then it stands where it stood before") {
    std::istringstream windows{"St Mary\x92s"};
    CHECK(detect_encoding(windows) == Encoding::windows_1252);
    CHECK(windows.tellg() == std::istringstream::pos_type{0});
    std::istringstream utf8{std::string(64 * 1024 - 1, 'x') + "é"};  // cut by the end of a chunk
    utf8.seekg(5);
    CHECK(detect_encoding(utf8) == Encoding::utf8);
    CHECK(utf8.tellg() == std::istringstream::pos_type{5});
}

TEST_CASE(
    "Given Windows-1252, when turned into UTF-8, then its quotes, dashes and accents are kept") {
    CHECK(to_utf8("St Mary\x92s \x96 caf\xE9 \x80", Encoding::windows_1252) ==
          "St Mary’s – café €");
    CHECK(to_utf8("\x81\xA3", Encoding::windows_1252) == "\xC2\x81£");
    CHECK(to_utf8("’", Encoding::utf8) == "’");
}

TEST_CASE("Given every byte, when turned from Windows-1252, then the outcome is UTF-8") {
    std::string all;
    for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
    CHECK(is_utf8(to_utf8(all, Encoding::windows_1252)));
}

}  // namespace commonweal::exchange
