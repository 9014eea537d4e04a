#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "chorsu/report/projection.h"

namespace chorsu {

enum class MapLayer : std::uint8_t { kLand, kLake, kRiver, kBorder, kDisputed };

/// A line, or a polygon with its holes.
struct MapShape {
  MapLayer layer{MapLayer::kLand};
  std::vector<std::vector<LonLat>> parts;
};

/// Land, water and borders behind a map; no shapes when the file is not there.
struct BaseMap {
  std::vector<MapShape> shapes;
};

/// Reads base_map.csv (columns layer, wkt) from a folder. Rows it does not understand are left out:
/// a map without a lake is still a map.
BaseMap read_base_map(std::string const& folder);

}  // namespace chorsu
