#pragma once

#include <cstdint>
#include <vector>

#include "chorsu/access/commodity.h"
#include "chorsu/evidence/fact.h"
#include "chorsu/network/network.h"

namespace chorsu {

/// Directed trade between two codes in the base year, and the part of it that uses these modes:
/// tonnes = value / unit_value · freight_share · factor.
struct TradeTable {
  struct Row {
    TradeCodeId exporter;
    TradeCodeId importer;
    Measure value;              ///< US$/yr
    double unit_value{0.0};     ///< US$/t
    double freight_share{1.0};  ///< tonnes that do not go by pipe, wire or past the region by sea
    double factor{1.0};         ///< reconciliation with observed tonnes
    Measure tonnes;             ///< t/yr, as the package states it
  };
  std::vector<Row> rows;
};

struct ClassShares {
  struct Row {
    TradeCodeId exporter;
    TradeCodeId importer;
    CommodityId commodity;
    Measure share;  ///< of the pair's freight tonnes
  };
  std::vector<Row> rows;
};

enum class Direction : std::uint8_t { kExport, kImport, kBoth };

/// How a code's trade splits over its zones; `partner` none = any, `group` none = all.
struct ZoneWeights {
  struct Row {
    TradeCodeId code;
    TradeCodeId partner{};
    Direction direction{Direction::kBoth};
    ClassGroupId group{};
    ZoneId zone;
    Measure weight;
  };
  std::vector<Row> rows;
};

/// Known freight of a state, in and out together [t/yr]: the fit keeps inside [low, high].
struct TradeTotals {
  struct Row {
    StateId state;
    Measure tonnes;
  };
  std::vector<Row> rows;
};

/// Growth of trade, % a year between two years.
struct Growth {
  struct Row {
    StateId state;
    ClassGroupId group;
    Measure rate;
    int first_year{0};
    int last_year{0};
  };
  std::vector<Row> rows;
};

struct TradeInputs {
  TradeTable table;
  ClassShares shares;
  ZoneWeights weights;
  TradeTotals totals;
  Growth growth;
};

}  // namespace chorsu
