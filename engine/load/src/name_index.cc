#include "name_index.h"

#include <limits>

#include <fmt/format.h>

namespace chorsu {

std::uint32_t add_name(NameIndex& index,
                       Row const& row,
                       std::string_view column,
                       std::uint32_t most) {
  auto const name = required_text(row, column);
  auto const place = static_cast<std::uint32_t>(index.names.size());
  if (place == most) {
    report(row, column, fmt::format("more than {} rows", most), "Split the region.");
  }
  if (!name.empty() && !index.places.emplace(name, place).second) {
    report(row, column, fmt::format("duplicate id {}", in_quotes(name)), "Rename or remove one.");
  }
  index.names.push_back(name);
  return place;
}

std::uint32_t place_of(NameIndex const& index,
                       Row const& row,
                       std::string_view column,
                       std::string_view name) {
  constexpr auto kNone = std::numeric_limits<std::uint32_t>::max();
  auto const it = index.places.find(name);
  if (it != index.places.end()) {
    return it->second;
  }
  if (name.empty()) {
    report(row, column, "the cell is empty", fmt::format("Write the id of a {}.", index.what));
  } else if (!index.names.empty()) {  // else the table itself could not be read
    report(row,
           column,
           fmt::format("no {} {}", index.what, in_quotes(name)),
           suggestion(*row.table.problems, name, index.names));
  }
  return kNone;
}

}  // namespace chorsu
