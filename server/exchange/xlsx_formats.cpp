#include "server/exchange/xlsx_formats.hpp"

#include <charconv>

namespace commonweal::exchange {
namespace {

/// 0, the general format, where it is no number.
unsigned id_in(std::string_view text) {
    unsigned id = 0;
    std::from_chars(text.data(), text.data() + text.size(), id);
    return id;
}

}  // namespace

void CellFormats::begin(std::string_view name, const XmlAttributes& attributes) {
    if (name == "cellXfs") in_cells_ = true;
    if (name == "numFmt")
        custom_[id_in(attributes["numFmtId"])] = format_of_code(attributes["formatCode"]);
    if (in_cells_ && name == "xf") of_style_.push_back(format_of(id_in(attributes["numFmtId"])));
}

void CellFormats::end(std::string_view name) {
    if (name == "cellXfs") in_cells_ = false;
}

NumberFormat CellFormats::format_of(unsigned id) const {
    const auto found = custom_.find(id);
    return found == custom_.end() ? built_in_format(id) : found->second;
}

NumberFormat CellFormats::at(std::size_t style) const {
    return style < of_style_.size() ? of_style_[style] : NumberFormat::number;
}

}  // namespace commonweal::exchange
