#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chorsu/report/answers.h"
#include "chorsu/run/scenario.h"

namespace chorsu::cli {

/// One scenario against its own baseline.
struct ScenarioAnswer {
  Scenario scenario;
  Answers answers;
};

/// What is compared, in the units of the table and of the JSON.
struct Metric {
  std::string_view key;  ///< in JSON, t/yr or US$/yr
  std::string_view name;
  std::string_view unit;  ///< in the table
  double per_unit{1.0};   ///< of the JSON's unit in one of the table's
  Change (*of)(StateAnswer const&);
};

std::vector<Metric> const& compared_metrics();

/// States against scenarios, a block for every metric: change from the baseline, and per cent of
/// it.
std::string compare_text(Network const& network,
                         std::vector<ScenarioAnswer> const& scenarios,
                         int columns,
                         bool colour);

std::string compare_json(Network const& network, std::vector<ScenarioAnswer> const& scenarios);

}  // namespace chorsu::cli
