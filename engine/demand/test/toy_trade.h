#pragma once

#include <string>
#include <vector>

#include "chorsu/demand/lanes.h"

namespace chorsu::toy {

inline Measure exactly(double x) {
  return {x, x, x, FactId{}};
}
inline Measure between(double low, double high) {
  return {low, low, high, FactId{}};
}

inline constexpr auto kBoxes = CommodityId{0};
inline constexpr auto kGrain = CommodityId{1};
inline constexpr auto kConsumer = ClassGroupId{0};
inline constexpr auto kFood = ClassGroupId{1};

/// Trade codes with zones; every state has one code of the same number.
struct ToyTrade {
  Network network;
  Supernetwork supernetwork;
  Capacities capacities;
  PriceTables prices;
  Commodities commodities;
  std::vector<Effect> effects;
  TradeInputs trade;

  ToyTrade() {
    commodities.group_id.values = {"consumer", "food"};
    for (auto const group : {kConsumer, kFood}) {
      commodities.id.push_back(commodities.group_id[group]);
      commodities.group.push_back(group);
      commodities.form.push_back(group == kConsumer ? Form::kBox : Form::kBulk);
      commodities.value_of_time.push_back(exactly(0.1));
      commodities.modes.push_back(0U);
    }
  }

  /// A state with its trade code.
  TradeCodeId code(std::string const& id) {
    network.states.id.push_back(id);
    return network.trade_codes.id.push_back(id);
  }

  ZoneId zone(TradeCodeId of) {
    network.zones.state.push_back(StateId{of.value});
    network.zones.trade_code.push_back(of);
    return network.zones.id.push_back("zone" + std::to_string(network.zones.id.size()));
  }

  /// A zone that is all of its code's trade.
  ZoneId only_zone(TradeCodeId of) {
    auto const id = zone(of);
    weight({of, {}, Direction::kBoth, {}, id, exactly(1.0)});
    return id;
  }

  void weight(ZoneWeights::Row const& row) { trade.weights.rows.push_back(row); }

  void row(TradeCodeId from,
           TradeCodeId to,
           double usd,
           double unit_value,
           double freight_share,
           double factor) {
    auto result = TradeTable::Row{
        .exporter = from, .importer = to, .value = exactly(usd), .tonnes = Measure{}};
    result.unit_value = unit_value;
    result.freight_share = freight_share;
    result.factor = factor;
    trade.table.rows.push_back(result);
  }
  /// Freight of one commodity between two codes.
  void freight(TradeCodeId from, TradeCodeId to, double tonnes, CommodityId commodity = kBoxes) {
    row(from, to, tonnes, 1.0, 1.0, 1.0);
    share(from, to, commodity, 1.0);
  }
  void share(TradeCodeId from, TradeCodeId to, CommodityId commodity, double part) {
    trade.shares.rows.push_back({from, to, commodity, exactly(part)});
  }
  void total(TradeCodeId of, double low, double high) {
    trade.totals.rows.push_back({StateId{of.value}, between(low, high)});
  }

  BaseDemand demand() const {
    return base_demand(trade, {network, supernetwork, capacities, prices, commodities, effects});
  }
};

/// Tonnes of the lanes that satisfy a condition.
inline double tonnes_where(Lanes const& lanes, auto&& wanted) {
  auto sum = 0.0;
  for (auto const lane : lanes.tonnes.ids()) {
    sum += wanted(lane) ? lanes.tonnes[lane] : 0.0;
  }
  return sum;
}

inline double all_tonnes(Lanes const& lanes) {
  return tonnes_where(lanes, [](LaneId) { return true; });
}

inline double tonnes_between(Lanes const& lanes, ZoneId from, ZoneId to) {
  return tonnes_where(lanes, [&](LaneId lane) {
    return lanes.origin[lane] == from && lanes.destination[lane] == to;
  });
}

/// Freight of a state with others, in and out.
inline double state_total(ToyTrade const& t, Lanes const& lanes, TradeCodeId code) {
  auto const& zones = t.network.zones;
  return tonnes_where(lanes, [&](LaneId lane) {
    auto const out = zones.trade_code[lanes.origin[lane]] == code;
    auto const in = zones.trade_code[lanes.destination[lane]] == code;
    return out != in;
  });
}

}  // namespace chorsu::toy
