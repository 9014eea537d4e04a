#include <map>
#include <set>
#include <utility>

#include "drawing.h"
#include "gtest/gtest.h"
#include "rapidcheck/gtest.h"

#include "chorsu/network/supernetwork.h"

using namespace chorsu;
using namespace chorsu::drawing;

namespace {

NodeId any_node(Drawing const& d) {
  return NodeId{
      *rc::gen::inRange<std::uint32_t>(0U, static_cast<std::uint32_t>(d.network.nodes.id.size()))};
}

NodeId other_node(Drawing const& d, NodeId node) {
  auto const count = static_cast<std::uint32_t>(d.network.nodes.id.size());
  return NodeId{(node.value + *rc::gen::inRange(1U, count)) % count};
}

void add_any_link(Drawing& d) {
  auto const a = any_node(d);
  auto const b = other_node(d, a);
  auto const km = *rc::gen::inRange(1, 1000);
  auto const basin = BasinId{*rc::gen::element<std::uint8_t>(0U, 1U)};
  switch (*rc::gen::inRange(0, 6)) {
    case 0:
      d.rail(a, b, *rc::gen::element<std::uint16_t>(1435U, 1520U), km);
      break;
    case 1:
      d.road(a, b, km);
      break;
    case 2:
      d.water(Mode::kSea, a, b, basin, km);
      break;
    case 3:
      d.water(Mode::kInlandWater, a, b, basin, km);
      break;
    case 4:
      d.ferry(a,
              b,
              *rc::gen::element(FerryCarries::kWagons, FerryCarries::kTrucks, FerryCarries::kBoth));
      break;
    default:
      d.link(Mode::kAir, a, b, km);
      break;
  }
}

/// Any network of up to three states, the sea between them included.
Drawing any_drawing() {
  auto d = Drawing{};
  d.default_capacity("line", 1e6);
  d.default_capacity("gauge-break", 1e6);
  for (auto const* id : {"AAA", "BBB", "CCC"}) {
    d.state(id);
  }
  auto const nodes = *rc::gen::inRange(2, 8);
  for (auto i = 0; i < nodes; ++i) {
    auto const state = *rc::gen::inRange<std::uint16_t>(0U, 3U);
    auto const node = d.node("n" + std::to_string(i), StateId{state});
    if (*rc::gen::arbitrary<bool>()) {
      d.port_capacity(node, 1e6);
    }
  }
  auto const links = *rc::gen::inRange(1, 12);
  for (auto i = 0; i < links; ++i) {
    add_any_link(d);
  }
  for (auto const link : d.network.links.id.ids()) {
    if (is_crossing(d.network, link)) {
      d.crossing_capacity(link, 1e5);
    }
  }
  auto const zones = *rc::gen::inRange(0, 4);
  for (auto i = 0; i < zones; ++i) {
    d.zone(any_node(d));
  }
  return d;
}

}  // namespace

RC_GTEST_PROP(expand, gives_centroids_no_through_traffic, ()) {
  auto const s = any_drawing().expanded();
  for (auto const arc : s.arcs.from.ids()) {
    RC_ASSERT(head_kind(s, arc) != PortKind::kOrigin);
    RC_ASSERT(tail_kind(s, arc) != PortKind::kDestination);
  }
}

RC_GTEST_PROP(expand, lists_every_arc_once_at_the_port_it_leaves, ()) {
  auto const s = any_drawing().expanded();
  auto seen = std::set<ArcId>{};
  for (auto const port : s.ports.node.ids()) {
    for (auto const arc : s.out[port]) {
      RC_ASSERT(s.arcs.from[arc] == port);
      RC_ASSERT(seen.insert(arc).second);
    }
  }
  RC_ASSERT(seen.size() == s.arcs.from.size());
}

RC_GTEST_PROP(expand, keeps_the_length_of_every_link_each_way, ()) {
  auto const d = any_drawing();
  auto const s = d.expanded();
  auto km = std::map<std::pair<LinkId, bool>, double>{};
  for (auto const arc : s.arcs.from.ids()) {
    if (!s.arcs.link[arc].is_none() && s.arcs.carriage[arc] != Carriage::kTruckFerry &&
        s.arcs.carriage[arc] != Carriage::kWagonFerry) {
      km[{s.arcs.link[arc], s.arcs.reversed[arc] != 0U}] += s.arcs.length[arc].value;
    }
  }
  for (auto const link : d.network.links.id.ids()) {
    if (d.network.links.mode[link] == Mode::kFerry) {
      continue;
    }
    for (auto const reversed : {false, true}) {
      RC_ASSERT((km[{link, reversed}] == d.network.links.length[link].value));
    }
  }
}

RC_GTEST_PROP(expand, leaves_a_node_only_on_links, ()) {
  auto const s = any_drawing().expanded();
  for (auto const arc : s.arcs.from.ids()) {
    auto const stays = s.ports.node[s.arcs.from[arc]] == s.ports.node[s.arcs.to[arc]];
    RC_ASSERT(stays || !s.arcs.link[arc].is_none());
    RC_ASSERT(s.arcs.link[arc].is_none() == (s.arcs.carriage[arc] == Carriage::kNone));
  }
}

RC_GTEST_PROP(expand, numbers_facilities_and_link_arcs_the_same_when_zones_are_added, ()) {
  auto d = any_drawing();
  auto const before = d.expanded();
  d.zone(any_node(d));
  auto const after = d.expanded();
  RC_ASSERT(before.facilities.kind.values == after.facilities.kind.values);
  RC_ASSERT(before.facilities.link.values == after.facilities.link.values);
  RC_ASSERT(before.facilities.reversed.values == after.facilities.reversed.values);
  RC_ASSERT(before.facilities.node.values == after.facilities.node.values);
  for (auto const arc : before.arcs.from.ids()) {
    RC_ASSERT(before.arcs.kind[arc] == after.arcs.kind[arc]);
    RC_ASSERT(before.arcs.link[arc] == after.arcs.link[arc]);
    RC_ASSERT(before.arcs.facility[arc] == after.arcs.facility[arc]);
  }
}
