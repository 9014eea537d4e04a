#include "drawing.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

#include "chorsu/network/supernetwork.h"

using namespace chorsu;
using namespace chorsu::drawing;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

constexpr auto kCaspian = BasinId{0};
constexpr auto kVolga = BasinId{1};

/// Aktau, with a railway, and Alat on the Caspian, a strait between them that belongs to nobody.
struct Coast {
  Drawing d;
  NodeId aktau, strait, alat;
  Coast() {
    auto const kaz = d.state("KAZ");
    auto const aze = d.state("AZE");
    aktau = d.node("aktau", kaz);
    strait = d.node("strait");
    alat = d.node("alat", aze);
    d.rail(d.node("beyneu", kaz), aktau, 1520U);
    d.road(alat, d.node("baku", aze));
    d.water(Mode::kSea, aktau, strait, kCaspian, 200.0);
    d.water(Mode::kSea, strait, alat, kCaspian, 270.0);
  }
};

std::vector<ArcId> at(Supernetwork const& s, ArcKind kind, NodeId node) {
  return arcs_where(
      s, [&](ArcId arc) { return s.arcs.kind[arc] == kind && s.arcs.node[arc] == node; });
}

}  // namespace

TEST(expand, calling_at_a_port_has_an_arc_for_loading_and_one_for_discharge) {
  auto const net = Coast{};
  auto const s = net.d.expanded();
  auto const loading = at(s, ArcKind::kLoad, net.aktau);
  auto const discharge = at(s, ArcKind::kDischarge, net.aktau);
  ASSERT_THAT(loading, SizeIs(1));
  ASSERT_THAT(discharge, SizeIs(1));
  EXPECT_EQ(PortKind::kRail, tail_kind(s, loading.front()));
  EXPECT_EQ(PortKind::kLeaving, head_kind(s, loading.front()));
  EXPECT_EQ(PortKind::kArriving, tail_kind(s, discharge.front()));
  EXPECT_EQ(PortKind::kRail, head_kind(s, discharge.front()));
  EXPECT_EQ(kCaspian, s.arcs.basin[loading.front()]);
  EXPECT_EQ(StateId{0}, s.arcs.state[loading.front()]);
}

TEST(expand, sailing_by_a_port_or_strait_is_no_call) {
  auto const net = Coast{};
  auto const s = net.d.expanded();
  for (auto const node : {net.aktau, net.strait}) {
    auto const by = at(s, ArcKind::kSailThrough, node);
    ASSERT_THAT(by, SizeIs(1));
    EXPECT_EQ(PortKind::kArriving, tail_kind(s, by.front()));
    EXPECT_EQ(PortKind::kLeaving, head_kind(s, by.front()));
    EXPECT_TRUE(s.arcs.facility[by.front()].is_none());
  }
  EXPECT_THAT(at(s, ArcKind::kLoad, net.strait), IsEmpty());
  EXPECT_THAT(at(s, ArcKind::kDischarge, net.strait), IsEmpty());
}

TEST(expand, a_sea_haul_lies_in_no_state_and_leaves_and_arrives) {
  auto const net = Coast{};
  auto const s = net.d.expanded();
  auto const hauls = arcs_where(s, [&](ArcId a) { return s.arcs.carriage[a] == Carriage::kShip; });
  EXPECT_THAT(hauls, SizeIs(4));
  for (auto const arc : hauls) {
    EXPECT_EQ(ArcKind::kHaul, s.arcs.kind[arc]);
    EXPECT_EQ(PortKind::kLeaving, tail_kind(s, arc));
    EXPECT_EQ(PortKind::kArriving, head_kind(s, arc));
    EXPECT_TRUE(s.arcs.state[arc].is_none());
  }
}

TEST(expand, ships_go_on_between_basins_and_load_for_each_of_them) {
  auto net = Coast{};
  auto const up_river = net.d.node("astrakhan", net.d.state("RUS"));
  net.d.water(Mode::kInlandWater, net.aktau, up_river, kVolga);
  auto const s = net.d.expanded();
  EXPECT_THAT(at(s, ArcKind::kLoad, net.aktau), SizeIs(2));
  EXPECT_THAT(at(s, ArcKind::kDischarge, net.aktau), SizeIs(2));
  EXPECT_THAT(at(s, ArcKind::kSailThrough, net.aktau), SizeIs(4));  // each basin into each
}

