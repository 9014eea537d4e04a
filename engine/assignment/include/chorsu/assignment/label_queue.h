#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace chorsu {

/// Labels of nodes in ascending order, for searches that never push less than they last popped.
/// Buckets of equal width hold what is near, in no order; the one whose turn it is stands in a heap
/// of four branches, so that order is exact and a bad width costs time only. What is far waits
/// until all buckets are empty; then at least half of it comes near (Dial 1969; Denardo and Fox
/// 1979).
class LabelQueue {
 public:
  using Item = std::pair<double, std::uint32_t>;
  static constexpr auto kBuckets = 256U;

  /// Empties the queue. `width` [label] of a bucket, positive: a fraction of a usual link's cost.
  void reset(double width);
  void push(double label, std::uint32_t node) {
    auto const at = (label - start_) * per_label_;
    if (!(at < kBuckets)) {
      far_.emplace_back(label, node);
    } else if (static_cast<std::int32_t>(at) <= current_) {
      push_heap(label, node);
    } else {
      put(label, node, static_cast<std::uint32_t>(at));
    }
  }
  /// Whether nothing is left; if something is, the least label is made ready for `pop`.
  bool empty() { return heap_.empty() && !turn(); }
  Item pop();

 private:
  static constexpr auto kWord = 64U;
  static constexpr auto kNone = std::uint32_t(-1);

  void push_heap(double label, std::uint32_t node);
  void put(double label, std::uint32_t node, std::uint32_t bucket);
  bool turn();       // the next bucket's turn; false where there is none
  void come_near();  // a new window, over the nearer half of what is far at least

  std::vector<Item> heap_;
  std::vector<Item> far_;
  std::vector<Item> items_;
  std::vector<std::uint32_t> next_;  // of items_, in the same bucket
  std::array<std::uint32_t, kBuckets> first_{};
  std::array<std::uint64_t, kBuckets / kWord> filled_{};
  double start_{0.0};
  double per_label_{1.0};  // buckets
  std::int32_t current_{-1};
};

}  // namespace chorsu
