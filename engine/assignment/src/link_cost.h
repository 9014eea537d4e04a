#pragma once

#include <cmath>
#include <cstdint>

namespace chorsu {

/// Shapes of the part of a link's cost that depends on its volume v, with x = v·scale.
enum class LinkShape : std::uint8_t {
  kConstant,  ///< 0
  kLinear,    ///< factor·x
  kQuartic,   ///< factor·x^4
  kPower,     ///< factor·x^power
  kExcess,    ///< -factor·ln(1 - x): what demand is turned away, exponential demand
};

/// Time of a link by volume: constant + shape(v). Links of one shape and power add up in series.
struct LinkCost {
  double constant{0.0};
  double factor{0.0};
  double scale{1.0};
  double power{0.0};
  LinkShape shape{LinkShape::kConstant};
};

struct CostAndSlope {
  double cost;
  double slope;  ///< d cost / d volume
};

/// Time and its derivative at a volume of at least 0.
inline CostAndSlope evaluate(LinkCost const& c, double volume) {
  auto const x = volume * c.scale;
  switch (c.shape) {
    case LinkShape::kConstant:
      break;
    case LinkShape::kLinear:
      return {c.constant + c.factor * x, c.factor * c.scale};
    case LinkShape::kQuartic: {
      auto const cube = c.factor * (x * x) * x;
      return {c.constant + cube * x, 4.0 * cube * c.scale};
    }
    case LinkShape::kPower: {
      if (x <= 0.0) {
        return {c.constant, c.power > 1.0 ? 0.0 : c.power == 1.0 ? c.factor * c.scale : HUGE_VAL};
      }
      auto const delay = c.factor * std::pow(x, c.power);
      return {c.constant + delay, delay * c.power / volume};
    }
    case LinkShape::kExcess: {
      auto const left = std::fmax(1.0 - x, 1e-300);
      return {c.constant - c.factor * std::log(left), c.factor * c.scale / left};
    }
  }
  return {c.constant, 0.0};
}

/// Integral of the time from 0 to a volume: the link's part of Beckmann's objective.
inline double integral(LinkCost const& c, double volume) {
  auto const x = volume * c.scale;
  auto const fixed = c.constant * volume;
  switch (c.shape) {
    case LinkShape::kConstant:
      break;
    case LinkShape::kLinear:
      return fixed + c.factor * x * volume / 2.0;
    case LinkShape::kQuartic:
      return fixed + c.factor * (x * x) * (x * x) * volume / 5.0;
    case LinkShape::kPower:
      return fixed + c.factor * std::pow(x, c.power) * volume / (c.power + 1.0);
    case LinkShape::kExcess: {
      auto const left = std::fmax(1.0 - x, 0.0);
      return fixed + c.factor / c.scale * (left > 0.0 ? left * std::log(left) + x : x);
    }
  }
  return fixed;
}

}  // namespace chorsu
