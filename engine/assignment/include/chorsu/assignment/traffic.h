#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "chorsu/base/column.h"
#include "chorsu/base/id.h"

namespace chorsu {

using TrafficNodeId = Id<struct TrafficNodeTag>;
using TrafficLinkId = Id<struct TrafficLinkTag>;
using TrafficZoneId = Id<struct TrafficZoneTag>;
using TrafficClassId = Id<struct TrafficClassTag, std::uint16_t>;

/// Anyone's network of a static assignment, in whatever units its files have. A link's travel time
/// at volume v is free_flow_time·(1 + b·(v/capacity)^power) (Bureau of Public Roads 1964); links
/// with b = 0 or power = 0 are constant, and a link of capacity 0 whose time depends on its volume
/// is shut.
struct TrafficNetwork {
  struct Nodes {
    Column<TrafficNodeId, std::string> name;
    Column<TrafficNodeId, std::uint8_t> through;  ///< 0: a centroid that carries no through traffic
  } nodes;

  struct Zones {
    Column<TrafficZoneId, std::string> name;
    Column<TrafficZoneId, TrafficNodeId> centroid;  ///< no two zones share one
  } zones;

  struct Links {
    Column<TrafficLinkId, std::string> name;  ///< may be empty: the link is known by its ends
    Column<TrafficLinkId, TrafficNodeId> from;
    Column<TrafficLinkId, TrafficNodeId> to;
    Column<TrafficLinkId, double> capacity;  ///< vehicles per period of the demand
    Column<TrafficLinkId, double> length;
    Column<TrafficLinkId, double> free_flow_time;
    Column<TrafficLinkId, double> b;
    Column<TrafficLinkId, double> power;
    Column<TrafficLinkId, double> toll;
    Column<TrafficLinkId, std::uint8_t> open;  ///< 0: taken out of the network
  } links;
};

/// What wants to go from one zone to another.
struct Trip {
  TrafficZoneId destination;
  double vehicles{0.0};
};

/// How demand answers to cost u, with q the stated demand and u0 the reference cost of the pair:
/// fixed, exponential q·exp(-slope·(u - u0)), or linear q·(1 - slope·(u - u0)), at least 0.
enum class DemandCurve : std::uint8_t { kFixed, kExponential, kLinear };

/// Drivers who see the same costs and whose demand is stated together. Cost of a link in units of
/// time: time + toll_weight·toll + length_weight·length.
struct TrafficClass {
  std::string name;
  double toll_weight{0.0};          ///< time per unit of toll
  double length_weight{0.0};        ///< time per unit of length
  double car_units{1.0};            ///< passenger car equivalents of one vehicle
  Rows<TrafficZoneId, Trip> trips;  ///< by origin; destinations ascending
  DemandCurve curve{DemandCurve::kFixed};
  double slope{0.0};                      ///< of the curve, per unit of time
  Rows<TrafficZoneId, double> reference;  ///< u0 of every trip; without rows: cost at free flow
};

/// A network and who travels on it.
struct TrafficProblem {
  TrafficNetwork network;
  Column<TrafficClassId, TrafficClass> classes;
};

}  // namespace chorsu
