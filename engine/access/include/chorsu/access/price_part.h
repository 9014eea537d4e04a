#pragma once

#include <cstdint>
#include <vector>

#include "chorsu/access/arc_cost.h"

namespace chorsu {

/// What a price is paid for; hours are not paid but waited.
enum class Charge : std::uint8_t { kTariff, kFee, kHandling, kAccess, kHours };

/// How the number of a row enters: what one unit of it is, and so what an amount of it is.
enum class Rate : std::uint8_t {
  kPerTonneKm,  ///< US$/(t·km); amount t·km
  kPerTonne,    ///< US$/t; amount t
  kPerTruck,    ///< US$/truck; amount trucks
  kPerTeu,      ///< US$/TEU; amount TEU
  kPerWagon,    ///< US$/wagon; amount wagons
  kHours,       ///< h; amount t
  kHeadways,    ///< headways waited; amount t·h
  kSpeed,       ///< km/h; amount t·km, divided by the value
  kFactor,      ///< 1; amount what is multiplied: it gives amount·(value - 1)
  kDivisor,     ///< 1; amount what is divided: it gives amount·(1/value - 1)
  kAddend,      ///< added to a factor; amount what is multiplied
  kAvoidable    ///< share taken off; amount what it is taken off: it gives -amount·value
};

/// What an amount of a row gives: US$ or hours, by its charge.
double worth(Rate rate, double value, double amount);

/// One row of the package, or lever of the scenario, in the price of a tonne on an arc.
struct PricePart {
  Charge charge{Charge::kTariff};
  Rate rate{Rate::kPerTonne};
  FactId fact{};                  ///< the row, none for a lever
  std::uint32_t lever{kNoLever};  ///< place among the scenario's levers
  char const* column{""};         ///< of the row: "tariff", "fee", "hours", ...
  double value{0.0};              ///< as the row has it
  double amount{0.0};             ///< of it in one tonne's price
  double contribution{0.0};       ///< US$/t, or h: worth(rate, value, amount)
};

/// A price with the rows that it is made of. The parts of a charge add up to the price's; none
/// where the goods are not allowed.
struct ExplainedPrice {
  ArcPrice price;
  std::vector<PricePart> parts;
};

/// The price of `price_arc` once more, by the same rules, with the rows it comes from.
ExplainedPrice explain_arc(CostInputs const& inputs,
                           PriceLookup const& rows,
                           World const& world,
                           UserClasses const& classes,
                           UserClassId user,
                           ArcId arc);

}  // namespace chorsu
