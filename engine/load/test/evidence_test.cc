#include "chorsu/evidence/evidence.h"

#include <algorithm>

#include "broken_package.h"
#include "gtest/gtest.h"
#include "tiny_evidence.h"

#include "chorsu/evidence/replay.h"
#include "chorsu/load/region.h"

namespace chorsu {
namespace {

using test::Broken;
using test::cell;
using test::Files;

LoadedRegion load(Files const& files) {
  auto const folder = test::TempFolder{};
  folder.write(files);
  return load_region(folder.path());
}

Files tiny() {
  auto files = test::tiny_package();
  test::add_evidence(files);
  return files;
}

}  // namespace

TEST(load_evidence, reads_what_the_tables_say) {
  auto const loaded = load(tiny());
  ASSERT_NE(nullptr, loaded.region) << test::all_lines(loaded.findings);
  auto const& evidence = loaded.region->evidence;
  auto const alpha = ActorId{0U};
  auto const met = EngagementEventId{1U};
  EXPECT_EQ("AAA", evidence.actors.state[alpha]);
  EXPECT_EQ(alpha, evidence.engagement.actor[met]);
  EXPECT_EQ(Precision::kMonth, evidence.engagement.days[met].precision);
  EXPECT_EQ("2023-04-30", to_string(evidence.engagement.days[met].latest));
  EXPECT_EQ("2023-05-02", to_string(evidence.engagement.known_from[met]));
  EXPECT_EQ(Designation::kListed, evidence.designations.designation[DesignationId{0U}]);
  EXPECT_FALSE(evidence.designations.days[DesignationId{1U}]);
  auto const& trade = evidence.covariates.trade[CovariateId{0U}];
  EXPECT_EQ(653.0, trade[0]);
  EXPECT_FALSE(trade[1]);
  EXPECT_FALSE(evidence.covariates.terror_listed_2021[CovariateId{0U}]);
  EXPECT_TRUE(*evidence.covariates.terror_listed_now[CovariateId{0U}]);
  EXPECT_EQ((std::vector{SubjectId{1U}}), evidence.subjects.belongs_to[SubjectId{0U}]);
  EXPECT_EQ("F3", evidence.statements.corrects[StatementId{1U}]);
  EXPECT_EQ((std::vector{StatementId{2U}}), evidence.versions.statements[VersionId{1U}]);
  EXPECT_EQ(Outcome::kMet, evidence.predictions.outcome[PredictionId{0U}]);
  EXPECT_FALSE(evidence.closures.until[ClosureId{1U}]);
  EXPECT_EQ("rail--ada--bim", evidence.openings.link[OpeningId{0U}]);
  auto const fact = evidence.incidents.fact[IncidentId{0U}];
  EXPECT_EQ("incident.csv", loaded.region->facts.files[loaded.region->facts.file[fact]]);
}

TEST(load_evidence, does_without_any) {
  auto const loaded = load(test::tiny_package());
  ASSERT_NE(nullptr, loaded.region);
  EXPECT_EQ(0U, loaded.region->evidence.engagement.id.size());
}

TEST(load_evidence, shipped_levels_follow_on_each_other) {
  auto const loaded = load_region("data/region");
  ASSERT_NE(nullptr, loaded.region);
  auto const& evidence = loaded.region->evidence;
  EXPECT_EQ(149U, evidence.engagement.id.size());
  EXPECT_EQ(27, std::ranges::count(evidence.actors.followed.values, 1U));
  EXPECT_TRUE(level_gaps(evidence.actors, evidence.engagement).empty());
  // What the coder had as first and last levels comes out of the steps.
  auto const levels = [&](char const* day) {
    return standings_on(evidence.actors,
                        evidence.engagement,
                        evidence.designations,
                        Date::parse(day).value(),
                        std::nullopt)
        .level;
  };
  auto const first = levels("2021-08-15");
  auto const last = levels("2026-06-30");
  for (auto const row : evidence.covariates.actor.ids()) {
    auto const actor = evidence.covariates.actor[row];
    EXPECT_EQ(evidence.covariates.level_2021[row], first[actor]) << evidence.actors.id[actor];
    EXPECT_EQ(evidence.covariates.level_now[row], last[actor]) << evidence.actors.id[actor];
  }
}

namespace {

Broken const kBroken[] = {
    {"levels_that_do_not_follow",
     cell("engagement_event.csv", 3, "level_before", "2"),
     "the steps of AAA before it lead to 1",
     "engagement_event.csv",
     3},
    {"level_above_recognition",
     cell("engagement_event.csv", 3, "level_after", "8"),
     "8",
     "engagement_event.csv",
     3},
    {"day_outside_its_span",
     cell("engagement_event.csv", 3, "date", "2023-05-15"),
     "does not lie between",
     "engagement_event.csv",
     3},
    {"unknown_actor", cell("designation.csv", 2, "actor", "CCC"), "CCC", "designation.csv", 2},
    {"half_a_date",
     cell("designation.csv", 3, "date", "2020-01-01"),
     "not a date",
     "designation.csv",
     3},
    {"score_above_one",
     cell("actor_covariate.csv", 2, "ties_gulf", "1.4"),
     "1.4",
     "actor_covariate.csv",
     2},
    {"unknown_subject",
     cell("statement.csv", 2, "subjects", "st.aab"),
     "st.aab",
     "statement.csv",
     2},
    {"corrects_itself",
     cell("statement.csv", 3, "corrects", "F2"),
     "corrects itself",
     "statement.csv",
     3},
    {"corrects_what_is_not_there",
     cell("statement.csv", 3, "corrects", "F9"),
     "F9",
     "statement.csv",
     3},
    {"ended_by_no_step", cell("statement.csv", 2, "ended_by", "E9"), "E9", "statement.csv", 2},
    {"ends_before_it_begins",
     cell("statement.csv", 2, "until_date", "2020-01-01"),
     "ends before it begins",
     "statement.csv",
     2},
    {"version_of_nothing",
     cell("version.csv", 2, "contradiction_id", "X2"),
     "X2",
     "version.csv",
     2},
    {"unknown_outcome", cell("prediction.csv", 2, "outcome", "won"), "won", "prediction.csv", 2},
    {"closure_without_end_or_look",
     cell("closure.csv", 3, "last_look", ""),
     "either its end or the day of the last look",
     "closure.csv",
     3},
    {"opening_of_no_link",
     cell("opening.csv", 2, "link_id", "rail--ada--xyz"),
     "rail--ada--xyz",
     "opening.csv",
     2},
    {"same_step_twice",
     test::doubled("engagement_event.csv", 3),
     "a second row with the same event_id",
     "engagement_event.csv",
     4},
};

class BrokenEvidence : public ::testing::TestWithParam<Broken> {};

TEST_P(BrokenEvidence, is_refused_with_file_row_and_message) {
  auto broken = GetParam();
  auto const mutate = broken.mutate;
  broken.mutate = [mutate](Files& files) {
    test::add_evidence(files);
    mutate(files);
  };
  test::expect_told(broken);
}

INSTANTIATE_TEST_SUITE_P(cells, BrokenEvidence, ::testing::ValuesIn(kBroken), test::name_of);

}  // namespace
}  // namespace chorsu
