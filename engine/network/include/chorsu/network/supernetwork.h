#pragma once

#include <cstdint>

#include "chorsu/base/column.h"
#include "chorsu/network/capacity.h"
#include "chorsu/network/network.h"

namespace chorsu {

using PortId = Id<struct PortTag>;
using ArcId = Id<struct ArcTag>;
using FacilityId = Id<struct FacilityTag, std::uint16_t>;

/// A physical node as one mode and gauge sees it. Water has a side where ships arrive and one
/// where they leave, so that calling at a port costs its handling and sailing by costs nothing.
enum class PortKind : std::uint8_t {
  kOrigin,
  kDestination,
  kRail,
  kRoad,
  kArriving,
  kLeaving,
  kBorder
};

struct Ports {
  Column<PortId, NodeId> node;  ///< for border ports: the node on that side
  Column<PortId, PortKind> kind;
  Column<PortId, std::uint16_t> gauge;  ///< mm, rail only
  Column<PortId, BasinId> basin;        ///< water only
};

enum class ArcKind : std::uint8_t {
  kHaul,         ///< along a link, inside one state or at sea
  kExit,         ///< border, side that is left
  kEntry,        ///< border, side that is entered
  kLoad,         ///< land to water
  kDischarge,    ///< water to land
  kSailThrough,  ///< past a port or chokepoint without calling
  kGaugeChange,
  kRailRoad,
  kOrigin,      ///< zone to its first mode
  kDestination  ///< last mode to the zone
};

/// What moves on a haul: decides which price row holds.
enum class Carriage : std::uint8_t {
  kNone,
  kTrain,
  kTruck,
  kShip,
  kWagonFerry,
  kTruckFerry,
  kPlane
};

struct Arcs {
  Column<ArcId, PortId> from;
  Column<ArcId, PortId> to;
  Column<ArcId, ArcKind> kind;
  Column<ArcId, Carriage> carriage;
  Column<ArcId, LinkId> link;            ///< haul and border arcs, else none
  Column<ArcId, std::uint8_t> reversed;  ///< runs from the link's `to` to its `from`
  Column<ArcId, NodeId> node;            ///< transfers: where; border arcs: the side
  Column<ArcId, StateId> state;          ///< whose tariff, speed or fee holds; none at sea
  Column<ArcId, ZoneId> zone;            ///< connectors, else none
  Column<ArcId, BasinId> basin;          ///< water hauls, loading and discharge
  Column<ArcId, Km> length;              ///< hauls: their part of the link
  Column<ArcId, FacilityId> facility;    ///< none where nothing is scarce
};

enum class FacilityKind : std::uint8_t { kLink, kCrossing, kPort, kGaugeChange };

/// What is scarce: one capacity, shared by all arcs that name it.
struct Facilities {
  Column<FacilityId, FacilityKind> kind;
  Column<FacilityId, LinkId> link;  ///< links and crossings
  Column<FacilityId, std::uint8_t> reversed;
  Column<FacilityId, NodeId> node;  ///< ports and gauge changes
  Column<FacilityId, VolumeDelay> delay;
};

/// The network expanded into ports and arcs so that every cost sits on an arc: the virtual network
/// of Jourquin and Beuthe (Transportation Research C 4, 1996). It holds all links, open or not.
struct Supernetwork {
  Ports ports;
  Arcs arcs;
  Facilities facilities;
  Rows<PortId, ArcId> out;
  Column<ZoneId, PortId> origin;
  Column<ZoneId, PortId> destination;
};

/// Expands every freight link and zone. Pure function of its inputs; ids are stable across dates.
Supernetwork expand(Network const& network, Capacities const& capacities);

}  // namespace chorsu
