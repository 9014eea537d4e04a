#pragma once

#include "toy_year.h"

namespace chorsu::toy {

/// Three states in a row, A - B - C, with a railway through all of them (100, 300 and 60 km), a sea
/// route (1,000 km) and an air route from A to C, and a ferry (200 km) from A to B.
struct ThreeStates : ToyYear {
  StateId a = state("AAA", 0.01);
  StateId b = state("BBB", 0.02);
  StateId c = state("CCC", 0.03);
  StateId d = state("DDD", 0.04);  ///< overseas, its goods land in A
  NodeId at_a = node("a", a);
  NodeId west = node("west", b);
  NodeId east = node("east", b);
  NodeId at_c = node("c", c);
  LinkId into_b = link(Mode::kRail, at_a, west, 100.0);
  LinkId through_b = link(Mode::kRail, west, east, 300.0);
  LinkId into_c = link(Mode::kRail, east, at_c, 60.0);
  LinkId sea = link(Mode::kSea, at_a, at_c, 1000.0);
  LinkId ferry = link(Mode::kFerry, at_a, west, 200.0);
  LinkId air = link(Mode::kAir, at_a, at_c, 900.0);
  ZoneId zone_a = zone(at_a);
  ZoneId zone_west = zone(west);
  ZoneId zone_east = zone(east);
  ZoneId zone_c = zone(at_c);
  ZoneId zone_d = zone(at_a, d, 500.0);
  CorridorId land = corridor("land", {{into_b, through_b, into_c}, {sea}});
  CorridorId water = corridor("water", {{sea}});

  ThreeStates() {
    expand_all();
    lane(zone_a, zone_c);
  }

  LaneId const a_to_c{0};
  std::vector<LinkId> const by_land{into_b, through_b, into_c};
  std::vector<LinkId> const by_sea{sea};
  std::vector<LinkId> const by_ferry{ferry, through_b, into_c};
  std::vector<LinkId> const by_air{air};

  ToyFlow flow(LaneId lane, std::vector<LinkId> const& links, double tonnes, double cost = 0.0) {
    auto const arcs = find_route(lanes.origin[lane], lanes.destination[lane], links);
    return {lane, arcs, tonnes, cost};
  }

  Accounts settled(std::vector<ToyFlow> const& flows) {
    auto const solution = solution_of(*this, flows);
    return settle(inputs(solution));
  }
};

}  // namespace chorsu::toy
