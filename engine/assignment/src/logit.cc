#include "chorsu/assignment/logit.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include <oneapi/tbb/task_arena.h>

#include "columns.h"
#include "jacobian.h"
#include "logit_state.h"

namespace chorsu {

namespace {

std::shared_ptr<TreeGroups const> tree_groups(LogitProblem const& p, SearchGraph const& g) {
  auto by_key = std::map<std::pair<ZoneId, UserClassId>, std::vector<LaneId>>{};
  for (auto const lane : ids_of<LaneId>(p.lanes.origin.size())) {
    by_key[{p.lanes.origin[lane], p.lanes.user[lane]}].push_back(lane);
  }
  auto result = std::make_shared<TreeGroups>();
  for (auto& [key, lanes] : by_key) {
    auto const root = g.vertex[p.network.origin[key.first]];
    result->rows.push_back({key.first, key.second, root, std::move(lanes)});
  }
  return result;
}

LogitState fresh_state(LogitProblem const& p) {
  auto state = LogitState{};
  state.graph = search_graph(p);
  state.pools = std::make_shared<Pools const>(pools(p));
  state.groups = tree_groups(p, state.graph);
  auto const facilities = p.network.facilities.kind.size();
  state.prices.flow.values.assign(facilities, 0.0);
  state.prices.scarcity.values.assign(facilities, 0.0);
  return state;
}

/// Takes the state of a solved neighbour into the problem's world.
Changes move_to(LogitProblem const& p, LogitState& state) {
  auto const before = state.graph.open;
  auto changes = Changes{};
  auto const repriced = refresh(state.graph, p);
  for (auto const edge : ids_of<EdgeId>(state.graph.edges())) {
    if (state.graph.open[edge] > before[edge]) {
      changes.opened.push_back(edge);
    }
    if (state.graph.open[edge] < before[edge]) {
      changes.closed.push_back(edge);
    }
  }
  changes.same_costs = !repriced;
  for (auto const f : ids_of<FacilityId>(state.prices.flow.size())) {
    auto const flow = std::min(state.prices.flow[f], p.capacity[f]);
    auto const scarcity = p.capacity[f] > 0.0 ? state.prices.scarcity[f] : 0.0;
    changes.same_costs &= flow == state.prices.flow[f] && scarcity == state.prices.scarcity[f];
    state.prices.flow[f] = flow;
    state.prices.scarcity[f] = scarcity;
  }
  if (repriced) {
    reprice(state.sets, p, state.graph);
  }
  if (!changes.closed.empty() || !changes.same_costs) {
    put_to_sleep(state.sets, state.dormant, *state.pools, p, state.graph);
  }
  if (!changes.opened.empty()) {
    wake(state.sets, state.dormant, *state.pools, p, state.graph);
  }
  return changes;
}

/// Takes routes that are dearer than the least by more than the band out of every set.
std::size_t trim(LogitProblem const& p, double band, LogitState& state, Loading const& loading) {
  auto const least = least_known(state.sets, loading);
  auto keep = std::vector<std::uint8_t>(loading.cost.size(), 1U);
  for (auto const lane : ids_of<LaneId>(p.lanes.origin.size())) {
    auto const dearest = least[lane] + band / theta(p, lane);
    for (auto i = state.sets.lane.first[lane.value]; i < state.sets.lane.first[lane.value + 1U];
         ++i) {
      keep[i] = loading.cost[i] <= dearest ? 1U : 0U;
    }
  }
  return keep_routes(state.sets, *state.pools, p, state.graph, keep);
}

/// Highest scarcity allowed while routes are still being found [US$/t].
struct Ceiling {
  double value{400.0};
  static constexpr auto kLast = 6400.0;
  void raise() { value = std::min(2.0 * value, kLast); }
  bool is_last() const { return value >= kLast; }
};

Ceiling first_ceiling(Prices const& prices) {
  auto ceiling = Ceiling{};
  for (auto const scarcity : prices.scarcity.values) {
    while (ceiling.value < 2.0 * scarcity && !ceiling.is_last()) {
      ceiling.raise();
    }
  }
  return ceiling;
}

struct Equilibration {
  LogitProblem const& p;
  LogitSettings const& settings;
  LogitState& state;
  Loading& loading;
  Convergence& convergence;
  double band;  ///< in units of 1/theta, beyond which routes leave the sets

