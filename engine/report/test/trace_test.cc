#include "chorsu/report/trace.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "gtest/gtest.h"
#include "tiny_run.h"

using namespace chorsu;
using namespace chorsu::tiny;

namespace {

constexpr auto kAll = std::size_t{100000};

FigureTraces traced(std::size_t most) {
  auto const& run = the_run();
  auto const routes = rivals(*run.model, run.comparison);
  auto const fit = validate(*run.model);
  return trace_figures({*run.model, run.comparison, run.answers, routes, fit}, most);
}

FigureTrace const& named(FigureTraces const& traces, std::string const& figure) {
  return *std::find_if(traces.figures.begin(), traces.figures.end(), [&](auto const& t) {
    return t.figure == figure;
  });
}

void expect_adds_up(FigureTrace const& trace) {
  for (auto const future : {&Change::baseline, &Change::scenario}) {
    auto sum = 0.0;
    for (auto const& row : trace.rows) {
      sum += row.contribution.*future;
    }
    auto const value = trace.value.*future;
    EXPECT_NEAR(value, sum, 1e-9 * std::max(1.0, std::abs(value))) << trace.figure;
  }
}

double sum_over_places(FigureTrace const& trace, double Change::* future) {
  auto sum = 0.0;
  for (auto const& place : trace.places) {
    for (auto const& row : place.rows) {
      sum += row.contribution.*future;
    }
  }
  return sum;
}

}  // namespace

TEST(trace, contributions_add_up_to_every_figure) {
  for (auto const most : {kAll, std::size_t{2}}) {
    auto const traces = traced(most);
    EXPECT_FALSE(traces.figures.empty());
    for (auto const& trace : traces.figures) {
      expect_adds_up(trace);
    }
  }
}

TEST(trace, links_and_places_add_up_to_money) {
  auto with_places = 0;
  for (auto const& trace : traced(kAll).figures) {
    if (trace.places.empty()) {
      continue;
    }
    ++with_places;
    for (auto const future : {&Change::baseline, &Change::scenario}) {
      auto const value = trace.value.*future;
      EXPECT_NEAR(value, sum_over_places(trace, future), 1e-6 * std::max(1.0, std::abs(value)))
          << trace.figure;
    }
  }
  EXPECT_GT(with_places, 0);
}

TEST(trace, what_is_left_out_is_one_sum) {
  auto const whole = traced(kAll);
  auto const brief = traced(2U);
  for (auto i = std::size_t{0}; i < whole.figures.size(); ++i) {
    auto const& figure = brief.figures[i];
    auto rows = figure.rows;
    std::erase_if(rows, [](auto const& row) { return row.reading == Reading::kBears; });
    if (whole.figures[i].rows.size() > figure.rows.size()) {
      EXPECT_EQ(3U, rows.size()) << figure.figure;
      EXPECT_EQ(Reading::kNone, rows.back().reading);
    }
  }
}

TEST(trace, the_largest_come_first) {
  auto const size = [](TraceRow const& row) {
    return std::max(std::abs(row.contribution.baseline), std::abs(row.contribution.scenario));
  };
  for (auto const& trace : traced(kAll).figures) {
    auto rows = trace.rows;
    std::erase_if(rows, [](auto const& row) { return row.reading == Reading::kBears; });
    EXPECT_TRUE(std::is_sorted(rows.begin(), rows.end(), [&](auto const& a, auto const& b) {
      return size(a) > size(b);
    })) << trace.figure;
  }
}

/// Goods that pass Bland pay its rails and roads, and both of its borders.
TEST(trace, revenue_names_its_rates_and_what_is_avoidable) {
  auto const traces = traced(kAll);
  auto columns = std::set<std::string>{};
  for (auto const& row : named(traces, "states.BBB.transit_revenue").rows) {
    columns.insert(row.column);
    if (row.reading == Reading::kTimes) {
      EXPECT_NEAR(row.contribution.scenario,
                  row.value * row.amount.scenario,
                  1e-9 * std::abs(row.contribution.scenario));
    }
  }
  EXPECT_TRUE(columns.contains("tariff"));
  EXPECT_TRUE(columns.contains("fee"));
  EXPECT_TRUE(columns.contains("share"));
}

