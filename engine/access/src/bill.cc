#include "bill.h"

namespace chorsu {

void itemise(Bill& bill, Charge what, Cell const& cell, double amount, Factor const& factor) {
  auto const base = worth(cell.rate, cell.measure.value, amount);
  auto part = PricePart{.charge = what,
                        .rate = cell.rate,
                        .fact = cell.measure.fact,
                        .column = cell.column,
                        .value = cell.measure.value,
                        .amount = amount,
                        .contribution = base};
  bill.parts.push_back(part);
  auto const speed = cell.rate == Rate::kSpeed;
  part.column = "value";
  for (auto const& step : factor.steps) {
    part.rate = step.adds ? Rate::kAddend : speed != step.divides ? Rate::kDivisor : Rate::kFactor;
    part.fact = step.fact;
    part.lever = step.lever;
    part.value = step.value;
    part.amount = step.adds ? base : speed ? base / step.before : base * step.before;
    part.contribution =
        speed ? base / step.after - base / step.before : base * (step.after - step.before);
    bill.parts.push_back(part);
  }
}

double worth(Rate rate, double value, double amount) {
  switch (rate) {
    case Rate::kSpeed:
      return amount / value;
    case Rate::kFactor:
      return amount * (value - 1.0);
    case Rate::kDivisor:
      return amount * (1.0 / value - 1.0);
    case Rate::kAvoidable:
      return -amount * value;
    default:
      return amount * value;
  }
}

}  // namespace chorsu
