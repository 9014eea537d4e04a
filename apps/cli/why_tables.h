#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "chorsu/base/finding.h"
#include "chorsu/load/csv.h"

namespace chorsu::cli {

/// Tables of a folder, each read when it is first asked for.
struct TableFolder {
  std::string path;
  std::map<std::string, std::optional<CsvTable>, std::less<>> tables{};
  Findings findings{};  ///< of what could not be read
};

/// None, with a finding, when there is no such table.
CsvTable const* table_of(TableFolder& folder, std::string const& name);

/// None, without a finding, when there is no such table.
CsvTable const* table_if_there(TableFolder& folder, std::string const& name);

/// Empty where the table has no such column.
std::string_view cell(CsvTable const& table, std::size_t row, std::string_view column);

/// The row that begins in that line of the file.
std::optional<std::size_t> row_at_line(CsvTable const& table, std::uint32_t line);

/// None where the text is no number.
std::optional<double> number_in(std::string_view text);

}  // namespace chorsu::cli
