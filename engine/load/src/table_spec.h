#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chorsu {

/// A table of a region package as the loader expects it.
struct TableSpec {
  std::string_view name;  ///< of the resource; the file is <name>.csv
  bool is_required;       ///< must be there and have rows
  bool is_sourced;        ///< ends in the columns source, confidence, note
  /// Columns divided by '|', each a name, then a blank and its unit where it has one. `x~` stands
  /// for x, x_low and x_high; `x?` may be missing.
  std::string_view columns;
};

struct ColumnSpec {
  std::string name;
  std::string unit;
  bool is_required{true};
};

/// All tables, in the order in which they are read.
std::span<TableSpec const> table_specs();

TableSpec const& table_spec(std::string_view name);

std::vector<ColumnSpec> columns_of(TableSpec const& spec);

}  // namespace chorsu
