#pragma once

#include <array>
#include <optional>

#include "chorsu/accounts/trade_facilitation.h"

namespace chorsu {

/// One of CAREC's indicators as files and tables name it.
struct Indicator {
  char const* key;   ///< in CSV and JSON
  char const* name;  ///< in tables, with its unit
  int decimals;
  std::optional<double> TradeFacilitation::* value;
  bool TradeFacilitation::* by_flow;  ///< weighted by tonnes
};

inline constexpr auto kIndicators = std::array<Indicator, 5U>{{
    {"tfi1",
     "TFI1, h at one side of a border",
     1,
     &TradeFacilitation::border_hours,
     &TradeFacilitation::borders_by_flow},
    {"tfi2",
     "TFI2, US$ per 20 t there",
     0,
     &TradeFacilitation::border_cost,
     &TradeFacilitation::borders_by_flow},
    {"tfi3",
     "TFI3, US$ per 500 km and 20 t",
     0,
     &TradeFacilitation::section_cost,
     &TradeFacilitation::sections_by_flow},
    {"tfi4",
     "TFI4, km/h with delay",
     1,
     &TradeFacilitation::speed_with_delay,
     &TradeFacilitation::sections_by_flow},
    {"tfi4_without_delay",
     "km/h without delay",
     1,
     &TradeFacilitation::speed_without_delay,
     &TradeFacilitation::sections_by_flow},
}};

}  // namespace chorsu
