#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "chorsu/assignment/logit.h"

namespace chorsu::toy {

/// A network drawn in the test itself: vertices, arcs with a price and an optional bottleneck, and
/// a commodity between zones, or several that see the same money and hours.
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
    commodity(theta, value_of_time, Form::kBulk);
  }

  CommodityId commodity(double theta, double value_of_time, Form form) {
    commodities.theta.push_back({theta, theta, theta, {}});
    commodities.form.push_back(form);
    classes.value_of_time.push_back(value_of_time);
    auto const id = commodities.id.push_back("goods" + std::to_string(commodities.id.size()));
    classes.commodity.push_back(id);
    return id;
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

  ArcId arc(PortId from,
            PortId to,
            double usd,
            double h = 0.0,
            double km = 0.0,
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

  LaneId lane(ZoneId from,
              ZoneId to,
              double t,
              double epsilon = 0.0,
              double logsum = 0.0,
              CommodityId of = CommodityId{0}) {
    lanes.destination.push_back(to);
    lanes.commodity.push_back(of);
    lanes.user.push_back(UserClassId{of.value});
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
    costs.money = {classes.commodity.size(), money.size()};
    costs.hours = {kForms, money.size()};
    for (auto const user : classes.commodity.ids()) {
      std::copy(money.begin(), money.end(), costs.money.row(user).begin());
    }
    for (auto const form : ids_of<FormId>(kForms)) {
      std::copy(hours.begin(), hours.end(), costs.hours.row(form).begin());
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
