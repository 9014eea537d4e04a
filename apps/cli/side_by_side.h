#pragma once

#include <cstddef>
#include <functional>

namespace chorsu::cli {

/// `threads`, or as many as the machine has where it is 0.
int threads_to_use(int threads);

/// Threads for each of `count` tasks that run side by side on `threads` of them (0 = all): one when
/// there are tasks enough for all.
int threads_each(std::size_t count, int threads);

/// Makes things 0 to `count` - 1 several at a time, and takes them one after the other in that
/// order, each as soon as it is made. What either throws is thrown here.
void side_by_side(std::size_t count,
                  int threads,
                  std::function<void(std::size_t)> const& make,
                  std::function<void(std::size_t)> const& take);

}  // namespace chorsu::cli
