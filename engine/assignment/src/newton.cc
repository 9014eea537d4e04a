#include <oneapi/tbb/parallel_for.h>

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <vector>

#include "logit_state.h"

// Prices on a fixed route set, by a semismooth Newton method. Facilities whose capacity binds have
// their scarcity as unknown and the equation flow = capacity; facilities whose delay matters have
// their assumed flow as unknown and the equation loaded = assumed; all others follow by substitution.
// The Jacobian of the logit loading is known in closed form (Bagchi and Boyles 2026 discuss its
// spectrum), so that the Newton matrix over these few facilities is assembled exactly and factored.

namespace chorsu {

namespace {

enum class Unknown : std::uint8_t { kScarcity, kFlow };

struct ActiveFacility {
  FacilityId facility;
  Unknown unknown{Unknown::kScarcity};
  double slope{0.0};  ///< dg/dflow, for flow unknowns
};

/// Active facilities and which of them each edge passes.
struct ActiveSet {
  std::vector<ActiveFacility> rows;
  struct Passage {
    std::uint16_t row;
    double hours[kForms];
  };
  std::vector<std::uint32_t> first;  ///< by edge
  std::vector<Passage> passages;
};

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

bool binds(LogitProblem const& p, Prices const& prices, Loading const& loading, FacilityId f) {
  return p.capacity[f] > 0.0 && (prices.scarcity[f] > 0.0 || loading.flow[f] > p.capacity[f]);
}

std::vector<ActiveFacility> choose_rows(LogitProblem const& p, Sensitivity const& s,
                                        Prices const& prices, Loading const& loading) {
  constexpr auto kMatters = 0.005;  // of a unit of utility: weaker delays converge by substitution
  auto rows = std::vector<ActiveFacility>{};
  for (auto const f : ids_of<FacilityId>(p.network.facilities.kind.size())) {
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

ActiveSet active_set(SearchGraph const& g, std::vector<ActiveFacility> rows,
                     std::size_t facilities) {
  auto set = ActiveSet{};
  auto row_of = std::vector<std::uint16_t>(facilities, UINT16_MAX);
  for (auto i = std::size_t{0}; i < rows.size(); ++i) {
    row_of[rows[i].facility.value] = static_cast<std::uint16_t>(i);
  }
  set.rows = std::move(rows);
  set.first.push_back(0U);
  for (auto const edge : ids_of<EdgeId>(g.edges())) {
    for (auto const& passage : g.passages[edge]) {
      auto const row = row_of[passage.facility.value];
      if (row != UINT16_MAX) {
        set.passages.push_back({row, {passage.hours[0], passage.hours[1]}});
      }
    }
    set.first.push_back(static_cast<std::uint32_t>(set.passages.size()));
  }
  return set;
}

// ---- assembly ------------------------------------------------------------------------------------

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Passages of a route through active facilities.
struct RouteRow {
  std::uint16_t row;
  double hours;
};

struct Assembly {
  LogitProblem const& p;
  LogitState const& state;
  LoadingTable const& table;
  Loading const& loading;
  ActiveSet const& active;
};

struct PoolScratch {
  std::vector<std::vector<RouteRow>> routes;
  std::vector<double> by_scarcity;  ///< by route: sum over lanes of theta·tonnes
  std::vector<double> by_hours;     ///< the same times value of time
  std::vector<double> tonnes;       ///< by active row, for one lane
  std::vector<double> hours;
  std::vector<std::uint16_t> touched;
};

bool collect_routes(Assembly const& a, PoolId pool, PoolScratch& s) {
  auto const form = static_cast<unsigned>(a.state.sets.form[pool]);
  auto const first = a.table.pool_first_route[pool.value];
  auto const last = a.table.pool_first_route[pool.value + 1U];
  auto any = false;
  if (s.routes.size() < last - first) {
    s.routes.resize(last - first);
  }
  s.by_scarcity.assign(last - first, 0.0);
  s.by_hours.assign(last - first, 0.0);
  for (auto r = first; r < last; ++r) {
    auto& rows = s.routes[r - first];
    rows.clear();
    for (auto const edge : a.state.sets.edges[a.table.route[r]]) {
      for (auto i = a.active.first[edge.value]; i < a.active.first[edge.value + 1U]; ++i) {
        rows.push_back({a.active.passages[i].row, a.active.passages[i].hours[form]});
      }
    }
    any |= !rows.empty();
  }
  return any;
}

/// The part of the derivative that comes from the other routes of the lane and from its total:
/// (theta - epsilon)/T · (sum q n)(sum q m)'.
void subtract_mean(Assembly const& a, LaneId lane, double scale, double epsilon, double vot,
                   PoolScratch& s, Matrix& m) {
  s.touched.clear();
  for (auto i = a.table.lane_first[lane.value]; i < a.table.lane_first[lane.value + 1U]; ++i) {
    auto const q = a.loading.tonnes[i];
    for (auto const& row : s.routes[a.table.local[i]]) {
      if (s.tonnes[row.row] == 0.0) {
        s.touched.push_back(row.row);
      }
      s.tonnes[row.row] += q;
      s.hours[row.row] += q * row.hours;
    }
  }
  auto const factor = (scale - epsilon) / a.loading.lane_tonnes[lane];
  for (auto const to : s.touched) {
    auto const& column = a.active.rows[to];
    auto const weight = factor * (column.unknown == Unknown::kScarcity
                                      ? s.tonnes[to]
                                      : vot * column.slope * s.hours[to]);
    for (auto const from : s.touched) {
      m(from, to) -= s.tonnes[from] * weight;
    }
  }
  for (auto const row : s.touched) {
    s.tonnes[row] = 0.0;
    s.hours[row] = 0.0;
  }
}

void add_routes(Assembly const& a, std::size_t count, PoolScratch const& s, Matrix& m) {
  for (auto r = std::size_t{0}; r < count; ++r) {
    for (auto const& to : s.routes[r]) {
      auto const& column = a.active.rows[to.row];
      auto const weight = column.unknown == Unknown::kScarcity
                              ? s.by_scarcity[r]
                              : s.by_hours[r] * column.slope * to.hours;
      for (auto const& from : s.routes[r]) {
        m(from.row, to.row) += weight;
      }
    }
  }
}

void add_pool(Assembly const& a, PoolId pool, PoolScratch& s, Matrix& m) {
  if (!collect_routes(a, pool, s)) {
    return;
  }
  for (auto const lane : a.state.sets.lanes[pool]) {
    auto const first = a.table.lane_first[lane.value];
    auto const last = a.table.lane_first[lane.value + 1U];
    auto const epsilon =
        std::isfinite(a.p.pivot.logsum[lane]) ? a.p.pivot.epsilon[lane] : 0.0;
    auto const fixed = last - first < 2U && epsilon == 0.0;
    if (first == last || fixed || a.loading.lane_tonnes[lane] <= 0.0) {
      continue;
    }
    auto const scale = theta(a.p, lane);
    auto const vot = a.p.classes.value_of_time[a.p.lanes.user[lane]];
    for (auto i = first; i < last; ++i) {
      s.by_scarcity[a.table.local[i]] += scale * a.loading.tonnes[i];
      s.by_hours[a.table.local[i]] += scale * vot * a.loading.tonnes[i];
    }
    subtract_mean(a, lane, scale, epsilon, vot, s, m);
  }
  add_routes(a, s.by_scarcity.size(), s, m);
}

/// -d(loaded flow)/d(unknown) over the active facilities.
Matrix assemble(Assembly const& a) {
  constexpr auto kParts = 4U;  // fixed: sums do not depend on the thread count
  auto const size = static_cast<Eigen::Index>(a.active.rows.size());
  auto const blocks = static_cast<unsigned>(a.table.block.size() - 1U);
  auto parts = std::vector<Matrix>(kParts, Matrix::Zero(size, size));
  tbb::parallel_for(0U, kParts, [&](unsigned part) {
    auto scratch = PoolScratch{};
    scratch.tonnes.assign(a.active.rows.size(), 0.0);
    scratch.hours.assign(a.active.rows.size(), 0.0);
    auto const first = a.table.block[blocks * part / kParts];
    auto const last = a.table.block[blocks * (part + 1U) / kParts];
    for (auto pool = first; pool < last; ++pool) {
      add_pool(a, PoolId{pool}, scratch, parts[part]);
    }
  });
  for (auto part = 1U; part < kParts; ++part) {
    parts[0] += parts[part];
  }
  return std::move(parts[0]);
}

// ---- steps ---------------------------------------------------------------------------------------

Eigen::VectorXd newton_direction(LogitProblem const& p, Prices const& prices,
                                 Loading const& loading, ActiveSet const& active, Matrix m) {
  constexpr auto kRidge = 1e-6;  // keeps facilities without an alternative solvable
  auto const size = static_cast<Eigen::Index>(active.rows.size());
  auto rhs = Eigen::VectorXd(size);
  auto steepest = 0.0;
  for (auto const& theta_row : p.commodities.theta.values) {
    steepest = std::max(steepest, theta_row.value * p.scale);
  }
  for (auto i = Eigen::Index{0}; i < size; ++i) {
    auto const& row = active.rows[static_cast<std::size_t>(i)];
    auto const f = row.facility;
    if (row.unknown == Unknown::kScarcity) {
      m(i, i) += kRidge * steepest * p.capacity[f];
      rhs[i] = loading.flow[f] - p.capacity[f];
    } else {
      m(i, i) += 1.0;
      rhs[i] = loading.flow[f] - prices.flow[f];
    }
  }
  return Eigen::PartialPivLU<Matrix>(m).solve(rhs);
}

Prices moved(LogitProblem const& p, Prices const& from, Loading const& loading,
             ActiveSet const& active, Eigen::VectorXd const& direction, double step,
             double max_scarcity) {
  auto to = from;
  for (auto const f : ids_of<FacilityId>(to.flow.size())) {
    to.flow[f] = std::min(loading.flow[f], p.capacity[f]);
  }
  for (auto i = std::size_t{0}; i < active.rows.size(); ++i) {
    auto const& row = active.rows[i];
    auto const f = row.facility;
    auto const x = step * direction[static_cast<Eigen::Index>(i)];
    if (row.unknown == Unknown::kScarcity) {
      auto const bound = max_scarcity / 4.0;
      to.scarcity[f] =
          std::clamp(from.scarcity[f] + std::clamp(x, -bound, bound), 0.0, max_scarcity);
      to.flow[f] = p.capacity[f];
    } else {
      to.flow[f] = std::clamp(from.flow[f] + x, 0.0, p.capacity[f]);
    }
  }
  return to;
}

/// Sum of squared relative misses of the equations.
double merit(LogitProblem const& p, Prices const& prices, Loading const& loading) {
  auto sum = 0.0;
  for (auto const f : ids_of<FacilityId>(loading.flow.size())) {
    auto const capacity = p.capacity[f];
    if (capacity <= 0.0) {
      continue;
    }
    auto const target = prices.scarcity[f] > 0.0 || loading.flow[f] > capacity
                            ? capacity
                            : prices.flow[f];
    auto const miss = (loading.flow[f] - target) / capacity;
    sum += miss * miss;
  }
  return sum;
}

struct Search {
  LogitProblem const& p;
  double max_scarcity;
  LogitState& state;
  LoadingTable const& table;
  Loading& loading;
  PriceSearch result;
};

/// One Newton step with backtracking; the last trial is kept even if no trial was better.
void step(Search& s, Sensitivity const& sensitivity) {
  constexpr auto kHalvings = 3;
  auto const active =
      active_set(s.state.graph, choose_rows(s.p, sensitivity, s.state.prices, s.loading),
                 s.p.network.facilities.kind.size());
  auto const direction =
      newton_direction(s.p, s.state.prices, s.loading, active,
                       assemble({s.p, s.state, s.table, s.loading, active}));
  auto const before = merit(s.p, s.state.prices, s.loading);
  auto const from = s.state.prices;
  auto const loaded = s.loading;
  auto size = 1.0;
  for (auto trial = 0; trial <= kHalvings; ++trial, size *= 0.5) {
    s.state.prices = moved(s.p, from, loaded, active, direction, size, s.max_scarcity);
    load(s.p, s.state, s.table, s.loading);
    ++s.result.loadings;
    if (merit(s.p, s.state.prices, s.loading) < before) {
      break;
    }
  }
  ++s.result.steps;
}

}  // namespace

PriceSearch find_prices(LogitProblem const& p, LogitSettings const& settings, int max_steps,
                        double max_scarcity, LogitState& state, LoadingTable const& table,
                        Loading& loading) {
  auto search = Search{p, max_scarcity, state, table, loading, {}};
  auto const s = sensitivity(p, state.graph);
  load(p, state, table, loading);
  ++search.result.loadings;
  auto const measure = [&] {
    search.result.residual = fixed_point_residual(state.prices, loading);
    search.result.violation = capacity_violation(p, loading);
    return search.result.residual <= settings.residual &&
           search.result.violation <= settings.violation;
  };
  while (!measure() && search.result.steps < max_steps) {
    step(search, s);
  }
  return search.result;
}

}  // namespace chorsu
