#include "chorsu/report/rivals.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "ranking.h"

namespace chorsu {

namespace {

constexpr auto kRoutes = 5U;
constexpr auto kSmallestShare = 0.01;

struct RouteTonnes {
  std::span<ArcId const> arcs;
  Change tonnes;
};

bool same_arcs(std::span<ArcId const> a, std::span<ArcId const> b) {
  return std::ranges::equal(a, b);
}

/// The routes of a lane in either future with the tonnes they carry.
std::vector<RouteTonnes> routes_of(Comparison const& c, LaneId lane) {
  auto result = std::vector<RouteTonnes>{};
  auto const& before = c.baseline.solution;
  auto const& after = c.with_changes.solution;
  for (auto const& r : before.lane_routes[lane]) {
    result.push_back({before.routes.arcs[r.route], {r.tonnes, 0.0}});
  }
  for (auto const& r : after.lane_routes[lane]) {
    auto const arcs = after.routes.arcs[r.route];
    auto const same = std::find_if(
        result.begin(), result.end(), [&](auto const& row) { return same_arcs(row.arcs, arcs); });
    if (same == result.end()) {
      result.push_back({arcs, {0.0, r.tonnes}});
    } else {
      same->tonnes.scenario += r.tonnes;
    }
  }
  return result;
}

std::vector<Change> tonnes_of(std::vector<RouteTonnes> const& routes) {
  auto result = std::vector<Change>{};
  for (auto const& route : routes) {
    result.push_back(route.tonnes);
  }
  return result;
}

std::vector<Route> rivals_in(Model const& model, Future const& future, LaneId lane) {
  auto const& lanes = model.demand.lanes;
  auto const& zones = model.region->network.zones;
  auto question = RouteQuestion{};
  question.from = zones.node[lanes.origin[lane]];
  question.to = zones.node[lanes.destination[lane]];
  question.commodity = lanes.commodity[lane];
  auto settings = LogitSettings{};
  settings.threads = 1;
  return rival_routes(model, future, question, settings);
}

bool same_way(Route const& a, Route const& b) {
  return std::ranges::equal(a.legs, b.legs, [](Leg const& x, Leg const& y) {
    return x.kind == y.kind && x.link == y.link && x.from == y.from && x.to == y.to;
  });
}

void add(std::vector<RivalRoute>& rows, Route const& route, bool is_baseline) {
  auto const same = std::find_if(
      rows.begin(), rows.end(), [&](auto const& row) { return same_way(row.route, route); });
  auto& row = same == rows.end() ? rows.emplace_back(RivalRoute{route, {}}) : *same;
  (is_baseline ? row.share.baseline : row.share.scenario) += route.share;
}

}  // namespace

double moved_between_routes(std::vector<Change> const& routes) {
  auto gross = 0.0;
  auto net = 0.0;
  for (auto const& tonnes : routes) {
    gross += std::abs(tonnes.difference());
    net += tonnes.difference();
  }
  return 0.5 * (gross - std::abs(net));
}

Rivals rivals(Model const& model, Comparison const& comparison) {
  auto result = Rivals{};
  for (auto const lane : model.demand.lanes.origin.ids()) {
    auto const moved = moved_between_routes(tonnes_of(routes_of(comparison, lane)));
    if (moved > result.moved) {
      result.lane = lane;
      result.moved = moved;
    }
  }
  if (result.moved <= 0.0) {
    return {};
  }
  auto const& before = comparison.baseline;
  auto const& after = comparison.with_changes;
  result.tonnes = {before.solution.tonnes[result.lane], after.solution.tonnes[result.lane]};
  for (auto const& route : rivals_in(model, after, result.lane)) {
    add(result.routes, route, false);
  }
  for (auto const& route : rivals_in(model, before, result.lane)) {
    add(result.routes, route, true);
  }
  auto const larger = [](RivalRoute const& r) {
    return std::max(r.share.baseline, r.share.scenario);
  };
  std::erase_if(result.routes, [&](auto const& r) { return larger(r) < kSmallestShare; });
  sort_falling(result.routes, larger);
  result.routes.resize(std::min<std::size_t>(result.routes.size(), kRoutes));
  return result;
}

std::string crossing_name(Network const& network, LinkId link) {
  auto const& from = network.nodes.name[network.links.from[link]];
  auto const& to = network.nodes.name[network.links.to[link]];
  return fmt::format("{} - {}", from, to);
}

std::string way_of(Network const& network, Route const& route) {
  auto stops = std::vector<std::string>{};
  for (auto const& leg : route.legs) {
    auto name = std::string{};
    if (leg.kind == ArcKind::kExit || leg.kind == ArcKind::kEntry) {
      name = crossing_name(network, leg.link);
    } else if (leg.kind == ArcKind::kLoad || leg.kind == ArcKind::kDischarge) {
      name = "port of " + network.nodes.name[leg.to];
    }
    if (!name.empty() && (stops.empty() || stops.back() != name)) {
      stops.push_back(std::move(name));
    }
  }
  return stops.empty() ? "without a border" : fmt::format("{}", fmt::join(stops, "; "));
}

}  // namespace chorsu
