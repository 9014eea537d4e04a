#include "side_by_side.h"

#include <algorithm>

#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

namespace chorsu::cli {

int threads_to_use(int threads) {
  return threads > 0 ? threads : tbb::info::default_concurrency();
}

int threads_each(std::size_t count, int threads) {
  auto const tasks = static_cast<int>(std::max<std::size_t>(count, 1U));
  return std::max(1, threads_to_use(threads) / tasks);
}

void side_by_side(std::size_t count,
                  int threads,
                  std::function<void(std::size_t)> const& make,
                  std::function<void(std::size_t)> const& take) {
  auto next = std::size_t{0};
  auto const number = [&](tbb::flow_control& flow) {
    if (next == count) {
      flow.stop();
    }
    return next == count ? next : next++;
  };
  auto const made = [&](std::size_t i) {
    make(i);
    return i;
  };
  using enum tbb::filter_mode;
  auto const all = tbb::make_filter<void, std::size_t>(serial_in_order, number) &
                   tbb::make_filter<std::size_t, std::size_t>(parallel, made) &
                   tbb::make_filter<std::size_t, void>(serial_in_order, take);
  auto arena = tbb::task_arena{threads_to_use(threads)};
  auto const at_once = static_cast<std::size_t>(threads_to_use(threads)) + 1U;
  arena.execute([&] { tbb::parallel_pipeline(at_once, all); });
}

}  // namespace chorsu::cli
