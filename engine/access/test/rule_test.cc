#include "gtest/gtest.h"
#include "toy_region.h"

using namespace chorsu;
using namespace chorsu::toy;

namespace {

/// What rules add over all arcs of a link in one direction.
double charged(Goods const& goods, LinkId link, bool reversed = false) {
  auto sum = 0.0;
  for (auto const kind : {ArcKind::kHaul, ArcKind::kExit, ArcKind::kEntry}) {
    for (auto const arc : goods.arcs(kind, link, reversed)) {
      sum += goods.price(arc).access;
    }
  }
  return sum;
}

struct Border {
  ToyRegion r;
  LinkId named, other;
  Border() {
    named = r.road(r.a, r.c, 50.0);
    other = r.road(r.b, r.c, 50.0);
    r.border(named, FeeUnit::kPerTruck, 0.0, 0.0, 1.0, 1.0);
    r.border(other, FeeUnit::kPerTruck, 0.0, 0.0, 1.0, 1.0);
  }
};

/// A port with a railway, a ship and ferries for wagons and trucks; zones at both ends.
struct Harbour {
  ToyRegion r;
  LinkId sea, ferry;
  ZoneId zone;
  Harbour() {
    r.rail(r.a, r.b, 10.0);
    r.rail(r.c, r.node("d", r.there), 10.0);
    sea = r.link(Mode::kSea, r.b, r.c, 470.0);
    ferry = r.link(Mode::kFerry, r.b, r.c, 470.0);
    r.ships(true);
    r.water(Carriage::kWagonFerry, 0.16, 0.0);
    r.water(Carriage::kTruckFerry, 0.06, 17.0);
    zone = r.zone(r.b);
  }
};

}  // namespace

TEST(rule, at_a_crossing_is_charged_once_each_way) {
  auto net = Border{};
  net.r.rule(RuleKind::kCrossing, 125.0).links = {net.named};
  auto const boxes = Goods{net.r, kBoxes};
  EXPECT_EQ(125.0, charged(boxes, net.named));
  EXPECT_EQ(125.0, charged(boxes, net.named, true));
  EXPECT_EQ(125.0, boxes.first(ArcKind::kExit, net.named).money());
  EXPECT_EQ(0.0, charged(boxes, net.other));
}

TEST(rule, on_a_link_is_charged_once_inside_a_state_at_sea_and_over_a_border) {
  auto net = Border{};
  auto const inland = net.r.road(net.r.a, net.r.b, 50.0);
  auto const sea = net.r.link(Mode::kSea, net.r.b, net.r.c, 100.0);
  net.r.ships(true);
  net.r.rule(RuleKind::kLink, 10.0).links = {net.named, inland, sea};
  auto const boxes = Goods{net.r, kBoxes};
  for (auto const link : {net.named, inland, sea}) {
    EXPECT_EQ(10.0, charged(boxes, link));
    EXPECT_EQ(10.0, charged(boxes, link, true));
  }
  EXPECT_EQ(0.0, charged(boxes, net.other));
}

TEST(rule, at_a_node_is_charged_where_goods_change_between_land_and_water) {
  auto net = Harbour{};
  net.r.rule(RuleKind::kNode, 6.0).nodes = {net.r.b};
  auto const boxes = Goods{net.r, kBoxes};
  for (auto const kind : {ArcKind::kLoad, ArcKind::kDischarge}) {
    for (auto const arc : boxes.arcs(kind)) {
      EXPECT_EQ(boxes.s.arcs.node[arc] == net.r.b ? 6.0 : 0.0, boxes.price(arc).access);
    }
  }
  for (auto const kind : {ArcKind::kOrigin, ArcKind::kDestination}) {
    for (auto const arc : boxes.arcs(kind)) {
      EXPECT_EQ(boxes.s.arcs.basin[arc].is_none() ? 0.0 : 6.0, boxes.price(arc).access);
    }
  }
  EXPECT_EQ(0.0, charged(boxes, net.sea));  // ships that sail by
  for (auto const arc : boxes.arcs(ArcKind::kSailThrough)) {
    EXPECT_EQ(0.0, boxes.price(arc).access);
  }
  for (auto const arc : boxes.arcs(ArcKind::kRailRoad)) {
    EXPECT_EQ(0.0, boxes.price(arc).access);
  }
}

