#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "toy_world.h"

#include "chorsu/world/world.h"

using namespace chorsu;
using namespace chorsu::toy;
using testing::ElementsAre;

namespace {

using enum EffectOperator;

/// A line of capacity 1000 whose projects open by levers.
struct Line {
  ToyWorld w;
  LinkId link;
  std::vector<Lever> levers;
  Line() : link{w.road(w.a, w.b)} {}

  ProjectId project(std::vector<Effect> effects) {
    return w.project({.effects = std::move(effects)});
  }
  void open(ProjectId id, char const* date = "2031-01-01") {
    levers.push_back(on_projects(LeverKind::kOpen, date, {id}));
  }
  double capacity(char const* date) const {
    return w.capacity(FacilityKind::kLink, link, date, levers);
  }
};

}  // namespace

TEST(effect, is_in_force_from_the_opening_of_its_project) {
  auto net = Line{};
  net.open(net.project({capacity_effect(net.link, kSet, 5000.0)}), "2031-06-01");
  EXPECT_EQ(1000.0, net.capacity("2031-05-31"));
  EXPECT_EQ(5000.0, net.capacity("2031-06-01"));
}

TEST(effect, of_several_settings_of_a_project_the_latest_holds) {
  auto net = Line{};
  net.open(net.project({years_after_opening(capacity_effect(net.link, kSet, 1500.0), 6),
                        capacity_effect(net.link, kSet, 1800.0)}));
  EXPECT_EQ(1800.0, net.capacity("2036-12-31"));
  EXPECT_EQ(1500.0, net.capacity("2037-01-01"));  // smaller, and later
}

TEST(effect, between_projects_the_largest_setting_holds) {
  auto net = Line{};
  auto const small = net.project({capacity_effect(net.link, kSet, 2000.0)});
  auto const large = net.project({capacity_effect(net.link, kSet, 3000.0)});
  net.open(large, "2030");
  net.open(small, "2032");
  EXPECT_EQ(3000.0, net.capacity("2032"));
}

TEST(effect, a_setting_may_be_below_what_was_there) {
  auto net = Line{};
  net.open(net.project({capacity_effect(net.link, kSet, 600.0)}));
  EXPECT_EQ(600.0, net.capacity("2031"));
}

TEST(effect, settings_come_first_then_factors_then_additions) {
  auto net = Line{};
  net.open(net.project({capacity_effect(net.link, kAdd, 7.0),
                        capacity_effect(net.link, kMultiply, 1.5),
                        capacity_effect(net.link, kSet, 2000.0)}));
  net.open(net.project(
      {capacity_effect(net.link, kMultiply, 2.0), capacity_effect(net.link, kAdd, 5.0)}));
  EXPECT_EQ(2000.0 * 1.5 * 2.0 + 7.0 + 5.0, net.capacity("2031"));
}

TEST(effect, a_capacity_lever_comes_after_the_effects) {
  auto net = Line{};
  net.open(net.project({capacity_effect(net.link, kSet, 2000.0)}));
  net.levers.push_back(on_links(LeverKind::kCapacity, "2030", {net.link}));
  net.levers.back().value = 0.5;
  EXPECT_EQ(1000.0, net.capacity("2031"));
}

TEST(effect, counts_years_from_the_opening_to_the_day) {
  auto net = Line{};
  net.open(net.project({years_after_opening(capacity_effect(net.link, kSet, 9000.0), 6)}),
           "2031-08-31");
  EXPECT_EQ(1000.0, net.capacity("2037-08-30"));
  EXPECT_EQ(9000.0, net.capacity("2037-08-31"));
}

TEST(effect, a_leap_day_comes_round_on_the_28th) {
  auto net = Line{};
  net.open(net.project({years_after_opening(capacity_effect(net.link, kSet, 9000.0), 1)}),
           "2032-02-29");
  EXPECT_EQ(1000.0, net.capacity("2033-02-27"));
  EXPECT_EQ(9000.0, net.capacity("2033-02-28"));
}

TEST(effect, a_fixed_date_needs_no_opening) {
  auto net = Line{};
  net.project({from_date(capacity_effect(net.link, kSet, 600.0), "2017-10-30"),
               from_date(capacity_effect(net.link, kSet, 3000.0), "2024-05-20")});
  EXPECT_EQ(1000.0, net.capacity("2017-10-29"));
  EXPECT_EQ(600.0, net.capacity("2024-05-19"));
  EXPECT_EQ(3000.0, net.capacity("2024-05-20"));
}

