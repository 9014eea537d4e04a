#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

namespace chorsu {

/// Sorts rows by falling key; rows of one key keep their order.
template <typename Row, typename Key>
void sort_falling(std::vector<Row>& rows, Key key) {
  auto order = std::vector<std::size_t>(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    auto const first = key(rows[a]);
    auto const second = key(rows[b]);
    return second < first || (!(first < second) && a < b);
  });
  auto sorted = std::vector<Row>{};
  sorted.reserve(rows.size());
  for (auto const i : order) {
    sorted.push_back(std::move(rows[i]));
  }
  rows = std::move(sorted);
}

}  // namespace chorsu
