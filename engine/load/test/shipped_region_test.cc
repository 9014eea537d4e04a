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
