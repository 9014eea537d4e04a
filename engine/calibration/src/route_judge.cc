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

/// The links of a branch that a case is about: between the first and the last of its places (ends
/// and via nodes) that lie on the branch; all of them where fewer than two do.
std::vector<LinkId> links_between(Network const& network, BranchId branch, Case const& row) {
  auto const path = network.corridors.links[branch];
  auto const nodes = nodes_along(network.links, path);
  auto places = std::vector<std::ptrdiff_t>{};
  auto note = [&](NodeId node) {
    auto const found = std::ranges::find(nodes, node);
    if (found != nodes.end()) {
      places.push_back(found - nodes.begin());
    }
  };
  note(row.from);
  std::ranges::for_each(row.via, note);
  note(row.to);
  if (nodes.size() != path.size() + 1U || places.size() < 2U) {
    return {path.begin(), path.end()};
  }
  auto const [low, high] = std::minmax(places.front(), places.back());
  return {path.begin() + low, path.begin() + high};
}

/// The same haul by ship or by ferry.
bool same_leg(Links const& links, LinkId a, LinkId b) {
  auto const ends = [&](LinkId l) { return std::minmax(links.from[l], links.to[l]); };
  auto const sails = [&](LinkId l) {
    return is_water(links.mode[l]) || links.mode[l] == Mode::kFerry;
  };
  return a == b || (sails(a) && sails(b) && ends(a) == ends(b));
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
  for (auto const link : links_between(network, branch, row)) {
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

/// Most of the way is by modes that the case names.
bool is_by_modes(Network const& network, Case const& row, Route const& route) {
  auto km = 0.0;
  auto by = 0.0;
  for (auto const& leg : route.legs) {
    if (!leg.link.is_none()) {
      km += leg.km;
      by += allows(row.modes, network.links.mode[leg.link]) ? leg.km : 0.0;
    }
  }
  return by >= kBranchPart * km;
}

bool follows_via(Case const& row, Route const& route) {
  auto const missed = row.via.size() - passed_in_order(row.via, nodes_of(route));
  return missed * kViaPerMiss <= row.via.size();
}

bool follows(Network const& network, World const& world, Case const& row, Route const& route) {
  if (row.branches.empty()) {
    return is_by_modes(network, row, route) && follows_via(row, route);
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

/// What a forwarder would be told: regime and risk are no price.
double paid(ArcPrice const& price) {
  return price.tariff + price.fee + price.handling;
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
    check.modelled += paid(leg.price) * tonnes_per(row.unit, commodities, row.commodity);
  }
  return check;
}

/// Days and price of the first, the largest, that follows the case.
void look_at(RouteVerdict& verdict,
             Case const& row,
             Route const& route,
             Commodities const& commodities) {
  if (!verdict.found) {
    verdict.found = true;
    verdict.days = check_days(row, route);
    verdict.cost = check_cost(row, route, commodities);
  }
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
  auto const& region = *model.region;
  auto const& route_case = region.route_cases.rows[row];
  auto verdict = RouteVerdict{};
  verdict.row = row;
  verdict.counted = route_case.judge != Judge::kNotCounted;
  auto question = RouteQuestion{route_case.from, route_case.to, route_case.commodity};
  question.by_corridors = true;
  for (auto const& route : rival_routes(model, future, question, settings)) {
    if (follows(region.network, future.world, route_case, route)) {
      look_at(verdict, route_case, route, region.commodities);
      verdict.share += route.share;
    } else {
      verdict.largest_other = std::max(verdict.largest_other, route.share);
    }
  }
  return verdict;
}

Future future_of(Model const& model, Date date, LogitSettings const& settings) {
  // Growth begins with the base year: earlier years are routed at its demand.
  auto const year = std::max(date.year(), model.region->base_year);
  auto world = world_on(world_inputs(model), date, {});
  return solve_year(model, std::move(world), year, "baseline", model.base, settings);
}

}  // namespace chorsu
