#pragma once

#include <vector>

#include "chorsu/access/price_part.h"

namespace chorsu {

/// A factor as it grows. Steps are the rows that made it, noted only when a bill is itemised.
struct Factor {
  struct Step {
    FactId fact{};
    std::uint32_t lever{kNoLever};
    double value{1.0};
    double before{1.0};
    double after{1.0};
    bool adds{false};
    bool divides{false};
  };

  bool itemised{false};
  double value{1.0};
  std::vector<Step> steps{};

  void by(Measure const& row) {
    if (itemised && row.value != 1.0) {
      steps.push_back({row.fact, kNoLever, row.value, value, value * row.value});
    }
    value *= row.value;
  }
};

/// A cell of the package and what it counts.
struct Cell {
  Measure const& measure;
  char const* column;
  Rate rate;
};

/// What a tonne on an arc is charged: the sum, and the rows behind it when they are asked for. All
/// pricing rules write here, so that a price and its explanation cannot differ.
struct Bill {
  bool itemised{false};
  ArcPrice price{};
  std::vector<PricePart> parts{};
};

/// Writes the rows of one charge down.
void itemise(Bill& bill, Charge what, Cell const& cell, double amount, Factor const& factor);

inline double& total(ArcPrice& price, Charge what) {
  switch (what) {
    case Charge::kTariff:
      return price.tariff;
    case Charge::kFee:
      return price.fee;
    case Charge::kHandling:
      return price.handling;
    case Charge::kAccess:
      return price.access;
    case Charge::kHours:
      break;
  }
  return price.hours;
}

/// Adds amount·value times the factor; speeds are multiplied by it and divide the amount.
inline void charge(
    Bill& bill, Charge what, Cell const& cell, double amount, Factor const& factor = {}) {
  auto const value = cell.measure.value;
  total(bill.price, what) +=
      cell.rate == Rate::kSpeed ? amount / (value * factor.value) : amount * value * factor.value;
  if (bill.itemised) {
    itemise(bill, what, cell, amount, factor);
  }
}

inline void forbid(Bill& bill) {
  bill.price = {.allowed = false};
  bill.parts.clear();
}

}  // namespace chorsu
