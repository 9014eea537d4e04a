#include "route_legs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace chorsu::cli {
namespace {

using testing::ElementsAre;
using testing::Field;

/// Nodes 0 to 3 in a row, joined by rail links 0 to 2.
Network line() {
  auto network = Network{};
  for (auto i = 0U; i < 3U; ++i) {
    network.links.mode.push_back(Mode::kRail);
  }
  return network;
}

Leg leg(ArcKind kind, LinkId link, unsigned from, unsigned to, double km) {
  auto result = Leg{};
  result.kind = kind;
  result.link = link;
  result.from = NodeId{from};
  result.to = NodeId{to};
  result.km = km;
  result.hours = 1.0;
  result.price.tariff = 2.0;
  result.time_cost = 0.5;
  return result;
}

/// Loaded at 0, by rail to 1, over a border to 2, on to 3, unloaded.
Route over_a_border() {
  auto route = Route{};
  auto const crossing = LinkId{1U};
  route.legs = {
      leg(ArcKind::kOrigin, LinkId::none(), 0U, 0U, 0.0),
      leg(ArcKind::kHaul, LinkId{0U}, 0U, 1U, 10.0),
      leg(ArcKind::kHaul, crossing, 1U, 1U, 4.0),
      leg(ArcKind::kExit, crossing, 1U, 1U, 0.0),
      leg(ArcKind::kEntry, crossing, 1U, 2U, 0.0),
      leg(ArcKind::kHaul, crossing, 2U, 2U, 4.0),
      leg(ArcKind::kHaul, LinkId{2U}, 2U, 3U, 20.0),
      leg(ArcKind::kDestination, LinkId::none(), 3U, 3U, 0.0),
  };
  return route;
}

TEST(RouteLegs, HalvesOfACrossingAreOneHaulAndItsSidesOneBorder) {
  auto const legs = legs_of(line(), over_a_border());
  EXPECT_THAT(legs,
              ElementsAre(Field(&RouteLeg::kind, "load"),
                          Field(&RouteLeg::kind, "haul"),
                          Field(&RouteLeg::kind, "haul"),
                          Field(&RouteLeg::kind, "border"),
                          Field(&RouteLeg::kind, "haul"),
                          Field(&RouteLeg::kind, "unload")));
  auto const& haul = legs[2];
  auto const& border = legs[3];
  EXPECT_EQ(NodeId{1U}, haul.from);
  EXPECT_EQ(NodeId{2U}, haul.to);
  EXPECT_DOUBLE_EQ(8.0, haul.km);
  EXPECT_DOUBLE_EQ(5.0, haul.cost);
  EXPECT_DOUBLE_EQ(4.0, border.money);
  EXPECT_DOUBLE_EQ(2.0, border.hours);
  EXPECT_DOUBLE_EQ(0.0, border.km);
}

TEST(RouteLegs, StretchesRunToTheNextStop) {
  auto const stretches = stretches_of(legs_of(line(), over_a_border()));
  ASSERT_EQ(5U, stretches.size());
  EXPECT_EQ(NodeId{0U}, stretches[1].from);
  EXPECT_EQ(NodeId{2U}, stretches[1].to);
  EXPECT_DOUBLE_EQ(18.0, stretches[1].km);
}

TEST(RouteLegs, TransfersThatCostNothingAreNoLegs) {
  auto route = Route{};
  route.legs = {Leg{.kind = ArcKind::kSailThrough, .price = {}},
                leg(ArcKind::kHaul, LinkId{0U}, 0U, 1U, 10.0)};
  EXPECT_EQ(1U, legs_of(line(), route).size());
}

}  // namespace
}  // namespace chorsu::cli
