#include "chorsu/load/scenario.h"

#include <filesystem>
#include <functional>
#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tiny_package.h"

#include "chorsu/load/region.h"

namespace chorsu {
namespace {

using test::TempFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

Region const& tiny_region() {
  static auto const region = [] {
    auto const folder = TempFolder{};
    folder.write(test::tiny_package());
    return load_region(folder.path()).region;
  }();
  return *region;
}

LoadedScenario load(std::string const& text) {
  auto const folder = TempFolder{};
  folder.write("what-if.toml", text);
  return load_scenario(folder.file("what-if.toml"), tiny_region());
}

std::string with_change(std::string const& change) {
  return "[scenario]\ntitle = \"x\"\n[[change]]\ndate = 2031-02-03\n" + change + '\n';
}

Lever lever_of(std::string const& change) {
  auto const loaded = load(with_change(change));
  EXPECT_TRUE(loaded.scenario) << test::all_lines(loaded.findings);
  return loaded.scenario && !loaded.scenario->levers.empty() ? loaded.scenario->levers.front()
                                                             : Lever{};
}

TEST(load_scenario, reads_head_and_changes) {
  auto const loaded = load(R"([scenario]
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
  auto const loaded = load("[scenario]\ntitle = \"x\"\nbaseline_date = 2026-05-01\n");
  ASSERT_TRUE(loaded.scenario) << test::all_lines(loaded.findings);
  EXPECT_EQ(to_string(loaded.scenario->baseline_date), "2026-05-01");
}

TEST(load_scenario, warns_when_the_baseline_date_leaves_out_a_change) {
  auto const loaded = load(
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
      load(with_change("tariff = [\"AAA\", \"bbb\"]\nmode = \"rail\"\nfactor = 0.8"));
  ASSERT_TRUE(loaded.scenario) << test::all_lines(loaded.findings);
  ASSERT_EQ(loaded.scenario->levers.size(), 2U);
  EXPECT_EQ(loaded.scenario->levers[1].state, StateId{1});
  EXPECT_EQ(loaded.scenario->levers[1].mode, Mode::kRail);
  EXPECT_EQ(loaded.scenario->changes[0],
            "2031-02-03 rail tariff of state AAA (Alphaland) times 0.8");
}

TEST(load_scenario, takes_ranges_in_both_spellings) {
  auto const loaded = load(with_change("open = \"bay\"") +
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

// ---- broken ----------------------------------------------------------------------------------

struct Broken {
  std::string name;
  std::string text;
  std::string message;
  std::size_t row;
  std::string column;
};

void PrintTo(Broken const& broken, std::ostream* out) {
  *out << broken.name;
}

class BrokenScenario : public ::testing::TestWithParam<Broken> {};

TEST_P(BrokenScenario, is_refused_with_line_and_message) {
  auto const& broken = GetParam();
  auto const loaded = load(broken.text);
  EXPECT_FALSE(loaded.scenario);
  auto const is_it = [&](Finding const& f) {
    return f.row == broken.row && f.column == broken.column && f.severity == Severity::kError &&
           (f.message + ". " + f.remedy).find(broken.message) != std::string::npos;
  };
  EXPECT_TRUE(std::any_of(loaded.findings.begin(), loaded.findings.end(), is_it))
      << "expected " << broken.row << ':' << broken.column << ": " << broken.message << ", got\n"
      << test::all_lines(loaded.findings);
}

std::string with_head(std::string const& line) {
  return "[scenario]\ntitle = \"x\"\n" + line + "\n[[change]]\ndate = 2031-01-01\nopen = \"bay\"\n";
}

std::string with_end(std::string const& lines) {
  return with_change("open = \"bay\"") + lines + '\n';
}

auto const kBrokenHeads = std::vector<Broken>{
    {"empty", "", "a scenario without a title", 1, "title"},
    {"no_title", "\n[scenario]\nwhy = \"x\"\n", "a scenario without a title", 2, "title"},
    {"no_change", "[scenario]\ntitle = \"x\"\n", "a scenario without a change", 0, "change"},
    {"syntax", "[scenario]\ntitle = \"x\n", "TOML syntax at column", 2, ""},
    {"not_utf8", "[scenario]\ntitle = \"\xFF\"\n", "TOML syntax", 2, ""},
    {"unknown_key",
     with_head("regoin = \"tiny\""),
     "unknown key 'regoin' at column 1. Did you mean 'region'?",
     3,
     "regoin"},
    {"unknown_table", with_end("[unsure]\nx = 1"), "unknown key 'unsure'", 6, "unsure"},
    {"title_no_text", "[scenario]\ntitle = 7\n", "a number where a text is expected", 2, "title"},
    {"steps", with_head("step = \"quarter\""), "runs with steps are not available yet", 3, "step"},
    {"bad_start", with_head("start = \"soon\""), "not a date: 'soon'", 3, "start"},
    {"time_of_day",
     with_head("start = 10:00:00"),
     "a time of day where a date is expected",
     3,
     "start"},
    {"end_before_start",
     with_head("start = 2030-01-01\nend = 2029-01-01"),
     "ends before it starts",
     4,
     "end"},
    {"change_no_list",
     "[scenario]\ntitle = \"x\"\n[change]\nopen = \"bay\"\n",
     "Write [[change]] above each.",
     3,
     "change"},
    {"scenario_no_table", "scenario = 7\n", "a number where a table is expected", 1, "scenario"},
    {"unknown_metric",
     with_end("[report]\nmetrics = [\"transit_tones\"]"),
     "unknown metric 'transit_tones'. Did you mean 'transit_tonnes'?",
     7,
     "metrics"},
    {"range_backwards",
     with_end("[uncertain]\n\"a.b\" = { uniform = [72, 24] }"),
     "not a uniform range",
     7,
     "uniform"},
    {"range_unknown",
     with_end("[uncertain]\n\"a.b\" = { unifrom = [24, 72] }"),
     "Did you mean 'uniform'?",
     7,
     "unifrom"},
    {"range_too_short",
     with_end("[uncertain]\n\"a.b\" = { triangular = [24, 72] }"),
     "not a triangular range",
     7,
     "triangular"},
    {"range_of_words",
     with_end("[uncertain]\n\"a.b\" = { uniform = [\"a\", \"b\"] }"),
     "not a uniform range",
     7,
     "uniform"},
    {"range_no_table", with_end("[uncertain]\n\"a.b\" = 7"), "not a range", 7, "a.b"},
};

auto const kBrokenChanges = std::vector<Broken>{
    {"missing_date",
     "[scenario]\ntitle = \"x\"\n[[change]]\nopen = \"bay\"\n",
     "a change without a date",
     4,
     "open"},
    {"bad_date",
     "[scenario]\ntitle = \"x\"\n[[change]]\ndate = \"2031-13\"\nopen = \"bay\"\n",
     "not a date: '2031-13'",
     4,
     "date"},
    {"date_out_of_range",
     "[scenario]\ntitle = \"x\"\n[[change]]\ndate = 1980-01-01\nopen = \"bay\"\n",
     "date out of range: 1980-01-01",
     4,
     "date"},
    {"no_lever",
     "[scenario]\ntitle = \"x\"\n[[change]]\ndate = 2031-01-01\n",
     "a change without a lever",
     3,
     "change"},
    {"two_levers",
     with_change("open = \"bay\"\nclose = \"bim\""),
     "two levers in one change: 'open' and 'close'",
     6,
     "close"},
    {"near_lever",
     with_change("opne = \"bay\""),
     "unknown key 'opne' at column 1. Did you mean 'open'?",
     5,
     "opne"},
    {"later_lever",
     with_change("recognise = \"AAA\""),
     "the lever 'recognise' is not available yet",
     5,
     "recognise"},
    {"unknown_id", with_change("open = \"bor_port\""), "Did you mean project:bor_bport", 5, "open"},
    {"unknown_id_in_list",
     with_change("open = [\"bay\", \"nowhere at all\"]"),
     "called 'nowhere at all'",
     5,
     "open"},
    {"empty_list", with_change("open = []"), "an empty list", 5, "open"},
    {"id_no_text", with_change("open = 7"), "a number where an id is expected", 5, "open"},
    {"open_a_state",
     with_change("open = \"AAA\""),
     "'AAA' is a state. 'open' takes: project",
     5,
     "open"},
    {"tariff_of_a_project",
     with_change("tariff = \"bor_bport\"\nfactor = 2"),
     "'bor_bport' is a project",
     5,
     "tariff"},
    {"border_inside",
     with_change("border = \"rail--bim--bor\"\nfactor = 2"),
     "'rail--bim--bor' is a link",
     5,
     "border"},
    {"border_of_a_ferry",
     with_change("border = \"ferry--aport--bport\"\nfactor = 2"),
     "'ferry--aport--bport' is a link",
     5,
     "border"},
    {"open_a_power_line",
     with_change("open = \"link:power-line--ada--bor\""),
     "has nothing to work on",
     5,
     "open"},
    {"open_wires", with_change("open = \"wires\""), "has nothing to work on", 5, "open"},
    {"capacity_without_value",
     with_change("capacity = \"bim\""),
     "'capacity' without value or factor",
     5,
     "capacity"},
    {"value_and_factor",
     with_change("capacity = \"bim\"\nvalue = 1\nfactor = 2"),
     "value and factor together",
     7,
     "factor"},
    {"tariff_with_value",
     with_change("tariff = \"AAA\"\nvalue = 2"),
     "'tariff' takes no value",
     6,
     "value"},
    {"open_with_value",
     with_change("open = \"bay\"\nvalue = 2"),
     "'open' takes no value",
     6,
     "value"},
    {"negative_factor", with_change("fee = \"bim\"\nfactor = -1"), "out of range: -1", 6, "factor"},
    {"zero_speed", with_change("speed = \"bim\"\nfactor = 0"), "out of range: 0", 6, "factor"},
    {"factor_no_number",
     with_change("fee = \"bim\"\nfactor = \"x0.8\""),
     "not a number",
     6,
     "factor"},
    {"factor_nan", with_change("fee = \"bim\"\nfactor = nan"), "not a number", 6, "factor"},
    {"unknown_mode",
     with_change("tariff = \"AAA\"\nfactor = 2\nmode = \"ship\""),
     "unknown mode 'ship'",
     7,
     "mode"},
    {"mode_elsewhere",
     with_change("fee = \"bim\"\nfactor = 2\nmode = \"rail\""),
     "only a tariff takes a mode",
     7,
     "mode"},
    {"excluded",
     with_change("open = [\"rival\", \"harbour\"]"),
     "'rival' and 'bor_bport' exclude each other",
     5,
     "open"},
    {"excluded_apart",
     with_change("open = \"bor_bport\"") + "[[change]]\ndate = 2032-01-01\nopen = \"rival\"\n",
     "exclude each other",
     8,
     "open"},
};

std::string name_of(::testing::TestParamInfo<Broken> const& info) {
  return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(heads, BrokenScenario, ::testing::ValuesIn(kBrokenHeads), name_of);
INSTANTIATE_TEST_SUITE_P(changes, BrokenScenario, ::testing::ValuesIn(kBrokenChanges), name_of);

TEST(load_scenario, says_when_there_is_no_file) {
  auto const loaded = load_scenario("no/such.toml", tiny_region());
  EXPECT_FALSE(loaded.scenario);
  EXPECT_THAT(test::all_lines(loaded.findings), HasSubstr("no such file"));
}

}  // namespace
}  // namespace chorsu
