#include "chorsu/base/nearest_name.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace chorsu {

namespace {

template <typename Name>
std::optional<std::string_view> nearest(std::string_view name, std::span<Name const> candidates) {
  auto const most = std::max<std::size_t>(2U, name.size() / 3U);
  auto best = std::min(most + 1U, name.size());  // an answer must come nearer than this
  auto answer = std::optional<std::string_view>{};
  for (auto const& candidate : candidates) {
    auto const distance = edit_distance(name, candidate);
    if (distance < best) {
      best = distance;
      answer = candidate;
    }
  }
  return answer;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  // Three rows of the table of distances between the first i bytes of a and the first j of b.
  auto before = std::vector<std::size_t>(b.size() + 1U);
  auto last = before;
  auto row = before;
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (auto i = std::size_t{1}; i <= a.size(); ++i) {
    std::swap(before, last);
    std::swap(last, row);
    row[0] = i;
    for (auto j = std::size_t{1}; j <= b.size(); ++j) {
      auto const substitution = last[j - 1U] + (a[i - 1U] == b[j - 1U] ? 0U : 1U);
      row[j] = std::min({last[j] + 1U, row[j - 1U] + 1U, substitution});
      if (i > 1U && j > 1U && a[i - 1U] == b[j - 2U] && a[i - 2U] == b[j - 1U]) {
        row[j] = std::min(row[j], before[j - 2U] + 1U);
      }
    }
  }
  return row.back();
}

std::optional<std::string_view> nearest_name(std::string_view name,
                                             std::span<std::string const> candidates) {
  return nearest(name, candidates);
}

std::optional<std::string_view> nearest_name(std::string_view name,
                                             std::span<std::string_view const> candidates) {
  return nearest(name, candidates);
}

}  // namespace chorsu
