#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "gmns_tables.h"
#include "trip_table.h"

namespace chorsu {

namespace {

using ZoneIds = GmnsIds<TrafficZoneId>;

ZoneIds ids_of_zones(TrafficNetwork::Zones const& zones) {
  auto ids = ZoneIds{};
  for (auto const zone : zones.name.ids()) {
    ids.emplace(zones.name[zone], zone);
  }
  return ids;
}

TrafficZoneId zone(ZoneIds const& zones, GmnsRow const& row, GmnsColumn column) {
  auto const id = id_text(row, column);
  auto const found = zones.find(id);
  if (found == zones.end()) {
    report(row, column, "no zone " + in_quotes(id), "Write a zone_id that a node has.");
    return TrafficZoneId::none();
  }
  return found->second;
}

struct DemandColumns {
  GmnsColumn origin;
  GmnsColumn destination;
  GmnsColumn volume;
};

DemandColumns columns_of(GmnsRow const& header) {
  auto const names = header.header;
  auto const columns = DemandColumns{
      find_column(names, {"o_zone_id", "origin_zone_id", "from_zone_id", "origin", "orig", "o"}),
      find_column(names,
                  {"d_zone_id", "destination_zone_id", "to_zone_id", "destination", "dest", "d"}),
      find_column(names, {"volume", "demand", "trips", "vehicles", "flow", "value"})};
  if (!columns.origin) {
    report_missing(header, "o_zone_id");
  }
  if (!columns.destination) {
    report_missing(header, "d_zone_id");
  }
  if (!columns.volume) {
    report_missing(header, "volume");
  }
  return columns;
}

// ---- OMX ---------------------------------------------------------------------------------------

/// Zones of a matrix's rows and columns; none stands for those that are no zones.
using MatrixZones = std::vector<TrafficZoneId>;

/// How many entries of a lookup are zones.
std::size_t known(OmxLookup const& lookup, ZoneIds const& zones) {
  return static_cast<std::size_t>(std::ranges::count_if(
      lookup.entries, [&](std::string const& entry) { return zones.contains(entry); }));
}

/// Rows and columns by the lookup that names the most zones; without lookups the zones in order.
MatrixZones zones_of(OmxFile const& file,
                     TrafficNetwork::Zones const& zones,
                     ZoneIds const& ids,
                     Problems& problems) {
  auto best = file.lookups.end();
  for (auto at = file.lookups.begin(); at != file.lookups.end(); ++at) {
    if (best == file.lookups.end() || known(*at, ids) > known(*best, ids)) {
      best = at;
    }
  }
  auto result = MatrixZones{};
  if (best != file.lookups.end() && known(*best, ids) > 0U) {
    for (auto const& entry : best->entries) {
      auto const found = ids.find(entry);
      result.push_back(found == ids.end() ? TrafficZoneId::none() : found->second);
    }
  } else if (file.rows == zones.name.size()) {
    for (auto const id : zones.name.ids()) {
      result.push_back(id);
    }
    if (best != file.lookups.end()) {
      add(problems,
          Finding{Severity::kWarning,
                  file.name,
                  0U,
                  "lookup",
                  "none names the zones of the network: rows are taken in their order",
                  "Add a lookup of zone ids."});
    }
  } else {
    add(problems,
        Finding{Severity::kError,
                file.name,
                0U,
                "lookup",
                fmt::format("{} rows, the network has {} zones, and no lookup says which is which",
                            file.rows,
                            zones.name.size()),
                "Add a lookup of zone ids."});
  }
  return result;
}

/// A matrix while it is read.
struct MatrixReading {
  OmxFile const& file;
  std::string const& matrix;
  MatrixZones const& zones;
  Problems& problems;
  TripTable table{};
  std::size_t empty{0U};  ///< cells that are no number
  double strange{0.0};    ///< trips of rows and columns that are no zones
};

void read_cell(MatrixReading& reading, std::size_t row, std::size_t column, double vehicles) {
  if (vehicles == 0.0) {
    return;
  }
  if (std::isnan(vehicles)) {
    ++reading.empty;
    return;
  }
  if (vehicles < 0.0 || std::isinf(vehicles)) {
    add(reading.problems,
        Finding{Severity::kError,
                reading.file.name,
                0U,
                "data/" + shown(reading.matrix),
                fmt::format("{} trips in row {}, column {}", vehicles, row + 1U, column + 1U),
                "Have numbers from 0 there."});
    return;
  }
  auto const origin = reading.zones[row];
  auto const destination = reading.zones[column];
  if (origin.is_none() || destination.is_none()) {
    reading.strange += vehicles;
  } else {
    add(reading.table, {origin, destination, vehicles});
  }
}

void read_cells(MatrixReading& reading) {
  constexpr auto kUsual = std::size_t{512} * 1024U;  // cells
  constexpr auto kMost = std::size_t{32} * 1024U * 1024U;
  auto const& file = reading.file;
  auto const wanted = std::max(kUsual / file.columns, rows_at_once(file, reading.matrix));
  auto const rows = std::clamp(std::min(wanted, kMost / file.columns), std::size_t{1}, file.rows);
  auto cells = std::vector<double>{};
  auto findings = Findings{};
  for (auto first = std::size_t{0}; first < file.rows && findings.empty(); first += rows) {
    cells.resize(std::min(rows, file.rows - first) * file.columns);
    if (!read_rows(file, reading.matrix, first, cells, findings)) {
      break;
    }
    for (auto i = std::size_t{0}; i < cells.size(); ++i) {
      read_cell(reading, first + i / file.columns, i % file.columns, cells[i]);
    }
  }
  add_all(reading.problems, std::move(findings));
}

void tell(MatrixReading const& reading) {
  auto const say = [&](Severity severity, std::string message, std::string remedy) {
    add(reading.problems,
        Finding{severity,
                reading.file.name,
                0U,
                "data/" + shown(reading.matrix),
                std::move(message),
                std::move(remedy)});
  };
  if (reading.empty > 0U) {
    say(Severity::kNote,
        fmt::format("cells that are no number, taken for 0: {}", reading.empty),
        {});
  }
  if (reading.strange > 0.0) {
    say(Severity::kError,
        fmt::format("{:.10g} trips of rows or columns that are no zones of the network",
                    reading.strange),
        "Check that these trips belong to this network.");
  }
}

}  // namespace

Rows<TrafficZoneId, Trip> read_demand(NamedBytes& table,
                                      TrafficNetwork::Zones const& zones,
                                      Problems& problems) {
  auto const errors = problems.errors;
  auto const ids = ids_of_zones(zones);
  auto columns = DemandColumns{};
  auto trips = TripTable{};
  auto const begin = [&](GmnsRow const& header) {
    columns = columns_of(header);
    return columns.origin && columns.destination && columns.volume;
  };
  auto const use = [&](GmnsRow const& row) {
    auto const origin = zone(ids, row, columns.origin);
    auto const destination = zone(ids, row, columns.destination);
    auto const vehicles = amount(row, columns.volume);
    if (!origin.is_none() && !destination.is_none()) {
      add(trips, {origin, destination, vehicles.value_or(0.0)});
    }
  };
  read_table(table, {begin, use}, problems);
  return problems.errors > errors
             ? Rows<TrafficZoneId, Trip>{}
             : in_order(std::move(trips), zones.name.size(), table.name, problems);
}

Rows<TrafficZoneId, Trip> read_demand(OmxFile const& file,
                                      std::string const& matrix,
                                      TrafficNetwork::Zones const& zones,
                                      Problems& problems) {
  if (file.rows != file.columns) {
    add(problems,
        Finding{Severity::kError,
                file.name,
                0U,
                "data/" + shown(matrix),
                fmt::format("{} rows and {} columns", file.rows, file.columns),
                "Have a row and a column for every zone."});
    return {};
  }
  auto const errors = problems.errors;
  auto const of = zones_of(file, zones, ids_of_zones(zones), problems);
  if (problems.errors > errors) {
    return {};
  }
  auto reading = MatrixReading{.file = file, .matrix = matrix, .zones = of, .problems = problems};
  read_cells(reading);
  tell(reading);
  return problems.errors > errors
             ? Rows<TrafficZoneId, Trip>{}
             : in_order(std::move(reading.table), zones.name.size(), file.name, problems);
}

}  // namespace chorsu
