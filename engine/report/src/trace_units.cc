#include "trace_units.h"

#include <string_view>

namespace chorsu {

namespace {

/// In a figure of money a year; hours are worth money.
Units in_money(Rate rate) {
  switch (rate) {
    case Rate::kPerTonneKm:
      return {Reading::kTimes, "US$/(t.km)", "t.km/yr"};
    case Rate::kPerTonne:
      return {Reading::kTimes, "US$/t", "t/yr"};
    case Rate::kPerTruck:
      return {Reading::kTimes, "US$/truck", "trucks/yr"};
    case Rate::kPerTeu:
      return {Reading::kTimes, "US$/TEU", "TEU/yr"};
    case Rate::kPerWagon:
      return {Reading::kTimes, "US$/wagon", "wagons/yr"};
    case Rate::kHours:
      return {Reading::kTimes, "h", "US$/(h.yr)"};
    case Rate::kHeadways:
      return {Reading::kTimes, "headways", "US$/yr"};
    case Rate::kSpeed:
      return {Reading::kDivides, "km/h", "US$.km/(h.yr)"};
    case Rate::kFactor:
      return {Reading::kRaises, "factor", "US$/yr"};
    case Rate::kDivisor:
      return {Reading::kQuickens, "factor", "US$/yr"};
    case Rate::kAddend:
      return {Reading::kTimes, "added to a factor", "US$/yr"};
    case Rate::kAvoidable:
      break;
  }
  return {Reading::kIsTakenOff, "share", "US$/yr"};
}

/// In a figure of hours.
Units in_hours(Rate rate) {
  auto units = in_money(rate);
  switch (rate) {
    case Rate::kHours:
      units.amount = "times";
      break;
    case Rate::kSpeed:
      units.amount = "km";
      break;
    default:
      units.amount = "h";
  }
  return units;
}

/// The end of `unit` put for what the figure is told for.
std::string with_end(std::string unit, std::string_view end, std::string_view instead) {
  if (unit.ends_with(end)) {
    unit.replace(unit.size() - end.size(), end.size(), instead);
  }
  return unit;
}

/// "US$/(h.yr)" becomes "US$/(h.t)", "trucks/yr" becomes "trucks/t".
std::string per_tonne(std::string const& unit) {
  return with_end(with_end(unit, "/yr", "/t"), ".yr)", ".t)");
}

}  // namespace

Units units_of(Rate rate, Basis basis) {
  auto units =
      basis == Basis::kHours || basis == Basis::kThousandKm ? in_hours(rate) : in_money(rate);
  switch (basis) {
    case Basis::kTonne:
      units.amount = per_tonne(units.amount);
      break;
    case Basis::kLoad:
      units.amount = with_end(units.amount, "/yr", " per 20 t");
      break;
    case Basis::kSection:
      units.amount = with_end(units.amount, "/yr", " per 500 km and 20 t");
      break;
    case Basis::kThousandKm:
      units.amount += " per 1,000 km";
      break;
    case Basis::kYear:
    case Basis::kHours:
      break;
  }
  return units;
}

}  // namespace chorsu
