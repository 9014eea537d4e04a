#include "chorsu/evidence/strain.h"

#include <cmath>

#include "gtest/gtest.h"
#include "toy_evidence.h"

#include "chorsu/evidence/engagement_index.h"

using namespace chorsu;
using namespace chorsu::test;

namespace {

constexpr auto kQuarrel = StrainId{0};

/// A quarrel without drivers, about the toy state.
Evidence quarrel() {
  auto evidence = toy_evidence();
  evidence.strains.id.push_back("quarrel");
  evidence.strains.name.push_back("Quarrel");
  evidence.strains.is_belief.push_back(0U);
  evidence.strains.subjects.push_back({kState});
  evidence.strains.reference.push_back(day("2024-07-01"));
  evidence.strains.fact.push_back(FactId{});
  return evidence;
}

DriverId add_driver(Evidence& evidence, DriverKind kind, SubjectId subject, double weight) {
  auto& drivers = evidence.strain_drivers;
  drivers.strain.push_back(kQuarrel);
  drivers.kind.push_back(kind);
  drivers.subject.push_back(subject);
  drivers.at.push_back(SubjectId::none());
  drivers.from.push_back(std::nullopt);
  drivers.until.push_back(std::nullopt);
  drivers.fade.push_back(std::nullopt);
  drivers.weight.push_back({weight, weight, weight, FactId{}});
  drivers.strength.push_back(1.0);
  drivers.fact.push_back(FactId{});
  return drivers.id.push_back("D" + std::to_string(drivers.id.size()));
}

DriverId add_period(Evidence& evidence, char const* from, double weight) {
  auto const driver = add_driver(evidence, DriverKind::kPeriod, kState, weight);
  evidence.strain_drivers.from[driver] = day(from);
  return driver;
}

double index_on(Evidence const& evidence,
                char const* date,
                std::vector<StrainSetting> const& settings = {}) {
  return strains_on(evidence, day(date), std::nullopt, settings)[kQuarrel].index;
}

StrainSetting setting(DriverId driver, double value) {
  return {.strain = kQuarrel, .driver = driver, .value = value};
}

}  // namespace

TEST(strain, of_nothing_is_nothing) {
  EXPECT_EQ(0.0, index_on(quarrel(), "2025-01-01"));
}

TEST(strain, a_period_counts_from_its_first_day_until_its_last) {
  auto evidence = quarrel();
  auto const driver = add_period(evidence, "2022-03-01", 0.4);
  evidence.strain_drivers.until[driver] = day("2023-03-01");
  EXPECT_EQ(0.0, index_on(evidence, "2022-02-28"));
  EXPECT_EQ(0.4, index_on(evidence, "2022-03-01"));
  EXPECT_EQ(0.4, index_on(evidence, "2023-02-28"));
  EXPECT_EQ(0.0, index_on(evidence, "2023-03-01"));
}

TEST(strain, fades_in_a_straight_line_to_nothing) {
  auto evidence = quarrel();
  auto const driver = add_period(evidence, "2022-01-01", 0.4);
  evidence.strain_drivers.fade[driver] = Measure{12.0, 6.0, 24.0, FactId{}};
  EXPECT_EQ(0.4, index_on(evidence, "2022-01-01"));
  EXPECT_NEAR(0.2, index_on(evidence, "2022-07-02"), 0.002);  // half of the year
  EXPECT_EQ(0.0, index_on(evidence, "2023-01-02"));
  EXPECT_EQ(0.0, index_on(evidence, "2024-01-01"));
}

TEST(strain, drivers_add_up_and_conditions_multiply) {
  auto evidence = quarrel();
  add_period(evidence, "2022-01-01", 0.4);
  add_period(evidence, "2022-01-01", 0.3);
  auto const condition = add_driver(evidence, DriverKind::kCondition, kState, 0.5);
  EXPECT_DOUBLE_EQ(0.7, index_on(evidence, "2025-01-01"));  // neutral at strength 1
  EXPECT_DOUBLE_EQ(0.7 * std::sqrt(4.0),
                   index_on(evidence, "2025-01-01", {setting(condition, 4.0)}));
}

