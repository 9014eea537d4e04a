#pragma once

#include "trace.h"

#include "chorsu/accounts/breakdown.h"

namespace chorsu {

/// Adds to the last lane or begins a new one: uses come lane by lane.
inline void add(LaneShares& shares, LaneId lane, double amount) {
  if (amount == 0.0) {
    return;
  }
  if (shares.empty() || shares.back().lane != lane) {
    shares.push_back({lane, 0.0});
  }
  shares.back().amount += amount;
}

/// Lanes behind the exposures of every state.
ExposureLanes exposure_lanes(AccountInputs const& inputs, Traces const& traces);

}  // namespace chorsu
