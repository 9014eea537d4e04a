#include "route_legs.h"

#include <iterator>

namespace chorsu::cli {

namespace {

bool is_border(Leg const& leg) {
  return leg.kind == ArcKind::kExit || leg.kind == ArcKind::kEntry;
}

std::string kind_of(Leg const& leg) {
  switch (leg.kind) {
    case ArcKind::kHaul:
      return "haul";
    case ArcKind::kExit:
    case ArcKind::kEntry:
      return "border";
    case ArcKind::kLoad:
    case ArcKind::kOrigin:
      return "load";
    case ArcKind::kDischarge:
    case ArcKind::kDestination:
      return "unload";
    case ArcKind::kGaugeChange:
      return "gauge_change";
    case ArcKind::kRailRoad:
      return "transship";
    case ArcKind::kSailThrough:
      break;
  }
  return "pass";
}

void add(RouteLeg& sum, Leg const& leg) {
  sum.km += leg.km;
  sum.cost += leg.cost();
  sum.money += leg.price.money();
  sum.hours += leg.hours;
}

void add(RouteLeg& sum, RouteLeg const& leg) {
  sum.to = leg.to;
  sum.link = leg.link;
  sum.km += leg.km;
  sum.cost += leg.cost;
  sum.money += leg.money;
  sum.hours += leg.hours;
}

using LegIterator = std::vector<Leg>::const_iterator;

/// End of the arcs of one link that begin at `first`; of one arc where it belongs to no link.
LegIterator end_of_link(LegIterator first, LegIterator last) {
  auto const link = first->link;
  auto end = std::next(first);
  while (!link.is_none() && end != last && end->link == link) {
    ++end;
  }
  return end;
}

/// A haul, and a border leg after it where the link crosses one.
void add_link(Network const& network,
              LegIterator first,
              LegIterator last,
              std::vector<RouteLeg>& into) {
  auto haul = RouteLeg{};
  haul.from = first->from;
  haul.to = std::prev(last)->to;
  haul.link = first->link;
  haul.kind = kind_of(*first);
  haul.mode = haul.link.is_none() ? "" : to_string(network.links.mode[haul.link]);
  auto border = haul;
  border.kind = "border";
  auto crosses = false;
  for (auto leg = first; leg != last; ++leg) {
    crosses = crosses || is_border(*leg);
    add(is_border(*leg) ? border : haul, *leg);
  }
  into.push_back(haul);
  if (crosses) {
    into.push_back(border);
  }
}

bool is_nothing(RouteLeg const& leg) {
  return leg.kind != "haul" && leg.kind != "border" && leg.km == 0.0 && leg.cost == 0.0 &&
         leg.hours == 0.0;
}

}  // namespace

std::vector<RouteLeg> legs_of(Network const& network, Route const& route) {
  auto legs = std::vector<RouteLeg>{};
  for (auto at = route.legs.begin(); at != route.legs.end();) {
    auto const end = end_of_link(at, route.legs.end());
    add_link(network, at, end, legs);
    at = end;
  }
  std::erase_if(legs, is_nothing);
  return legs;
}

std::vector<RouteLeg> stretches_of(std::vector<RouteLeg> const& legs) {
  auto stretches = std::vector<RouteLeg>{};
  for (auto const& leg : legs) {
    auto const goes_on = !stretches.empty() && leg.kind == "haul" &&
                         stretches.back().kind == "haul" && stretches.back().mode == leg.mode;
    if (goes_on) {
      add(stretches.back(), leg);
    } else {
      stretches.push_back(leg);
    }
  }
  return stretches;
}

}  // namespace chorsu::cli
