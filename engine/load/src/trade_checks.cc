#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "reading.h"

namespace chorsu {

namespace {

using Pair = std::pair<TradeCodeId, TradeCodeId>;

struct Sum {
  double value{0.0};
  FactId first{};  ///< row of its first part
};

void add_part(Sum& sum, Measure const& part) {
  sum.first = sum.first.is_none() ? part.fact : sum.first;
  sum.value += part.value;
}

void check_sum(Reading& reading, Sum const& sum, std::string const& what, char const* column) {
  constexpr auto kTolerance = 1e-6;
  if (std::abs(sum.value - 1.0) > kTolerance) {
    report(reading,
           sum.first,
           column,
           fmt::format("{} sum to {:.8g}, not to 1", what, sum.value),
           "Divide each by the sum.");
  }
}

std::string pair_name(Reading const& reading, Pair const& pair) {
  auto const& codes = reading.region->network.trade_codes;
  return codes.id[pair.first] + "-" + codes.id[pair.second];
}

void check_class_shares(Reading& reading) {
  auto sums = std::map<Pair, Sum>{};
  for (auto const& row : reading.region->trade.shares.rows) {
    add_part(sums[{row.exporter, row.importer}], row.share);
  }
  for (auto const& [pair, sum] : sums) {
    check_sum(reading, sum, fmt::format("class shares of {}", pair_name(reading, pair)), "share");
  }
  for (auto const& row : reading.region->trade.table.rows) {
    auto const pair = Pair{row.exporter, row.importer};
    if (row.tonnes.value > 0.0 && !sums.contains(pair)) {
      report(reading,
             row.tonnes.fact,
             "exporter",
             fmt::format("trade {} has no rows in class_share.csv", pair_name(reading, pair)),
             "Add the shares of its commodities.");
    }
  }
}

void check_zone_weights(Reading& reading) {
  auto sums = std::map<std::tuple<TradeCodeId, TradeCodeId, Direction, ClassGroupId>, Sum>{};
  for (auto const& row : reading.region->trade.weights.rows) {
    add_part(sums[{row.code, row.partner, row.direction, row.group}], row.weight);
  }
  auto const& codes = reading.region->network.trade_codes;
  for (auto const& [key, sum] : sums) {
    check_sum(
        reading, sum, fmt::format("zone weights of {}", codes.id[std::get<0>(key)]), "weight");
  }
}

/// The code has weights for trade in a direction with a partner.
bool has_weights(Reading const& reading,
                 TradeCodeId code,
                 TradeCodeId partner,
                 Direction direction) {
  return std::ranges::any_of(reading.region->trade.weights.rows, [&](ZoneWeights::Row const& row) {
    return row.code == code && (row.partner == partner || row.partner.is_none()) &&
           (row.direction == direction || row.direction == Direction::kBoth);
  });
}

void check_weights_of_trade(Reading& reading) {
  auto const demand =
      [&](TradeTable::Row const& row, TradeCodeId code, TradeCodeId partner, Direction direction) {
        if (!has_weights(reading, code, partner, direction)) {
          report(reading,
                 row.tonnes.fact,
                 direction == Direction::kExport ? "exporter" : "importer",
                 fmt::format("no zone weights for the {} of {}",
                             direction == Direction::kExport ? "exports" : "imports",
                             reading.region->network.trade_codes.id[code]),
                 "Add them to zone_weight.csv.");
        }
      };
  for (auto const& row : reading.region->trade.table.rows) {
    if (row.tonnes.value > 0.0) {
      demand(row, row.exporter, row.importer, Direction::kExport);
      demand(row, row.importer, row.exporter, Direction::kImport);
    }
  }
}

/// The tonnes that a row states are those that its value gives.
void check_tonnes(Reading& reading) {
  constexpr auto kTolerance = 1e-3;
  for (auto const& row : reading.region->trade.table.rows) {
    auto const computed = row.value.value / row.unit_value * row.freight_share * row.factor;
    if (std::abs(computed - row.tonnes.value) > kTolerance * std::max(row.tonnes.value, 1.0)) {
      report(reading,
             row.tonnes.fact,
             "tonnes",
             fmt::format("{:.6g} t where value, unit value, share and factor give {:.6g}",
                         row.tonnes.value,
                         computed),
             "Mend factor.",
             Severity::kWarning);
    }
  }
}

}  // namespace

void check_trade(Reading& reading) {
  check_class_shares(reading);
  check_zone_weights(reading);
  check_weights_of_trade(reading);
  check_tonnes(reading);
}

}  // namespace chorsu
