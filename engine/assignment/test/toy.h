#pragma once

#include <vector>

#include "chorsu/assignment/logit.h"

namespace chorsu::toy {

/// A network drawn in the test itself: vertices, arcs with a price and an optional bottleneck, and
/// one commodity between zones.
struct Toy {
  Supernetwork network;
  ArcCosts costs;
  Column<ArcId, std::uint8_t> open;
  Column<FacilityId, double> capacity;
  UserClasses classes;
  Commodities commodities;
  Lanes lanes;
  Column<LaneId, double> tonnes;
  Pivot pivot;
  std::vector<double> money;
  std::vector<double> hours;

  explicit Toy(double theta, double value_of_time = 1.0) {
    commodities.id.push_back("goods");
    commodities.theta.push_back({theta, theta, theta, {}});
    commodities.form.push_back(Form::kBulk);
    classes.commodity.push_back(CommodityId{0});
    classes.value_of_time.push_back(value_of_time);
  }

  PortId vertex(PortKind kind = PortKind::kRoad) {
    network.ports.kind.push_back(kind);
    network.ports.gauge.push_back(0U);
    network.ports.basin.push_back(BasinId{});
    return network.ports.node.push_back(NodeId{});
  }

  ZoneId zone() {
    network.origin.push_back(vertex(PortKind::kOrigin));
    return network.destination.push_back(vertex(PortKind::kDestination));
  }

  FacilityId bottleneck(double tonnes_per_year, double alpha = 0.0, double beta = 1.0) {
    auto& f = network.facilities;
    f.link.push_back(LinkId{});
    f.reversed.push_back(0U);
    f.node.push_back(NodeId{});
    f.delay.push_back({{tonnes_per_year, tonnes_per_year, tonnes_per_year, {}}, alpha, beta});
    capacity.push_back(tonnes_per_year);
    return f.kind.push_back(FacilityKind::kLink);
  }

  ArcId arc(PortId from, PortId to, double usd, double h = 0.0, double km = 0.0,
            FacilityId facility = {}) {
    auto& a = network.arcs;
    a.to.push_back(to);
    a.kind.push_back(ArcKind::kHaul);
    a.carriage.push_back(Carriage::kTruck);
    a.link.push_back(LinkId{});
    a.reversed.push_back(0U);
    a.node.push_back(NodeId{});
    a.state.push_back(StateId{});
    a.zone.push_back(ZoneId{});
    a.basin.push_back(BasinId{});
    a.length.push_back(Km{km});
    a.facility.push_back(facility);
    money.push_back(usd);
    hours.push_back(h);
    open.push_back(1U);
    return a.from.push_back(from);
  }

  LaneId lane(ZoneId from, ZoneId to, double t, double epsilon = 0.0, double logsum = 0.0) {
    lanes.destination.push_back(to);
    lanes.commodity.push_back(CommodityId{0});
    lanes.user.push_back(UserClassId{0});
    lanes.tonnes.push_back(t);
    tonnes.push_back(t);
    pivot.epsilon.push_back(epsilon);
    pivot.logsum.push_back(logsum);
    return lanes.origin.push_back(from);
  }

  LogitProblem problem() {
    network.out = {};
    for (auto const port : ids_of<PortId>(network.ports.node.size())) {
      auto leaving = std::vector<ArcId>{};
      for (auto const a : ids_of<ArcId>(money.size())) {
        if (network.arcs.from[a] == port) {
          leaving.push_back(a);
        }
      }
      network.out.push_back(leaving);
    }
    costs.money = {1U, money.size()};
    costs.hours = {kForms, money.size()};
    for (auto const a : ids_of<ArcId>(money.size())) {
      costs.money(UserClassId{0}, a) = money[a.value];
      costs.hours(FormId{1}, a) = hours[a.value];
    }
    return {network, costs, open, capacity, classes, commodities, lanes, tonnes, pivot};
  }
};

/// Tonnes on an arc, summed over lane routes.
inline double flow_on(LogitSolution const& s, ArcId arc) {
  auto sum = 0.0;
  for (auto const lane : ids_of<LaneId>(s.tonnes.size())) {
    for (auto const& r : s.lane_routes[lane]) {
      for (auto const a : s.routes.arcs[r.route]) {
        sum += a == arc ? r.tonnes : 0.0;
      }
    }
  }
  return sum;
}

}  // namespace chorsu::toy
