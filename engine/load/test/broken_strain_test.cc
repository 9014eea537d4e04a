#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "broken_package.h"
#include "tiny_evidence.h"

#include "chorsu/load/scenario.h"

namespace chorsu {
namespace {

using test::Broken;
using test::cell;
using test::Files;

/// A strain of two drivers that slows a border, what engagement counts, and who said what.
void add_strains(Files& files) {
  test::add_evidence(files);
  files["strain.csv"] = test::sourced(
      "strain_id,name,reads,subjects,reference_date\nquarrel,Quarrel,index,st.aaa,2024-07-01\n");
  files["strain_driver.csv"] = test::sourced(
      "driver_id,strain,kind,subject,at,from_date,until_date,fade,fade_low,fade_high,weight,"
      "weight_low,weight_high,strength\n"
      "D1,quarrel,period,or.court,,2022-01-01,2023-01-01,,,,0.4,0.2,0.6,1\n"
      "D2,quarrel,incident,bx.bim,,,,6,3,12,0.5,0.2,1,1\n");
  files["strain_effect.csv"] = test::sourced(
      "effect_id,strain,parameter,target_ids,value,value_low,value_high,unit\n"
      "E1,quarrel,border_time,rail--ada--bim,0.5,0.1,1,factor per index\n"
      "E2,quarrel,gate,rail--ada--bim,0.9,0.8,1,index\n");
  files["strain_push.csv"] =
      test::sourced("push_id,actors,strain,value,value_low,value_high\nP1,AAA,quarrel,0.5,0,1\n");
  files["delisting_path.csv"] = test::sourced("actor,seq,subject\nAAA,1,or.court\n");
  files["engagement_weight.csv"] = test::sourced(
      "kind,name,value,value_low,value_high,unit\nrung,1,0.2,0.1,0.3,share\n"
      "contact,contact,1,0.5,2,meetings\nearly,or.court,0.3,0.1,0.6,meetings\n"
      "half,meetings,6,3,12,meetings\npower,AAA,1,1,1,share\n");
  files["affiliation.csv"] =
      test::sourced("author,affiliation,short\nAuthor,Academy of Alphaland,AA\n");
  files["quotation.csv"] = test::sourced("row_id,quotes\nF1,S2\n");
  files["stance.csv"] = test::sourced(
      "statement_id,body,towards,value,value_low,value_high\nF1,or.court,st.aaa,-0.5,-1,0\n");
  files["datapackage.json"] = test::datapackage(files);
}

TEST(LoadStrains, reads_what_the_tables_say) {
  auto files = test::tiny_package();
  add_strains(files);
  auto const folder = test::TempFolder{};
  folder.write(files);
  auto const loaded = load_region(folder.path());
  ASSERT_NE(nullptr, loaded.region) << test::all_lines(loaded.findings);
  auto const& evidence = loaded.region->evidence;
  EXPECT_EQ(DriverKind::kIncident, evidence.strain_drivers.kind[DriverId{1}]);
  EXPECT_EQ(6.0, evidence.strain_drivers.fade[DriverId{1}]->value);
  EXPECT_FALSE(evidence.strain_drivers.fade[DriverId{0}]);
  EXPECT_EQ(0.2, evidence.weights.rung.at(1).value);
  EXPECT_EQ(1U, evidence.weights.early.size());
  ASSERT_EQ(2U, loaded.region->strain_effects.size());
  EXPECT_EQ(EffectParameter::kOpen, loaded.region->strain_effects[1].parameter);
  EXPECT_EQ(1U, loaded.region->ladder.pushes.size());
  EXPECT_EQ(1U, loaded.region->ladder.delisting_path.size());
  EXPECT_EQ("AA", evidence.affiliations.short_name[AffiliationId{0}]);
  EXPECT_EQ("F1", evidence.quotations.row[QuotationId{0}]);
  EXPECT_EQ(-0.5, evidence.stances.value[StanceId{0}].value);
}

TEST(LoadStrains, a_lever_sets_a_strain_or_one_driver) {
  auto files = test::tiny_package();
  add_strains(files);
  files["what-if.toml"] =
      "[scenario]\ntitle = \"x\"\n[[change]]\ndate = 2031-01-01\nstrain = \"quarrel\"\n"
      "value = 0.5\n[[change]]\ndate = 2031-01-01\nstrain = [\"or.court\"]\nvalue = 0\n";
  auto const folder = test::TempFolder{};
  folder.write(files);
  auto const region = load_region(folder.path()).region;
  ASSERT_NE(nullptr, region);
  auto const loaded = load_scenario(folder.file("what-if.toml"), *region);
  ASSERT_NE(nullptr, loaded.scenario) << test::all_lines(loaded.findings);
  ASSERT_EQ(2U, loaded.scenario->levers.size());
  EXPECT_TRUE(loaded.scenario->levers[0].strains.at(0).driver.is_none());
  EXPECT_EQ(0.5, loaded.scenario->levers[0].strains[0].value);
  EXPECT_EQ(DriverId{0}, loaded.scenario->levers[1].strains.at(0).driver);
}

TEST(LoadStrains, a_lever_on_nothing_is_refused) {
  auto files = test::tiny_package();
  add_strains(files);
  files["what-if.toml"] =
      "[scenario]\ntitle = \"x\"\n[[change]]\ndate = 2031-01-01\nstrain = \"quarel\"\nvalue = 0\n";
  auto const folder = test::TempFolder{};
  folder.write(files);
  auto const region = load_region(folder.path()).region;
  ASSERT_NE(nullptr, region);
  auto const loaded = load_scenario(folder.file("what-if.toml"), *region);
  EXPECT_EQ(nullptr, loaded.scenario);
  EXPECT_NE(std::string::npos, test::all_lines(loaded.findings).find("quarrel"));
}

auto const kBroken = std::vector<Broken>{
    {"unknown_strain",
     cell("strain_driver.csv", 2, "strain", "quarel"),
     "no strain of strain.csv 'quarel'",
     "strain_driver.csv",
     2},
    {"period_without_a_day",
     cell("strain_driver.csv", 2, "from_date", ""),
     "a period without a first day",
     "strain_driver.csv",
     2},
    {"period_that_ends_first",
     cell("strain_driver.csv", 2, "until_date", "2021-01-01"),
     "ends before it begins",
     "strain_driver.csv",
     2},
    {"steps_of_nobody",
     cell("strain_driver.csv", 2, "kind", "step"),
     "takes no steps",
     "strain_driver.csv",
     2},
    {"no_time_to_fade_in",
     cell("strain_driver.csv", 3, "fade", "0"),
     "out of range: 0",
     "strain_driver.csv",
     3},
    {"effect_on_nothing",
     cell("strain_effect.csv", 2, "target_ids", ""),
     "names nothing",
     "strain_effect.csv",
     2},
    {"gate_in_another_unit",
     cell("strain_effect.csv", 3, "unit", "factor per index"),
     "wrong unit",
     "strain_effect.csv",
     3},
    {"rungs_that_reach_recognition",
     test::text("engagement_weight.csv", "rung,1,0.2,0.1,0.3", "rung,1,1,0.5,1"),
     "rungs add up to 1",
     "engagement_weight.csv",
     2},
    {"rung_that_is_none",
     cell("engagement_weight.csv", 2, "name", "7"),
     "out of range",
     "engagement_weight.csv",
     2},
    {"quotation_of_nothing",
     cell("quotation.csv", 2, "row_id", "F9"),
     "no statement or prediction 'F9'",
     "quotation.csv",
     2},
    {"stance_beyond_friendly",
     cell("stance.csv", 2, "value_low", "-2"),
     "out of range",
     "stance.csv",
     2},
};

struct BrokenStrain : testing::TestWithParam<Broken> {};

TEST_P(BrokenStrain, is_refused_by_row_and_column) {
  auto files = test::tiny_package();
  add_strains(files);
  auto const& broken = GetParam();
  broken.mutate(files);
  auto const folder = test::TempFolder{};
  folder.write(files);
  auto const loaded = load_region(folder.path());
  EXPECT_EQ(nullptr, loaded.region);
  auto const told = std::ranges::any_of(loaded.findings, [&](Finding const& f) {
    return f.file == broken.file && f.row == broken.row &&
           f.message.find(broken.message) != std::string::npos;
  });
  EXPECT_TRUE(told) << test::all_lines(loaded.findings);
}

INSTANTIATE_TEST_SUITE_P(Tables, BrokenStrain, testing::ValuesIn(kBroken), test::name_of);

}  // namespace
}  // namespace chorsu
