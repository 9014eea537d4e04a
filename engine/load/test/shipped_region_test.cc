#include <algorithm>
#include <cmath>

#include "gtest/gtest.h"

#include "chorsu/access/price_part.h"
#include "chorsu/load/region.h"
#include "chorsu/run/simulate.h"

using namespace chorsu;

namespace {

/// The shipped region and its base year, solved once for all tests of this file.
struct BaseYear {
  LoadedRegion loaded = load_region("data/region");
  std::unique_ptr<Model const> model;
  BaseYear() {
    if (loaded.region != nullptr) {
      model = prepare(*loaded.region, LogitSettings{});
    }
  }
};

BaseYear const& base_year() {
  static auto const base = BaseYear{};
  return base;
}

double share_of_capacity(Model const& model, FacilityId f) {
  auto const capacity = model.base_world.capacity[f];
  return capacity > 0.0 ? model.base.flow[f] / capacity : 0.0;
}

LogitSolution solve_with(Model const& model, World const& world) {
  auto const costs = price_arcs(cost_inputs(model), world, model.demand.classes);
  auto const open = open_arcs(model.supernetwork, world);
  auto const& tonnes = model.demand.lanes.tonnes;
  return solve_from(model.base,
                    {model.supernetwork,
                     costs,
                     open,
                     world.capacity,
                     model.demand.classes,
                     model.region->commodities,
                     model.demand.lanes,
                     tonnes,
                     model.pivot},
                    LogitSettings{});
}

}  // namespace

TEST(shipped_region, base_year_is_in_equilibrium_within_capacity) {
  ASSERT_NE(nullptr, base_year().model);
  auto const& c = base_year().model->base.convergence;
  EXPECT_TRUE(c.converged);
  EXPECT_LE(c.residual, 1e-6);
  EXPECT_LE(c.violation, 1e-4);
  EXPECT_EQ(0.0, c.unserved);
}

TEST(shipped_region, congestion_is_real_in_the_base_year) {
  ASSERT_NE(nullptr, base_year().model);
  auto const& model = *base_year().model;
  auto const& facilities = model.supernetwork.facilities;
  auto full = 0;
  for (auto const f : facilities.kind.ids()) {
    auto const road_or_rail =
        facilities.kind[f] == FacilityKind::kLink || facilities.kind[f] == FacilityKind::kCrossing;
    full += road_or_rail && share_of_capacity(model, f) > 0.8 ? 1 : 0;
  }
  EXPECT_GE(full, 10);
}

TEST(shipped_region, doubling_the_scarcest_capacity_draws_routes_to_it) {
  ASSERT_NE(nullptr, base_year().model);
  auto const& model = *base_year().model;
  auto const& prices = model.base.scarcity.values;
  auto const scarcest = FacilityId{
      static_cast<std::uint16_t>(std::max_element(prices.begin(), prices.end()) - prices.begin())};
  auto wider = model.base_world;
  wider.capacity[scarcest] *= 2.0;
  auto const before = solve_with(model, model.base_world);
  auto const after = solve_with(model, wider);
  ASSERT_TRUE(after.convergence.converged);
  EXPECT_GT(after.flow[scarcest], 1.01 * before.flow[scarcest]);
  EXPECT_LT(after.scarcity[scarcest], before.scarcity[scarcest]);
}

TEST(shipped_region, demand_keeps_state_totals_inside_their_known_ranges) {
  ASSERT_NE(nullptr, base_year().model);
  auto const& model = *base_year().model;
  auto const& zones = model.region->network.zones;
  for (auto const& row : model.region->trade.totals.rows) {
    auto total = 0.0;
    for (auto const lane : model.demand.lanes.tonnes.ids()) {
      auto const from = zones.state[model.demand.lanes.origin[lane]];
      auto const to = zones.state[model.demand.lanes.destination[lane]];
      total += from != to && (from == row.state || to == row.state)
                   ? model.demand.lanes.tonnes[lane]
                   : 0.0;
    }
    EXPECT_GE(total, row.tonnes.low * (1.0 - 1e-6)) << model.region->network.states.id[row.state];
    EXPECT_LE(total, row.tonnes.high * (1.0 + 1e-6)) << model.region->network.states.id[row.state];
  }
}

