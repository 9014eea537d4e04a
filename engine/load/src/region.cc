#include "chorsu/load/region.h"

#include <array>
#include <exception>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "reading.h"

namespace chorsu {

namespace {

/// A table can only refer to those before it.
constexpr auto kTables = std::array{
    read_config,
    read_sources,
    read_states,
    read_trade_codes,
    read_commodities,
    read_sea_rates,
    read_capacities,
    read_nodes,
    read_links,
    read_zones,
    read_statuses,
    read_corridors,
    read_facility_capacities,
    read_state_prices,
    read_air_rates,
    read_handling,
    read_crossings,
    read_access_rules,
    read_other_prices,
    read_trade,
    read_projects,
    read_effects,
    read_aliases,
    read_observations,
    read_calibration,
    read_route_cases,
    read_actors,
    read_level_rules,
    read_engagement,
    read_subjects,
    read_statements,
    read_happenings,
    read_strains,
    read_attributions,
    read_ladder,
};

constexpr auto kChecks =
    std::array{check_network, check_prices, check_trade, check_projects, check_evidence};

void read_all(Reading& reading) {
  reading.package = read_data_package(reading.folder, reading.problems);
  reading.region->name = reading.package.name;
  for (auto const read_table : kTables) {
    read_table(reading);
  }
  if (reading.problems.errors == 0U) {
    for (auto const check : kChecks) {
      check(reading);
    }
  }
}

}  // namespace

LoadedRegion load_region(std::string const& path) {
  auto result = LoadedRegion{.region = std::make_unique<Region>(), .findings = {}};
  auto reading = Reading{};
  reading.folder = path;
  reading.region = result.region.get();
  result.region->path = path;
  auto error = std::error_code{};
  if (!std::filesystem::is_directory(path, error)) {
    report(reading, path, "no such region package", "Name a folder with a datapackage.json.");
  } else {
    try {
      read_all(reading);
    } catch (std::exception const& e) {
      report(reading, path, fmt::format("cannot be read: {}", shown(e.what())), {});
    }
  }
  if (reading.problems.errors > 0U) {
    result.region.reset();
  }
  result.findings = finish(std::move(reading.problems));
  return result;
}  // NOLINT(clang-analyzer-cplusplus.NewDeleteLeaks): the region moves out with the result

}  // namespace chorsu
