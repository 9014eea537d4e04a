#include "chorsu/calibration/route_judge.h"

#include <algorithm>
#include <span>
#include <utility>

namespace chorsu {

namespace {

using Nodes = std::vector<NodeId>;
using Case = RouteCases::Row;

NodeId other_end(Links const& links, LinkId link, NodeId node) {
  return links.from[link] == node ? links.to[link] : links.from[link];
}

bool touches(Links const& links, LinkId link, NodeId node) {
  return links.from[link] == node || links.to[link] == node;
}

/// Nodes along links in order; fewer than links + 1 where they do not hang together.
Nodes nodes_along(Links const& links, std::span<LinkId const> path) {
  auto const first = path.front();
  auto const starts_at_to = path.size() > 1U && touches(links, path[1], links.from[first]);
  auto nodes = Nodes{starts_at_to ? links.to[first] : links.from[first]};
  for (auto const link : path) {
    if (!touches(links, link, nodes.back())) {
      break;
    }
    nodes.push_back(other_end(links, link, nodes.back()));
  }
  return nodes;
}

/// The links of a branch between two nodes; up to its end where a node does not lie on it.
std::vector<LinkId> links_between(Network const& network, BranchId branch, NodeId a, NodeId b) {
  auto const path = network.corridors.links[branch];
  auto const nodes = nodes_along(network.links, path);
  if (nodes.size() != path.size() + 1U) {
    return {path.begin(), path.end()};
  }
  auto const place = [&](NodeId node) { return std::ranges::find(nodes, node) - nodes.begin(); };
  auto const last = static_cast<std::ptrdiff_t>(path.size());
  auto from = place(a);
  auto to = place(b);
  auto const off = static_cast<std::ptrdiff_t>(nodes.size());
  if (from == off && to == off) {
    return {path.begin(), path.end()};
  }
  if (from == off) {
    from = to * 2 > last ? 0 : last;  // the end that lies further from where the route leaves it
  } else if (to == off) {
    to = from * 2 > last ? 0 : last;
  }
  auto const [low, high] = std::minmax(from, to);
  return {path.begin() + low, path.begin() + high};
}

/// The same haul by ship or by ferry.
bool same_leg(Links const& links, LinkId a, LinkId b) {
  auto const ends = [&](LinkId l) { return std::minmax(links.from[l], links.to[l]); };
  return a == b || (is_water(links.mode[a]) && is_water(links.mode[b]) && ends(a) == ends(b));
}

bool uses(Route const& route, Links const& links, LinkId link) {
  return std::ranges::any_of(route.legs, [&](Leg const& leg) {
    return !leg.link.is_none() && leg.km > 0.0 && same_leg(links, leg.link, link);
  });
}

bool follows_branch(Network const& network,
                    World const& world,
                    Case const& row,
                    BranchId branch,
                    Route const& route) {
  auto open = 0.0;
  auto used = 0.0;
  for (auto const link : links_between(network, branch, row.from, row.to)) {
    if (world.open[link] != 0U) {
      auto const km = network.links.length[link].value;
      open += km;
      used += uses(route, network.links, link) ? km : 0.0;
    }
  }
  return open > 0.0 && used >= kBranchPart * open;
}

Nodes nodes_of(Route const& route) {
  auto nodes = Nodes{};
  for (auto const& leg : route.legs) {
    for (auto const node : {leg.from, leg.to}) {
      if (nodes.empty() || nodes.back() != node) {
        nodes.push_back(node);
      }
    }
  }
  return nodes;
}

/// Length of the longest common subsequence.
std::size_t passed_in_order(Nodes const& wanted, Nodes const& nodes) {
  auto best = std::vector<std::size_t>(wanted.size() + 1U, 0U);
  for (auto const node : nodes) {
    for (auto i = wanted.size(); i > 0U; --i) {
      if (wanted[i - 1U] == node) {
        best[i] = std::max(best[i], best[i - 1U] + 1U);
      }
    }
    for (auto i = std::size_t{1}; i <= wanted.size(); ++i) {
      best[i] = std::max(best[i], best[i - 1U]);
    }
  }
  return best.back();
}

bool follows_via(Case const& row, Route const& route) {
  auto const missed = row.via.size() - passed_in_order(row.via, nodes_of(route));
  return missed * kViaPerMiss <= row.via.size();
}

bool follows(Network const& network, World const& world, Case const& row, Route const& route) {
  if (row.branches.empty()) {
    return follows_via(row, route);
  }
  return std::ranges::any_of(row.branches, [&](BranchId branch) {
    return follows_branch(network, world, row, branch, route);
  });
}

/// The legs between two nodes; all where a node is none or not passed.
std::span<Leg const> part_of(Route const& route, NodeId from, NodeId to) {
  auto const all = std::span<Leg const>{route.legs};
  if (from.is_none() || to.is_none()) {
    return all;
  }
  // Leaves one node for another: what happens inside the first does not belong to the part.
  auto const leaves = [&](Leg const& leg) { return leg.from == from && leg.to != from; };
  auto const arrives = [&](Leg const& leg) { return leg.to == to && leg.from != to; };
  auto const first = std::ranges::find_if(all, leaves);
  auto const last = std::find_if(first, all.end(), arrives);
  return last == all.end() ? all : std::span<Leg const>{first, last + 1};
}

double tonnes_per(CaseUnit unit, Commodities const& c, CommodityId commodity) {
  switch (unit) {
    case CaseUnit::kNone:
      return 1.0;
    case CaseUnit::kPerTeu:
      return c.tonnes_per_teu[commodity].value;
    case CaseUnit::kPerFeu:
      return 2.0 * c.tonnes_per_teu[commodity].value;
    case CaseUnit::kPerTruck:
      break;
  }
  return c.tonnes_per_truck[commodity].value;
}

FigureCheck check_days(Case const& row, Route const& route) {
  constexpr auto kHoursADay = 24.0;
  auto check = FigureCheck{.asked = row.days.has_value(), .range = row.days.value_or(Measure{})};
  for (auto const& leg : part_of(route, row.days_from, row.days_to)) {
    check.modelled += leg.hours / kHoursADay;
  }
  return check;
}

FigureCheck check_cost(Case const& row, Route const& route, Commodities const& commodities) {
  auto check = FigureCheck{.asked = row.cost.has_value(), .range = row.cost.value_or(Measure{})};
  for (auto const& leg : part_of(route, row.cost_from, row.cost_to)) {
    check.modelled += leg.price.money() * tonnes_per(row.unit, commodities, row.commodity);
  }
  return check;
}

}  // namespace

bool holds(RouteCases::Row const& row, RouteVerdict const& verdict) {
  return verdict.found && (!row.dominant || verdict.dominates()) && verdict.days.holds() &&
         verdict.cost.holds();
}

RouteVerdict judge(Model const& model,
                   Future const& future,
                   std::size_t row,
                   LogitSettings const& settings) {
  constexpr auto kAllModes = std::uint8_t{0xFF};
  auto const& region = *model.region;
  auto const& route_case = region.route_cases.rows[row];
  auto verdict = RouteVerdict{};
  verdict.row = row;
  verdict.counted = route_case.judge != Judge::kNotCounted;
  auto const routes =
      rival_routes(model,
                   future,
                   {route_case.from, route_case.to, route_case.commodity, kAllModes},
                   settings);
  for (auto const& route : routes) {  // the largest share comes first
    if (!follows(region.network, future.world, route_case, route)) {
      verdict.largest_other = std::max(verdict.largest_other, route.share);
      continue;
    }
    if (!verdict.found) {
      verdict.found = true;
      verdict.days = check_days(route_case, route);
      verdict.cost = check_cost(route_case, route, region.commodities);
    }
    verdict.share += route.share;
  }
  return verdict;
}

Future future_of(Model const& model, Date date, LogitSettings const& settings) {
  auto const& r = *model.region;
  auto const inputs =
      WorldInputs{r.network, r.projects, model.supernetwork, r.events, r.status_rules};
  // Growth begins with the base year: earlier years are routed at its demand.
  auto const year = std::max(date.year(), r.base_year);
  return solve_year(model, world_on(inputs, date, {}), year, "baseline", model.base, settings);
}

}  // namespace chorsu
