#pragma once

#include <string>

#include "chorsu/access/price_part.h"
#include "chorsu/report/trace.h"

namespace chorsu {

/// What a figure is told for.
enum class Basis : std::uint8_t {
  kYear,        ///< money a year
  kTonne,       ///< money a tonne
  kLoad,        ///< money for 20 t
  kSection,     ///< money for 500 km and 20 t
  kHours,       ///< hours
  kThousandKm,  ///< hours for 1,000 km
};

/// What a rate's value and its amount in a figure are counted in.
struct Units {
  Reading reading;
  char const* value;
  std::string amount;
};

Units units_of(Rate rate, Basis basis);

}  // namespace chorsu
