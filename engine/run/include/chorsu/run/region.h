#pragma once

#include <string>
#include <vector>

#include "chorsu/access/price_tables.h"
#include "chorsu/accounts/observation.h"
#include "chorsu/decisions/ladder_inputs.h"
#include "chorsu/demand/trade.h"
#include "chorsu/evidence/evidence.h"
#include "chorsu/evidence/fact.h"
#include "chorsu/network/capacity.h"
#include "chorsu/network/network.h"
#include "chorsu/network/project.h"
#include "chorsu/run/route_case.h"
#include "chorsu/world/world.h"

namespace chorsu {

enum class PlaceKind : std::uint8_t { kProject, kCrossing, kLink, kNode, kCorridor, kState, kZone };

/// Other names of things, as the package lists them.
struct Aliases {
  struct Row {
    std::string alias;
    PlaceKind kind{PlaceKind::kNode};
    std::string id;
  };
  std::vector<Row> rows;
};

/// A region package, read and checked: the inputs of every stage.
struct Region {
  std::string path;
  std::string name;
  Sources sources;
  Facts facts;
  Network network;
  Capacities capacities;
  Projects projects;
  StatusEvents events;
  StatusRules status_rules;
  LevelRules level_rules;
  Commodities commodities;
  PriceTables prices;
  TradeInputs trade;
  Aliases aliases;
  Observations observations;
  RouteCases route_cases;
  Evidence evidence;
  std::vector<StrainEffect> strain_effects;
  LadderInputs ladder;
  int base_year{0};  ///< year of the trade table and of calibration
};

/// The day that stands for the base year: its middle.
Date base_day(Region const& region);

}  // namespace chorsu
