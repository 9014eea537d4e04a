#pragma once

#include <memory>
#include <string>
#include <vector>

#include "chorsu/accounts/accounts.h"
#include "chorsu/run/region.h"
#include "chorsu/run/scenario.h"

namespace chorsu {

/// What every run of a region shares: the expanded network, base-year demand and the calibration
/// solve (base year, tonnes fixed), around which demand is pivoted. Not copyable: parts of it refer
/// to each other and to the region.
struct Model {
  Region const* region{nullptr};
  Supernetwork supernetwork;
  std::vector<Effect> conditional_effects;
  BaseDemand demand;
  World base_world;
  LogitSolution base;  ///< the calibration solve
  Pivot pivot;
  double base_seconds{0.0};
};

std::unique_ptr<Model const> prepare(Region const& region, LogitSettings const& settings);

CostInputs cost_inputs(Model const& model);

/// What a world of the model's region is made from.
WorldInputs world_inputs(Model const& model);

/// One static year of one world, solved.
struct Future {
  std::string name;  ///< "baseline" or "scenario"
  World world;
  ArcCosts costs;
  Column<ArcId, std::uint8_t> open;
  Column<LaneId, double> tonnes;  ///< wanted: base year times growth
  LogitSolution solution;
  Accounts accounts;
};

struct Comparison {
  Scenario scenario;
  Future baseline;
  Future with_changes;
  Diversion diversion;
  Column<StateId, double> surplus;  ///< US$/yr, scenario less baseline
  std::vector<StateId> without_growth;
  bool growth_held{false};  ///< year lies past the growth table
  double cold_seconds{0.0};
  double warm_seconds{0.0};
};

/// The world on the scenario's baseline date, without and with its levers (product.md, "What a run
/// compares"): two static years at that year's demand.
Comparison simulate(Model const& model, Scenario const& scenario, LogitSettings const& settings);

/// Solves one world at one year's demand, starting from the model's calibration solve.
Future solve_year(Model const& model,
                  World world,
                  int year,
                  std::string name,
                  LogitSolution const& reference,
                  LogitSettings const& settings);

AccountInputs account_inputs(Model const& model, Future const& future);

}  // namespace chorsu