TEST(expand, a_port_shares_one_facility_for_all_quays_and_zones) {
  auto net = Coast{};
  net.d.port_capacity(net.aktau, 11e6);
  net.d.road(net.aktau, net.d.node("kuryk", StateId{0}));
  net.d.water(Mode::kSea, net.aktau, net.alat, kVolga);
  net.d.zone(net.aktau);
  net.d.zone(net.aktau);
  auto const s = net.d.expanded();
  ASSERT_EQ(1U, s.facilities.kind.size());
  auto const port = FacilityId{0};
  EXPECT_EQ(FacilityKind::kPort, s.facilities.kind[port]);
  EXPECT_EQ(net.aktau, s.facilities.node[port]);
  auto const users = arcs_where(s, [&](ArcId a) { return s.arcs.facility[a] == port; });
  // Rail and road to two basins, in and out; two zones to two basins, in and out.
  EXPECT_THAT(users, SizeIs(8 + 8));
}

TEST(expand, a_zone_at_a_port_ships_without_a_truck) {
  auto net = Coast{};
  auto const zone = net.d.zone(net.aktau);
  auto const s = net.d.expanded();
  auto const heads = s.out[s.origin[zone]];
  ASSERT_THAT(heads, SizeIs(2));
  EXPECT_EQ(PortKind::kRail, head_kind(s, heads[0]));
  EXPECT_TRUE(s.arcs.basin[heads[0]].is_none());
  EXPECT_EQ(PortKind::kLeaving, head_kind(s, heads[1]));
  EXPECT_EQ(kCaspian, s.arcs.basin[heads[1]]);
}

TEST(expand, ferries_roll_wagons_between_rail_ports_of_equal_gauge) {
  auto d = Drawing{};
  auto const geo = d.state("GEO");
  auto const bgr = d.state("BGR");
  auto const poti = d.node("poti", geo);
  auto const burgas = d.node("burgas", bgr);
  auto const odesa = d.node("odesa", d.state("UKR"));
  d.rail(d.node("senaki", geo), poti, 1520U);
  d.rail(d.node("sofia", bgr), burgas, 1435U);
  d.rail(d.node("kyiv", StateId{2}), odesa, 1520U);
  auto const to_other_gauge = d.ferry(poti, burgas, FerryCarries::kWagons);
  auto const to_same_gauge = d.ferry(poti, odesa, FerryCarries::kWagons);
  auto const s = d.expanded();
  EXPECT_THAT(arcs_of_link(s, to_other_gauge, false), IsEmpty());
  auto const wagons = arcs_of_link(s, to_same_gauge, true);
  ASSERT_THAT(wagons, SizeIs(1));
  EXPECT_EQ(Carriage::kWagonFerry, s.arcs.carriage[wagons.front()]);
  EXPECT_EQ(1520U, s.ports.gauge[s.arcs.from[wagons.front()]]);
  EXPECT_EQ(1520U, s.ports.gauge[s.arcs.to[wagons.front()]]);
  EXPECT_EQ(odesa, s.ports.node[s.arcs.from[wagons.front()]]);
}

TEST(expand, ferries_roll_trucks_between_road_ports_and_share_their_capacity_with_wagons) {
  auto d = Drawing{};
  auto const a = d.node("turkmenbashi", d.state("TKM"));
  auto const b = d.node("alat", d.state("AZE"));
  d.rail(a, d.node("bereket", StateId{0}), 1520U);
  d.rail(b, d.node("baku", StateId{1}), 1520U);
  auto const trucks_only = d.ferry(a, b, FerryCarries::kTrucks);
  auto const both = d.ferry(a, b, FerryCarries::kBoth);
  auto const s = d.expanded();

  auto const trucks = arcs_of_link(s, trucks_only, false);
  ASSERT_THAT(trucks, SizeIs(1));
  EXPECT_EQ(Carriage::kTruckFerry, s.arcs.carriage[trucks.front()]);
  EXPECT_EQ(PortKind::kRoad, tail_kind(s, trucks.front()));
  EXPECT_EQ(PortKind::kRoad, head_kind(s, trucks.front()));

  auto const mixed = arcs_of_link(s, both, false);
  ASSERT_THAT(mixed, SizeIs(2));
  EXPECT_EQ(Carriage::kWagonFerry, s.arcs.carriage[mixed[0]]);
  EXPECT_EQ(Carriage::kTruckFerry, s.arcs.carriage[mixed[1]]);
  EXPECT_EQ(s.arcs.facility[mixed[0]], s.arcs.facility[mixed[1]]);
  EXPECT_NE(s.arcs.facility[mixed[0]], s.arcs.facility[arcs_of_link(s, both, true).front()]);
  // Without a road of its own a ferry port still meets the railway there.
  EXPECT_THAT(at(s, ArcKind::kRailRoad, a), SizeIs(2));
}
