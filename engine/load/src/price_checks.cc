#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "reading.h"

namespace chorsu {

namespace {

/// Which states have which modes on land, with the fact of a link that shows it.
using LandModes = std::map<std::pair<StateId, Mode>, FactId>;

LandModes land_modes(Network const& network) {
  auto result = LandModes{};
  auto const& links = network.links;
  for (auto const link : links.id.ids()) {
    auto const mode = links.mode[link];
    for (auto const node : {links.from[link], links.to[link]}) {
      auto const state = network.nodes.state[node];
      if ((mode == Mode::kRail || mode == Mode::kRoad) && !state.is_none()) {
        result.try_emplace({state, mode}, links.fact[link]);
      }
    }
  }
  return result;
}

void check_land_prices(Reading& reading) {
  auto const& network = reading.region->network;
  auto const& prices = reading.region->prices.states;
  for (auto const& [key, fact] : land_modes(network)) {
    auto const& [state, mode] = key;
    auto const demand = [&, by = mode, of = state](
                            Measure const& price, char const* file, char const* what) {
      if (price.fact.is_none()) {
        report(reading,
               file,
               fmt::format("no {} {} of {}, which has {} links",
                           by == Mode::kRail ? "rail" : "road",
                           what,
                           network.states.id[of],
                           by == Mode::kRail ? "rail" : "road"),
               "Add the row.");
      }
    };
    auto const is_rail = mode == Mode::kRail;
    demand(is_rail ? prices.rail_bulk[state] : prices.road[state], "tariff.csv", "tariff");
    if (is_rail) {
      demand(prices.rail_box[state], "tariff.csv", "tariff of containers");
    }
    demand(is_rail ? prices.rail_speed[state] : prices.road_speed[state], "speed.csv", "speed");
  }
}

/// A crossing has an exit and an entry in each direction.
void check_crossings(Reading& reading) {
  constexpr auto kSides = 4;
  auto const& network = reading.region->network;
  auto sides = std::map<LinkId, int>{};
  for (auto const& row : reading.region->prices.borders.rows) {
    ++sides[row.link];
  }
  auto limited = std::set<LinkId>{};
  for (auto const& row : reading.region->capacities.crossings.rows) {
    limited.insert(row.link);
  }
  for (auto const link : network.links.id.ids()) {
    if (!is_crossing(network, link)) {
      continue;
    }
    auto const& id = network.links.id[link];
    if (sides[link] != kSides) {
      report(reading,
             network.links.fact[link],
             "link_id",
             fmt::format("crossing '{}' has {} rows in crossing.csv, not 4", id, sides[link]),
             "Write exit and entry for both directions.");
    }
    if (!limited.contains(link)) {
      report(reading,
             network.links.fact[link],
             "link_id",
             fmt::format("crossing '{}' has no row in crossing_capacity.csv: it is not bound", id),
             "Add its capacity.",
             Severity::kWarning);
    }
  }
}

void check_planes(Reading& reading) {
  auto const& links = reading.region->network.links;
  auto directions = std::map<LinkId, int>{};
  for (auto const& row : reading.region->prices.air.rows) {
    ++directions[row.link];
  }
  for (auto const link : links.id.ids()) {
    if (links.mode[link] == Mode::kAir && directions[link] != 2) {
      report(
          reading,
          links.fact[link],
          "link_id",
          fmt::format(
              "air link '{}' has {} rows in air_rate.csv, not 2", links.id[link], directions[link]),
          "Without a row nothing flies that way.",
          Severity::kWarning);
    }
  }
}

bool has_rate(WaterRates const& water, BasinId basin, Form form, ClassGroupId group) {
  return std::ranges::any_of(water.rows, [&](WaterRates::Row const& row) {
    return row.basin == basin && row.carriage == Carriage::kShip && row.form == form &&
           std::ranges::find(row.groups, group) != row.groups.end();
  });
}

/// Every commodity that may go by ship finds a rate in every basin with links of its mode.
void check_ships(Reading& reading) {
  auto const& region = *reading.region;
  auto const& links = region.network.links;
  auto const& goods = region.commodities;
  auto known = std::set<std::pair<BasinId, Mode>>{};
  for (auto const link : links.id.ids()) {
    auto const mode = links.mode[link];
    auto const by_ship = mode == Mode::kSea || mode == Mode::kInlandWater;
    if (!by_ship || !known.emplace(links.basin[link], mode).second) {
      continue;
    }
    for (auto const c : goods.id.ids()) {
      if (allows(goods.modes[c], mode) &&
          !has_rate(region.prices.water, links.basin[link], goods.form[c], goods.group[c])) {
        report(reading,
               links.fact[link],
               "basin",
               fmt::format("sea_rate.csv has no rate for '{}' in basin '{}'",
                           goods.id[c],
                           region.network.basins[links.basin[link]]),
               "Without a row it cannot go there.",
               Severity::kWarning);
      }
    }
  }
}

std::vector<Carriage> carriages_of(FerryCarries carries) {
  auto result = std::vector<Carriage>{};
  if (carries != FerryCarries::kTrucks) {
    result.push_back(Carriage::kWagonFerry);
  }
  if (carries != FerryCarries::kWagons) {
    result.push_back(Carriage::kTruckFerry);
  }
  return result;
}

/// What a ferry carries has a rate in its basin.
void check_ferry_rates(Reading& reading) {
  auto const& region = *reading.region;
  for (auto const& ferry : region.capacities.ferries.rows) {
    auto const basin = region.network.links.basin[ferry.link];
    for (auto const carriage : carriages_of(ferry.carries)) {
      auto const has_row = std::ranges::any_of(region.prices.water.rows, [&](auto const& row) {
        return row.basin == basin && row.carriage == carriage;
      });
      if (!has_row) {
        report(reading,
               ferry.headway.fact,
               "carries",
               fmt::format("sea_rate.csv has no rate for {} in basin '{}'",
                           carriage == Carriage::kWagonFerry ? "wagons" : "trucks",
                           region.network.basins[basin]),
               "Without a row they cannot go there.",
               Severity::kWarning);
      }
    }
  }
}

}  // namespace

void check_prices(Reading& reading) {
  check_land_prices(reading);
  check_crossings(reading);
  check_planes(reading);
  check_ships(reading);
  check_ferry_rates(reading);
}

}  // namespace chorsu
