#pragma once

#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "separable_program.h"

#include "chorsu/assignment/equilibrium.h"

namespace chorsu::toy {

constexpr auto kCarUnits = 1000.0;  // in one of a convex programme's

/// An equilibrium as the convex programme of Beckmann, McGuire and Winsten (1956): least sum of
/// integrals of link times (system's goal: time·volume) and what classes pay besides, minus
/// integrals of inverse demand curves, over links' flow by class and origin, their sums, and
/// elastic demand, such that what comes to a node leaves it or has arrived there. In thousands of
/// car units. Every node carries through traffic.
struct ConvexProgram {
  struct ElasticTrip {
    TrafficClassId which;
    std::size_t trip;
    int variable;
  };

  ConvexProgram(TrafficProblem const& problem, EquilibriumGoal sought);

  double volume(SeparableAnswer const& s, TrafficLinkId l) const {
    return kCarUnits * at(s, first_volume, l);
  }

  /// Car units of one class.
  double volume(SeparableAnswer const& s, TrafficClassId which, TrafficLinkId l) const {
    auto sum = 0.0;
    for (auto const& origin : origins) {
      sum += origin.which == which ? at(s, origin.first_flow, l) : 0.0;
    }
    return kCarUnits * sum;
  }

  /// Vehicles.
  double demand(SeparableAnswer const& s, ElasticTrip const& trip) const {
    return kCarUnits * s.x[static_cast<std::size_t>(trip.variable)] /
           p.classes[trip.which].car_units;
  }

  struct Origin {
    TrafficClassId which;
    int first_flow;  ///< variable of the first link's flow
  };

  TrafficProblem const& p;
  EquilibriumGoal goal;
  SeparableProgram program;
  std::vector<Origin> origins;
  std::vector<ElasticTrip> elastic;
  int first_volume{0};  ///< variable of the first link's volume
  double worth{0.0};    ///< integrals of inverse demand curves up to all stated demand

