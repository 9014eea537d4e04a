#pragma once

#include <vector>

#include "bush_solver.h"

namespace chorsu {

/// Flows of all bushes at one moment.
struct FlowSnapshot {
  std::vector<double> approach;                        ///< flows of all approaches, bush by bush
  Grid<TrafficClassId, TrafficLinkId, double> volume;  ///< car units by class and folded link
};

FlowSnapshot snapshot(EquilibriumState const& state, BushSolver& solver);

/// Goes on from `now` in the direction that led there from `before`, to the least of Beckmann's
/// function along it or until an approach is empty (parallel tangents: Shah, Buehler and Kempthorne
/// 1964; LeBlanc, Helgason and Boyce 1985). Shifts between bushes that hinder each other creep in
/// one direction: this takes the way at once. Changes flows of approaches only; returns whether it
/// did.
bool stride(EquilibriumState& state, FlowSnapshot const& before, FlowSnapshot const& now);

}  // namespace chorsu
