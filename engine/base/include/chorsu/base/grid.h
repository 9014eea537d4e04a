#pragma once

#include <cassert>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace chorsu {

/// Dense table of one value for every pair of rows of two tables, row by row in one array.
template <typename RowId, typename ColId, typename T>
struct Grid {
  Grid() = default;
  Grid(std::size_t row_count, std::size_t col_count, T const& fill = T{})
      : rows{row_count}, cols{col_count}, values(row_count * col_count, fill) {}

  T& operator()(RowId r, ColId c) { return const_cast<T&>(std::as_const(*this)(r, c)); }
  T const& operator()(RowId r, ColId c) const {
    assert(r.value < rows && c.value < cols);
    return values[r.value * cols + c.value];
  }

  std::span<T> row(RowId r) {
    assert(r.value < rows);
    return {values.data() + r.value * cols, cols};
  }
  std::span<T const> row(RowId r) const {
    assert(r.value < rows);
    return {values.data() + r.value * cols, cols};
  }

  std::size_t rows{0U};
  std::size_t cols{0U};
  std::vector<T> values;
};

}  // namespace chorsu
