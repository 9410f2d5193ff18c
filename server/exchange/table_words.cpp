#include "server/exchange/table_words.hpp"

#include <algorithm>

namespace commonweal::exchange {

std::string grouped(std::size_t number) {
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
    return text;
}

std::string size_in_words(std::size_t bytes) {
    constexpr std::size_t kib = 1024;
    if (bytes >= kib * kib && bytes % (kib * kib) == 0) return grouped(bytes / kib / kib) + " MB";
    if (bytes >= kib && bytes % kib == 0) return grouped(bytes / kib) + " KB";
    return grouped(bytes) + " bytes";
}

std::string cell_name(std::size_t row, std::size_t column) {
    std::string letters;
    // There is no digit 0 among the letters: after Z comes AA.
    for (; column > 0; column = (column - 1) / 26)
        letters += static_cast<char>('A' + (column - 1) % 26);
    std::ranges::reverse(letters);
    return letters + std::to_string(row);
}

std::string in_quotes(std::string_view text) {
    constexpr std::size_t shown_max = 40;
    if (text.size() <= shown_max) return "'" + std::string{text} + "'";
    // Not in the middle of a character: continuation bytes are 10xxxxxx.
    std::size_t end = shown_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return "'" + std::string{text.substr(0, end)} + "…'";
}

bool is_error_value(std::string_view text) {
    if (text.size() < 3 || text.front() != '#') return false;
    if (text == "#N/A" || text == "#GETTING_DATA") return true;
    if (text.find_first_not_of('#') == std::string_view::npos) return true;
    const auto is_word = [](char c) { return (c >= 'A' && c <= 'Z') || c == '/' || c == '0'; };
    return (text.back() == '!' || text.back() == '?') &&
           std::ranges::all_of(text.substr(1, text.size() - 2), is_word);
}

std::string why_error_value(std::string_view text) {
    return "the spreadsheet shows " + in_quotes(text) + " here instead of a value";
}

}  // namespace commonweal::exchange
