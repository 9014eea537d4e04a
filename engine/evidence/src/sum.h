#pragma once

#include <algorithm>
#include <functional>
#include <numeric>
#include <vector>

namespace chorsu {

/// The sum of numbers, smallest first, so that the order of the rows they come from does not count.
inline double sum_of(std::vector<double> numbers) {
  std::ranges::sort(numbers);
  return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

/// Their product, in the same order.
inline double product_of(std::vector<double> numbers) {
  std::ranges::sort(numbers);
  return std::accumulate(numbers.begin(), numbers.end(), 1.0, std::multiplies<>{});
}

}  // namespace chorsu