TEST(trace, tonnes_lead_to_lanes_and_these_to_their_rows) {
  auto const traces = traced(kAll);
  auto lanes = std::set<LaneId>{};
  for (auto const& row : named(traces, "states.BBB.transit_tonnes").rows) {
    ASSERT_FALSE(row.lane.is_none());
    lanes.insert(row.lane);
    EXPECT_EQ(row.name, traces.lane_name[row.lane]);
    auto columns = std::set<std::string>{};
    for (auto const& behind : traces.lane_rows[row.lane]) {
      columns.insert(behind.column);
    }
    EXPECT_TRUE(columns.contains("tonnes"));
    EXPECT_TRUE(columns.contains("share"));
    EXPECT_TRUE(columns.contains("weight"));
  }
  EXPECT_EQ(4U, lanes.size());  // two classes each way between Aland and the third state
}

/// The first stretch is full of nothing: what is traced of facilities is their room and use.
TEST(trace, facilities_lead_to_their_capacity) {
  auto const traces = traced(kAll);
  auto const& run = the_run();
  auto const full = facilities_full(run.answers);
  ASSERT_FALSE(full.empty());
  auto const id = "facilities." + facility_id(*run.model, full.front().facility);
  auto const& capacity = named(traces, id + ".capacity");
  ASSERT_EQ(1U, capacity.rows.size());
  EXPECT_EQ("capacity", capacity.rows.front().column);
  EXPECT_EQ(2e6, capacity.rows.front().value);
  EXPECT_EQ(Reading::kBears, named(traces, id + ".tonnes").rows.front().reading);
}

TEST(trace, a_route_is_the_sum_of_its_legs) {
  auto const traces = traced(kAll);
  auto const& cost = named(traces, "routes.1.cost");
  auto const& paid = named(traces, "routes.1.paid");
  EXPECT_LT(paid.value.baseline + paid.value.scenario, cost.value.baseline + cost.value.scenario);
  for (auto const& row : named(traces, "routes.1.km").rows) {
    EXPECT_EQ("length", row.column);
    EXPECT_EQ("km", row.unit);
  }
  EXPECT_EQ(Reading::kBears, named(traces, "routes.1.share").rows.front().reading);
}

TEST(trace, a_figure_of_one_year_says_nothing_of_the_other) {
  for (auto const& trace : traced(kAll).figures) {
    for (auto const& row : trace.rows) {
      EXPECT_TRUE(trace.years != Years::kWithout || row.contribution.scenario == 0.0);
      EXPECT_TRUE(trace.years == Years::kBoth || trace.years == Years::kWithout ||
                  row.contribution.baseline == 0.0)
          << trace.figure;
    }
  }
}

TEST(trace, speeds_are_told_as_hours_with_and_without_delay) {
  auto const traces = traced(kAll);
  auto const& answer = the_run().answers.corridors.front().rail;
  auto const& with = named(traces, "corridors.railway.tfi4.rail");
  auto const& without = named(traces, "corridors.railway.tfi4_without_delay.rail");
  EXPECT_DOUBLE_EQ(1000.0 / answer.scenario.speed_with_delay.value(), with.value.scenario);
  EXPECT_LE(without.value.scenario, with.value.scenario);
  EXPECT_EQ("h per 1,000 km", with.unit);
}

TEST(trace, the_same_comparison_gives_the_same_trace) {
  auto const once = traced(5U);
  auto const again = traced(5U);
  ASSERT_EQ(once.figures.size(), again.figures.size());
  for (auto i = std::size_t{0}; i < once.figures.size(); ++i) {
    ASSERT_EQ(once.figures[i].rows.size(), again.figures[i].rows.size());
    for (auto k = std::size_t{0}; k < once.figures[i].rows.size(); ++k) {
      EXPECT_EQ(once.figures[i].rows[k].name, again.figures[i].rows[k].name);
      EXPECT_EQ(once.figures[i].rows[k].contribution.scenario,
                again.figures[i].rows[k].contribution.scenario);
    }
  }
}
