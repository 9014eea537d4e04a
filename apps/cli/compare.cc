#include <string>
#include <utility>
#include <vector>

#include "compare_answer.h"
#include "inputs.h"
#include "progress.h"
#include "verbs.h"

#include "chorsu/run/simulate.h"

namespace chorsu::cli {

namespace {

Change transit_tonnes(StateAnswer const& s) {
  return s.transit_tonnes;
}

Change transit_revenue(StateAnswer const& s) {
  return s.transit_revenue;
}

Change trade_cost(StateAnswer const& s) {
  return s.trade_cost;
}

/// Surplus is a change already: as if the baseline's trade cost had fallen by it.
Change surplus(StateAnswer const& s) {
  return {s.trade_cost.baseline, s.trade_cost.baseline + s.surplus};
}

}  // namespace

std::vector<Metric> const& compared_metrics() {
  static auto const metrics = std::vector<Metric>{
      {"transit_tonnes", "Transit", "1000 t/yr", 1e3, transit_tonnes},
      {"transit_revenue", "Transit revenue", "million US$/yr", 1e6, transit_revenue},
      {"trade_cost", "Cost of own trade", "million US$/yr", 1e6, trade_cost},
      {"surplus", "Surplus of shippers", "million US$/yr", 1e6, surplus},
  };
  return metrics;
}

int compare(CompareCommand const& command, Terminal const& terminal) {
  if (!all_exist(command.scenarios)) {
    return kWrongUsage;
  }
  auto progress = Progress{terminal, 1.0 + static_cast<double>(command.scenarios.size())};
  progress.begin("reading the package", 0.0);
  auto const inputs = read_inputs(command.common, command.scenarios);
  if (!inputs.region) {
    progress.finish();
    tell(inputs.findings);
    return kBadData;
  }
  auto const settings = LogitSettings{.threads = command.common.threads};
  progress.begin("solving the base year", 1.0);
  auto const model = prepare(*inputs.region, settings);
  auto solved = std::vector<ScenarioAnswer>{};
  auto code = static_cast<int>(kOk);
  for (auto const& scenario : inputs.scenarios) {
    progress.begin(scenario.id, 1.0);
    auto const comparison = simulate(*model, scenario, settings);
    solved.push_back({scenario, answers(*model, comparison)});
    if (!solved.back().answers.quality.converged) {
      progress.clear();
      say(scenario.id + ": not converged");
      code = kAnswerIsNo;
    }
  }
  progress.finish();
  auto const& network = inputs.region->network;
  print(command.common.json ? compare_json(network, solved)
                            : compare_text(network, solved, terminal.columns, terminal.colour));
  return code;
}

}  // namespace chorsu::cli
