#pragma once
// The formats of a workbook's cells, as far as they tell dates from numbers.

#include <string_view>
#include <unordered_map>
#include <vector>

#include "server/exchange/xlsx_numbers.hpp"
#include "server/exchange/xml.hpp"

namespace commonweal::exchange {

/// Reads xl/styles.xml.
class CellFormats final : public XmlHandler {
  public:
    void begin(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view) override {}

    /// What a cell's "s" means; a plain number where there is no such format.
    NumberFormat at(std::size_t style) const;

  private:
    NumberFormat format_of(unsigned id) const;

    bool in_cells_ = false;  ///< in <cellXfs>: other places have elements of the same name
    std::unordered_map<unsigned, NumberFormat> custom_;
    std::vector<NumberFormat> of_style_;
};

}  // namespace commonweal::exchange
