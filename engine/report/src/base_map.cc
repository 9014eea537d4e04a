#include "base_map.h"

#include <charconv>
#include <fstream>
#include <optional>
#include <string_view>

namespace chorsu {

namespace {

std::optional<MapLayer> layer_of(std::string_view name) {
  if (name == "land") {
    return MapLayer::kLand;
  }
  if (name == "lake") {
    return MapLayer::kLake;
  }
  if (name == "river") {
    return MapLayer::kRiver;
  }
  if (name == "border") {
    return MapLayer::kBorder;
  }
  return name == "disputed" ? std::optional{MapLayer::kDisputed} : std::nullopt;
}

/// Takes the next number off the front of `text`.
std::optional<double> take_number(std::string_view& text) {
  auto number = 0.0;
  text.remove_prefix(std::min(text.find_first_not_of(" ,"), text.size()));
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{}) {
    return std::nullopt;
  }
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

std::vector<LonLat> places(std::string_view text) {
  auto result = std::vector<LonLat>{};
  while (auto const lon = take_number(text)) {
    auto const lat = take_number(text);
    if (!lat) {
      break;
    }
    result.push_back({*lon, *lat});
  }
  return result;
}

/// Every innermost pair of brackets of a WKT text holds one run of places.
std::vector<std::vector<LonLat>> parts_of(std::string_view wkt) {
  auto result = std::vector<std::vector<LonLat>>{};
  while (true) {
    auto const end = wkt.find(')');
    auto const begin = wkt.rfind('(', end);
    if (end == std::string_view::npos || begin == std::string_view::npos) {
      return result;
    }
    auto part = places(wkt.substr(begin + 1U, end - begin - 1U));
    if (part.size() > 1U) {
      result.push_back(std::move(part));
    }
    wkt.remove_prefix(end + 1U);
  }
}

/// Calls `use` with the first two columns of every row; the second may be quoted.
template <typename Use>
void each_row(std::string const& path, Use use) {
  auto file = std::ifstream{path};
  for (auto line = std::string{}; std::getline(file, line);) {
    auto const comma = line.find(',');
    if (comma != std::string::npos) {
      use(line.substr(0U, comma), std::string_view{line}.substr(comma));
    }
  }
}

}  // namespace

BaseMap read_base_map(std::string const& folder) {
  auto map = BaseMap{};
  each_row(folder + "/base_map.csv", [&](std::string const& name, std::string_view wkt) {
    if (auto const layer = layer_of(name)) {
      map.shapes.push_back({*layer, parts_of(wkt)});
    }
  });
  each_row(folder + "/sea_lane.csv", [&](std::string const& link, std::string_view wkt) {
    auto parts = parts_of(wkt);
    if (!parts.empty()) {
      map.lanes[link] = std::move(parts.front());
    }
  });
  return map;
}

}  // namespace chorsu
