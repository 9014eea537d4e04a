#include "chorsu/report/run_json.h"

#include <nlohmann/json.hpp>

#include "gtest/gtest.h"
#include "tiny_run.h"

using namespace chorsu;
using namespace chorsu::tiny;

namespace {

nlohmann::json answer() {
  auto const files =
      RunFiles{"out/report.html", {"out/flows.csv"}, "out/result.gpkg", "out/result.xlsx"};
  auto const& run = the_run();
  auto const text = run_json(
      *run.model, run.comparison, run.answers, files, RunSeconds{.load = 0.5, .report = 0.25});
  EXPECT_EQ(text.back(), '\n');
  return nlohmann::json::parse(text);
}

}  // namespace

TEST(run_json, has_the_promised_keys) {
  auto const json = answer();
  EXPECT_EQ(json.at("scenario"), "stretch");
  EXPECT_EQ(json.at("baseline_date"), "2030-01-01");
  EXPECT_LE(json.at("residual").get<double>(), 1e-6);
  EXPECT_LE(json.at("capacity_violation").get<double>(), 1e-6);
  EXPECT_LE(json.at("balance_max").get<double>(), 1e-9);
  EXPECT_EQ(json.at("seconds").at("load"), 0.5);
  EXPECT_EQ(json.at("seconds").at("report"), 0.25);
  EXPECT_TRUE(json.at("seconds").contains("cold"));
  EXPECT_TRUE(json.at("seconds").contains("warm"));
  EXPECT_EQ(json.at("files").at("html"), "out/report.html");
  EXPECT_EQ(json.at("files").at("gpkg"), "out/result.gpkg");
  EXPECT_EQ(json.at("files").at("xlsx"), "out/result.xlsx");
  EXPECT_EQ(json.at("files").at("csv").at(0), "out/flows.csv");
}

TEST(run_json, tells_states_and_corridors_in_both_futures) {
  auto const json = answer();
  auto const& between = json.at("states").at("BBB");
  for (auto const* item : {"transit_tonnes", "transit_revenue", "trade_cost"}) {
    EXPECT_TRUE(between.at(item).contains("baseline")) << item;
    EXPECT_TRUE(between.at(item).contains("scenario")) << item;
  }
  EXPECT_TRUE(between.at("exposure").at("crossing_max").contains("scenario"));
  auto const& railway = json.at("corridors").at("railway").at("tonnes");
  EXPECT_GT(railway.at("scenario").get<double>(), railway.at("baseline").get<double>());
}

TEST(run_json, finds_a_crossing_by_every_alias_or_by_its_link) {
  auto const crossings = answer().at("crossings");
  EXPECT_EQ(crossings.size(), 5U);  // two aliases of one, three without
  EXPECT_EQ(crossings.at("gate"), crossings.at("old-gate"));
  EXPECT_EQ(crossings.at("gate").at("link_id"), "rail--a--west");
  EXPECT_EQ(crossings.at("gate").at("tonnes").at("baseline"), 0.0);
  EXPECT_TRUE(crossings.contains("road--east--c"));
}

TEST(run_json, rows_of_the_diversion_name_both_parties) {
  auto const json = answer();
  for (auto const& row : json.at("diversion")) {
    EXPECT_TRUE(row.at("from").is_string());
    EXPECT_TRUE(row.at("to").is_string());
    EXPECT_GT(row.at("tonnes").get<double>(), 0.0);
  }
}
