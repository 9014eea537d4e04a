#pragma once

#include <array>
#include <optional>
#include <string>

#include "trace_units.h"

#include "chorsu/accounts/breakdown.h"

namespace chorsu {

/// One of CAREC's indicators as files, tables and traces name it.
struct Indicator {
  char const* key;   ///< in CSV and JSON
  char const* name;  ///< in tables, with its unit
  int decimals;
  std::optional<double> TradeFacilitation::* value;
  bool TradeFacilitation::* by_flow;  ///< weighted by tonnes
  RowShares FacilitationRows::* rows;
  Basis basis;
  char const* told;  ///< what the rows add up to
  char const* unit;  ///< of them
};

inline constexpr auto kIndicators = std::array<Indicator, 5U>{{
    {"tfi1",
     "TFI1, h at one side of a border",
     1,
     &TradeFacilitation::border_hours,
     &TradeFacilitation::borders_by_flow,
     &FacilitationRows::border_hours,
     Basis::kHours,
     "TFI1, hours at one side of a border",
     "h"},
    {"tfi2",
     "TFI2, US$ per 20 t there",
     0,
     &TradeFacilitation::border_cost,
     &TradeFacilitation::borders_by_flow,
     &FacilitationRows::border_cost,
     Basis::kLoad,
     "TFI2, paid at one side of a border",
     "US$ per 20 t"},
    {"tfi3",
     "TFI3, US$ per 500 km and 20 t",
     0,
     &TradeFacilitation::section_cost,
     &TradeFacilitation::sections_by_flow,
     &FacilitationRows::section_cost,
     Basis::kSection,
     "TFI3, paid along a section",
     "US$ per 500 km and 20 t"},
    {"tfi4",
     "TFI4, km/h with delay",
     1,
     &TradeFacilitation::speed_with_delay,
     &TradeFacilitation::sections_by_flow,
     &FacilitationRows::hours_with_delay,
     Basis::kThousandKm,
     "TFI4 as hours with delay: the speed is 1,000 over them",
     "h per 1,000 km"},
    {"tfi4_without_delay",
     "km/h without delay",
     1,
     &TradeFacilitation::speed_without_delay,
     &TradeFacilitation::sections_by_flow,
     &FacilitationRows::hours_without_delay,
     Basis::kThousandKm,
     "hours without delay: the speed is 1,000 over them",
     "h per 1,000 km"},
}};

/// The figure of an indicator.
std::string facilitation_figure(Network const& network,
                                CorridorMode const& of,
                                Indicator const& indicator);

}  // namespace chorsu