TEST(effect, starts_with_the_year_of_a_project_that_opens_by_itself) {
  auto w = ToyWorld{};
  auto const line = w.road(w.a, w.b, Status::kUnderConstruction, 2028);
  auto const yard = w.road(w.b, w.c);
  w.project({.own = {line}, .effects = {capacity_effect(yard, kSet, 1800.0)}, .expected = 2028});
  EXPECT_EQ(1000.0, w.capacity(FacilityKind::kLink, yard, "2027-12-31"));
  EXPECT_EQ(1800.0, w.capacity(FacilityKind::kLink, yard, "2028-01-01"));
}

TEST(effect, on_a_crossing_leaves_the_line_alone) {
  auto w = ToyWorld{};
  auto const border = w.road(w.a, w.c);
  w.capacities.crossings.rows.push_back({border, {exactly(400.0), 1.0, 8.0}});
  auto wider = effect(EffectTarget::kCrossing, EffectParameter::kCapacity, kSet, 900.0);
  wider.link = border;
  w.project({.effects = {from_date(wider, "2025-01-01")}});
  EXPECT_EQ(900.0, w.capacity(FacilityKind::kCrossing, border, "2025"));
  EXPECT_EQ(1000.0, w.capacity(FacilityKind::kLink, border, "2025"));
}

TEST(effect, reaches_ports_times_fees_speeds_headways_and_tariffs) {
  auto w = ToyWorld{};
  auto const border = w.road(w.a, w.c);
  auto const ferry = w.link(Mode::kFerry, w.b, w.c);
  w.link(Mode::kSea, w.b, w.c);
  w.capacities.ports.rows.push_back({w.b, {exactly(700.0), 0.7, 5.0}});
  using enum EffectParameter;
  auto port = effect(EffectTarget::kNode, kPortCapacity, kSet, 900.0);
  port.node = w.b;
  auto hours = effect(EffectTarget::kCrossing, kBorderTime, kMultiply, 0.7);
  hours.link = border;
  auto fee = effect(EffectTarget::kCrossing, kBorderCost, kMultiply, 0.6);
  fee.link = border;
  auto speed = effect(EffectTarget::kLink, kSpeed, kMultiply, 1.3);
  speed.link = border;
  auto headway = effect(EffectTarget::kLink, kHeadway, kMultiply, 0.5);
  headway.link = ferry;
  auto tariff = effect(EffectTarget::kStateMode, kTariff, kMultiply, 0.8);
  tariff.state = w.there;
  tariff.mode = Mode::kRail;
  auto const line = w.project({.effects = {port, hours, fee, speed, headway, tariff}});
  auto const levers = std::vector{on_projects(LeverKind::kOpen, "2030", {line})};
  auto const world = w.on("2030", levers);
  EXPECT_EQ(900.0, w.capacity(FacilityKind::kPort, w.b, "2030", levers));
  EXPECT_EQ(0.7, world.border_time_factor[border]);
  EXPECT_EQ(0.6, world.border_fee_factor[border]);
  EXPECT_EQ(1.3, world.speed_factor[border]);
  EXPECT_EQ(0.5, world.headway_factor[ferry]);
  ASSERT_EQ(1U, world.tariffs.size());
  EXPECT_EQ(w.there, world.tariffs[0].state);
  EXPECT_EQ(0.8, world.tariffs[0].factor);
}

TEST(effect, for_some_goods_only_is_flagged_and_changes_nothing_else) {
  auto net = Line{};
  auto for_some = effect(EffectTarget::kStateMode, EffectParameter::kTariff, kMultiply, 0.8);
  for_some.state = net.w.here;
  for_some.mode = Mode::kRail;
  for_some.relation.one_end_in = {TradeCodeId{0}};
  auto later = years_after_opening(for_some, 5);
  auto const join = net.project({capacity_effect(net.link, kSet, 2000.0), for_some, later});
  net.project({for_some});
  net.open(join);
  EXPECT_EQ(3U, conditional_effects(net.w.projects).size());
  EXPECT_THAT(net.w.on("2030", net.levers).conditional, ElementsAre(0, 0, 0));
  EXPECT_THAT(net.w.on("2031", net.levers).conditional, ElementsAre(1, 0, 0));
  EXPECT_THAT(net.w.on("2036", net.levers).conditional, ElementsAre(1, 1, 0));
  EXPECT_TRUE(net.w.on("2036", net.levers).tariffs.empty());
}
