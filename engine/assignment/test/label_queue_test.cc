#include "chorsu/assignment/label_queue.h"

#include <functional>
#include <queue>
#include <random>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace chorsu {

namespace {

/// Runs a search's pushes and pops through our queue and the standard library's; whether labels
/// come out alike. Steps are of any size: most are about 1, some thousands, some 0.
bool agree(unsigned seed, double width) {
  auto rng = std::mt19937{seed};
  auto uniform = std::uniform_real_distribution<double>{0.0, 1.0};
  auto step = [&] {
    auto const u = uniform(rng);
    return u < 0.1 ? 0.0 : u < 0.9 ? uniform(rng) : u < 0.98 ? 5e3 * uniform(rng) : 1e9 * u;
  };
  auto ours = LabelQueue{};
  auto theirs = std::priority_queue<double, std::vector<double>, std::greater<>>{};
  ours.reset(width);
  auto push = [&](double label) {
    ours.push(label, 0U);
    theirs.push(label);
  };
  for (auto i = 0; i < 5; ++i) {
    push(step());
  }
  for (auto left = 2000; !theirs.empty(); --left) {
    if (ours.empty() || ours.pop().first != theirs.top()) {
      return false;
    }
    auto const label = theirs.top();
    theirs.pop();
    for (auto i = left > 0 ? rng() % 3U : 0U; i > 0U; --i) {
      push(label + step());
    }
  }
  return ours.empty();
}

}  // namespace

RC_GTEST_PROP(label_queue, labels_leave_in_ascending_order_whatever_the_width, (unsigned seed)) {
  for (auto const width : {1e-9, 0.1, 1.0, 1e12}) {
    RC_ASSERT(agree(seed, width));
  }
}

RC_GTEST_PROP(label_queue, nodes_stay_with_their_labels, (unsigned seed)) {
  auto rng = std::mt19937{seed};
  auto labels = std::vector<double>(200U);
  auto queue = LabelQueue{};
  queue.reset(0.01);
  for (auto node = 0U; node < labels.size(); ++node) {
    labels[node] = std::uniform_real_distribution<double>{0.0, 10.0}(rng);
    queue.push(labels[node], node);
  }
  for (auto left = labels.size(); left > 0U; --left) {
    RC_ASSERT(!queue.empty());
    auto const [label, node] = queue.pop();
    RC_ASSERT(label == labels[node]);
    labels[node] = -1.0;  // none leaves twice
  }
  RC_ASSERT(queue.empty());
}

}  // namespace chorsu