TEST(rule, at_a_node_is_charged_on_a_ferry_once_for_each_named_end) {
  auto net = Harbour{};
  auto const all_charges = [&] {
    auto const boxes = Goods{net.r, kBoxes};
    auto result = std::vector<double>{};
    for (auto const arc : boxes.arcs(ArcKind::kHaul, net.ferry)) {
      result.push_back(boxes.price(arc).access);
    }
    return result;
  };
  net.r.rule(RuleKind::kNode, 6.0).nodes = {net.r.b};
  EXPECT_EQ((std::vector{6.0, 6.0}), all_charges());  // on wagons, on trucks
  net.r.prices.rules.rows.front().nodes = {net.r.b, net.r.c};
  EXPECT_EQ((std::vector{12.0, 12.0}), all_charges());
}

TEST(rule, a_tariff_factor_holds_on_the_named_railway) {
  auto r = ToyRegion{};
  auto const named = r.rail(r.a, r.b, 100.0);
  auto const other = r.rail(r.a, r.b, 100.0);
  r.rule(RuleKind::kTariffFactor, 0.6).links = {named};
  auto const boxes = Goods{r, kBoxes};
  EXPECT_DOUBLE_EQ(6.0 * 0.6, boxes.first(ArcKind::kHaul, named).tariff);
  EXPECT_EQ(0.0, boxes.first(ArcKind::kHaul, named).access);
  EXPECT_DOUBLE_EQ(6.0, boxes.first(ArcKind::kHaul, other).tariff);
}

TEST(rule, a_tariff_factor_holds_on_both_halves_of_a_border_link) {
  auto r = ToyRegion{};
  auto const border = r.rail(r.a, r.c, 100.0);
  r.rule(RuleKind::kTariffFactor, 0.5).links = {border};
  auto const grain = Goods{r, kGrain};
  auto const halves = grain.arcs(ArcKind::kHaul, border);
  EXPECT_DOUBLE_EQ(50.0 * 0.04 * 0.5, grain.price(halves[0]).tariff);
  EXPECT_DOUBLE_EQ(50.0 * 0.08 * 0.5, grain.price(halves[1]).tariff);
}

TEST(rule, holds_for_its_commodities_and_ends) {
  auto net = Border{};
  auto& rule = net.r.rule(RuleKind::kCrossing, 125.0);
  rule.links = {net.named};
  rule.commodities = {kBoxes};
  rule.relation.no_end_in = {net.r.code_there};
  auto const charge = [&](CommodityId commodity, TradeCodeId from, TradeCodeId to) {
    return charged(Goods{net.r, commodity, from, to}, net.named);
  };
  EXPECT_EQ(125.0, charge(kBoxes, net.r.code_here, net.r.code_far));
  EXPECT_EQ(0.0, charge(kGrain, net.r.code_here, net.r.code_far));
  EXPECT_EQ(0.0, charge(kBoxes, net.r.code_here, net.r.code_there));
  EXPECT_EQ(0.0, charge(kBoxes, net.r.code_there, net.r.code_far));
}

TEST(rule, holds_from_its_first_day) {
  auto net = Border{};
  auto& rule = net.r.rule(RuleKind::kCrossing, 30.0);
  rule.links = {net.named};
  rule.has_start = true;
  rule.start = Date::parse("2022-02-24").value();
  auto const on = [&](char const* date) {
    return charged(Goods{net.r, kBoxes, net.r.code_here, net.r.code_there, date}, net.named);
  };
  EXPECT_EQ(0.0, on("2022-02-23"));
  EXPECT_EQ(30.0, on("2022-02-24"));
}

TEST(rule, several_at_one_place_add_up) {
  auto net = Border{};
  net.r.rule(RuleKind::kCrossing, 125.0).links = {net.named};
  net.r.rule(RuleKind::kCrossing, 20.0).links = {net.other, net.named};
  EXPECT_EQ(145.0, charged(Goods{net.r, kBoxes}, net.named));
}
