#pragma once

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "chorsu/assignment/traffic.h"

namespace chorsu::toy {

/// What a link is like: its time at a volume is free_flow_time·(1 + b·(volume/capacity)^power).
struct Road {
  double free_flow_time{1.0};
  double b{0.0};
  double power{1.0};
  double capacity{1.0};
  double length{0.0};
  double toll{0.0};
};

/// A network of a static assignment drawn in the test itself: nodes, links between them, and
/// classes of drivers with their trips in any order.
struct TrafficNet {
  TrafficNodeId node(bool through = true) {
    network.nodes.name.push_back(std::to_string(network.nodes.name.size() + 1U));
    return network.nodes.through.push_back(through ? 1U : 0U);
  }

  TrafficZoneId zone(TrafficNodeId centroid) {
    network.zones.name.push_back(network.nodes.name[centroid]);
    return network.zones.centroid.push_back(centroid);
  }

  TrafficLinkId link(TrafficNodeId from, TrafficNodeId to, Road const& road = {}) {
    auto& l = network.links;
    l.name.push_back({});
    l.from.push_back(from);
    l.to.push_back(to);
    l.capacity.push_back(road.capacity);
    l.length.push_back(road.length);
    l.free_flow_time.push_back(road.free_flow_time);
    l.b.push_back(road.b);
    l.power.push_back(road.power);
    l.toll.push_back(road.toll);
    return l.open.push_back(1U);
  }

  /// A class without trips yet; the rows of `drivers` are left aside.
  TrafficClassId drivers(TrafficClass drivers) {
    drivers.trips = {};
    drivers.reference = {};
    return classes.push_back(std::move(drivers));
  }

  /// At most once for each pair of zones. Either all trips of a class have a reference or none.
  void trips(TrafficClassId which,
             TrafficZoneId origin,
             TrafficZoneId destination,
             double vehicles,
             double reference = std::numeric_limits<double>::quiet_NaN()) {
    stated.push_back({which, origin, destination, vehicles, reference});
  }

  TrafficProblem problem() const {
    auto p = TrafficProblem{network, classes};
    for (auto const k : p.classes.ids()) {
      for (auto const zone : network.zones.centroid.ids()) {
        add_row(p.classes[k], k, zone);
      }
      auto const& all = p.classes[k].reference.values;
      if (std::any_of(all.begin(), all.end(), [](double x) { return std::isnan(x); })) {
        p.classes[k].reference = {};
      }
    }
    return p;
  }

  struct Stated {
    TrafficClassId which;
    TrafficZoneId origin;
    TrafficZoneId destination;
    double vehicles;
    double reference;
  };

  TrafficNetwork network;
  Column<TrafficClassId, TrafficClass> classes;
  std::vector<Stated> stated;

 private:
  void add_row(TrafficClass& c, TrafficClassId which, TrafficZoneId origin) const {
    auto row = std::vector<Stated>{};
    std::copy_if(stated.begin(), stated.end(), std::back_inserter(row), [&](Stated const& x) {
      return x.which == which && x.origin == origin;
    });
    std::sort(row.begin(), row.end(), [](Stated const& a, Stated const& b) {
      return a.destination < b.destination;
    });
    auto trips = std::vector<Trip>{};
    auto reference = std::vector<double>{};
    for (auto const& x : row) {
      trips.push_back({x.destination, x.vehicles});
      reference.push_back(x.reference);
    }
    c.trips.push_back(trips);
    c.reference.push_back(reference);
  }
};

}  // namespace chorsu::toy
