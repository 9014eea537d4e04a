#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "table_reader.h"

#include "chorsu/base/id.h"

namespace chorsu {

/// The ids of one table by name.
struct NameIndex {
  std::string what;  ///< what a name stands for, for messages: "node of node.csv"
  std::map<std::string, std::uint32_t, std::less<>> places;
  std::vector<std::string> names;
};

/// Adds the name in a cell; a finding when it is empty, there already, or one too many for the ids
/// of its table.
std::uint32_t add_name(NameIndex& index,
                       Row const& row,
                       std::string_view column,
                       std::uint32_t most);

/// Place of a name; the largest number, with a finding, when it is unknown.
std::uint32_t place_of(NameIndex const& index,
                       Row const& row,
                       std::string_view column,
                       std::string_view name);

/// The same with the type of the table's ids.
template <typename IdType>
struct IdIndex : NameIndex {};

template <typename IdType>
IdType add_id(IdIndex<IdType>& index, Row const& row, std::string_view column) {
  auto const most = static_cast<std::uint32_t>(IdType::none().value);
  return IdType{static_cast<typename IdType::rep>(add_name(index, row, column, most))};
}

template <typename IdType>
IdType find_id(IdIndex<IdType> const& index, std::string_view name) {
  auto const it = index.places.find(name);
  return it == index.places.end() ? IdType::none()
                                  : IdType{static_cast<typename IdType::rep>(it->second)};
}

template <typename IdType>
IdType named(IdIndex<IdType> const& index,
             Row const& row,
             std::string_view column,
             std::string_view name) {
  return IdType{static_cast<typename IdType::rep>(place_of(index, row, column, name))};
}

/// The id that a cell names; none, with a finding, when it is empty or unknown.
template <typename IdType>
IdType reference(IdIndex<IdType> const& index, Row const& row, std::string_view column) {
  return named(index, row, column, cell(row, column));
}

/// The same, and none without a finding where the cell is empty.
template <typename IdType>
IdType optional_reference(IdIndex<IdType> const& index, Row const& row, std::string_view column) {
  return cell(row, column).empty() ? IdType::none() : reference(index, row, column);
}

/// The same, and none where the cell is '*'.
template <typename IdType>
IdType reference_or_any(IdIndex<IdType> const& index, Row const& row, std::string_view column) {
  return cell(row, column) == "*" ? IdType::none() : reference(index, row, column);
}

/// The known ids of a list cell.
template <typename IdType>
std::vector<IdType> references(IdIndex<IdType> const& index,
                               Row const& row,
                               std::string_view column) {
  auto ids = std::vector<IdType>{};
  for (auto const name : list(row, column)) {
    auto const id = named(index, row, column, name);
    if (!id.is_none()) {
      ids.push_back(id);
    }
  }
  return ids;
}

}  // namespace chorsu
