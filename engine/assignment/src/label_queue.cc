#include "chorsu/assignment/label_queue.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace chorsu {

namespace {

constexpr auto kBranches = std::size_t{4};

}  // namespace

void LabelQueue::reset(double width) {
  heap_.clear();
  far_.clear();
  items_.clear();
  next_.clear();
  filled_ = {};
  start_ = 0.0;
  per_label_ = 1.0 / width;
  current_ = -1;
}

void LabelQueue::push_heap(double label, std::uint32_t node) {
  heap_.emplace_back();
  auto hole = heap_.size() - 1U;
  while (hole > 0U) {
    auto const parent = (hole - 1U) / kBranches;
    if (heap_[parent].first <= label) {
      break;
    }
    heap_[hole] = heap_[parent];
    hole = parent;
  }
  heap_[hole] = {label, node};
}

LabelQueue::Item LabelQueue::pop() {
  auto const top = heap_.front();
  auto const last = heap_.back();
  heap_.pop_back();
  if (heap_.empty()) {
    return top;
  }
  auto hole = std::size_t{0};
  for (;;) {
    auto child = hole * kBranches + 1U;
    if (child >= heap_.size()) {
      break;
    }
    auto const end = std::min(child + kBranches, heap_.size());
    for (auto other = child + 1U; other < end; ++other) {
      if (heap_[other].first < heap_[child].first) {
        child = other;
      }
    }
    if (heap_[child].first >= last.first) {
      break;
    }
    heap_[hole] = heap_[child];
    hole = child;
  }
  heap_[hole] = last;
  return top;
}

void LabelQueue::put(double label, std::uint32_t node, std::uint32_t bucket) {
  auto& word = filled_[bucket / kWord];
  auto const bit = std::uint64_t{1} << (bucket % kWord);
  next_.push_back((word & bit) != 0U ? first_[bucket] : kNone);
  word |= bit;
  first_[bucket] = static_cast<std::uint32_t>(items_.size());
  items_.emplace_back(label, node);
}

bool LabelQueue::turn() {
  for (;;) {
    for (auto w = std::size_t{0}; w < filled_.size(); ++w) {
      if (filled_[w] == 0U) {
        continue;
      }
      auto const bucket = w * kWord + static_cast<std::size_t>(std::countr_zero(filled_[w]));
      filled_[w] &= filled_[w] - 1U;
      current_ = static_cast<std::int32_t>(bucket);
      for (auto i = first_[bucket]; i != kNone; i = next_[i]) {
        push_heap(items_[i].first, items_[i].second);
      }
      return true;
    }
    if (far_.empty()) {
      return false;
    }
    come_near();
  }
}

void LabelQueue::come_near() {
  items_.clear();
  next_.clear();
  current_ = -1;
  auto const middle = far_.begin() + static_cast<std::ptrdiff_t>(far_.size() / 2U);
  std::nth_element(far_.begin(), middle, far_.end());
  start_ = std::min_element(far_.begin(), middle + 1)->first;
  per_label_ = std::min(per_label_, kBuckets / 2.0 / (middle->first - start_));
  std::erase_if(far_, [&](Item const& item) {
    auto const at = (item.first - start_) * per_label_;
    if (at < kBuckets) {
      put(item.first, item.second, static_cast<std::uint32_t>(at));
    }
    return at < kBuckets;
  });
}

}  // namespace chorsu
