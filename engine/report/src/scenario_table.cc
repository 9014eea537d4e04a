#include "chorsu/report/scenario_table.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "ranking.h"

namespace chorsu {

namespace {

using Scenarios = std::span<ScenarioAnswer const>;

constexpr auto kThousand = 1e3;
constexpr auto kMillion = 1e6;

Change transit_tonnes(StateAnswer const& s) {
  return s.transit_tonnes;
}

Change transit_revenue(StateAnswer const& s) {
  return s.transit_revenue;
}

Change trade_cost(StateAnswer const& s) {
  return s.trade_cost;
}

Change unit_cost(StateAnswer const& s) {
  return s.unit_cost;
}

/// Surplus is a change already: as if the baseline's trade cost had fallen by it.
Change surplus(StateAnswer const& s) {
  return {s.trade_cost.baseline, s.trade_cost.baseline + s.surplus};
}

Change corridor_tonnes(CorridorAnswer const& c) {
  return c.tonnes;
}

constexpr Metric kMetrics[] = {
    {.key = "transit_tonnes",
     .name = "Transit",
     .unit = "t/yr",
     .table_unit = "1000 t/yr",
     .per_table_unit = kThousand,
     .of_state = transit_tonnes},
    {.key = "transit_revenue",
     .name = "Transit revenue",
     .unit = "US$/yr",
     .table_unit = "million US$/yr",
     .per_table_unit = kMillion,
     .of_state = transit_revenue},
    {.key = "trade_cost",
     .name = "Cost of own trade",
     .unit = "US$/yr",
     .table_unit = "million US$/yr",
     .per_table_unit = kMillion,
     .of_state = trade_cost},
    {.key = "unit_cost",
     .name = "Cost of own trade a tonne",
     .unit = "US$/t",
     .table_unit = "US$/t",
     .of_state = unit_cost,
     .decimals = 2},
    {.key = "surplus",
     .name = "Surplus of shippers",
     .unit = "US$/yr",
     .table_unit = "million US$/yr",
     .percent_of = "the cost of own trade",
     .per_table_unit = kMillion,
     .of_state = surplus},
    {.key = "corridor_tonnes",
     .name = "Mean flow on corridors",
     .unit = "t/yr",
     .table_unit = "1000 t/yr",
     .per_table_unit = kThousand,
     .of_corridor = corridor_tonnes,
     .subject = Subject::kCorridor},
};

template <typename Id>
bool chosen(std::vector<Id> const& choice, Id id) {
  return choice.empty() || std::find(choice.begin(), choice.end(), id) != choice.end();
}

void add_change(ScenarioRow& row, Change const& change) {
  row.changes.push_back(change);
  row.largest = std::max(row.largest, std::abs(change.difference()));
}

std::vector<ScenarioRow> state_rows(Network const& network,
                                    Scenarios scenarios,
                                    Metric const& metric,
                                    TableChoice const& choice) {
  auto rows = std::vector<ScenarioRow>{};
  for (auto const state : network.states.id.ids()) {
    if (chosen(choice.states, state)) {
      auto row = ScenarioRow{network.states.id[state], network.states.name[state], {}, 0.0};
      for (auto const& s : scenarios) {
        add_change(row, metric.of_state(s.answers.states[state.value]));
      }
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

std::vector<ScenarioRow> corridor_rows(Network const& network,
                                       Scenarios scenarios,
                                       Metric const& metric,
                                       TableChoice const& choice) {
  auto rows = std::vector<ScenarioRow>{};
  auto const& corridors = network.corridors;
  for (auto const corridor : corridors.id.ids()) {
    if (chosen(choice.corridors, corridor)) {
      auto row = ScenarioRow{corridors.id[corridor], corridors.name[corridor], {}, 0.0};
      for (auto const& s : scenarios) {
        add_change(row, metric.of_corridor(s.answers.corridors[corridor.value]));
      }
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

bool moves_something(ScenarioAnswer const& s) {
  auto const shown = [&](Metric const& metric) {
    auto const of_state = [&](auto const& row) {
      return shows(metric, metric.of_state(row).difference());
    };
    auto const of_corridor = [&](auto const& row) {
      return shows(metric, metric.of_corridor(row).difference());
    };
    auto const& a = s.answers;
    return metric.subject == Subject::kState
               ? std::any_of(a.states.begin(), a.states.end(), of_state)
               : std::any_of(a.corridors.begin(), a.corridors.end(), of_corridor);
  };
  return std::any_of(std::begin(kMetrics), std::end(kMetrics), shown);
}

}  // namespace

std::span<Metric const> all_metrics() {
  return kMetrics;
}

Metric const* find_metric(std::string_view key) {
  auto const* const found = std::find_if(
      std::begin(kMetrics), std::end(kMetrics), [&](auto const& m) { return m.key == key; });
  return found == std::end(kMetrics) ? nullptr : found;
}

std::vector<MetricTable> metric_tables(Network const& network,
                                       Scenarios scenarios,
                                       TableChoice const& choice) {
  auto tables = std::vector<MetricTable>{};
  for (auto const& metric : kMetrics) {
    auto const* const wanted = &metric;
    if (!chosen(choice.metrics, wanted)) {
      continue;
    }
    auto rows = metric.subject == Subject::kState
                    ? state_rows(network, scenarios, metric, choice)
                    : corridor_rows(network, scenarios, metric, choice);
    sort_falling(rows, [](ScenarioRow const& row) { return row.largest; });
    tables.push_back({wanted, std::move(rows)});
  }
  return tables;
}

bool shows(Metric const& metric, double difference) {
  return std::abs(difference) / metric.per_table_unit * std::pow(10.0, metric.decimals) >= 0.5;
}

bool on_one_day(Scenarios scenarios) {
  return std::all_of(scenarios.begin(), scenarios.end(), [&](auto const& s) {
    return s.scenario.baseline_date == scenarios.front().scenario.baseline_date;
  });
}

std::string baseline_words(Scenarios scenarios) {
  if (scenarios.empty()) {
    return {};
  }
  if (on_one_day(scenarios)) {
    return fmt::format("Baseline of all: the network and trade of {} without the changes.",
                       to_string(scenarios.front().scenario.baseline_date));
  }
  return "Not one year: every scenario is set against a baseline of its own, the network and trade "
         "of the day that stands beside its name without its changes. Where the days differ, part "
         "of what differs between scenarios is the years between them; --date puts all on one day.";
}

std::vector<std::string> without_effect(Scenarios scenarios) {
  auto ids = std::vector<std::string>{};
  for (auto const& s : scenarios) {
    if (!moves_something(s)) {
      ids.push_back(s.scenario.id);
    }
  }
  return ids;
}

std::string column_key(std::size_t scenario) {
  constexpr auto kLetters = std::size_t{26};
  auto const last =
      std::string(1U, static_cast<char>('A' + static_cast<char>(scenario % kLetters)));
  return scenario < kLetters ? last : column_key(scenario / kLetters - 1U) + last;
}

}  // namespace chorsu
