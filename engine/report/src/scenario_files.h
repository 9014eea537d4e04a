#pragma once

#include <span>
#include <string>
#include <vector>

#include "workbook.h"

#include "chorsu/report/scenario_table.h"

namespace chorsu {

/// What the files of a comparison of many scenarios are made from.
struct ScenarioTables {
  std::span<ScenarioAnswer const> scenarios;
  std::vector<MetricTable> tables;
};

/// scenario,baseline_date,kind,id,metric,baseline,value,difference,percent,unit
std::string scenarios_csv(ScenarioTables const& input);

/// One page that asks for nothing else: a table and small multiples for every metric.
std::string scenarios_html(ScenarioTables const& input);

/// A sheet that says what is compared, one a metric, and one with all rows of the CSV.
std::vector<Worksheet> scenario_sheets(ScenarioTables const& input);

}  // namespace chorsu
