#pragma once

#include <array>
#include <string>
#include <vector>

#include "chorsu/access/commodity.h"
#include "chorsu/base/grid.h"
#include "chorsu/network/network.h"
#include "chorsu/network/project.h"
#include "chorsu/network/supernetwork.h"

namespace chorsu {

/// Tariffs and speeds by state; a missing row has a `fact` of none.
struct StatePrices {
  Column<StateId, Measure> rail_box;    ///< US$/(t·km)
  Column<StateId, Measure> rail_bulk;   ///< US$/(t·km)
  Column<StateId, Measure> road;        ///< US$/(t·km)
  Column<StateId, Measure> rail_speed;  ///< km/h, rolling
  Column<StateId, Measure> road_speed;  ///< km/h, rolling
};

/// Sea, ferry and river: a price for the distance and one for each call.
struct WaterRates {
  struct Row {
    std::string id;
    BasinId basin;
    Mode mode{Mode::kSea};
    Carriage carriage{Carriage::kShip};
    std::vector<ClassGroupId> groups;
    Form form{Form::kBox};  ///< ships only: box or bulk
    Measure rate;           ///< US$/(t·km)
    Measure call;           ///< US$/t at loading and again at discharge
    bool handling_included{false};
    Measure speed;           ///< km/h
    Measure headway_factor;  ///< waits this many headways (ferries)
    Measure load_hours;
    Measure discharge_hours;
    FactId fact{};
  };
  std::vector<Row> rows;
};

struct AirRates {
  struct Row {
    LinkId link;
    bool reversed{false};
    Measure rate;   ///< US$/t
    Measure hours;  ///< door to door
  };
  std::vector<Row> rows;
  Relation relation;  ///< goods that may fly: one end among the states that the air links begin in
};

enum class Operation : std::uint8_t { kPort, kGaugeChange, kRailRoad, kRailLoad };
enum class HandlingUnit : std::uint8_t { kPerTeu, kPerTonne, kPerWagon };

struct Handling {
  struct Row {
    Operation operation{Operation::kPort};
    NodeId node{};  ///< none: anywhere without a row of its own
    Form form{Form::kBox};
    HandlingUnit unit{HandlingUnit::kPerTonne};
    Measure cost;
    Measure hours;
  };
  std::vector<Row> rows;
};

enum class FeeUnit : std::uint8_t { kPerTruck, kPerWagonOrTeu };

/// One side of a border in one direction.
struct BorderSides {
  struct Row {
    LinkId link;
    bool reversed{false};  ///< direction against the link's own
    bool entry{false};     ///< side that is entered, else the side that is left
    StateId state;
    Measure hours;
    Measure fee;
    FeeUnit unit{FeeUnit::kPerTruck};
    bool includes_transfer{false};  ///< hours hold the gauge change or transshipment
  };
  std::vector<Row> rows;
};

enum class RuleKind : std::uint8_t { kCrossing, kNode, kLink, kTariffFactor };
inline constexpr auto kRuleKinds = std::size_t{4};

/// What the freight alone does not explain: regime, insurance, habit; discounts for some goods.
struct AccessRules {
  struct Row {
    std::string id;
    RuleKind kind{RuleKind::kCrossing};
    std::vector<LinkId> links;
    std::vector<NodeId> nodes;
    std::vector<CommodityId> commodities;
    Relation relation;
    Measure value;  ///< US$/t, or a factor on the tariff
    bool has_start{false};
    Date start{};
  };
  std::vector<Row> rows;
  /// Fitted, one for all rows of a kind: by RuleKind.
  std::array<Measure, kRuleKinds> multiplier{kUnity, kUnity, kUnity, kUnity};
};

/// What a rule charges or multiplies by: its value times the multiplier of its kind.
inline double effective(AccessRules const& rules, AccessRules::Row const& rule) {
  return rule.value.value * rules.multiplier.at(static_cast<std::size_t>(rule.kind)).value;
}

/// Values of time for trade relations whose goods are dearer than their class.
struct RelationValues {
  struct Row {
    TradeCodeId exporter;
    TradeCodeId importer;
    CommodityId commodity;
    Measure value_of_time;  ///< US$/(t·h)
  };
  std::vector<Row> rows;
};

/// Share of what a carrier or border takes that would not be spent if the goods went elsewhere.
struct AvoidableCosts {
  Measure rail_tariff;
  Measure road_tariff;
  Measure border_fee;
  Measure handling;
};

struct PriceTables {
  StatePrices states;
  WaterRates water;
  AirRates air;
  Handling handling;
  BorderSides borders;
  AccessRules rules;
  RelationValues relations;
  AvoidableCosts avoidable;
};

}  // namespace chorsu
