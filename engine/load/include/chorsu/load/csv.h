#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "chorsu/base/finding.h"

namespace chorsu {

/// Largest file that is read, after unpacking. Real tables stay far below it.
inline constexpr auto kMostBytes = std::size_t{64} * 1024U * 1024U;

/// A table of comma-separated values (RFC 4180): a header and rows of as many cells, all of them
/// text that looks into `bytes`. Moving the table keeps the cells valid, copying would not.
struct CsvTable {
  CsvTable() = default;
  CsvTable(CsvTable&&) noexcept = default;
  CsvTable& operator=(CsvTable&&) noexcept = default;
  CsvTable(CsvTable const&) = delete;
  CsvTable& operator=(CsvTable const&) = delete;
  ~CsvTable() = default;

  std::size_t rows() const { return lines.size(); }
  std::string_view cell(std::size_t row, std::size_t column) const {
    return cells[row * header.size() + column];
  }

  std::vector<char> bytes;  ///< of the file, quoted cells unquoted in place
  std::vector<std::string_view> header;
  std::vector<std::string_view> cells;  ///< row by row
  std::vector<std::uint32_t> lines;     ///< line in the file where each row begins; header = 1
};

/// The same for networks and trips of others, which may have millions of links.
inline constexpr auto kMostTrafficBytes = std::size_t{1024} * 1024U * 1024U;

/// Reads a whole file, unpacked where its name ends in .gz. `name` is what findings call it.
/// None, with a finding, when there is no such file, it cannot be read or is too large.
std::optional<std::vector<char>> read_file(std::string const& path,
                                           std::string const& name,
                                           Findings& findings,
                                           std::size_t most_bytes = kMostBytes);

/// Takes a table row by row. The text looks into the bytes that are read.
struct CsvVisitor {
  /// The names of the columns, and the line they stand in; false: the rows are not read.
  std::function<bool(std::span<std::string_view const>, std::uint32_t)> on_header;
  /// A row with as many cells, and the line in which it begins.
  std::function<void(std::span<std::string_view const>, std::uint32_t)> on_row;
};

/// Reads a table as parse_csv does, without holding its cells; quoted ones are unquoted in place.
/// False, with a finding, when there is no header.
bool visit_csv(std::vector<char>& bytes,
               std::string const& name,
               CsvVisitor const& visitor,
               Findings& findings);

/// The same of a file whose rows have no header and any number of cells each; a problem names the
/// cell by its number.
void visit_rows(std::vector<char>& bytes,
                std::string const& name,
                std::function<void(std::span<std::string_view const>, std::uint32_t)> const& on_row,
                Findings& findings);

/// Reads a table. Lines may end in LF or CRLF, a byte order mark is passed over, blank lines too.
/// Rows with too many or too few cells are left out. Every problem becomes a finding with its line
/// and column; after 20 the rest of the table is not read. None when there is no header.
std::optional<CsvTable> parse_csv(std::vector<char> bytes,
                                  std::string const& name,
                                  Findings& findings);

/// The table of a file.
std::optional<CsvTable> read_csv(std::string const& path,
                                 std::string const& name,
                                 Findings& findings);

}  // namespace chorsu
