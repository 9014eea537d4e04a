#include "why_tables.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <system_error>

namespace chorsu::cli {

CsvTable const* table_of(TableFolder& folder, std::string const& name) {
  auto const known = folder.tables.find(name);
  auto const it =
      known != folder.tables.end()
          ? known
          : folder.tables
                .emplace(
                    name,
                    read_csv(folder.path + "/" + name, folder.path + "/" + name, folder.findings))
                .first;
  return it->second ? &*it->second : nullptr;
}

CsvTable const* table_if_there(TableFolder& folder, std::string const& name) {
  auto const is_there =
      folder.tables.contains(name) || std::filesystem::is_regular_file(folder.path + "/" + name);
  return is_there ? table_of(folder, name) : nullptr;
}

std::string_view cell(CsvTable const& table, std::size_t row, std::string_view column) {
  auto const it = std::find(table.header.begin(), table.header.end(), column);
  return it == table.header.end()
             ? std::string_view{}
             : table.cell(row, static_cast<std::size_t>(it - table.header.begin()));
}

std::optional<std::size_t> row_at_line(CsvTable const& table, std::uint32_t line) {
  auto const it = std::lower_bound(table.lines.begin(), table.lines.end(), line);
  if (it == table.lines.end() || *it != line) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(it - table.lines.begin());
}

std::optional<double> number_in(std::string_view text) {
  auto value = 0.0;
  auto const [at, trouble] = std::from_chars(text.data(), text.data() + text.size(), value);
  return trouble == std::errc{} && at == text.data() + text.size() ? std::optional{value}
                                                                   : std::nullopt;
}

}  // namespace chorsu::cli
