#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "chorsu/report/answers.h"

namespace chorsu {

/// One scenario against its own baseline.
struct ScenarioAnswer {
  Scenario scenario;
  Answers answers;
};

enum class Subject : std::uint8_t { kState, kCorridor };

/// What scenarios are compared by. Files and JSON hold `unit`; tables for people a coarser one.
struct Metric {
  std::string_view key;
  std::string_view name;
  std::string_view unit;
  std::string_view table_unit;
  std::string_view percent_of{};                   ///< what per cent are of, where not the baseline
  double per_table_unit{1.0};                      ///< of `unit` in one `table_unit`
  Change (*of_state)(StateAnswer const&){};        ///< for states
  Change (*of_corridor)(CorridorAnswer const&){};  ///< for corridors
  int decimals{1};                                 ///< in tables
  Subject subject{Subject::kState};
};

/// All that can be compared, in the order of the tables.
std::span<Metric const> all_metrics();

/// The metric of that key, null when there is none.
Metric const* find_metric(std::string_view key);

/// Of what is compared, a part; empty: all of it.
struct TableChoice {
  std::vector<Metric const*> metrics;
  std::vector<StateId> states;
  std::vector<CorridorId> corridors;
};

/// A state or corridor in every scenario, in the metric's own unit.
struct ScenarioRow {
  std::string id;
  std::string name;
  std::vector<Change> changes;  ///< by scenario
  double largest{0.0};          ///< absolute difference of any scenario
};

struct MetricTable {
  Metric const* metric;
  std::vector<ScenarioRow> rows;  ///< most moved first
};

std::vector<MetricTable> metric_tables(Network const& network,
                                       std::span<ScenarioAnswer const> scenarios,
                                       TableChoice const& choice);

/// True when a difference of this metric is not zero at the decimals of the tables.
bool shows(Metric const& metric, double difference);

/// True when all baselines are of one day, so that differences are of one year's networks and
/// trade.
bool on_one_day(std::span<ScenarioAnswer const> scenarios);

/// In plain words, against what every scenario is set, and a warning where that is not one year.
std::string baseline_words(std::span<ScenarioAnswer const> scenarios);

/// Ids of scenarios that move nothing: their changes hold in both futures by their day.
std::vector<std::string> without_effect(std::span<ScenarioAnswer const> scenarios);

/// "A", "B", ... "Z", "AA": short names of scenarios in the columns of wide tables.
std::string column_key(std::size_t scenario);

}  // namespace chorsu
