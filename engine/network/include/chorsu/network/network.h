#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "chorsu/base/column.h"
#include "chorsu/base/date.h"
#include "chorsu/base/id.h"
#include "chorsu/base/quantity.h"
#include "chorsu/evidence/fact.h"

namespace chorsu {

using NodeId = Id<struct NodeTag>;
using LinkId = Id<struct LinkTag>;
using StateId = Id<struct StateTag, std::uint16_t>;
using ZoneId = Id<struct ZoneTag, std::uint16_t>;
using TradeCodeId = Id<struct TradeCodeTag, std::uint16_t>;
using BasinId = Id<struct BasinTag, std::uint8_t>;
using CorridorId = Id<struct CorridorTag, std::uint16_t>;
using BranchId = Id<struct BranchTag, std::uint16_t>;
using CommodityId = Id<struct CommodityTag, std::uint8_t>;

enum class Mode : std::uint8_t { kRail, kRoad, kSea, kFerry, kInlandWater, kAir, kOther };

/// What the package says of a link; whether it is open on a date is `world`'s business.
enum class Status : std::uint8_t { kOperational, kUnderConstruction, kPlanned, kSuspended };

struct States {
  Column<StateId, std::string> id;  ///< ISO 3166-1 alpha-3
  Column<StateId, std::string> name;
  Column<StateId, std::uint8_t> core;
};

/// Partners of the trade table: a state or a group of states.
struct TradeCodes {
  Column<TradeCodeId, std::string> id;
  Column<TradeCodeId, std::string> name;
};

struct Nodes {
  Column<NodeId, std::string> id;
  Column<NodeId, std::string> name;
  Column<NodeId, std::string> kind;
  Column<NodeId, StateId> state;  ///< none at sea
  Column<NodeId, double> lon;
  Column<NodeId, double> lat;
  Column<NodeId, FactId> fact;
};

/// Undirected links as the package lists them.
struct Links {
  Column<LinkId, std::string> id;
  Column<LinkId, NodeId> from;
  Column<LinkId, NodeId> to;
  Column<LinkId, Mode> mode;
  Column<LinkId, std::uint16_t> gauge;  ///< mm, 0 where the mode has none
  Column<LinkId, Measure> length;       ///< km
  Column<LinkId, Status> status;
  Column<LinkId, std::int16_t> expected;    ///< year of opening, 0 when none is given
  Column<LinkId, std::string> capacity_id;  ///< row of the capacity defaults, may be empty
  Column<LinkId, BasinId> basin;            ///< for water links, else none
  Column<LinkId, FactId> fact;
};

/// Parts of states where trade begins and ends.
struct Zones {
  Column<ZoneId, std::string> id;
  Column<ZoneId, std::string> name;
  Column<ZoneId, StateId> state;
  Column<ZoneId, NodeId> node;             ///< centroid
  Column<ZoneId, TradeCodeId> trade_code;  ///< none: no trade of its own
  Column<ZoneId, std::uint8_t> core;
  Column<ZoneId, Measure> access;  ///< km by sea between the zone and its centroid
  Column<ZoneId, BasinId> access_basin;
  Column<ZoneId, FactId> fact;
};

/// Named sets of links; a branch is one exact sequence of links.
struct Corridors {
  Column<CorridorId, std::string> id;
  Column<CorridorId, std::string> name;
  Column<BranchId, std::string> branch;
  Column<BranchId, CorridorId> corridor;
  Rows<BranchId, LinkId> links;
};

/// The physical network: what exists or may exist on the ground, not who may use it.
struct Network {
  States states;
  TradeCodes trade_codes;
  Nodes nodes;
  Links links;
  Zones zones;
  Corridors corridors;
  Column<BasinId, std::string> basins;
};

/// All links of a corridor's branches, each once.
std::vector<LinkId> links_of(Corridors const& corridors, CorridorId corridor);

/// Both ends lie in states, and in different ones: the link is a border crossing.
bool is_crossing(Network const& network, LinkId link);

bool is_water(Mode mode);

char const* to_string(Mode mode);
char const* to_string(Status status);

}  // namespace chorsu
