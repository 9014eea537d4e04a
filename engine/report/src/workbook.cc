#include "workbook.h"

#include <array>
#include <cmath>
#include <xlsxwriter.h>

namespace chorsu {

namespace {

struct Formats {
  lxw_format* head;
  std::array<lxw_format*, 4U> number;  ///< by SheetFormat
};

lxw_format* number_format(lxw_workbook* book, char const* pattern) {
  auto* const format = workbook_add_format(book);
  format_set_num_format(format, pattern);
  return format;
}

Formats formats(lxw_workbook* book) {
  auto* const head = workbook_add_format(book);
  format_set_bold(head);
  format_set_text_wrap(head);
  format_set_align(head, LXW_ALIGN_VERTICAL_BOTTOM);
  format_set_bottom(head, LXW_BORDER_THIN);
  return {head,
          {number_format(book, "General"),
           number_format(book, "#,##0"),
           number_format(book, "#,##0.0"),
           number_format(book, "#,##0.00")}};
}

void write_cell(lxw_worksheet* sheet,
                lxw_row_t row,
                lxw_col_t column,
                SheetCell const& cell,
                lxw_format* format) {
  if (auto const* words = std::get_if<std::string>(&cell)) {
    worksheet_write_string(sheet, row, column, words->c_str(), nullptr);
  } else if (auto const* number = std::get_if<double>(&cell); number && std::isfinite(*number)) {
    worksheet_write_number(sheet, row, column, *number, format);
  }
}

void write_heads(lxw_worksheet* to, Worksheet const& sheet, Formats const& formats) {
  for (auto i = std::size_t{0}; i < sheet.columns.size(); ++i) {
    auto const& column = sheet.columns[i];
    auto const at = static_cast<lxw_col_t>(i);
    worksheet_set_column(to, at, at, column.width, nullptr);
    worksheet_write_string(to, 0U, at, column.head.c_str(), formats.head);
  }
  worksheet_freeze_panes(to, 1U, 0U);
  worksheet_repeat_rows(to, 0U, 0U);
}

bool write_sheet(lxw_workbook* book, Worksheet const& sheet, Formats const& formats) {
  auto* const to = workbook_add_worksheet(book, sheet.name.c_str());
  if (to == nullptr) {
    return false;
  }
  write_heads(to, sheet, formats);
  for (auto r = std::size_t{0}; r < sheet.rows.size(); ++r) {
    for (auto c = std::size_t{0}; c < sheet.rows[r].size(); ++c) {
      auto* const format = formats.number[static_cast<std::size_t>(sheet.columns[c].format)];
      write_cell(
          to, static_cast<lxw_row_t>(r + 1U), static_cast<lxw_col_t>(c), sheet.rows[r][c], format);
    }
  }
  return true;
}

void set_properties(lxw_workbook* book, std::string title, Date date) {
  constexpr auto kSecondsADay = std::time_t{86400};
  auto properties = lxw_doc_properties{};
  properties.title = title.data();
  properties.created = kSecondsADay * date.days_since_epoch();
  workbook_set_properties(book, &properties);
}

}  // namespace

std::string write_workbook(std::vector<Worksheet> const& sheets,
                           std::string const& title,
                           Date date,
                           std::string const& path) {
  auto* const book = workbook_new(path.c_str());
  if (book == nullptr) {
    return "out of memory";
  }
  set_properties(book, title, date);
  auto const shapes = formats(book);
  auto refused = std::string{};
  for (auto const& sheet : sheets) {
    if (!write_sheet(book, sheet, shapes)) {
      refused = "no sheet can be named " + sheet.name;
    }
  }
  auto const error = workbook_close(book);
  return error != LXW_NO_ERROR ? lxw_strerror(error) : refused;
}

}  // namespace chorsu
