#include <array>

#include "drawing.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

#include "chorsu/network/supernetwork.h"

using namespace chorsu;
using namespace chorsu::drawing;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

/// Two stations of one state, joined by a railway and a road.
struct OneState {
  Drawing d;
  NodeId a, b;
  LinkId rail, road;
  OneState() {
    auto const uzb = d.state("UZB");
    a = d.node("navoi", uzb);
    b = d.node("termez", uzb);
    rail = d.rail(a, b, 1520U, 500.0);
    road = d.road(a, b, 550.0);
  }
};

/// A railway over the border between two states.
struct Border {
  Drawing d;
  StateId uzb, afg;
  NodeId galaba, hairatan;
  LinkId bridge;
  Border() {
    uzb = d.state("UZB");
    afg = d.state("AFG");
    galaba = d.node("galaba", uzb);
    hairatan = d.node("hairatan", afg);
    bridge = d.rail(galaba, hairatan, 1520U, 8.0);
    d.default_capacity("line", 1e7);
    d.crossing_capacity(bridge, 4.6e6);
  }
};

}  // namespace

TEST(expand, a_link_inside_a_state_is_one_haul_each_way) {
  auto const net = OneState{};
  auto const s = net.d.expanded();
  for (auto const reversed : {false, true}) {
    auto const arcs = arcs_of_link(s, net.rail, reversed);
    ASSERT_THAT(arcs, SizeIs(1));
    auto const arc = arcs.front();
    EXPECT_EQ(ArcKind::kHaul, s.arcs.kind[arc]);
    EXPECT_EQ(Carriage::kTrain, s.arcs.carriage[arc]);
    EXPECT_EQ(Km{500.0}, s.arcs.length[arc]);
    EXPECT_EQ(StateId{0}, s.arcs.state[arc]);
    EXPECT_EQ(reversed ? net.b : net.a, s.ports.node[s.arcs.from[arc]]);
    EXPECT_EQ(reversed ? net.a : net.b, s.ports.node[s.arcs.to[arc]]);
    EXPECT_EQ(1520U, s.ports.gauge[s.arcs.from[arc]]);
  }
  EXPECT_EQ(Carriage::kTruck, s.arcs.carriage[arcs_of_link(s, net.road, false).front()]);
}

TEST(expand, rail_and_road_at_a_node_are_joined_both_ways) {
  auto const net = OneState{};
  auto const s = net.d.expanded();
  auto const transfers = arcs_of_kind(s, ArcKind::kRailRoad);
  EXPECT_THAT(transfers, SizeIs(4));  // two nodes, each way
  for (auto const arc : transfers) {
    EXPECT_NE(tail_kind(s, arc), head_kind(s, arc));
    EXPECT_EQ(s.arcs.node[arc], s.ports.node[s.arcs.from[arc]]);
    EXPECT_EQ(s.arcs.node[arc], s.ports.node[s.arcs.to[arc]]);
    EXPECT_TRUE(s.arcs.facility[arc].is_none());
  }
  EXPECT_THAT(arcs_of_kind(s, ArcKind::kGaugeChange), IsEmpty());
}

TEST(expand, two_gauges_at_a_node_get_a_gauge_change_pair) {
  auto d = Drawing{};
  auto const kaz = d.state("KAZ");
  auto const dostyk = d.node("dostyk", kaz);
  d.rail(d.node("aktogay", kaz), dostyk, 1520U);
  d.rail(dostyk, d.node("alashankou", d.state("CHN")), 1435U);
  d.default_capacity("gauge-break", 5e6);
  auto const s = d.expanded();

  auto const changes = arcs_of_kind(s, ArcKind::kGaugeChange);
  ASSERT_THAT(changes, SizeIs(2));
  auto const there = changes[0];
  auto const back = changes[1];
  EXPECT_EQ(s.arcs.from[there], s.arcs.to[back]);
  EXPECT_EQ(s.arcs.to[there], s.arcs.from[back]);
  EXPECT_EQ(1520U, s.ports.gauge[s.arcs.from[there]]);
  EXPECT_EQ(1435U, s.ports.gauge[s.arcs.to[there]]);
  EXPECT_EQ(dostyk, s.arcs.node[there]);
  EXPECT_EQ(kaz, s.arcs.state[there]);
  // Each direction has a yard of its own.
  EXPECT_NE(s.arcs.facility[there], s.arcs.facility[back]);
  for (auto const arc : changes) {
    auto const yard = s.arcs.facility[arc];
    EXPECT_EQ(FacilityKind::kGaugeChange, s.facilities.kind[yard]);
    EXPECT_EQ(dostyk, s.facilities.node[yard]);
    EXPECT_EQ(5e6, s.facilities.delay[yard].capacity.value);
  }
}

