#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chorsu/load/loaded_traffic.h"
#include "chorsu/load/omx.h"

namespace chorsu {

/// A file that has been read: what findings call it, and what stands in it.
struct NamedBytes {
  std::string name;
  std::vector<char> bytes;
};

/// The tables of a network as the General Modeling Network Specification (GMNS 0.96) has them.
struct GmnsTables {
  NamedBytes node;
  NamedBytes link;
  std::optional<NamedBytes> zone{};    ///< without it nodes say which zones there are
  std::optional<NamedBytes> config{};  ///< without it speeds are units of length an hour
};

/// Where demand stands, a class each: tables o_zone_id,d_zone_id,volume, or matrices of OMX files.
struct GmnsDemand {
  std::vector<std::string> tables{};
  std::vector<std::string> omx{};
  std::vector<std::string> matrices{};  ///< of the OMX files; empty: the one that is there
};

/// Reads node.csv, link.csv, zone.csv and config.csv of a folder, plain or .gz, and the demand.
/// Links stand in the file's order, an undirected one as two; time is in minutes, capacity that of
/// all lanes in an hour. A zone of several nodes gets a centroid of its own.
LoadedTraffic read_gmns(std::string const& folder, GmnsDemand const& demand);

/// The same of tables that have been read.
LoadedTraffic parse_gmns(GmnsTables tables, std::vector<NamedBytes> demand);

}  // namespace chorsu
