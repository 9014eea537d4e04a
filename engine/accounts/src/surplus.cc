#include <cmath>

#include "chorsu/accounts/accounts.h"
#include "chorsu/accounts/breakdown.h"

namespace chorsu {

namespace {

/// Integral of T(L) = T·exp(-epsilon·(L - L_T)) from the dearer to the cheaper future, with the
/// sign of the gain; `tonnes` are those of the cheaper one, `saved` [US$/t] is how much cheaper it
/// is.
double gain(double tonnes, double saved, double epsilon) {
  if (epsilon > 0.0) {
    return tonnes * -std::expm1(-epsilon * saved) / epsilon;
  }
  return std::isinf(saved) ? 0.0 : tonnes * saved;
}

double lane_gain(AccountInputs const& before,
                 AccountInputs const& after,
                 Pivot const& pivot,
                 LaneId lane) {
  auto const saved = before.solution.logsum[lane] - after.solution.logsum[lane];
  // Without a cost of the base year there is nothing to pivot around: demand is fixed.
  auto const epsilon = std::isnan(pivot.logsum[lane]) ? 0.0 : pivot.epsilon[lane];
  if (std::isnan(saved)) {
    return 0.0;  // no route in either future
  }
  return saved >= 0.0 ? gain(after.solution.tonnes[lane], saved, epsilon)
                      : -gain(before.solution.tonnes[lane], -saved, epsilon);
}

}  // namespace

Column<StateId, double> surplus_change(AccountInputs const& before,
                                       AccountInputs const& after,
                                       Pivot const& pivot) {
  auto result = Column<StateId, double>{};
  for (auto const& lanes : surplus_lanes(before, after, pivot).values) {
    auto sum = 0.0;
    for (auto const& share : lanes) {
      sum += share.amount;
    }
    result.push_back(sum);
  }
  return result;
}

Column<StateId, LaneShares> surplus_lanes(AccountInputs const& before,
                                          AccountInputs const& after,
                                          Pivot const& pivot) {
  auto result = Column<StateId, LaneShares>{};
  result.values.resize(before.network.states.id.size());
  for (auto const lane : before.lanes.origin.ids()) {
    auto const half = 0.5 * lane_gain(before, after, pivot, lane);
    for (auto const zone : {before.lanes.origin[lane], before.lanes.destination[lane]}) {
      result[before.network.zones.state[zone]].push_back({lane, half});
    }
  }
  return result;
}

}  // namespace chorsu
