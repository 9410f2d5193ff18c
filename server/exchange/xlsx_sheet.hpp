#pragma once
// Reads a worksheet, row by row, into a table.

#include <map>
#include <string>
#include <vector>

#include "server/exchange/table_builder.hpp"
#include "server/exchange/xlsx_formats.hpp"
#include "server/exchange/xlsx_strings.hpp"

namespace commonweal::exchange {

/// Reads xl/worksheets/sheet1.xml. Everything that it is given must outlive it.
class SheetReader final : public XmlHandler {
  public:
    SheetReader(const SharedStrings& strings, const CellFormats& formats, DaySystem days,
                TableBuilder& table)
        : strings_(strings), formats_(formats), days_(days), table_(table) {}

    void begin(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view part) override;

    /// After the last element: tells the table what is known only then.
    void finish();

  private:
    /// Text, or a sentence that says what is wrong with the cell.
    using CellText = std::expected<std::string, std::string>;

    struct Cell {
        std::string type;
        std::size_t style = 0;
        std::string value;
        RichText inline_text;
        bool formula = false;
    };
    struct Rows {
        std::size_t first = 0, last = 0;
    };

    void begin_row(const XmlAttributes& attributes);
    void begin_cell(const XmlAttributes& attributes);
    void begin_in_cell(std::string_view name);
    void begin_merge(const XmlAttributes& attributes);
    void end_cell();
    void end_row();
    CellText cell_text() const;
    CellText shared_text() const;
    void see_formula();
    void note_formulas(std::size_t column, const Rows& rows);
    void note_hidden_rows();

    const SharedStrings& strings_;
    const CellFormats& formats_;
    const DaySystem days_;
    TableBuilder& table_;

    bool in_rows_ = false, in_row_ = false, in_cell_ = false, in_value_ = false;
    std::size_t row_ = 0, column_ = 0;
    bool row_hidden_ = false;
    std::vector<PlacedText> cells_;
    std::vector<TableRemark> problems_;
    Cell cell_;
    std::vector<CellRange> merges_;
    std::map<std::size_t, Rows> formulas_;  ///< by column: those that are not noted yet
    std::size_t hidden_rows_ = 0, first_hidden_ = 0;
};

}  // namespace commonweal::exchange
