#pragma once

#include <compare>

namespace chorsu {

/// Measured value whose type names its unit. Adds to its own kind and scales by
/// plain numbers; never mixes with another unit.
template <typename Tag>
struct Quantity {
  constexpr Quantity() = default;
  explicit constexpr Quantity(double v) : value{v} {}

  constexpr Quantity& operator+=(Quantity b) {
    value += b.value;
    return *this;
  }
  constexpr Quantity& operator-=(Quantity b) {
    value -= b.value;
    return *this;
  }

  friend constexpr Quantity operator+(Quantity a, Quantity b) { return a += b; }
  friend constexpr Quantity operator-(Quantity a, Quantity b) { return a -= b; }
  friend constexpr Quantity operator-(Quantity a) { return Quantity{-a.value}; }
  friend constexpr Quantity operator*(Quantity a, double k) { return Quantity{a.value * k}; }
  friend constexpr Quantity operator*(double k, Quantity a) { return a * k; }
  friend constexpr Quantity operator/(Quantity a, double k) { return Quantity{a.value / k}; }
  friend constexpr double operator/(Quantity a, Quantity b) { return a.value / b.value; }
  friend constexpr auto operator<=>(Quantity, Quantity) = default;

  double value{0.0};
};

using Km = Quantity<struct KmTag>;
using Hours = Quantity<struct HoursTag>;
using KmPerHour = Quantity<struct KmPerHourTag>;
using Tonnes = Quantity<struct TonnesTag>;
using TonnesPerYear = Quantity<struct TonnesPerYearTag>;
using Usd = Quantity<struct UsdTag>;
using UsdPerYear = Quantity<struct UsdPerYearTag>;
using UsdPerTonne = Quantity<struct UsdPerTonneTag>;
using UsdPerTonneKm = Quantity<struct UsdPerTonneKmTag>;
using UsdPerTonneHour = Quantity<struct UsdPerTonneHourTag>;

// The products that the chain of computation needs, each a rate times an amount.
constexpr Km operator*(KmPerHour v, Hours t) {
  return Km{v.value * t.value};
}
constexpr Hours operator/(Km d, KmPerHour v) {
  return Hours{d.value / v.value};
}
constexpr KmPerHour operator/(Km d, Hours t) {
  return KmPerHour{d.value / t.value};
}
constexpr UsdPerTonne operator*(UsdPerTonneKm c, Km d) {
  return UsdPerTonne{c.value * d.value};
}
constexpr UsdPerTonne operator*(UsdPerTonneHour c, Hours t) {
  return UsdPerTonne{c.value * t.value};
}
constexpr Usd operator*(UsdPerTonne c, Tonnes m) {
  return Usd{c.value * m.value};
}
constexpr UsdPerYear operator*(UsdPerTonne c, TonnesPerYear q) {
  return UsdPerYear{c.value * q.value};
}

}  // namespace chorsu
