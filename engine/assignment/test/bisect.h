#pragma once

#include <functional>

namespace chorsu::toy {

/// The root of a rising function, to the last bit.
inline double bisect(double low, double high, std::function<double(double)> const& f) {
  for (auto i = 0; i < 200; ++i) {
    auto const middle = 0.5 * (low + high);
    (f(middle) > 0.0 ? high : low) = middle;
  }
  return 0.5 * (low + high);
}

}  // namespace chorsu::toy
