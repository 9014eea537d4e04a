#include <utility>

#include <fmt/format.h>

#include "reading.h"
#include "words.h"

namespace chorsu {

namespace {

enum class Cargo : std::uint8_t { kBulk, kContainer, kAll };

void read_tariff(Reading& reading, Row const& row) {
  auto& prices = reading.region->prices.states;
  auto const state = reference(reading.ids.states, row, "state");
  auto const mode = choice(row, "mode", kLandModes);
  auto const cargo = choice<Cargo>(
      row,
      "cargo",
      {{"bulk", Cargo::kBulk}, {"container", Cargo::kContainer}, {"all", Cargo::kAll}});
  auto const tariff = measure(row, "tariff", kNotNegative);
  if (state.is_none()) {
    return;
  }
  if (mode == Mode::kRoad) {
    prices.road[state] = tariff;
    if (cargo != Cargo::kAll) {
      report(row, "cargo", "roads have one tariff for all goods", "Write all.");
    }
    return;
  }
  if (cargo != Cargo::kContainer) {
    prices.rail_bulk[state] = tariff;
  }
  if (cargo != Cargo::kBulk) {
    prices.rail_box[state] = tariff;
  }
}

/// A row for '*' holds for every state without one of its own.
void read_speed(Reading& reading, Row const& row) {
  auto& prices = reading.region->prices.states;
  auto const is_any = cell(row, "state") == "*";
  auto const state = reference_or_any(reading.ids.states, row, "state");
  auto const mode = choice<Mode>(row,
                                 "mode",
                                 {{"rail", Mode::kRail},
                                  {"road", Mode::kRoad},
                                  {"air", Mode::kAir},
                                  {"sea", Mode::kSea},
                                  {"ferry", Mode::kFerry},
                                  {"inland_water", Mode::kInlandWater}});
  auto const speed = measure(row, "speed", kPositive);
  if (mode != Mode::kRail && mode != Mode::kRoad) {
    return;  // hours on water and in the air stand in their own tables
  }
  auto& column = mode == Mode::kRail ? prices.rail_speed : prices.road_speed;
  if (is_any) {
    for (auto& known : column.values) {
      known = known.fact.is_none() ? speed : known;
    }
  } else if (!state.is_none()) {
    column[state] = speed;
  }
}

void read_speeds(Reading& reading) {
  auto key = UniqueKey{.columns = {"state", "mode"}, .seen = {}};
  for_each_row(reading, "speed", [&](Row const& row) {
    check_unique(row, key);
    read_speed(reading, row);
  });
}

Carriage carriage_of(std::string_view carried_as) {
  return carried_as == "wagon"   ? Carriage::kWagonFerry
         : carried_as == "truck" ? Carriage::kTruckFerry
                                 : Carriage::kShip;
}

BasinId basin_of(Reading& reading, Row const& row) {
  auto& basins = reading.ids.basins;
  auto const known = find_id(basins, cell(row, "basin"));
  return known.is_none() ? add_id(basins, row, "basin") : known;
}

void read_sea_rate(Reading& reading, Row const& row) {
  auto rate = WaterRates::Row{};
  rate.id = required_text(row, "rate_id");
  rate.basin = basin_of(reading, row);
  rate.mode = choice<Mode>(
      row,
      "mode",
      {{"sea", Mode::kSea}, {"ferry", Mode::kFerry}, {"inland_water", Mode::kInlandWater}});
  rate.form = choice<Form>(
      row,
      "carried_as",
      {{"box", Form::kBox}, {"bulk", Form::kBulk}, {"wagon", Form::kBulk}, {"truck", Form::kBulk}});
  rate.carriage = carriage_of(cell(row, "carried_as"));
  if ((rate.mode == Mode::kFerry) == (rate.carriage == Carriage::kShip)) {
    report(
        row,
        "carried_as",
        fmt::format("{} does not go by {}", in_quotes(cell(row, "carried_as")), cell(row, "mode")),
        "Ferries carry wagon or truck, ships box or bulk.");
  }
  rate.groups = references(reading.ids.groups, row, "class_groups");
  rate.rate = measure(row, "rate", kNotNegative);
  rate.call = measure(row, "call", kNotNegative);
  rate.handling_included = boolean(row, "handling_included");
  rate.speed = measure(row, "speed", kPositive);
  rate.headway_factor = measure(row, "headway_factor", kNotNegative);
  rate.load_hours = measure(row, "load_h", kNotNegative);
  rate.discharge_hours = measure(row, "discharge_h", kNotNegative);
  rate.fact = row.fact;
  reading.region->prices.water.rows.push_back(std::move(rate));
}

}  // namespace

void read_state_prices(Reading& reading) {
  auto& prices = reading.region->prices.states;
  auto const states = reading.ids.states.names.size();
  for (auto* column : {&prices.rail_box,
                       &prices.rail_bulk,
                       &prices.road,
                       &prices.rail_speed,
                       &prices.road_speed}) {
    column->values.assign(states, Measure{});
  }
  auto key = UniqueKey{.columns = {"state", "mode", "cargo"}, .seen = {}};
  for_each_row(reading, "tariff", [&](Row const& row) {
    check_unique(row, key);
    read_tariff(reading, row);
  });
  read_speeds(reading);
}

void read_sea_rates(Reading& reading) {
  auto key = UniqueKey{.columns = {"rate_id"}, .seen = {}};
  for_each_row(reading, "sea_rate", [&](Row const& row) {
    check_unique(row, key);
    read_sea_rate(reading, row);
  });
  reading.region->network.basins.values = reading.ids.basins.names;
}

}  // namespace chorsu
