#include <limits>
#include <numeric>

#include "path_tree.h"
#include "traffic_graph.h"

namespace chorsu {

namespace {

constexpr auto kShut = std::numeric_limits<double>::infinity();

bool is_shut(TrafficNetwork::Links const& links, TrafficLinkId l) {
  return links.open[l] == 0U || (links.capacity[l] <= 0.0 && links.power[l] != 0.0 &&
                                 links.free_flow_time[l] * links.b[l] != 0.0);
}

}  // namespace

LinkCost link_cost(TrafficNetwork::Links const& links, TrafficLinkId l, EquilibriumGoal goal) {
  auto cost = LinkCost{};
  if (is_shut(links, l)) {
    cost.constant = kShut;
    return cost;
  }
  cost.constant = links.free_flow_time[l];
  auto const power = links.power[l];
  auto const factor = links.free_flow_time[l] * links.b[l];
  if (factor == 0.0) {
    return cost;
  }
  if (power == 0.0) {
    cost.constant += factor;
    return cost;
  }
  cost.factor = goal == EquilibriumGoal::kSystem ? factor * (power + 1.0) : factor;
  cost.scale = 1.0 / links.capacity[l];
  cost.power = power;
  cost.shape = power == 4.0   ? LinkShape::kQuartic
               : power == 1.0 ? LinkShape::kLinear
                              : LinkShape::kPower;
  return cost;
}

StatedGraph network_graph(TrafficProblem const& p, EquilibriumGoal goal) {
  auto const& links = p.network.links;
  auto g = StatedGraph{};
  for (auto const l : links.from.ids()) {
    g.tail.push_back(links.from[l].value);
    g.head.push_back(links.to[l].value);
    g.cost.push_back(link_cost(links, l, goal));
  }
  g.through = p.network.nodes.through.values;
  g.extra = {p.classes.size(), g.links()};
  for (auto const k : p.classes.ids()) {
    for (auto const l : links.from.ids()) {
      g.extra(k, l) =
          p.classes[k].toll_weight * links.toll[l] + p.classes[k].length_weight * links.length[l];
    }
  }
  return g;
}

namespace {

StatedOrigin origin_of(TrafficProblem const& p, TrafficClassId k, TrafficZoneId zone) {
  auto const& c = p.classes[k];
  auto const& centroid = p.network.zones.centroid;
  auto origin = StatedOrigin{k, zone, centroid[zone].value, {}};
  origin.destinations.reserve(c.trips[zone].size());
  for (auto trip = c.trips.first[zone.value]; trip < c.trips.first[zone.value + 1U]; ++trip) {
    auto const& x = c.trips.values[trip];
    if (x.destination != zone && x.vehicles > 0.0) {
      origin.destinations.push_back(
          {centroid[x.destination].value, x.vehicles * c.car_units, trip, Folding::kNone});
    }
  }
  return origin;
}

}  // namespace

StatedTraffic state_traffic(TrafficProblem const& p, EquilibriumGoal goal) {
  auto t = StatedTraffic{};
  t.graph = network_graph(p, goal);
  for (auto const k : p.classes.ids()) {
    for (auto const zone : p.network.zones.centroid.ids()) {
      auto origin = origin_of(p, k, zone);
      if (!origin.destinations.empty()) {
        t.origins.push_back(std::move(origin));
      }
    }
  }
  add_excess_links(p, t);
  return t;
}

StatedStar star_of(StatedGraph const& g) {
  auto star = StatedStar{};
  star.first.assign(g.nodes() + 1U, 0U);
  for (auto const v : g.tail) {
    ++star.first[v + 1U];
  }
  std::partial_sum(star.first.begin(), star.first.end(), star.first.begin());
  star.links.resize(g.links());
  star.stated.resize(g.links());
  auto next = star.first;
  for (auto l = 0U; l < g.links(); ++l) {
    auto const i = next[g.tail[l]]++;
    star.links[i] = {0.0, g.tail[l], g.head[l]};
    star.stated[i] = l;
  }
  return star;
}

void set_prices(StatedStar& star,
                StatedGraph const& g,
                TrafficClassId which,
                std::vector<double> const& time) {
  for (auto i = std::size_t{0}; i < star.links.size(); ++i) {
    auto const l = star.stated[i];
    star.links[i].cost = time[l] + g.extra(which, TrafficLinkId{l});
  }
  star.usual_cost = usual_cost(star.links);
}

}  // namespace chorsu