  bool met() const {
    return convergence.residual <= settings.residual && convergence.violation <= settings.violation;
  }
};

void price(Equilibration const& e, double tolerance, double max_scarcity) {
  auto const search =
      find_prices(e.p, {tolerance, max_scarcity, e.settings.max_newton}, e.state, e.loading);
  e.convergence.newton_steps += search.steps;
  e.convergence.loadings += search.loadings;
  e.convergence.jacobians += search.jacobians;
  e.convergence.residual = search.residual;
  e.convergence.violation = search.violation;
  ++e.convergence.rounds;
}

/// By how much the cost of any path can have changed between two sets of prices [US$/t]: the sum
/// over all facilities, at the largest value of time.
double drift(Equilibration const& e, Prices const& before) {
  auto const& now = e.state.prices;
  auto const& vots = e.p.classes.value_of_time.values;
  auto const vot = *std::max_element(vots.begin(), vots.end());
  auto hours = Column<FacilityId, double>{};
  hours.values.assign(now.flow.size(), 0.0);
  for (auto const& passage : e.state.graph.passages.values) {
    auto& most = hours[passage.facility];
    most = std::max({most, passage.hours[0], passage.hours[1]});
  }
  auto sum = 0.0;
  for (auto const f : ids_of<FacilityId>(now.flow.size())) {
    auto const& delay = e.p.network.facilities.delay[f];
    auto const stretch = delay_factor(delay, e.p.capacity[f], now.flow[f]) -
                         delay_factor(delay, e.p.capacity[f], before.flow[f]);
    sum += std::abs(now.scarcity[f] - before.scarcity[f]) + vot * hours[f] * std::abs(stretch);
  }
  return sum;
}

/// Prices and columns in turn until no route is missing. Once few are missing the sets are trimmed
/// by the rule, and while columns may come prices need not be exact.
void equilibrate(Equilibration e, double tolerance) {
  constexpr auto kRough = 1e-2;
  auto const few = e.p.lanes.origin.size() / 50U;
  auto const tight = std::min(e.settings.residual, e.settings.violation);
  auto ceiling = first_ceiling(e.state.prices);
  auto trimmed = false;
  auto searched = Prices{};  // prices at which routes were last sought, if any
  for (auto round = 0; round < e.settings.max_rounds; ++round) {
    price(e, tolerance, ceiling.value);
    if (trimmed && e.met() && 2.0 * drift(e, searched) <= e.settings.column_gain) {
      e.convergence.converged = true;
      return;
    }
    auto const known = least_known(e.state.sets, e.loading);
    auto changed = std::size_t{0};
    auto const trims = !trimmed && tolerance < kRough && e.convergence.violation <= kRough;
    if (trims) {
      changed = trim(e.p, e.band, e.state, e.loading);
      trimmed = true;
    }
    searched = e.state.prices;
    auto const added = add_columns(e.p, e.settings, e.state, known, e.convergence);
    changed += added;
    e.convergence.converged = changed == 0U && e.met();
    if (e.convergence.converged ||
        (changed == 0U && e.met() == false && ceiling.is_last() && tolerance <= tight)) {
      return;
    }
    if (changed == 0U && e.convergence.violation > tolerance) {
      ceiling.raise();
    }
    tolerance = added > few ? kRough : tight;
  }
}

template <typename Work>
LogitSolution in_arena(LogitSettings const& settings, Work&& work) {
  auto arena =
      tbb::task_arena(settings.threads > 0 ? settings.threads : tbb::task_arena::automatic);
  return arena.execute(work);
}

}  // namespace

LogitSolution solve(LogitProblem const& problem, LogitSettings const& settings) {
  return in_arena(settings, [&] {
    auto state = fresh_state(problem);
    find_first_routes(problem, settings, state);
    auto loading = Loading{};
    auto convergence = Convergence{};
    convergence.columns = state.sets.lane.values.size();
    equilibrate({problem, settings, state, loading, convergence, settings.keep_band}, 1e-2);
    return publish(problem, std::move(state), std::move(loading), convergence);
  });
}

LogitSolution solve_from(LogitSolution const& reference,
                         LogitProblem const& problem,
                         LogitSettings const& settings) {
  return in_arena(settings, [&] {
    auto state = reference.warm->state;
    auto loading = Loading{};
    auto convergence = Convergence{};
    auto const changes = move_to(problem, state);
    auto known = Column<LaneId, double>{};
    if (!changes.closed.empty() || !changes.same_costs) {
      load(problem, state, loading);
      known = least_known(state.sets, loading);
    }
    find_changed_routes(problem, settings, state, changes, known);
    // A wider band than the one routes came in by, so that a small change does not stir every set.
    auto const band = settings.keep_band + settings.leave_margin;
    equilibrate({problem, settings, state, loading, convergence, band}, 1e-3);
    return publish(problem, std::move(state), std::move(loading), convergence);
  });
}

LogitSolution load_at(LogitProblem const& problem,
                      SolvedPrices const& prices,
                      std::vector<std::vector<ArcId>> const& labels,
                      LogitSettings const& settings) {
  return in_arena(settings, [&] {
    auto state = fresh_state(problem);
    state.prices = {prices.flow, prices.scarcity};
    find_first_routes(problem, settings, state);
    for (auto const& label : labels) {
      find_labelled_routes(problem, settings, state, label);
    }
    auto loading = Loading{};
    load(problem, state, loading);
    if (trim(problem, settings.keep_band, state, loading) > 0U) {
      load(problem, state, loading);
    }
    auto convergence = Convergence{};
    convergence.converged = true;
    return publish(problem, std::move(state), std::move(loading), convergence);
  });
}

}  // namespace chorsu
