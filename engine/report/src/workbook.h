#pragma once

#include <string>
#include <variant>
#include <vector>

#include "chorsu/base/date.h"

namespace chorsu {

/// Nothing, words or a number; empty where a number is not finite.
using SheetCell = std::variant<std::monostate, std::string, double>;

/// How the numbers of a column are shown; the cells hold them in full.
enum class SheetFormat : std::uint8_t { kPlain, kWhole, kTenths, kHundredths };

struct SheetColumn {
  std::string head;    ///< with the unit, where the column has one for all
  double width{12.0};  ///< in characters
  SheetFormat format{SheetFormat::kPlain};
};

/// A sheet of a workbook: one row of heads that stays in sight, and rows.
struct Worksheet {
  std::string name;
  std::vector<SheetColumn> columns;
  std::vector<std::vector<SheetCell>> rows;
};

/// Writes an XLSX file that calls itself made on `date`, so that the same sheets give the same
/// bytes. Returns what went wrong, empty when nothing did.
std::string write_workbook(std::vector<Worksheet> const& sheets,
                           std::string const& title,
                           Date date,
                           std::string const& path);

}  // namespace chorsu
