#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <ranges>
#include <span>
#include <utility>
#include <vector>

namespace chorsu {

/// The ids of a table of `size` rows, first to last.
template <typename Id>
auto ids_of(std::size_t size) {
  return std::views::iota(std::size_t{0}, size) |
         std::views::transform([](std::size_t i) { return Id{static_cast<typename Id::rep>(i)}; });
}

/// One attribute of every row of a table, indexed only by that table's id.
template <typename Id, typename T>
struct Column {
  T& operator[](Id id) { return const_cast<T&>(std::as_const(*this)[id]); }
  T const& operator[](Id id) const {
    assert(id.value < values.size());
    return values[id.value];
  }

  Id push_back(T x) {
    values.push_back(std::move(x));
    return Id{static_cast<typename Id::rep>(values.size() - 1U)};
  }

  std::size_t size() const { return values.size(); }
  auto ids() const { return ids_of<Id>(size()); }

  std::vector<T> values;
};

/// For every row of a table a run of values, back to back in one array
/// (compressed rows). Built once, row by row.
template <typename Id, typename T>
struct Rows {
  std::span<T const> operator[](Id id) const {
    assert(id.value + 1U < first.size());
    return {values.data() + first[id.value], values.data() + first[id.value + 1U]};
  }

  Id push_back(std::span<T const> row) {
    values.insert(values.end(), row.begin(), row.end());
    first.push_back(static_cast<std::uint32_t>(values.size()));
    return Id{static_cast<typename Id::rep>(first.size() - 2U)};
  }

  std::size_t size() const { return first.size() - 1U; }
  auto ids() const { return ids_of<Id>(size()); }

  std::vector<std::uint32_t> first{0U};
  std::vector<T> values;
};

}  // namespace chorsu