TEST(shipped_region, the_rows_behind_a_price_add_up_to_it_on_every_arc) {
  auto const& model = *base_year().model;
  auto const inputs = cost_inputs(model);
  auto const rows = price_lookup(inputs);
  auto const& classes = model.demand.classes;
  auto priced = std::size_t{0};
  for (auto const user : classes.commodity.ids()) {
    for (auto const arc : model.supernetwork.arcs.kind.ids()) {
      auto const price = price_arc(inputs, rows, model.base_world, classes, user, arc);
      auto const explained = explain_arc(inputs, rows, model.base_world, classes, user, arc);
      auto money = 0.0;
      auto hours = 0.0;
      for (auto const& part : explained.parts) {
        (part.charge == Charge::kHours ? hours : money) += part.contribution;
        ASSERT_FALSE(part.fact.is_none()) << part.column;
      }
      ASSERT_NEAR(price.money(), money, 1e-9 * std::max(1.0, price.money()));
      ASSERT_NEAR(price.hours, hours, 1e-9 * std::max(1.0, price.hours));
      priced += price.allowed && money > 0.0 ? 1U : 0U;
    }
  }
  EXPECT_GT(priced, 1000U);
}

/// The calibration's year stands as it was observed: with and without the rules on levels,
/// listings and sanctions its costs are the same to the bit, and so is all that follows from them.
TEST(shipped_region, level_rules_leave_the_base_year_as_it_was) {
  auto const& model = *base_year().model;
  ASSERT_FALSE(model.region->level_rules.rows.empty());
  auto inputs = world_inputs(model);
  inputs.level_rules = nullptr;
  auto const plain = world_on(inputs, base_day(*model.region), {});
  EXPECT_EQ(plain.causes.size(), model.base_world.causes.size());
  EXPECT_TRUE(model.base_world.bars.empty());
  auto const with = price_arcs(cost_inputs(model), model.base_world, model.demand.classes);
  auto const without = price_arcs(cost_inputs(model), plain, model.demand.classes);
  for (auto const user : model.demand.classes.commodity.ids()) {
    for (auto const arc : model.supernetwork.arcs.kind.ids()) {
      ASSERT_EQ(without.money(user, arc), with.money(user, arc));
    }
  }
  for (auto const form : {FormId{0}, FormId{1}}) {
    for (auto const arc : model.supernetwork.arcs.kind.ids()) {
      ASSERT_EQ(without.hours(form, arc), with.hours(form, arc));
    }
  }
}

namespace {

/// Money and hours of the goods on every border arc of the actor, in a world with one lever.
std::vector<double> border_costs(Model const& model, ActorId actor, Lever lever) {
  lever.kind = LeverKind::kStance;
  lever.actor = actor;
  auto const& region = *model.region;
  auto const world = world_on(world_inputs(model), base_day(region), {lever});
  auto const inputs = cost_inputs(model);
  auto const rows = price_lookup(inputs);
  auto const& classes = model.demand.classes;
  auto const links = borders_between(
      region.network, region.evidence.actors, actor, region.level_rules.rows.front().towards);
  auto costs = std::vector<double>{};
  for (auto const arc : model.supernetwork.arcs.kind.ids()) {
    auto const kind = model.supernetwork.arcs.kind[arc];
    auto const is_here = (kind == ArcKind::kExit || kind == ArcKind::kEntry) &&
                         std::ranges::find(links, model.supernetwork.arcs.link[arc]) != links.end();
    for (auto const user : classes.commodity.ids()) {
      if (is_here) {
        auto const price = price_arc(inputs, rows, world, classes, user, arc);
        costs.push_back(price.allowed ? price.money() : kForbidden);
        costs.push_back(price.allowed ? price.hours : kForbidden);
      }
    }
  }
  return costs;
}

void expect_none_higher(std::vector<double> const& a, std::vector<double> const& b) {
  ASSERT_EQ(a.size(), b.size());
  for (auto i = std::size_t{0}; i < a.size(); ++i) {
    ASSERT_LE(a[i], b[i] * (1.0 + 1e-14));
  }
}

}  // namespace

/// Laws of the shipped rules, at every Afghan border and for all goods: a higher level never costs
/// more, a listing or a sanction never less.
TEST(shipped_region, levels_never_cost_and_listings_never_save) {
  auto const& model = *base_year().model;
  auto const& actors = model.region->evidence.actors;
  auto neighbours = 0;
  for (auto const actor : actors.id.ids()) {
    auto const at = [&](StandingMeasure measure, double value) {
      auto lever = Lever{};
      lever.measure = measure;
      lever.value = value;
      return border_costs(model, actor, lever);
    };
    auto below = at(StandingMeasure::kLevel, 0.0);
    neighbours += below.empty() ? 0 : 1;
    for (auto level = 1; level <= kHighestLevel && !below.empty(); ++level) {
      auto const above = at(StandingMeasure::kLevel, level);
      expect_none_higher(above, below);
      below = above;
    }
    for (auto const measure : {StandingMeasure::kListing, StandingMeasure::kSanction}) {
      expect_none_higher(at(measure, 0.0), at(measure, 1.0));
    }
  }
  EXPECT_EQ(6, neighbours);  // China by a planned road
}
