#include "chorsu/demand/lanes.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace chorsu {

namespace {

using LaneKey = std::tuple<ZoneId, ZoneId, CommodityId>;
using Matrix = std::map<LaneKey, double>;

struct WeightKey {
  TradeCodeId code;
  TradeCodeId partner;
  Direction direction;
  ClassGroupId group;
  auto operator<=>(WeightKey const&) const = default;
};

using Weights = std::map<WeightKey, std::vector<ZoneWeights::Row const*>>;

Weights index(ZoneWeights const& table) {
  auto result = Weights{};
  for (auto const& row : table.rows) {
    result[{row.code, row.partner, row.direction, row.group}].push_back(&row);
  }
  return result;
}

/// The most specific split that the package has: partner before any partner, direction before both,
/// group before all.
std::vector<ZoneWeights::Row const*> const* split(Weights const& weights, WeightKey const& wanted) {
  auto const any_group = ClassGroupId{};
  for (auto const partner : {wanted.partner, TradeCodeId{}}) {
    for (auto const& key : {WeightKey{wanted.code, partner, wanted.direction, wanted.group},
                            WeightKey{wanted.code, partner, wanted.direction, any_group},
                            WeightKey{wanted.code, partner, Direction::kBoth, wanted.group},
                            WeightKey{wanted.code, partner, Direction::kBoth, any_group}}) {
      if (auto const it = weights.find(key); it != weights.end()) {
        return &it->second;
      }
    }
  }
  return nullptr;
}

double freight_tonnes(TradeTable::Row const& row) {
  return row.unit_value > 0.0 ? row.value.value / row.unit_value * row.freight_share * row.factor
                              : row.tonnes.value;
}

/// Splits the tonnes of a pair and commodity over the zones of both ends; trade inside a zone stays
/// out. Calls `visit(LanePart)` without its lane.
template <typename Visit>
void spread(TradeTable::Row const& trade,
            ClassShares::Row const& share,
            Weights const& weights,
            ClassGroupId group,
            Visit visit) {
  auto const total = freight_tonnes(trade) * share.share.value;
  auto const* from = split(weights, {share.exporter, share.importer, Direction::kExport, group});
  auto const* to = split(weights, {share.importer, share.exporter, Direction::kImport, group});
  if (total <= 0.0 || from == nullptr || to == nullptr) {
    return;
  }
  for (auto const* o : *from) {
    for (auto const* d : *to) {
      auto const part = total * o->weight.value * d->weight.value;
      if (part > 0.0 && o->zone != d->zone) {
        visit(LanePart{&trade, &share, o, d, part});
      }
    }
  }
}

/// Everything that rows of the tables put on lanes, in the order of the shares.
template <typename Visit>
void for_each_part(TradeInputs const& trade, Commodities const& commodities, Visit visit) {
  auto const weights = index(trade.weights);
  auto of_pair = std::map<std::pair<TradeCodeId, TradeCodeId>, TradeTable::Row const*>{};
  for (auto const& row : trade.table.rows) {
    of_pair[{row.exporter, row.importer}] = &row;
  }
  for (auto const& share : trade.shares.rows) {
    auto const it = of_pair.find({share.exporter, share.importer});
    if (it != of_pair.end()) {
      spread(*it->second, share, weights, commodities.group[share.commodity], visit);
    }
  }
}

LaneKey key_of(LanePart const& part) {
  return {part.from->zone, part.to->zone, part.share->commodity};
}

Matrix seed(TradeInputs const& trade, Commodities const& commodities) {
  auto result = Matrix{};
  for_each_part(
      trade, commodities, [&](LanePart const& part) { result[key_of(part)] += part.tonnes; });
  return result;
}

// ---- fit to known totals
// -------------------------------------------------------------------------

std::map<StateId, double> state_totals(Matrix const& matrix, Zones const& zones) {
  auto result = std::map<StateId, double>{};
  for (auto const& [key, tonnes] : matrix) {
    auto const from = zones.state[std::get<0>(key)];
    auto const to = zones.state[std::get<1>(key)];
    if (from != to) {
      result[from] += tonnes;
      result[to] += tonnes;
    }
  }
  return result;
}

/// One round of the fit: every state whose total lies outside its range is scaled to the nearest
/// end of it. Returns the largest relative miss before scaling.
double fit_round(Matrix& matrix, Zones const& zones, TradeTotals const& totals) {
  auto miss = 0.0;
  for (auto const& row : totals.rows) {
    auto const total = state_totals(matrix, zones)[row.state];
    auto const target = std::clamp(total, row.tonnes.low, row.tonnes.high);
    if (total <= 0.0 || target == total) {
      continue;
    }
    miss = std::max(miss, std::abs(target - total) / total);
    for (auto& [key, tonnes] : matrix) {
      auto const from = zones.state[std::get<0>(key)];
      auto const to = zones.state[std::get<1>(key)];
      if (from != to && (from == row.state || to == row.state)) {
        tonnes *= target / total;
      }
    }
  }
  return miss;
}

FitReport fit(Matrix& matrix, Zones const& zones, TradeTotals const& totals) {
  constexpr auto kMaxRounds = 200;
  constexpr auto kEnough = 1e-9;
  auto report = FitReport{};
  do {
    report.max_miss = fit_round(matrix, zones, totals);
    ++report.rounds;
  } while (report.max_miss > kEnough && report.rounds < kMaxRounds);
  return report;
}

}  // namespace

BaseDemand base_demand(TradeInputs const& trade, CostInputs const& costs) {
  auto const& zones = costs.network.zones;
  auto matrix = seed(trade, costs.commodities);
  auto result = BaseDemand{};
  result.fit = fit(matrix, zones, trade.totals);
  for (auto const& [key, tonnes] : matrix) {
    auto const& [from, to, commodity] = key;
    result.lanes.origin.push_back(from);
    result.lanes.destination.push_back(to);
    result.lanes.commodity.push_back(commodity);
    result.lanes.user.push_back(
        user_class(result.classes, costs, commodity, zones.trade_code[from], zones.trade_code[to]));
    result.lanes.tonnes.push_back(tonnes);
  }
  return result;
}

Rows<LaneId, LanePart> lane_parts(TradeInputs const& trade,
                                  Commodities const& commodities,
                                  Lanes const& lanes) {
  auto parts = std::map<LaneKey, std::vector<LanePart>>{};
  for_each_part(
      trade, commodities, [&](LanePart const& part) { parts[key_of(part)].push_back(part); });
  auto result = Rows<LaneId, LanePart>{};
  for (auto const lane : lanes.origin.ids()) {
    result.push_back(parts[{lanes.origin[lane], lanes.destination[lane], lanes.commodity[lane]}]);
  }
  return result;
}

}  // namespace chorsu
