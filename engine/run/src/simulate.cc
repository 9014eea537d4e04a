#include "chorsu/run/simulate.h"

#include <chrono>
#include <cmath>
#include <utility>

namespace chorsu {

namespace {

class Stopwatch {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

Pivot fixed_demand(std::size_t lanes) {
  auto pivot = Pivot{};
  pivot.epsilon.values.assign(lanes, 0.0);
  pivot.logsum.values.assign(lanes, 0.0);
  return pivot;
}

/// epsilon = elasticity over the flow-weighted mean cost of the calibration solve, pivoted on its
/// logsum (model.md, demand).
Pivot pivot_on(LogitSolution const& base, Lanes const& lanes, Commodities const& commodities) {
  auto pivot = Pivot{};
  pivot.logsum = base.logsum;
  for (auto const lane : ids_of<LaneId>(lanes.origin.size())) {
    auto cost = 0.0;
    auto tonnes = 0.0;
    for (auto const& route : base.lane_routes[lane]) {
      cost += route.cost * route.tonnes;
      tonnes += route.tonnes;
    }
    auto const elasticity = commodities.elasticity[lanes.commodity[lane]].value;
    pivot.epsilon.push_back(cost > 0.0 ? elasticity * tonnes / cost : 0.0);
  }
  return pivot;
}

LogitProblem problem_of(Model const& model, Future const& future) {
  return {model.supernetwork,
          future.costs,
          future.open,
          future.world.capacity,
          model.demand.classes,
          model.region->commodities,
          model.demand.lanes,
          future.tonnes,
          model.pivot};
}

Column<LaneId, double> wanted(Model const& model, GrowthFactors const& growth) {
  auto result = model.demand.lanes.tonnes;
  for (auto const lane : ids_of<LaneId>(result.size())) {
    result[lane] *= growth.factor[lane];
  }
  return result;
}

GrowthFactors growth_to(Model const& model, int year) {
  auto const& r = *model.region;
  return growth_factors(
      r.trade.growth, r.network, r.commodities, model.demand.lanes, r.base_year, year);
}

void solve_base(Model& model, LogitSettings const& settings) {
  auto const watch = Stopwatch{};
  auto const& r = *model.region;
  auto const lanes = model.demand.lanes.origin.size();
  auto base = Future{};
  base.world = model.base_world;
  base.costs = price_arcs(cost_inputs(model), base.world, model.demand.classes);
  base.open = open_arcs(model.supernetwork, base.world);
  base.tonnes = model.demand.lanes.tonnes;
  model.pivot = fixed_demand(lanes);
  model.base = solve(problem_of(model, base), settings);
  model.pivot = pivot_on(model.base, model.demand.lanes, r.commodities);
  model.base_seconds = watch.seconds();
}

}  // namespace

Date base_day(Region const& region) {
  return Date::from_civil(region.base_year, 7U, 1U).value_or(Date{});
}

WorldInputs world_inputs(Model const& model) {
  auto const& r = *model.region;
  return {r.network,
          r.projects,
          model.supernetwork,
          r.events,
          r.status_rules,
          &r.evidence,
          &r.strain_effects,
          &r.level_rules};
}

CostInputs cost_inputs(Model const& model) {
  auto const& r = *model.region;
  return {r.network,
          model.supernetwork,
          r.capacities,
          r.prices,
          r.commodities,
          model.conditional_effects};
}

std::unique_ptr<Model const> prepare(Region const& region, LogitSettings const& settings) {
  auto model = std::make_unique<Model>();
  model->region = &region;
  model->supernetwork = expand(region.network, region.capacities);
  model->conditional_effects = conditional_effects(region.projects);
  model->demand = base_demand(region.trade, cost_inputs(*model));
  model->base_world = world_on(world_inputs(*model), base_day(region), {});
  solve_base(*model, settings);
  return model;
}

AccountInputs account_inputs(Model const& model, Future const& future) {
  return {model.region->network,
          cost_inputs(model),
          model.demand.classes,
          model.demand.lanes,
          future.world,
          future.solution};
}

Future solve_year(Model const& model,
                  World world,
                  int year,
                  std::string name,
                  LogitSolution const& reference,
                  LogitSettings const& settings) {
  auto future = Future{};
  future.name = std::move(name);
  future.world = std::move(world);
  future.costs = price_arcs(cost_inputs(model), future.world, model.demand.classes);
  future.open = open_arcs(model.supernetwork, future.world);
  future.tonnes = wanted(model, growth_to(model, year));
  future.solution = solve_from(reference, problem_of(model, future), settings);
  future.accounts = settle(account_inputs(model, future));
  return future;
}

Comparison simulate(Model const& model, Scenario const& scenario, LogitSettings const& settings) {
  auto c = Comparison{};
  c.scenario = scenario;
  auto const year = scenario.baseline_date.year();
  auto const growth = growth_to(model, year);
  c.without_growth = growth.missing;
  c.growth_held = growth.past_last_year;
  auto const inputs = world_inputs(model);
  c.cold_seconds = model.base_seconds;
  auto const today = world_on(inputs, scenario.baseline_date, {});
  auto const changed = world_on(inputs, scenario.baseline_date, scenario.levers);
  auto const first = solve_year(model, today, year, "baseline", model.base, settings);
  auto const watch = Stopwatch{};
  c.with_changes = solve_year(model, changed, year, "scenario", first.solution, settings);
  c.warm_seconds = watch.seconds();
  // Once more with the routes that the changes brought to light, so that both futures choose from
  // the same sets and their difference is the changes' alone.
  c.baseline = solve_year(model, today, year, "baseline", c.with_changes.solution, settings);
  auto const before = account_inputs(model, c.baseline);
  auto const after = account_inputs(model, c.with_changes);
  c.diversion = divert(before, after);
  c.surplus = surplus_change(before, after, model.pivot);
  return c;
}

}  // namespace chorsu