TEST(strain, elasticities_are_those_of_the_index) {
  auto evidence = quarrel();
  auto const event = add_period(evidence, "2022-01-01", 0.4);
  add_period(evidence, "2022-01-01", 0.2);
  auto const condition = add_driver(evidence, DriverKind::kCondition, kState, 0.5);
  auto const reading = strains_on(evidence, day("2025-01-01"), std::nullopt)[kQuarrel];
  constexpr auto kStep = 1e-6;
  for (auto const driver : {event, condition}) {
    auto const moved = index_on(evidence, "2025-01-01", {setting(driver, 1.0 + kStep)});
    auto const seen = (moved / reading.index - 1.0) / kStep;
    EXPECT_NEAR(seen, reading.parts[driver.value].elasticity, 1e-5);
  }
}

TEST(strain, is_never_negative) {
  auto evidence = quarrel();
  add_period(evidence, "2022-01-01", -0.5);
  EXPECT_EQ(0.0, index_on(evidence, "2025-01-01"));
}

TEST(strain, a_belief_is_what_is_left_of_one) {
  auto evidence = quarrel();
  evidence.strains.is_belief[kQuarrel] = 1U;
  auto const driver = add_period(evidence, "2022-01-01", 0.3);
  auto const read = [&](std::vector<StrainSetting> const& settings) {
    return strains_on(evidence, day("2025-01-01"), std::nullopt, settings)[kQuarrel].reading;
  };
  EXPECT_DOUBLE_EQ(0.7, read({}));
  EXPECT_EQ(0.0, read({setting(driver, 10.0)}));
}

TEST(strain, a_setting_of_the_strain_overrides_its_drivers) {
  auto evidence = quarrel();
  add_period(evidence, "2022-01-01", 0.3);
  auto const set = strain_settings(evidence, "quarrel", 0.9);
  ASSERT_EQ(1U, set.size());
  EXPECT_EQ(0.9, index_on(evidence, "2025-01-01", set));
}

TEST(strain, what_is_not_known_yet_does_not_count) {
  auto evidence = quarrel();
  auto const driver = add_driver(evidence, DriverKind::kIncident, kState, 1.0);
  auto& incidents = evidence.incidents;
  incidents.id.push_back("late");
  incidents.days.push_back(exactly("2023-01-01"));
  incidents.known_from.push_back(day("2024-01-01"));
  incidents.subjects.push_back({kState});
  auto const before = strains_on(evidence, day("2023-06-01"), day("2023-06-01"))[kQuarrel];
  auto const now = strains_on(evidence, day("2023-06-01"), std::nullopt)[kQuarrel];
  EXPECT_EQ(1.0, now.parts[driver.value].amount - before.parts[driver.value].amount);
}

TEST(strain, names_mean_a_strain_a_driver_or_nothing) {
  auto evidence = quarrel();
  auto const driver = add_period(evidence, "2022-01-01", 0.3);
  auto const of_subject = strain_settings(evidence, evidence.subjects.id[kState], 0.0);
  ASSERT_EQ(1U, of_subject.size());
  EXPECT_EQ(driver, of_subject[0].driver);
  EXPECT_TRUE(strain_settings(evidence, "no such thing", 0.0).empty());
}

TEST(engagement_index, is_the_weighted_sum_of_rungs_and_short_of_one) {
  auto evidence = toy_evidence();
  for (auto rung = std::size_t{1}; rung < kHighestLevel; ++rung) {
    evidence.weights.rung.at(rung) = {0.15, 0.15, 0.15, FactId{}};
  }
  evidence.weights.half = {1.0, 1.0, 1.0, FactId{}};
  auto const engaged = engagement_index(evidence, day("2025-07-10"), std::nullopt);
  auto const actor = evidence.subjects.actor[kState];
  // Level 7: five rungs whole, and contact half by one meeting, which standing above 0 counts as.
  EXPECT_DOUBLE_EQ(5.0 * 0.15 + 0.5 * 0.15, engaged.index[actor]);
  auto total = 0.0;
  for (auto const share : engaged.share.values) {
    total += share;
  }
  EXPECT_NEAR(1.0, total, 1e-12);
}

TEST(engagement_index, contest_is_nothing_with_one_power_and_a_half_with_two_alike) {
  auto evidence = toy_evidence();
  evidence.weights.rung.at(1) = {0.2, 0.2, 0.2, FactId{}};
  evidence.weights.half = {1.0, 1.0, 1.0, FactId{}};
  auto const actor = evidence.subjects.actor[kState];
  evidence.weights.powers = {actor};
  EXPECT_EQ(0.0, engagement_index(evidence, day("2025-07-10"), std::nullopt).contest);
  evidence.weights.powers = {actor, actor};
  EXPECT_DOUBLE_EQ(0.5, engagement_index(evidence, day("2025-07-10"), std::nullopt).contest);
}
