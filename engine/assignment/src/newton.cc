#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

#include "jacobian.h"
#include "logit_state.h"

// Prices on a fixed route set, by a semismooth Newton method. Facilities whose capacity binds have
// their scarcity as unknown and the equation flow = capacity; facilities whose delay matters have
// their assumed flow as unknown and the equation loaded = assumed; all others follow by
// substitution. The Jacobian of the logit loading is known in closed form (Bagchi and Boyles 2026
// discuss its spectrum), so that the Newton matrix over these few facilities is assembled exactly
// and factored.

namespace chorsu {

namespace {

struct Sensitivity {
  Column<FacilityId, double> hours;  ///< largest free-flow hours that a facility stretches
  double utility_per_hour{0.0};      ///< largest theta · value of time
};

Sensitivity sensitivity(LogitProblem const& p, SearchGraph const& g) {
  auto result = Sensitivity{};
  result.hours.values.assign(p.network.facilities.kind.size(), 0.0);
  for (auto const edge : ids_of<EdgeId>(g.edges())) {
    for (auto const& passage : g.passages[edge]) {
      auto& hours = result.hours[passage.facility];
      hours = std::max({hours, passage.hours[0], passage.hours[1]});
    }
  }
  for (auto const lane : ids_of<LaneId>(p.lanes.origin.size())) {
    auto const vot = p.classes.value_of_time[p.lanes.user[lane]];
    result.utility_per_hour = std::max(result.utility_per_hour, theta(p, lane) * vot);
  }
  return result;
}

/// A facility binds where it has a price, or is over capacity even at the delay of its full flow.
bool binds(LogitProblem const& p, Prices const& prices, Loading const& loading, FacilityId f) {
  return p.capacity[f] > 0.0 && (prices.scarcity[f] > 0.0 || (loading.flow[f] > p.capacity[f] &&
                                                              prices.flow[f] >= p.capacity[f]));
}

/// Over capacity at the highest price allowed: nothing to be found until new routes come.
bool at_ceiling(LogitProblem const& p,
                Prices const& prices,
                Loading const& loading,
                FacilityId f,
                double max_scarcity) {
  return prices.scarcity[f] >= max_scarcity && loading.flow[f] >= p.capacity[f];
}

std::vector<ActiveFacility> choose_rows(LogitProblem const& p,
                                        Sensitivity const& s,
                                        Prices const& prices,
                                        Loading const& loading,
                                        double max_scarcity) {
  constexpr auto kMatters = 0.005;  // of a unit of utility: weaker delays converge by substitution
  auto rows = std::vector<ActiveFacility>{};
  for (auto const f : ids_of<FacilityId>(p.network.facilities.kind.size())) {
    if (at_ceiling(p, prices, loading, f, max_scarcity)) {
      continue;
    }
    if (binds(p, prices, loading, f)) {
      rows.push_back({f, Unknown::kScarcity, 0.0});
      continue;
    }
    auto const slope = delay_slope(p.network.facilities.delay[f], p.capacity[f], prices.flow[f]);
    if (slope * prices.flow[f] * s.hours[f] * s.utility_per_hour > kMatters) {
      rows.push_back({f, Unknown::kFlow, slope});
    }
  }
  return rows;
}

// ---- steps
// ---------------------------------------------------------------------------------------

std::shared_ptr<Jacobian const> factored(LogitProblem const& p,
                                         LogitState const& state,
                                         Loading const& loading,
                                         std::vector<ActiveFacility> rows) {
  constexpr auto kRidge = 1e-6;  // keeps facilities without an alternative solvable
  auto steepest = 0.0;
  for (auto const commodity : p.commodities.theta.ids()) {
    steepest = std::max(steepest, theta_of(p.commodities, commodity));
  }
  auto const active = active_set(state.graph, std::move(rows), p.network.facilities.kind.size());
  auto m = assemble({p, state, loading, active});
  for (auto i = std::size_t{0}; i < active.rows.size(); ++i) {
    auto const& row = active.rows[i];
    auto const at = static_cast<Eigen::Index>(i);
    m(at, at) +=
        row.unknown == Unknown::kScarcity ? kRidge * steepest * p.capacity[row.facility] : 1.0;
  }
  auto result = std::make_shared<Jacobian>();
  result->rows = active.rows;
  result->factors.compute(m);
  return result;
}

Eigen::VectorXd direction_of(LogitProblem const& p,
                             Prices const& prices,
                             Loading const& loading,
                             Jacobian const& jacobian) {
  auto rhs = Eigen::VectorXd(static_cast<Eigen::Index>(jacobian.rows.size()));
  for (auto i = std::size_t{0}; i < jacobian.rows.size(); ++i) {
    auto const& row = jacobian.rows[i];
    auto const target =
        row.unknown == Unknown::kScarcity ? p.capacity[row.facility] : prices.flow[row.facility];
    rhs[static_cast<Eigen::Index>(i)] = loading.flow[row.facility] - target;
  }
  return jacobian.factors.solve(rhs);
}

/// A factored matrix stays in use while the same capacities bind.
bool fits(Jacobian const& jacobian, std::vector<ActiveFacility> const& rows) {
  auto const scarce = [](ActiveFacility const& row) { return row.unknown == Unknown::kScarcity; };
  auto a = jacobian.rows.begin();
  auto b = rows.begin();
  while (true) {
    a = std::find_if(a, jacobian.rows.end(), scarce);
    b = std::find_if(b, rows.end(), scarce);
    if (a == jacobian.rows.end() || b == rows.end()) {
      return a == jacobian.rows.end() && b == rows.end();
    }
    if ((a++)->facility != (b++)->facility) {
      return false;
    }
  }
}

/// A direction, by row of the matrix it came from, and how much of it is taken.
struct Step {
  std::vector<ActiveFacility> const& rows;
  Eigen::VectorXd const& direction;
  double size;
};

Prices moved(LogitProblem const& p,
             Prices const& from,
             Column<FacilityId, double> const& loaded,
             Step const& step,
             double max_scarcity) {
  auto const& rows = step.rows;
  constexpr auto kLongest = 50.0;  // US$/t a step: shares are exponential in prices
  auto to = from;
  for (auto const f : ids_of<FacilityId>(to.flow.size())) {
    to.flow[f] = std::min(loaded[f], p.capacity[f]);
  }
  for (auto i = std::size_t{0}; i < rows.size(); ++i) {
    auto const& row = rows[i];
    auto const f = row.facility;
    auto const x = step.direction[static_cast<Eigen::Index>(i)];
    if (row.unknown == Unknown::kScarcity) {
      to.scarcity[f] = std::clamp(
          from.scarcity[f] + step.size * std::clamp(x, -kLongest, kLongest), 0.0, max_scarcity);
      to.flow[f] = p.capacity[f];
    } else {
      to.flow[f] = std::clamp(from.flow[f] + step.size * x, 0.0, p.capacity[f]);
    }
  }
  return to;
}

/// Relative miss of a facility's equation: flow = capacity where it has a price or is over
/// capacity, loaded = assumed elsewhere. At the ceiling there is no equation.
double miss(LogitProblem const& p,
            Prices const& prices,
            Loading const& loading,
            FacilityId f,
            double max_scarcity,
            double scale) {
  if (p.capacity[f] <= 0.0 || at_ceiling(p, prices, loading, f, max_scarcity)) {
    return 0.0;
  }
  auto const bound = binds(p, prices, loading, f);
  return (loading.flow[f] - (bound ? p.capacity[f] : prices.flow[f])) / scale;
}

double merit(LogitProblem const& p,
             Prices const& prices,
             Loading const& loading,
             double max_scarcity) {
  auto sum = 0.0;
  for (auto const f : ids_of<FacilityId>(loading.flow.size())) {
    auto const m = miss(p, prices, loading, f, max_scarcity, std::max(p.capacity[f], 1.0));
    sum += m * m;
  }
  return sum;
}

struct Search {
  LogitProblem const& p;
  PriceGoal const& goal;
  LogitState& state;
  Loading& loading;
  PriceSearch result;
  bool progress{true};  ///< the last step was worth its matrix
};

/// One Newton step with backtracking; the last trial is kept even if no trial was better. A matrix
/// of an earlier step is used as long as it makes good progress (chord method).
void step(Search& s, Sensitivity const& sensitivity) {
  constexpr auto kHalvings = 3;
  constexpr auto kGood = 0.05;  // of the merit, a square
  auto const ceiling = s.goal.max_scarcity;
  auto rows = choose_rows(s.p, sensitivity, s.state.prices, s.loading, ceiling);
  auto const fresh = s.state.jacobian == nullptr || !s.progress || !fits(*s.state.jacobian, rows);
  if (fresh) {
    s.state.jacobian = factored(s.p, s.state, s.loading, std::move(rows));
    ++s.result.jacobians;
  }
  auto const direction = direction_of(s.p, s.state.prices, s.loading, *s.state.jacobian);
  auto const before = merit(s.p, s.state.prices, s.loading, ceiling);
  auto const from = s.state.prices;
  auto const loaded = s.loading.flow;
  auto after = before;
  auto size = 1.0;
  for (auto trial = 0; trial <= kHalvings; ++trial, size *= 0.5) {
    s.state.prices = moved(s.p, from, loaded, {s.state.jacobian->rows, direction, size}, ceiling);
    load(s.p, s.state, s.loading);
    ++s.result.loadings;
    after = merit(s.p, s.state.prices, s.loading, ceiling);
    if (after < before) {
      break;
    }
  }
  s.progress = after < kGood * before;
  ++s.result.steps;
}

bool is_met(Search const& s) {
  constexpr auto kFloor = 1000.0;  // t/yr: below it a facility is as good as empty
  for (auto const f : ids_of<FacilityId>(s.loading.flow.size())) {
    auto const scale = std::max(s.loading.flow[f], kFloor);
    if (std::abs(miss(s.p, s.state.prices, s.loading, f, s.goal.max_scarcity, scale)) >
        s.goal.tolerance) {
      return false;
    }
  }
  return true;
}

}  // namespace

PriceSearch find_prices(LogitProblem const& p,
                        PriceGoal const& goal,
                        LogitState& state,
                        Loading& loading) {
  auto search = Search{p, goal, state, loading, {}};
  auto const s = sensitivity(p, state.graph);
  load(p, state, loading);
  ++search.result.loadings;
  while (!is_met(search) && search.result.steps < goal.max_steps) {
    step(search, s);
  }
  search.result.residual = fixed_point_residual(state.prices, loading);
  search.result.violation = capacity_violation(p, loading);
  return search.result;
}

}  // namespace chorsu
