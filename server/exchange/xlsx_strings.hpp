#pragma once
// The texts of a workbook: those that its cells share, and those that stand in a cell. Several runs
// of letters, each with a look of its own, are one text.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/exchange/xml.hpp"

namespace commonweal::exchange {

/// Excel's cells hold 32,767 characters: even if each is escaped, they take fewer bytes than this.
/// What is longer is refused before it takes memory several times over.
constexpr std::size_t raw_text_bytes_max = 256 * 1024;
constexpr auto raw_text_too_long =
    "one of the workbook's texts is longer than a cell can be: copy the list into a new workbook";

/// Gathers the text of an <si> or <is>: all <t> in it, but for the phonetic guides of Japanese.
class RichText {
  public:
    void clear();
    void begin(std::string_view element);
    void end(std::string_view element);
    void text(std::string_view part);
    bool is_too_long() const { return text_.size() > raw_text_bytes_max; }
    /// Tidy; what the format escapes ("_x000D_") is undone.
    std::string tidied() const;

  private:
    std::string text_;
    bool in_text_ = false;
    bool in_guide_ = false;
};

/// The text with each _xHHHH_ as the character that it stands for (ECMA-376 part 1, 22.9.2.19).
std::string unescaped(std::string_view text);

/// Reads xl/sharedStrings.xml. All texts stand in one string: a workbook of many empty ones takes
/// no more memory than its bytes.
class SharedStrings final : public XmlHandler {
  public:
    void begin(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view part) override;

    /// None where there is no text of that number, from 0.
    std::optional<std::string_view> at(std::size_t index) const;

  private:
    RichText current_;
    std::string texts_;
    std::vector<std::uint32_t> ends_;  ///< where each ends in texts_
};

}  // namespace commonweal::exchange
