#include <cmath>

#include "gtest/gtest.h"
#include "toy_region.h"

using namespace chorsu;
using namespace chorsu::toy;

namespace {

std::uint8_t is_open(Supernetwork const& s, World const& world, ArcId arc) {
  return open_arcs(s, world)[arc];
}

constexpr auto kBox = FormId{0};

}  // namespace

TEST(user_class, goods_that_see_the_same_prices_share_one) {
  auto r = ToyRegion{};
  auto const s = expand(r.network, r.capacities);
  r.rule(RuleKind::kCrossing, 1.0).relation.no_end_in = {r.code_far};
  r.prices.relations.rows = {{r.code_here, r.code_there, kBoxes, exactly(0.7)}};
  auto classes = UserClasses{};
  auto const of = [&](CommodityId k, TradeCodeId from, TradeCodeId to) {
    return user_class(classes, r.inputs(s), k, from, to);
  };
  auto const dear = of(kBoxes, r.code_here, r.code_there);
  auto const back = of(kBoxes, r.code_there, r.code_here);
  auto const far = of(kBoxes, r.code_here, r.code_far);
  EXPECT_EQ(dear, of(kBoxes, r.code_here, r.code_there));
  EXPECT_NE(dear, back);  // values of time are by direction
  EXPECT_NE(back, far);   // the rule spares what has an end far away
  EXPECT_EQ(far, of(kBoxes, r.code_far, r.code_there));
  EXPECT_NE(of(kGrain, r.code_here, r.code_far), far);
  EXPECT_EQ(0.7, classes.value_of_time[dear]);
  EXPECT_EQ(0.5, classes.value_of_time[back]);
  EXPECT_EQ(4U, classes.commodity.size());
}

TEST(arc_costs, are_infinite_where_goods_are_forbidden) {
  auto r = ToyRegion{};
  auto const rail = r.rail(r.a, r.b, 100.0);
  auto const road = r.road(r.a, r.b, 100.0);
  r.commodities.modes[kBoxes] = 1U << static_cast<unsigned>(Mode::kRail);
  auto const boxes = Goods{r, kBoxes};
  auto const costs = price_arcs(r.inputs(boxes.s), boxes.world, boxes.classes);
  EXPECT_DOUBLE_EQ(6.0, costs.money(boxes.user, boxes.arcs(ArcKind::kHaul, rail)[0]));
  EXPECT_DOUBLE_EQ(2.5, costs.hours(kBox, boxes.arcs(ArcKind::kHaul, rail)[0]));
  EXPECT_EQ(kForbidden, costs.money(boxes.user, boxes.arcs(ArcKind::kHaul, road)[0]));
}

/// Hours are kept by form; what single goods gain or lose in time must not be lost, nor fall to
/// others.
TEST(arc_costs, every_user_class_sees_its_own_price_and_time) {
  for (auto const discount_first : {false, true}) {
    auto r = ToyRegion{};
    auto const road = r.road(r.a, r.c, 8.0);
    r.border(road, FeeUnit::kPerTruck, 100.0, 100.0, 10.0, 20.0);
    auto faster = Effect{};
    faster.parameter = EffectParameter::kBorderTime;
    faster.link = road;
    faster.value = exactly(0.7);
    faster.relation.one_end_in = {r.code_far};
    r.effects = {faster};
    auto goods = discount_first ? Goods{r, kBoxes, r.code_here, r.code_far}
                                : Goods{r, kBoxes, r.code_here, r.code_there};
    auto const inputs = r.inputs(goods.s);
    user_class(
        goods.classes, inputs, kBoxes, r.code_here, discount_first ? r.code_there : r.code_far);
    user_class(goods.classes, inputs, kGrain, r.code_here, r.code_there);
    auto const costs = price_arcs(inputs, goods.world, goods.classes);
    for (auto const user : goods.classes.commodity.ids()) {
      goods.user = user;
      auto const form =
          FormId{static_cast<std::uint8_t>(r.commodities.form[goods.classes.commodity[user]])};
      auto const vot = goods.classes.value_of_time[user];
      for (auto const arc : goods.s.arcs.from.ids()) {
        auto const price = goods.price(arc);
        EXPECT_NEAR(price.money() + vot * price.hours,
                    costs.money(user, arc) + vot * costs.hours(form, arc),
                    1e-12);
      }
    }
  }
}

TEST(open_arcs, a_shut_link_shuts_all_its_arcs) {
  auto r = ToyRegion{};
  auto const border = r.road(r.a, r.c, 8.0);
  auto const inland = r.road(r.a, r.b, 8.0);
  auto boxes = Goods{r, kBoxes};
  boxes.world.open[border] = 0U;
  for (auto const kind : {ArcKind::kHaul, ArcKind::kExit, ArcKind::kEntry}) {
    for (auto const arc : boxes.arcs(kind, border)) {
      EXPECT_EQ(0U, is_open(boxes.s, boxes.world, arc));
    }
  }
  EXPECT_EQ(1U, is_open(boxes.s, boxes.world, boxes.arcs(ArcKind::kHaul, inland)[0]));
}

TEST(open_arcs, a_capacity_of_zero_shuts_what_it_bounds) {
  auto r = ToyRegion{};
  auto const road = r.road(r.a, r.c, 8.0);
  r.rail(r.a, r.b, 8.0);
  r.link(Mode::kSea, r.b, r.c, 100.0);
  r.capacities.crossings.rows.push_back({road, {exactly(0.0), 1.0, 8.0}});
  r.capacities.ports.rows.push_back({r.b, {exactly(0.0), 1.0, 8.0}});
  auto const boxes = Goods{r, kBoxes};
  auto const open = [&](ArcId arc) { return is_open(boxes.s, boxes.world, arc); };
  EXPECT_EQ(0U, open(boxes.arcs(ArcKind::kExit, road)[0]));
  EXPECT_EQ(1U, open(boxes.arcs(ArcKind::kHaul, road)[0]));
  for (auto const arc : boxes.arcs(ArcKind::kLoad)) {
    EXPECT_EQ(boxes.s.arcs.node[arc] == r.b ? 0U : 1U, open(arc));
  }
  for (auto const arc : boxes.arcs(ArcKind::kSailThrough)) {
    EXPECT_EQ(1U, open(arc));  // ships may still pass
  }
}
