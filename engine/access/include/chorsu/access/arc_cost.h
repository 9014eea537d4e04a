#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "chorsu/access/price_tables.h"
#include "chorsu/base/grid.h"
#include "chorsu/network/supernetwork.h"
#include "chorsu/world/world.h"

namespace chorsu {

using UserClassId = Id<struct UserClassTag, std::uint16_t>;
using FormId = Id<struct FormTag, std::uint8_t>;  ///< value of Form

inline constexpr auto kForbidden = std::numeric_limits<double>::infinity();

/// Goods that see the same costs everywhere: a commodity, its value of time and the conditional
/// rules and effects that apply between its two ends.
struct UserClasses {
  Column<UserClassId, CommodityId> commodity;
  Column<UserClassId, double> value_of_time;               ///< US$/(t·h)
  Column<UserClassId, std::vector<std::uint8_t>> rules;    ///< by row of AccessRules
  Column<UserClassId, std::vector<std::uint8_t>> effects;  ///< by conditional effect
  Column<UserClassId, std::uint8_t> may_fly;
};

struct CostInputs {
  Network const& network;
  Supernetwork const& supernetwork;
  Capacities const& capacities;
  PriceTables const& prices;
  Commodities const& commodities;
  std::vector<Effect> const& conditional_effects;
};

/// The user class of a commodity between two trade codes; added when new.
UserClassId user_class(UserClasses& classes,
                       CostInputs const& inputs,
                       CommodityId commodity,
                       TradeCodeId exporter,
                       TradeCodeId importer);

/// Price of one arc for one user class on a date, by part [US$/t], and its free-flow hours.
struct ArcPrice {
  double tariff{0.0};    ///< haul by rail, road, water, air
  double fee{0.0};       ///< at a border
  double handling{0.0};  ///< transfer, port call
  double access{0.0};    ///< rules: regime and risk
  double hours{0.0};
  bool allowed{true};
  double money() const { return tariff + fee + handling + access; }
};

/// Rows of the price tables by what is asked of them. Points into the tables it was made from.
struct PriceLookup {
  Column<LinkId, std::vector<BorderSides::Row const*>> borders;
  Column<NodeId, std::vector<LinkId>> holding;  ///< crossings whose hours hold a transfer there
  Column<LinkId, double> headway;               ///< h, ferries
};

PriceLookup price_lookup(CostInputs const& inputs);

ArcPrice price_arc(CostInputs const& inputs,
                   PriceLookup const& rows,
                   World const& world,
                   UserClasses const& classes,
                   UserClassId user,
                   ArcId arc);

/// Flow-independent costs of all arcs in a world, shut ones too.
struct ArcCosts {
  /// US$/t, infinite where the goods are forbidden. Where a class needs less time than others of
  /// its form, the worth of it is taken off here.
  Grid<UserClassId, ArcId, double> money;
  Grid<FormId, ArcId, double> hours;  ///< free-flow hours by Form, of the slowest class
};

ArcCosts price_arcs(CostInputs const& inputs, World const& world, UserClasses const& classes);

/// 1 for arcs that carry goods in a world: their link is open and their capacity not zero.
Column<ArcId, std::uint8_t> open_arcs(Supernetwork const& supernetwork, World const& world);

}  // namespace chorsu
