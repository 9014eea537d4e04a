#pragma once

#include <optional>

#include "chorsu/accounts/accounts.h"

namespace chorsu {

/// The load that CAREC's indicators are stated for.
inline constexpr auto kFacilitationTonnes = 20.0;
inline constexpr auto kFacilitationKm = 500.0;

/// The links of one mode on a corridor.
struct CorridorMode {
  CorridorId corridor;
  Mode mode{Mode::kRail};
};

/// CAREC's trade facilitation indicators of one mode on a corridor (Corridor Performance
/// Measurement and Monitoring). Both directions, all goods. None where there is nothing to measure.
struct TradeFacilitation {
  std::optional<double> border_hours;      ///< TFI1 [h]: to clear one side of a border
  std::optional<double> border_cost;       ///< TFI2 [US$ per 20 t]: at one side of a border
  std::optional<double> section_cost;      ///< TFI3 [US$ per 500 km and 20 t]: tariffs and borders
  std::optional<double> speed_with_delay;  ///< TFI4, SWD [km/h]: with crowding and borders
  std::optional<double> speed_without_delay;  ///< SWOD [km/h]: rolling
  bool borders_by_flow{false};   ///< weighted by tonnes; else all open sides and goods alike
  bool sections_by_flow{false};  ///< the same for TFI3 and the speeds
};

struct CorridorFacilitation {
  Column<CorridorId, TradeFacilitation> rail;
  Column<CorridorId, TradeFacilitation> road;
};

/// The indicators of a solved year over all links of every corridor. What is paid in transfers
/// between modes and gauges, and what access rules add, is left out: CAREC's samples follow one
/// vehicle.
CorridorFacilitation trade_facilitation(AccountInputs const& inputs);

}  // namespace chorsu
