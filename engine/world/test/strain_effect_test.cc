#include "chorsu/world/strain_effect.h"

#include "gtest/gtest.h"
#include "toy_world.h"

#include "chorsu/evidence/evidence.h"

using namespace chorsu;
using namespace chorsu::toy;

namespace {

constexpr auto kQuarrel = StrainId{0};

/// A toy world with one strain, of which 0.4 is there from 2022 on and was in the prices of 2024.
struct Quarrel {
  ToyWorld w;
  LinkId border;
  Evidence evidence;
  std::vector<StrainEffect> effects;

  Quarrel() {
    border = w.road(w.b, w.c);
    evidence.strains.id.push_back("quarrel");
    evidence.strains.name.push_back("Quarrel");
    evidence.strains.is_belief.push_back(0U);
    evidence.strains.subjects.push_back({});
    evidence.strains.reference.push_back(day("2024-07-01"));
    evidence.strains.fact.push_back(FactId{});
    evidence.subjects.id.push_back("somebody");
    evidence.subjects.kind.push_back("body");
    evidence.subjects.belongs_to.push_back({});
    auto& drivers = evidence.strain_drivers;
    drivers.id.push_back("D");
    drivers.strain.push_back(kQuarrel);
    drivers.kind.push_back(DriverKind::kPeriod);
    drivers.subject.push_back(SubjectId{0});
    drivers.at.push_back(SubjectId::none());
    drivers.from.push_back(day("2022-01-01"));
    drivers.until.push_back(std::nullopt);
    drivers.fade.push_back(std::nullopt);
    drivers.weight.push_back(exactly(0.4));
    drivers.strength.push_back(1.0);
    drivers.fact.push_back(FactId{});
  }

  void does(EffectParameter parameter, double value) {
    effects.push_back({.id = "E",
                       .strain = kQuarrel,
                       .parameter = parameter,
                       .links = {border},
                       .states = {},
                       .value = exactly(value)});
  }

  World on(char const* date, std::vector<Lever> const& levers = {}) const {
    auto const expanded = w.supernetwork();
    return world_on({w.network, w.projects, expanded, w.events, w.rules, &evidence, &effects},
                    day(date),
                    levers);
  }
};

Lever set_to(double index, char const* date) {
  auto lever = toy::lever(LeverKind::kStrain, date);
  lever.strains.push_back({.strain = kQuarrel, .driver = DriverId::none(), .value = index});
  return lever;
}

}  // namespace

TEST(strain_effect, what_the_prices_hold_changes_nothing) {
  auto q = Quarrel{};
  q.does(EffectParameter::kBorderTime, 0.5);
  auto const world = q.on("2025-01-01");
  EXPECT_EQ(1.0, world.border_time_factor[q.border]);
  EXPECT_TRUE(world.causes.empty());
}

TEST(strain_effect, is_of_the_index_beyond_that_of_the_reference_day) {
  auto q = Quarrel{};
  q.does(EffectParameter::kBorderTime, 0.5);
  EXPECT_DOUBLE_EQ(1.0 - 0.5 * 0.4, q.on("2021-06-01").border_time_factor[q.border]);
  auto const levers = std::vector{set_to(1.0, "2025-01-01")};
  EXPECT_DOUBLE_EQ(1.0 + 0.5 * 0.6, q.on("2025-01-01", levers).border_time_factor[q.border]);
  EXPECT_EQ(1.0, q.on("2024-12-31", levers).border_time_factor[q.border]);  // not due yet
}

TEST(strain_effect, names_the_row_behind_a_factor) {
  auto q = Quarrel{};
  q.does(EffectParameter::kBorderCost, 1.0);
  auto const world = q.on("2025-01-01", {set_to(1.4, "2025-01-01")});
  ASSERT_EQ(1U, world.causes.size());
  EXPECT_EQ(q.border, world.causes[0].link);
  EXPECT_DOUBLE_EQ(2.0, world.causes[0].value);
  EXPECT_EQ(world.border_fee_factor[q.border], world.causes[0].value);
}

TEST(strain_effect, a_factor_stays_above_nothing) {
  auto q = Quarrel{};
  q.does(EffectParameter::kSpeed, -1.0);
  EXPECT_LT(0.0, q.on("2025-01-01", {set_to(100.0, "2025-01-01")}).speed_factor[q.border]);
}

TEST(strain_effect, a_gate_shuts_from_its_threshold_on_and_opens_below) {
  auto q = Quarrel{};
  q.does(EffectParameter::kOpen, 0.4);
  EXPECT_FALSE(q.on("2025-01-01").open[q.border]);
  EXPECT_TRUE(q.on("2025-01-01", {set_to(0.39, "2025-01-01")}).open[q.border]);
  EXPECT_TRUE(q.on("2021-12-31").open[q.border]);
}

TEST(strain_effect, a_gate_opens_what_is_shut_but_not_what_is_not_built) {
  auto q = Quarrel{};
  q.does(EffectParameter::kOpen, 0.9);
  auto& status = q.w.network.links.status[q.border];
  status = Status::kSuspended;
  EXPECT_TRUE(q.on("2025-01-01").open[q.border]);
  status = Status::kPlanned;
  EXPECT_FALSE(q.on("2025-01-01").open[q.border]);
}

TEST(strain_effect, a_lever_on_the_link_overrides_the_gate) {
  auto q = Quarrel{};
  q.does(EffectParameter::kOpen, 0.4);
  auto const open = on_links(LeverKind::kOpen, "2025-01-01", {q.border});
  EXPECT_TRUE(q.on("2025-01-01", {open}).open[q.border]);
}

TEST(strain_effect, no_effects_no_strains_no_change) {
  auto q = Quarrel{};
  EXPECT_EQ(1U, q.on("2025-01-01").strains.size());
  EXPECT_EQ(0U, q.w.on("2025-01-01").strains.size());
}
