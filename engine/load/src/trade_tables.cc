#include <utility>

#include <fmt/format.h>

#include "reading.h"
#include "words.h"

namespace chorsu {

namespace {

ClassGroupId group_of(Reading& reading, Row const& row) {
  auto& groups = reading.ids.groups;
  auto const known = find_id(groups, cell(row, "class_group"));
  return known.is_none() ? add_id(groups, row, "class_group") : known;
}

std::uint8_t modes_of(Row const& row) {
  auto modes = 0U;
  for (auto const name : list(row, "modes")) {
    auto const mode = word<Mode>(row,
                                 "modes",
                                 name,
                                 {{"rail", Mode::kRail},
                                  {"road", Mode::kRoad},
                                  {"sea", Mode::kSea},
                                  {"ferry", Mode::kFerry},
                                  {"inland_water", Mode::kInlandWater},
                                  {"air", Mode::kAir}});
    modes |= 1U << static_cast<unsigned>(mode);
  }
  if (modes == 0U) {
    report(row, "modes", "no mode carries it", "Write modes divided by ;.");
  }
  return static_cast<std::uint8_t>(modes);
}

void read_commodity(Reading& reading, Row const& row) {
  auto& c = reading.region->commodities;
  add_id(reading.ids.commodities, row, "commodity_id");
  c.name.push_back(required_text(row, "name"));
  c.group.push_back(group_of(reading, row));
  c.form.push_back(choice(row, "carried_as", kFormWords));
  c.value.push_back(measure(row, "value", kPositive));
  c.value_of_time.push_back(measure(row, "vot", kNotNegative));
  c.theta.push_back(measure(row, "theta", kPositive));
  c.elasticity.push_back(measure(row, "elasticity", kNotNegative));
  c.tonnes_per_teu.push_back(measure(row, "t_per_teu", kPositive));
  c.tonnes_per_truck.push_back(measure(row, "t_per_truck", kPositive));
  c.tonnes_per_wagon.push_back(measure(row, "t_per_wagon", kPositive));
  c.modes.push_back(modes_of(row));
  c.fact.push_back(row.fact);
}

TradeTable::Row trade_row(Reading const& reading, Row const& row) {
  auto const& codes = reading.ids.trade_codes;
  number(row, "tonnes_all", kNotNegative);
  return {.exporter = reference(codes, row, "exporter"),
          .importer = reference(codes, row, "importer"),
          .value = measure(row, "value_usd", kNotNegative),
          .unit_value = number(row, "unit_value_usd_per_t", kPositive),
          .freight_share = number(row, "freight_share", kShare),
          .factor = number(row, "factor", kNotNegative),
          .tonnes = measure(row, "tonnes", kNotNegative)};
}

ZoneWeights::Row weight_row(Reading const& reading, Row const& row) {
  auto const& ids = reading.ids;
  auto const is_all = cell(row, "class_group") == "all";
  return {.code = reference(ids.trade_codes, row, "trade_code"),
          .partner = reference_or_any(ids.trade_codes, row, "partner"),
          .direction = choice<Direction>(row,
                                         "direction",
                                         {{"export", Direction::kExport},
                                          {"import", Direction::kImport},
                                          {"both", Direction::kBoth}}),
          .group = is_all ? ClassGroupId{} : reference(ids.groups, row, "class_group"),
          .zone = reference(ids.zones, row, "zone_id"),
          .weight = measure(row, "weight", kShare)};
}

void read_growth(Reading& reading, Row const& row) {
  auto& region = *reading.region;
  auto const growth = Growth::Row{.state = reference(reading.ids.states, row, "state"),
                                  .group = reference(reading.ids.groups, row, "class_group"),
                                  .rate = measure(row, "rate", {.low = -100.0, .high = 100.0}),
                                  .first_year = integer(row, "first_year", kFirstYear, kLastYear),
                                  .last_year = integer(row, "last_year", kFirstYear, kLastYear)};
  if (growth.first_year > growth.last_year) {
    report(row, "last_year", "ends before it begins", "Write a year after first_year.");
  }
  auto const is_first = region.trade.growth.rows.empty() || growth.first_year < region.base_year;
  region.base_year = is_first ? growth.first_year : region.base_year;
  region.trade.growth.rows.push_back(growth);
}

void read_shares(Reading& reading) {
  auto& trade = reading.region->trade;
  auto const& ids = reading.ids;
  auto shares = UniqueKey{.columns = {"exporter", "importer", "commodity_id"}, .seen = {}};
  for_each_row(reading, "class_share", [&](Row const& row) {
    check_unique(row, shares);
    trade.shares.rows.push_back({reference(ids.trade_codes, row, "exporter"),
                                 reference(ids.trade_codes, row, "importer"),
                                 reference(ids.commodities, row, "commodity_id"),
                                 measure(row, "share", kShare)});
  });
  auto weights = UniqueKey{
      .columns = {"trade_code", "partner", "direction", "class_group", "zone_id"}, .seen = {}};
  for_each_row(reading, "zone_weight", [&](Row const& row) {
    check_unique(row, weights);
    trade.weights.rows.push_back(weight_row(reading, row));
  });
}

void read_totals(Reading& reading) {
  auto totals = UniqueKey{.columns = {"state"}, .seen = {}};
  for_each_row(reading, "trade_total", [&](Row const& row) {
    check_unique(row, totals);
    optional_number(row, "imports_tonnes", kNotNegative);
    reading.region->trade.totals.rows.push_back(
        {reference(reading.ids.states, row, "state"), measure(row, "tonnes", kNotNegative)});
  });
  auto growth = UniqueKey{.columns = {"state", "class_group", "first_year"}, .seen = {}};
  for_each_row(reading, "growth", [&](Row const& row) {
    check_unique(row, growth);
    read_growth(reading, row);
  });
}

}  // namespace

void read_commodities(Reading& reading) {
  auto& commodities = reading.region->commodities;
  for_each_row(reading, "commodity", [&](Row const& row) { read_commodity(reading, row); });
  commodities.id.values = reading.ids.commodities.names;
  commodities.group_id.values = reading.ids.groups.names;
}

void read_trade(Reading& reading) {
  auto pairs = UniqueKey{.columns = {"exporter", "importer"}, .seen = {}};
  for_each_row(reading, "trade", [&](Row const& row) {
    check_unique(row, pairs);
    reading.region->trade.table.rows.push_back(trade_row(reading, row));
  });
  read_shares(reading);
  read_totals(reading);
}

}  // namespace chorsu
