#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "problems.h"

#include "chorsu/assignment/traffic.h"
#include "chorsu/load/gmns.h"

namespace chorsu {

/// One row of a table whose columns go by several names.
struct GmnsRow {
  std::string const& file;
  std::span<std::string_view const> header;
  std::span<std::string_view const> cells;
  std::uint32_t line;
  Problems& problems;
};

/// A column of a table; none where the table lacks it.
using GmnsColumn = std::optional<std::size_t>;

/// The first of these names that the header has, in capitals or not.
GmnsColumn find_column(std::span<std::string_view const> header,
                       std::initializer_list<std::string_view> names);

/// The cell without blanks around it; empty where there is no such column, and for NaN.
std::string_view text(GmnsRow const& row, GmnsColumn column);

/// The same for the id of a node, link or zone: 12.0 is 12.
std::string_view id_text(GmnsRow const& row, GmnsColumn column);

/// A number from 0, or nothing where the cell is empty; anything else is a finding.
std::optional<double> amount(GmnsRow const& row, GmnsColumn column);

void report(GmnsRow const& row,
            GmnsColumn column,
            std::string message,
            std::string remedy,
            Severity severity = Severity::kError);

/// Calls `use` for every row of a table, after `begin` with its header, which may refuse it.
struct GmnsReader {
  std::function<bool(GmnsRow const& header)> begin;
  std::function<void(GmnsRow const&)> use;
};
void read_table(NamedBytes& table, GmnsReader const& reader, Problems& problems);

/// A finding about the header: a column that must be there is not.
void report_missing(GmnsRow const& header, std::string column);

struct GmnsUnits {
  double minutes{60.0};  ///< that a length of 1 takes at a speed of 1
  bool stated{false};    ///< by config.csv, with units that are known
};
GmnsUnits read_units(std::optional<NamedBytes>& config, Problems& problems);

/// Ids as they stand in bytes that are kept.
template <typename Id>
using GmnsIds = std::unordered_map<std::string_view, Id>;

/// Nodes and zones, the latter with their centroids; zones of several nodes get one of their own,
/// with links to these.
void read_nodes(GmnsTables& tables,
                TrafficNetwork& network,
                GmnsIds<TrafficNodeId>& nodes,
                Problems& problems);

void read_links(NamedBytes& table,
                GmnsUnits units,
                GmnsIds<TrafficNodeId> const& nodes,
                TrafficNetwork& network,
                Problems& problems);

/// A link that takes no time and never fills, from centroid to node or back.
void add_connector(TrafficNetwork& network, TrafficNodeId from, TrafficNodeId to);

/// The trips of a table o_zone_id, d_zone_id, volume.
Rows<TrafficZoneId, Trip> read_demand(NamedBytes& table,
                                      TrafficNetwork::Zones const& zones,
                                      Problems& problems);

/// The trips of a matrix.
Rows<TrafficZoneId, Trip> read_demand(OmxFile const& file,
                                      std::string const& matrix,
                                      TrafficNetwork::Zones const& zones,
                                      Problems& problems);

}  // namespace chorsu
