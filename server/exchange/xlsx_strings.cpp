#include "server/exchange/xlsx_strings.hpp"

#include <charconv>

#include "server/exchange/register_columns.hpp"
#include "server/exchange/utf16.hpp"

namespace commonweal::exchange {
namespace {

/// The number in "_xHHHH_", which the text begins with; none where it does not.
std::optional<std::uint32_t> escape_at(std::string_view text) {
    constexpr std::size_t size = 7;
    if (text.size() < size || !text.starts_with("_x") || text[size - 1] != '_') return std::nullopt;
    std::uint32_t number = 0;
    const auto* end = text.data() + size - 1;
    const auto [at, error] = std::from_chars(text.data() + 2, end, number, 16);
    if (error != std::errc{} || at != end) return std::nullopt;
    return number;
}

}  // namespace

std::string unescaped(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto number = escape_at(text);
        if (number)
            append_utf8(out, *number);
        else
            out += text.front();
        text.remove_prefix(number ? 7 : 1);
    }
    return out;
}

void RichText::clear() {
    text_.clear();
    in_text_ = in_guide_ = false;
}

void RichText::begin(std::string_view element) {
    if (element == "t") in_text_ = true;
    if (element == "rPh") in_guide_ = true;
}

void RichText::end(std::string_view element) {
    if (element == "t") in_text_ = false;
    if (element == "rPh") in_guide_ = false;
}

void RichText::text(std::string_view part) {
    if (in_text_ && !in_guide_) text_ += part;
}

std::string RichText::tidied() const {
    return tidy(unescaped(text_));
}

void SharedStrings::begin(std::string_view name, const XmlAttributes&) {
    if (name == "si") current_.clear();
    current_.begin(name);
}

void SharedStrings::end(std::string_view name) {
    current_.end(name);
    if (name != "si") return;
    texts_ += current_.tidied();
    if (texts_.size() > UINT32_MAX) return refuse("the workbook holds more than 4 GB of text");
    ends_.push_back(static_cast<std::uint32_t>(texts_.size()));
}

void SharedStrings::text(std::string_view part) {
    current_.text(part);
    if (current_.is_too_long()) refuse(raw_text_too_long);
}

std::optional<std::string_view> SharedStrings::at(std::size_t index) const {
    if (index >= ends_.size()) return std::nullopt;
    const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view{texts_}.substr(begin, ends_[index] - begin);
}

}  // namespace commonweal::exchange
