#pragma once
// The encodings of the files that schools and registers send: UTF-8, or Windows-1252 as the
// register itself and older spreadsheets write it. Pure functions but for the one that reads a
// stream.

#include <cstdint>
#include <istream>
#include <string>
#include <string_view>

namespace commonweal::exchange {

enum class Encoding { utf8, windows_1252 };

/// "UTF-8" or "Windows-1252", for people.
std::string_view to_text(Encoding encoding);

/// Checks UTF-8 piece by piece (a character may be cut anywhere): no overlong forms, no surrogates,
/// nothing above U+10FFFF.
class Utf8Check {
  public:
    /// False once something was not UTF-8; it stays so.
    bool take(std::string_view bytes);
    /// What was taken so far is UTF-8 and does not end inside a character.
    bool complete() const { return valid_ && more_ == 0; }

  private:
    bool take(std::uint8_t byte);

    bool valid_ = true;
    int more_ = 0;             ///< continuation bytes that must follow
    std::uint8_t low_ = 0x80;  ///< bounds of the next continuation byte
    std::uint8_t high_ = 0xBF;
};

bool is_utf8(std::string_view bytes);

/// UTF-8 where all of the stream is valid UTF-8, else Windows-1252, in which every file is valid.
/// Reads to the end and goes back to where the stream stood. Throws std::ios_base::failure where
/// the stream cannot be read or cannot go back.
Encoding detect_encoding(std::istream& input);

/// The text in UTF-8. The five bytes that Windows-1252 leaves undefined become the control
/// characters of the same number, as in the WHATWG encoding standard.
std::string to_utf8(std::string_view bytes, Encoding encoding);

}  // namespace commonweal::exchange
