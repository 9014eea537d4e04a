#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broken_package.h"
#include "tiny_evidence.h"
#include "tiny_scenario.h"

namespace chorsu {
namespace {

using test::Broken;
using test::cell;
using test::doubled;
using test::Files;
using test::TempFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

Files package_with_rules() {
  auto files = test::tiny_package();
  test::add_evidence(files);
  files["level_rule.csv"] = test::sourced(
      "rule_id,actor,towards,measure,from_level,changes,commodities,through,value,value_low,"
      "value_high,unit\n"
      "LR1,*,BBB,level,4,hours,,an embassy,0.9,0.7,1,factor\n"
      "LR2,AAA,BBB,listing,,fee,,searches,1.2,1,1.5,factor\n"
      "LR3,*,BBB,sanction,,classes,grain,a ban,1,0,1,switch\n");
  files["datapackage.json"] = test::datapackage(files);
  return files;
}

std::unique_ptr<Region> region_of(Files const& files) {
  auto const folder = TempFolder{};
  folder.write(files);
  auto loaded = load_region(folder.path());
  EXPECT_TRUE(loaded.region) << test::all_lines(loaded.findings);
  return std::move(loaded.region);
}

LoadedScenario load_change(Region const& region, std::string const& change) {
  auto const folder = TempFolder{};
  folder.write("what-if.toml", test::with_change(change));
  return load_scenario(folder.file("what-if.toml"), region);
}

TEST(level_rules, are_read_with_their_sources) {
  auto const region = region_of(package_with_rules());
  ASSERT_TRUE(region);
  auto const& rules = region->level_rules;
  ASSERT_EQ(3U, rules.rows.size());
  EXPECT_EQ("2024-07-01", to_string(rules.observed));
  EXPECT_TRUE(rules.rows[0].actor.is_none());
  EXPECT_EQ(StateId{1}, rules.rows[0].towards);
  EXPECT_EQ(4, rules.rows[0].from_level);
  EXPECT_EQ(0.9, rules.rows[0].value.value);
  EXPECT_EQ(ActorId{0}, rules.rows[1].actor);
  EXPECT_EQ(StandingMeasure::kListing, rules.rows[1].measure);
  EXPECT_EQ(BorderTerm::kFee, rules.rows[1].term);
  EXPECT_THAT(rules.rows[2].commodities, ElementsAre(CommodityId{1}));
  for (auto const& row : rules.rows) {
    EXPECT_EQ("S1", region->sources.id[region->facts.source[row.value.fact]]);
  }
}

TEST(level_rules, levers_set_levels_listings_and_sanctions) {
  auto const region = region_of(package_with_rules());
  ASSERT_TRUE(region);
  auto const engage = load_change(*region, "engage = \"Alphaland\"\nlevel = 5");
  ASSERT_TRUE(engage.scenario) << test::all_lines(engage.findings);
  EXPECT_TRUE(engage.findings.empty()) << test::all_lines(engage.findings);
  auto const& lever = engage.scenario->levers.at(0);
  EXPECT_EQ(LeverKind::kStance, lever.kind);
  EXPECT_EQ(ActorId{0}, lever.actor);
  EXPECT_EQ(5.0, lever.value);
  EXPECT_THAT(engage.scenario->changes,
              ElementsAre("2031-02-03 state AAA (Alphaland) at engagement level 5 "
                          "(ambassador, one way)"));
  auto const recognise = load_change(*region, "recognise = [\"AAA\"]");
  ASSERT_TRUE(recognise.scenario);
  EXPECT_EQ(7.0, recognise.scenario->levers.at(0).value);
  auto const is = [&](char const* word, StandingMeasure measure, double value) {
    auto const loaded = load_change(*region, std::string{word} + " = \"AAA\"");
    ASSERT_TRUE(loaded.scenario) << word;
    EXPECT_EQ(measure, loaded.scenario->levers.at(0).measure) << word;
    EXPECT_EQ(value, loaded.scenario->levers.at(0).value) << word;
  };
  is("list", StandingMeasure::kListing, 1.0);
  is("delist", StandingMeasure::kListing, 0.0);
  is("sanction", StandingMeasure::kSanction, 1.0);
  is("lift", StandingMeasure::kSanction, 0.0);
}

TEST(level_rules, who_is_not_followed_has_no_level) {
  auto const region = region_of(package_with_rules());
  ASSERT_TRUE(region);
  auto const loaded = load_change(*region, "recognise = \"BBB\"");
  EXPECT_FALSE(loaded.scenario);
  EXPECT_THAT(test::all_lines(loaded.findings), HasSubstr("Followed: AAA."));
}

TEST(level_rules, warn_where_a_standing_changes_no_border) {
  auto files = package_with_rules();
  test::drop_line(files, "level_rule.csv", 3);
  auto const region = region_of(files);
  ASSERT_TRUE(region);
  auto const loaded = load_change(*region, "list = \"AAA\"");
  ASSERT_TRUE(loaded.scenario);
  EXPECT_THAT(test::all_lines(loaded.findings), HasSubstr("no border that this changes"));
}

auto const kBroken = std::vector<Broken>{
    {"dearer_by_a_level",
     cell("level_rule.csv", 2, "value_high", "1.1"),
     "a level makes a border dearer",
     "level_rule.csv",
     2},
    {"cheaper_by_a_listing",
     cell("level_rule.csv", 3, "value_low", "0.9"),
     "this makes a border cheaper",
     "level_rule.csv",
     3},
    {"level_of_a_listing",
     cell("level_rule.csv", 3, "from_level", "2"),
     "only a level has one",
     "level_rule.csv",
     3},
    {"level_above_all", cell("level_rule.csv", 2, "from_level", "8"), "", "level_rule.csv", 2},
    {"no_classes",
     cell("level_rule.csv", 4, "commodities", ""),
     "the cell is empty",
     "level_rule.csv",
     4},
    {"classes_of_hours",
     cell("level_rule.csv", 2, "commodities", "grain"),
     "hours and fees are those of all goods",
     "level_rule.csv",
     2},
    {"half_a_switch",
     cell("level_rule.csv", 4, "value", "0.5"),
     "a switch is 0 or 1",
     "level_rule.csv",
     4},
    {"wrong_unit",
     cell("level_rule.csv", 2, "unit", "hours"),
     "wrong unit, expected 'factor'",
     "level_rule.csv",
     2},
    {"unknown_actor",
     cell("level_rule.csv", 2, "actor", "CCC"),
     "no actor of actor.csv 'CCC'",
     "level_rule.csv",
     2},
    {"no_source",
     cell("level_rule.csv", 2, "source", ""),
     "the cell is empty",
     "level_rule.csv",
     2},
    {"twice", doubled("level_rule.csv", 2), "", "level_rule.csv", 3},
};

class BrokenLevelRules : public ::testing::TestWithParam<Broken> {};

TEST_P(BrokenLevelRules, IsRefusedWithTheFinding) {
  auto broken = GetParam();
  broken.mutate = [](Files& files) {
    files = package_with_rules();
    GetParam().mutate(files);
  };
  test::expect_told(broken);
}

INSTANTIATE_TEST_SUITE_P(Tables, BrokenLevelRules, ::testing::ValuesIn(kBroken), test::name_of);

}  // namespace
}  // namespace chorsu
