#include <algorithm>

#include "gtest/gtest.h"
#include "tiny_run.h"

using namespace chorsu;

namespace {

Answers const& all() {
  return tiny::the_run().answers;
}

}  // namespace

TEST(answers, the_solve_keeps_its_laws) {
  EXPECT_TRUE(all().quality.converged);
  EXPECT_LE(all().quality.balance, 1e-9);
  EXPECT_LE(all().quality.violation, 1e-6);
}

TEST(answers, tell_both_futures_of_every_state) {
  ASSERT_EQ(all().states.size(), 3U);
  auto const& between = all().states[1];
  EXPECT_GT(between.transit_tonnes.baseline, 1e6);
  EXPECT_GT(between.transit_tonnes.difference(), 0.0);  // a cheaper way attracts trade
  EXPECT_LT(between.unit_cost.relative(), 0.0);
  EXPECT_GT(all().states[0].surplus, 0.0);
}

TEST(answers, crossings_are_the_land_links_between_states) {
  ASSERT_EQ(all().crossings.size(), 4U);
  EXPECT_EQ(all().crossings[0].tonnes.baseline, 0.0);
  EXPECT_GT(all().crossings[0].tonnes.scenario, 0.0);
}

TEST(answers, facilities_in_use_come_scarcest_first_then_fullest) {
  ASSERT_FALSE(all().facilities.empty());
  auto last = all().facilities.front();
  for (auto const& f : all().facilities) {
    auto const scarcity = std::max(f.scarcity.baseline, f.scarcity.scenario);
    auto const before = std::max(last.scarcity.baseline, last.scarcity.scenario);
    EXPECT_TRUE(scarcity < before || (scarcity == before && f.fullest <= last.fullest));
    last = f;
  }
}

TEST(answers, count_facts_that_no_source_measured) {
  ASSERT_EQ(all().assumed.size(), 1U);
  EXPECT_EQ(all().assumed[0].facts, 4U);
  EXPECT_EQ(all().assumed[0].assumptions, 2U);
  EXPECT_EQ(all().assumed[0].defaults, 1U);
}

TEST(answers, show_the_core_states_and_those_that_moved) {
  auto const& network = tiny::the_run().region.network;
  EXPECT_EQ(states_to_show(all(), network, 10U).size(), 2U);  // no transit through the third
  EXPECT_EQ(corridors_moved(all(), 10U).size(), 1U);
  EXPECT_EQ(crossings_moved(all(), 2U).size(), 2U);
}

TEST(answers, the_verdict_names_winners_and_corridors) {
  auto const& run = tiny::the_run();
  auto const sentences = verdict(*run.model, run.comparison, run.answers);
  ASSERT_EQ(sentences.size(), 3U);
  EXPECT_NE(sentences[0].find("Bland gains most transit"), std::string::npos) << sentences[0];
  EXPECT_NE(sentences[1].find("The railway carries"), std::string::npos) << sentences[1];
}

TEST(answers, a_year_without_changes_says_so) {
  auto scenario = tiny::opening();
  scenario.levers.clear();
  auto const run = tiny::TinyRun{tiny::region(), scenario};
  auto const sentences = verdict(*run.model, run.comparison, run.answers);
  ASSERT_EQ(sentences.size(), 3U);
  EXPECT_TRUE(sentences[0].starts_with("No state's transit")) << sentences[0];
  EXPECT_TRUE(sentences[1].starts_with("No corridor's")) << sentences[1];
  EXPECT_TRUE(sentences[2].starts_with("No state's traders")) << sentences[2];
}
