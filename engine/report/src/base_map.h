#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace chorsu {

/// A place on the globe [degrees].
struct LonLat {
  double lon{0.0};
  double lat{0.0};
};

enum class MapLayer : std::uint8_t { kLand, kLake, kRiver, kBorder, kDisputed };

/// A line, or a polygon with its holes.
struct MapShape {
  MapLayer layer{MapLayer::kLand};
  std::vector<std::vector<LonLat>> parts;
};

/// Land, water and borders behind a map, and the ways of ships over it; no shapes when the file is
/// not there.
struct BaseMap {
  std::vector<MapShape> shapes;
  std::map<std::string, std::vector<LonLat>> lanes;  ///< by link id, between its ends
};

/// Reads base_map.csv (columns layer, wkt) and sea_lane.csv (link_id, wkt) from a folder. Rows it
/// does not understand are left out: a map without a lake is still a map.
BaseMap read_base_map(std::string const& folder);

}  // namespace chorsu
