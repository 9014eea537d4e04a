#include "chorsu/report/scenario_table.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "run_folder.h"
#include "tiny_run.h"

#include "chorsu/report/write_scenarios.h"

using namespace chorsu;
using namespace chorsu::tiny;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

/// The stretch opens; the same of another day; nothing changes.
std::vector<ScenarioAnswer> three() {
  auto const& run = the_run();
  auto later = opening();
  later.id = "later";
  later.baseline_date = Date::from_civil(2032).value_or(Date{});
  auto nothing = opening();
  nothing.id = "nothing";
  nothing.levers.clear();
  return {{opening(), run.answers},
          {later, run.answers},
          {nothing, answers(*run.model, simulate(*run.model, nothing, {}))}};
}

Network const& network() {
  return the_run().region.network;
}

MetricTable table_of(std::string_view key, TableChoice choice = {}) {
  choice.metrics = {find_metric(key)};
  return metric_tables(network(), three(), choice).at(0U);
}

}  // namespace

TEST(scenario_table, holds_the_answers_of_every_scenario_most_moved_first) {
  auto const table = table_of("transit_tonnes");
  ASSERT_EQ(table.rows.size(), network().states.id.size());
  for (auto i = std::size_t{1}; i < table.rows.size(); ++i) {
    EXPECT_GE(table.rows[i - 1U].largest, table.rows[i].largest);
  }
  auto const& first = table.rows[0U];
  ASSERT_EQ(first.changes.size(), 3U);
  for (auto const& s : the_run().answers.states) {
    if (network().states.id[s.state] == first.id) {
      EXPECT_EQ(first.changes[0U].difference(), s.transit_tonnes.difference());
    }
  }
}

TEST(scenario_table, surplus_is_the_difference_itself) {
  auto const table = table_of("surplus", {{}, {StateId{1}}, {}});
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_NEAR(table.rows[0U].changes[0U].difference(), the_run().answers.states[1].surplus, 1e-6);
}

TEST(scenario_table, a_choice_keeps_what_was_named) {
  auto const choice = TableChoice{{}, {StateId{2}}, {CorridorId{0}}};
  for (auto const& table : metric_tables(network(), three(), choice)) {
    ASSERT_EQ(table.rows.size(), 1U);
    EXPECT_EQ(table.rows[0U].id, table.metric->subject == Subject::kState ? "CCC" : "railway");
  }
}

TEST(scenario_table, says_which_baseline_and_warns_of_other_years) {
  auto scenarios = three();
  EXPECT_FALSE(on_one_day(scenarios));
  EXPECT_THAT(baseline_words(scenarios), HasSubstr("Not one year"));
  scenarios.erase(scenarios.begin() + 1);
  EXPECT_TRUE(on_one_day(scenarios));
  EXPECT_THAT(baseline_words(scenarios), HasSubstr("2030-01-01"));
}

TEST(scenario_table, names_what_moves_nothing) {
  EXPECT_THAT(without_effect(three()), ElementsAre("nothing"));
}

TEST(scenario_table, keys_go_on_after_z) {
  EXPECT_EQ(column_key(0U), "A");
  EXPECT_EQ(column_key(25U), "Z");
  EXPECT_EQ(column_key(26U), "AA");
  EXPECT_EQ(column_key(53U), "BB");
}

TEST(write_scenarios, leaves_three_files_of_the_same_bytes_again) {
  auto const folder = Folder{"compare"};
  auto const scenarios = three();
  for (auto const* name : {"one", "two"}) {
    auto const written = write_scenarios(network(), scenarios, {}, folder / name);
    ASSERT_THAT(written.findings, IsEmpty());
    EXPECT_EQ(written.files.html, folder / (std::string{name} + "/compare.html"));
  }
  for (auto const* name : {"compare.html", "compare.csv", "compare.xlsx"}) {
    EXPECT_EQ(contents(folder.path / "one" / name), contents(folder.path / "two" / name)) << name;
  }
  auto const html = contents(folder.path / "one/compare.html");
  EXPECT_THAT(html, HasSubstr("The stretch opens &lt;soon&gt;"));
  EXPECT_THAT(html, HasSubstr("nothing moves nothing"));
}

TEST(write_scenarios, says_what_it_cannot_write) {
  auto const folder = Folder{"compare-refused"};
  std::ofstream{folder / "file"} << "in the way";
  auto const written = write_scenarios(network(), three(), {}, folder / "file/out");
  ASSERT_EQ(written.findings.size(), 1U);
  EXPECT_TRUE(written.files.html.empty());
}