TEST(expand, a_border_link_is_half_haul_exit_entry_half_haul) {
  auto const net = Border{};
  auto const s = net.d.expanded();
  for (auto const reversed : {false, true}) {
    auto const left = reversed ? net.afg : net.uzb;
    auto const entered = reversed ? net.uzb : net.afg;
    auto const chain = arcs_of_link(s, net.bridge, reversed);
    ASSERT_THAT(chain, SizeIs(4));
    constexpr auto kKinds =
        std::array{ArcKind::kHaul, ArcKind::kExit, ArcKind::kEntry, ArcKind::kHaul};
    for (auto i = 0U; i < 4U; ++i) {
      EXPECT_EQ(kKinds[i], s.arcs.kind[chain[i]]);
      EXPECT_EQ(i < 2U ? left : entered, s.arcs.state[chain[i]]);
      EXPECT_EQ(Km{i == 0U || i == 3U ? 4.0 : 0.0}, s.arcs.length[chain[i]]);
      if (i > 0U) {
        EXPECT_EQ(s.arcs.to[chain[i - 1U]], s.arcs.from[chain[i]]);
        EXPECT_EQ(PortKind::kBorder, tail_kind(s, chain[i]));
        EXPECT_THAT(s.out[s.arcs.from[chain[i]]], SizeIs(1));
      }
    }
    EXPECT_EQ(PortKind::kRail, tail_kind(s, chain.front()));
    EXPECT_EQ(PortKind::kRail, head_kind(s, chain.back()));
  }
}

TEST(expand, a_border_has_one_crossing_facility_a_direction) {
  auto const net = Border{};
  auto const s = net.d.expanded();
  auto const there = arcs_of_link(s, net.bridge, false);
  auto const back = arcs_of_link(s, net.bridge, true);
  for (auto const& chain : {there, back}) {
    auto const line = s.arcs.facility[chain[0]];
    auto const point = s.arcs.facility[chain[1]];
    EXPECT_EQ(line, s.arcs.facility[chain[3]]);
    EXPECT_EQ(point, s.arcs.facility[chain[2]]);
    EXPECT_EQ(FacilityKind::kLink, s.facilities.kind[line]);
    EXPECT_EQ(FacilityKind::kCrossing, s.facilities.kind[point]);
    EXPECT_EQ(1e7, s.facilities.delay[line].capacity.value);
    EXPECT_EQ(4.6e6, s.facilities.delay[point].capacity.value);
  }
  EXPECT_NE(s.arcs.facility[there[1]], s.arcs.facility[back[1]]);
  EXPECT_EQ(4U, s.facilities.kind.size());  // line and point, there and back
}

TEST(expand, a_link_facility_is_one_a_direction) {
  auto net = OneState{};
  net.d.default_capacity("line", 2e6);
  auto const s = net.d.expanded();
  auto const there = s.arcs.facility[arcs_of_link(s, net.rail, false).front()];
  auto const back = s.arcs.facility[arcs_of_link(s, net.rail, true).front()];
  EXPECT_NE(there, back);
  EXPECT_EQ(net.rail, s.facilities.link[there]);
  EXPECT_EQ(0U, s.facilities.reversed[there]);
  EXPECT_EQ(1U, s.facilities.reversed[back]);
  EXPECT_EQ(2e6, s.facilities.delay[back].capacity.value);
}

TEST(expand, without_a_capacity_row_nothing_is_scarce) {
  auto const net = OneState{};
  auto const s = net.d.expanded();
  EXPECT_EQ(0U, s.facilities.kind.size());
  EXPECT_TRUE(s.arcs.facility[arcs_of_link(s, net.rail, false).front()].is_none());
}

TEST(expand, pipelines_and_wires_are_no_arcs_and_planes_fly_between_roads) {
  auto d = Drawing{};
  auto const kabul = d.node("kabul", d.state("AFG"));
  auto const delhi = d.node("delhi", d.state("IND"));
  auto const pipeline = d.link(Mode::kOther, kabul, delhi, 1000.0);
  auto const flight = d.link(Mode::kAir, kabul, delhi, 1010.0);
  auto const s = d.expanded();
  EXPECT_THAT(arcs_of_link(s, pipeline, false), IsEmpty());
  auto const flights = arcs_of_link(s, flight, true);
  ASSERT_THAT(flights, SizeIs(1));  // no border on the way: prices hold from door to door
  EXPECT_EQ(Carriage::kPlane, s.arcs.carriage[flights.front()]);
  EXPECT_EQ(PortKind::kRoad, tail_kind(s, flights.front()));
  EXPECT_EQ(PortKind::kRoad, head_kind(s, flights.front()));
}

TEST(network, a_crossing_is_rail_or_road_between_two_states) {
  auto d = Drawing{};
  auto const a = d.node("a", d.state("AAA"));
  auto const b = d.node("b", d.state("BBB"));
  auto const at_sea = d.node("strait");
  EXPECT_TRUE(is_crossing(d.network, d.rail(a, b, 1520U)));
  EXPECT_TRUE(is_crossing(d.network, d.road(b, a)));
  EXPECT_FALSE(is_crossing(d.network, d.road(a, d.node("c", StateId{0}))));
  EXPECT_FALSE(is_crossing(d.network, d.road(a, at_sea)));
  EXPECT_FALSE(is_crossing(d.network, d.water(Mode::kSea, a, b, BasinId{0})));
  EXPECT_FALSE(is_crossing(d.network, d.water(Mode::kFerry, a, b, BasinId{0})));
  EXPECT_FALSE(is_crossing(d.network, d.link(Mode::kAir, a, b, 1.0)));
}
