#include "chorsu/load/scenario.h"

#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tiny_scenario.h"

namespace chorsu {
namespace {

using test::load_text;
using test::TempFolder;
using test::tiny_region;
using test::with_change;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

Lever lever_of(std::string const& change) {
  auto const loaded = load_text(with_change(change));
  EXPECT_TRUE(loaded.scenario) << test::all_lines(loaded.findings);
  return loaded.scenario && !loaded.scenario->levers.empty() ? loaded.scenario->levers.front()
                                                             : Lever{};
}

TEST(load_scenario, reads_head_and_changes) {
  auto const loaded = load_text(R"([scenario]
title = "Railway to the port"
why = "Who gains?"
region = "tiny"
start = 2025-11-01
end = 2040-01-01

[[change]]
date = "2033-06"
open = "harbour"

[[change]]
date = 2031
close = "bimgate"

[report]
metrics = ["transit_tonnes", "surplus"]
)");
  ASSERT_TRUE(loaded.scenario) << test::all_lines(loaded.findings);
  EXPECT_TRUE(loaded.findings.empty());
  auto const& s = *loaded.scenario;
  EXPECT_EQ(s.id, "what-if");
  EXPECT_EQ(s.title, "Railway to the port");
  EXPECT_EQ(s.region, "tiny");
  EXPECT_EQ(to_string(s.start), "2025-11-01");
  EXPECT_EQ(to_string(s.baseline_date), "2033-06-01");
  EXPECT_THAT(s.metrics, ElementsAre("transit_tonnes", "surplus"));
  EXPECT_THAT(s.changes,
              ElementsAre("2033-06-01 open project harbour (Bigger harbour), with what it needs: "
                          "bor_bport",
                          "2031-01-01 close crossing rail--ada--bim"));
  EXPECT_THAT(s.levers[0].projects, ElementsAre(ProjectId{1}));
  EXPECT_THAT(s.levers[1].links, ElementsAre(LinkId{1}));
}

TEST(load_scenario, takes_a_baseline_date_without_changes) {
  auto const loaded = load_text("[scenario]\ntitle = \"x\"\nbaseline_date = 2026-05-01\n");
  ASSERT_TRUE(loaded.scenario) << test::all_lines(loaded.findings);
  EXPECT_EQ(to_string(loaded.scenario->baseline_date), "2026-05-01");
}

TEST(load_scenario, warns_when_the_baseline_date_leaves_out_a_change) {
  auto const loaded = load_text(
      "[scenario]\ntitle = \"x\"\nbaseline_date = 2026-05-01\n[[change]]\ndate = 2027-01-01\n"
      "open = \"bay\"\n");
  ASSERT_TRUE(loaded.scenario);
  EXPECT_THAT(test::all_lines(loaded.findings), HasSubstr("changes after 2026-05-01"));
}

TEST(load_scenario, opens_a_list_once_each) {
  auto const lever = lever_of("open = [\"bim\", \"corridor:inner\", \"node:bport\", \"bay\"]");
  EXPECT_THAT(lever.links, ElementsAre(LinkId{1}, LinkId{2}));
  EXPECT_THAT(lever.nodes, ElementsAre(NodeId{4}));
}

TEST(load_scenario, closes_every_freight_link_of_a_state) {
  auto const lever = lever_of("close = \"Alphaland\"");
  EXPECT_THAT(lever.links, ElementsAre(LinkId{0}, LinkId{1}, LinkId{3}, LinkId{5}, LinkId{8}));
}

TEST(load_scenario, sets_and_scales) {
  auto const capacity = lever_of("capacity = \"bimgate\"\nvalue = 6e6");
  EXPECT_EQ(capacity.kind, LeverKind::kCapacity);
  EXPECT_FALSE(capacity.is_factor);
  EXPECT_EQ(capacity.value, 6e6);
  auto const doubled = lever_of("capacity = \"bay\"\nfactor = 2");
  EXPECT_TRUE(doubled.is_factor);
  EXPECT_THAT(doubled.nodes, ElementsAre(NodeId{4}));
  auto const border = lever_of("border = \"inner\"\nfactor = 0.5");
  EXPECT_THAT(border.links, ElementsAre(LinkId{1}));  // the one crossing among its links
  EXPECT_EQ(lever_of("fee = \"road--ada--bor\"\nfactor = 0").value, 0.0);
  EXPECT_EQ(lever_of("speed = \"rail--bim--bor\"\nfactor = 1.2").kind, LeverKind::kSpeed);
}

TEST(load_scenario, makes_a_tariff_lever_for_each_state) {
  auto const loaded =
      load_text(with_change("tariff = [\"AAA\", \"bbb\"]\nmode = \"rail\"\nfactor = 0.8"));
  ASSERT_TRUE(loaded.scenario) << test::all_lines(loaded.findings);
  ASSERT_EQ(loaded.scenario->levers.size(), 2U);
  EXPECT_EQ(loaded.scenario->levers[1].state, StateId{1});
  EXPECT_EQ(loaded.scenario->levers[1].mode, Mode::kRail);
  EXPECT_EQ(loaded.scenario->changes[0],
            "2031-02-03 rail tariff of state AAA (Alphaland) times 0.8");
}

TEST(load_scenario, takes_ranges_in_both_spellings) {
  auto const loaded =
      load_text(with_change("open = \"bay\"") +
                "[uncertain]\n\"a.b\" = { uniform = [24, 72] }\n"
                "c.d.e = { triangular = [1, 2, 2] }\nf = { lognormal = [0.0, 0.5] }\n");
  EXPECT_TRUE(loaded.scenario) << test::all_lines(loaded.findings);
}

TEST(load_scenario, reads_the_shipped_scenarios) {
  if (!std::filesystem::exists("data/region/datapackage.json")) {
    GTEST_SKIP() << "data/region is not there";
  }
  auto const region = load_region("data/region").region;
  ASSERT_TRUE(region);
  for (auto const& entry : std::filesystem::directory_iterator{"scenarios"}) {
    if (entry.path().extension() == ".toml") {
      auto const loaded = load_scenario(entry.path().string(), *region);
      EXPECT_EQ(test::all_lines(loaded.findings), "");
    }
  }
}

TEST(scenario_region, reads_the_name_alone) {
  auto const folder = TempFolder{};
  folder.write("a.toml", "[scenario]\nregion = \"moon\"\n");
  folder.write("b.toml", "[scenario]\ntitle = \"x\"\n");
  auto findings = Findings{};
  EXPECT_EQ(scenario_region(folder.file("a.toml"), findings), "moon");
  EXPECT_EQ(scenario_region(folder.file("b.toml"), findings), "region");
  EXPECT_TRUE(findings.empty());
  EXPECT_EQ(scenario_region(folder.file("c.toml"), findings), "");
  EXPECT_EQ(findings.size(), 1U);
}

TEST(find_region, looks_beside_and_above_the_scenario) {
  auto const folder = TempFolder{};
  std::filesystem::create_directories(folder.file("data/tiny"));
  std::filesystem::create_directories(folder.file("scenarios"));
  folder.write("data/tiny/datapackage.json", "{}");
  auto const scenario = folder.file("scenarios/x.toml");
  auto findings = Findings{};
  EXPECT_EQ(find_region("tiny", scenario, findings), folder.file("data/tiny"));
  EXPECT_EQ(find_region("../data/tiny", scenario, findings), folder.file("data/tiny"));
  EXPECT_TRUE(findings.empty());
  EXPECT_EQ(find_region("tyni", scenario, findings), "");
  EXPECT_THAT(test::all_lines(findings), HasSubstr("Did you mean 'tiny'?"));
}

TEST(load_scenario, says_when_there_is_no_file) {
  auto const loaded = load_scenario("no/such.toml", tiny_region());
  EXPECT_FALSE(loaded.scenario);
  EXPECT_THAT(test::all_lines(loaded.findings), HasSubstr("no such file"));
}

}  // namespace
}  // namespace chorsu