 private:
  static double at(SeparableAnswer const& s, int first, TrafficLinkId l) {
    return s.x[static_cast<std::size_t>(first) + l.value];
  }
  void add_origin(TrafficClassId which, TrafficZoneId zone);
  int add_demand(TrafficClassId which, TrafficZoneId zone, std::size_t trip);
};

/// Integral of a link's time, or its volume times its time, at thousands of car units.
inline Jet link_term(TrafficNetwork::Links const& links,
                     TrafficLinkId l,
                     EquilibriumGoal goal,
                     double volume) {
  auto const power = links.power[l];
  auto const t0 = links.free_flow_time[l];
  auto const x = volume * kCarUnits / links.capacity[l];
  auto const delay = t0 * links.b[l] * std::pow(x, power);
  auto const bend =
      t0 * links.b[l] * power * std::pow(x, power - 1.0) * kCarUnits / links.capacity[l];
  if (goal == EquilibriumGoal::kSystem) {
    return {volume * (t0 + delay), t0 + (power + 1.0) * delay, (power + 1.0) * bend};
  }
  return {volume * (t0 + delay / (power + 1.0)), t0 + delay, bend};
}

/// Minus the integral of the inverse demand curve, of thousands of car units.
inline Jet demand_term(TrafficClass const& c, double stated, double reference, double demand) {
  auto const most = stated * c.car_units / kCarUnits;
  if (c.curve == DemandCurve::kExponential) {
    auto const log = std::log(demand / most);
    return {-demand * (reference + (1.0 - log) / c.slope),
            -reference + log / c.slope,
            1.0 / (c.slope * demand)};
  }
  return {-demand * (reference + (1.0 - 0.5 * demand / most) / c.slope),
          -reference - (1.0 - demand / most) / c.slope,
          1.0 / (c.slope * most)};
}

inline double pays(TrafficProblem const& p, TrafficClassId which, TrafficLinkId l) {
  auto const& c = p.classes[which];
  return c.toll_weight * p.network.links.toll[l] + c.length_weight * p.network.links.length[l];
}

/// Least cost at free flow between two nodes (Bellman 1958).
inline double free_flow_cost(TrafficProblem const& p,
                             TrafficClassId which,
                             TrafficNodeId from,
                             TrafficNodeId to) {
  auto const& links = p.network.links;
  auto label = std::vector<double>(p.network.nodes.through.size(), HUGE_VAL);
  label[from.value] = 0.0;
  for (auto moved = true; moved;) {
    moved = false;
    for (auto const l : links.from.ids()) {
      auto const cost = label[links.from[l].value] + links.free_flow_time[l] + pays(p, which, l);
      if (cost < label[links.to[l].value]) {
        label[links.to[l].value] = cost;
        moved = true;
      }
    }
  }
  return label[to.value];
}

inline ConvexProgram::ConvexProgram(TrafficProblem const& problem, EquilibriumGoal sought)
    : p{problem}, goal{sought} {
  auto const& links = p.network.links;
  for (auto const l : links.from.ids()) {
    auto const v = program.variable(
        [&links, l, sought](double x) { return link_term(links, l, sought, x); }, 10.0);
    first_volume = l.value == 0U ? v : first_volume;
    program.add(program.equation(0.0), v, -1.0);
  }
  for (auto const k : p.classes.ids()) {
    for (auto const zone : p.network.zones.centroid.ids()) {
      add_origin(k, zone);
    }
  }
}

/// Its flows, which add up to volumes in the equations of links, and an equation for every node but
/// its own, which follows from the others.
inline void ConvexProgram::add_origin(TrafficClassId which, TrafficZoneId zone) {
  auto const& links = p.network.links;
  auto const& trips = p.classes[which].trips;
  auto const& centroid = p.network.zones.centroid;
  auto arriving = std::vector<double>(p.network.nodes.through.size());
  auto balance = std::vector<int>(arriving.size());
  for (auto const& trip : trips[zone]) {
    arriving[centroid[trip.destination].value] +=
        p.classes[which].curve == DemandCurve::kFixed
            ? trip.vehicles * p.classes[which].car_units / kCarUnits
            : 0.0;
  }
  for (auto v = std::size_t{0}; v < balance.size(); ++v) {
    balance[v] = v == centroid[zone].value ? -1 : program.equation(arriving[v]);
  }
  auto flow_of = [&](TrafficLinkId l) {
    auto const cost = pays(p, which, l);
    return program.variable([cost](double x) { return Jet{cost * x, cost, 0.0}; }, 0.5);
  };
  for (auto const l : links.from.ids()) {
    auto const x = flow_of(l);
    if (l.value == 0U) {
      origins.push_back({which, x});
    }
    program.add(static_cast<int>(l.value), x, 1.0);
    for (auto const& [node, factor] : {std::pair{links.to[l], 1.0}, {links.from[l], -1.0}}) {
      if (balance[node.value] >= 0) {
        program.add(balance[node.value], x, factor);
      }
    }
  }
  for (auto trip = trips.first[zone.value];
       trip < trips.first[zone.value + 1U] && p.classes[which].curve != DemandCurve::kFixed;
       ++trip) {
    auto const to = centroid[trips.values[trip].destination];
    program.add(balance[to.value], add_demand(which, zone, trip), -1.0);
  }
}

inline int ConvexProgram::add_demand(TrafficClassId which, TrafficZoneId zone, std::size_t trip) {
  auto const& c = p.classes[which];
  auto const& centroid = p.network.zones.centroid;
  auto const& x = c.trips.values[trip];
  auto const reference = free_flow_cost(p, which, centroid[zone], centroid[x.destination]);
  auto const most = x.vehicles * c.car_units / kCarUnits;
  auto term = [&c, x, reference](double d) { return demand_term(c, x.vehicles, reference, d); };
  worth -= kCarUnits * term(most).value;
  elastic.push_back({which, trip, program.variable(term, 0.5 * most)});
  return elastic.back().variable;
}

}  // namespace chorsu::toy
