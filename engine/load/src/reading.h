#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "data_package.h"
#include "name_index.h"
#include "table_reader.h"

#include "chorsu/run/region.h"

namespace chorsu {

using CapacityIndexId = Id<struct CapacityIndexTag>;

/// The ids of all tables of a package by name.
struct Indices {
  IdIndex<SourceId> sources{{.what = "source of source.csv", .places = {}, .names = {}}};
  IdIndex<StateId> states{{.what = "state of state.csv", .places = {}, .names = {}}};
  IdIndex<TradeCodeId> trade_codes{{.what = "trade code", .places = {}, .names = {}}};
  IdIndex<ClassGroupId> groups{{.what = "class group of commodity.csv", .places = {}, .names = {}}};
  IdIndex<CommodityId> commodities{{.what = "commodity", .places = {}, .names = {}}};
  IdIndex<BasinId> basins{{.what = "basin of sea_rate.csv", .places = {}, .names = {}}};
  IdIndex<CapacityIndexId> capacities{{.what = "row of capacity.csv", .places = {}, .names = {}}};
  IdIndex<NodeId> nodes{{.what = "node of node.csv", .places = {}, .names = {}}};
  IdIndex<LinkId> links{{.what = "link of link.csv", .places = {}, .names = {}}};
  IdIndex<ZoneId> zones{{.what = "zone of zone.csv", .places = {}, .names = {}}};
  IdIndex<CorridorId> corridors{{.what = "corridor of corridor.csv", .places = {}, .names = {}}};
  IdIndex<BranchId> branches{{.what = "branch of corridor_link.csv", .places = {}, .names = {}}};
  IdIndex<ActorId> actors{{.what = "actor of actor.csv", .places = {}, .names = {}}};
  IdIndex<SubjectId> subjects{{.what = "subject of subject.csv", .places = {}, .names = {}}};
  IdIndex<StatementId> statements{
      {.what = "statement of statement.csv", .places = {}, .names = {}}};
  IdIndex<ContradictionId> contradictions{
      {.what = "contradiction of contradiction.csv", .places = {}, .names = {}}};
  IdIndex<StrainId> strains{{.what = "strain of strain.csv", .places = {}, .names = {}}};
  IdIndex<DriverId> drivers{{.what = "driver of strain_driver.csv", .places = {}, .names = {}}};
  IdIndex<ProjectId> projects{{.what = "project of project.csv", .places = {}, .names = {}}};
};

/// A package while it is read.
struct Reading {
  std::string folder;
  DataPackage package;
  Problems problems;
  Indices ids;
  Column<TradeCodeId, std::vector<StateId>> states_of_code;
  Region* region{nullptr};
};

/// Opens a table of the package; one that need not be there and is not has no rows.
Table open(Reading& reading, std::string_view name);

/// The same once more, without repeating what was found when it was first opened.
Table reopen(Reading& reading, std::string_view name);

/// Calls `use` for every row; rows of tables with sources get their fact first.
void for_each_row(Reading& reading,
                  std::string_view name,
                  std::function<void(Row const&)> const& use);

/// Adds a finding about a file as a whole.
void report(Reading& reading,
            std::string file,
            std::string message,
            std::string remedy,
            Severity severity = Severity::kError);

/// Adds a finding about the row that a fact stands in.
void report(Reading& reading,
            FactId fact,
            std::string column,
            std::string message,
            std::string remedy,
            Severity severity = Severity::kError);

/// False for links that are no border crossing; true also where an end is unknown, which
/// is a finding already.
bool crosses_border(Reading const& reading, LinkId link);

// Every function reads the tables it is named after into the region; the order is that of
// load_region, for a table can only refer to those before it.
void read_config(Reading& reading);
void read_sources(Reading& reading);
void read_states(Reading& reading);
void read_trade_codes(Reading& reading);
void read_commodities(Reading& reading);
void read_sea_rates(Reading& reading);
void read_capacities(Reading& reading);
void read_nodes(Reading& reading);
void read_links(Reading& reading);
void read_zones(Reading& reading);
void read_statuses(Reading& reading);
void read_corridors(Reading& reading);
void read_facility_capacities(Reading& reading);
void read_state_prices(Reading& reading);
void read_air_rates(Reading& reading);
void read_handling(Reading& reading);
void read_crossings(Reading& reading);
void read_access_rules(Reading& reading);
void read_level_rules(Reading& reading);
void read_other_prices(Reading& reading);
void read_trade(Reading& reading);
void read_projects(Reading& reading);
void read_effects(Reading& reading);
void read_aliases(Reading& reading);
void read_observations(Reading& reading);
void read_calibration(Reading& reading);
void read_route_cases(Reading& reading);
void read_actors(Reading& reading);
void read_engagement(Reading& reading);
void read_subjects(Reading& reading);
void read_statements(Reading& reading);
void read_happenings(Reading& reading);
void read_strains(Reading& reading);
void read_attributions(Reading& reading);
void read_ladder(Reading& reading);

// What rows say together; only once every row is sound by itself.
void check_network(Reading& reading);
void check_prices(Reading& reading);
void check_trade(Reading& reading);
void check_projects(Reading& reading);
void check_evidence(Reading& reading);

}  // namespace chorsu
