#include "chorsu/report/projection.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace chorsu {

namespace {

double radians(double degrees) {
  return degrees * std::numbers::pi / 180.0;
}

double rho_at(Conic const& conic, double lat) {
  return std::sqrt(std::max(0.0, conic.c - 2.0 * conic.n * std::sin(lat))) / conic.n;
}

/// Places along the edge of a frame, enough to find its extent on paper.
template <typename Visit>
void along_edge(Frame const& f, Visit visit) {
  constexpr auto kSteps = 24;
  for (auto i = 0; i <= kSteps; ++i) {
    auto const t = static_cast<double>(i) / kSteps;
    auto const lon = f.west + t * (f.east - f.west);
    auto const lat = f.south + t * (f.north - f.south);
    visit(LonLat{lon, f.south});
    visit(LonLat{lon, f.north});
    visit(LonLat{f.west, lat});
    visit(LonLat{f.east, lat});
  }
}

}  // namespace

Conic conic(Frame const& f) {
  auto const sixth = (f.north - f.south) / 6.0;
  auto const low = radians(f.south + sixth);
  auto const high = radians(f.north - sixth);
  auto result = Conic{};
  result.middle = radians(0.5 * (f.west + f.east));
  auto const n = 0.5 * (std::sin(low) + std::sin(high));
  // A frame astride the equator would give a cylinder: a cone so slim that nobody sees it will do.
  result.n = std::abs(n) < 1e-3 ? 1e-3 : n;
  result.c = std::cos(low) * std::cos(low) + 2.0 * result.n * std::sin(low);
  result.rho = rho_at(result, radians(0.5 * (f.south + f.north)));
  return result;
}

Point project(Conic const& conic, LonLat place) {
  auto const rho = rho_at(conic, radians(place.lat));
  auto const theta = conic.n * (radians(place.lon) - conic.middle);
  return {rho * std::sin(theta), rho * std::cos(theta) - conic.rho};
}

Sheet sheet_of(Frame const& frame, double width) {
  auto sheet = Sheet{conic(frame), 1.0, {}, width, 0.0};
  auto low = project(sheet.conic, {frame.west, frame.south});
  auto high = low;
  along_edge(frame, [&](LonLat place) {
    auto const p = project(sheet.conic, place);
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  });
  sheet.origin = low;
  sheet.scale = width / (high.x - low.x);
  sheet.height = (high.y - low.y) * sheet.scale;
  return sheet;
}

Point on_sheet(Sheet const& sheet, LonLat place) {
  auto const p = project(sheet.conic, place);
  return {(p.x - sheet.origin.x) * sheet.scale, (p.y - sheet.origin.y) * sheet.scale};
}

}  // namespace chorsu
