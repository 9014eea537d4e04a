#include "chorsu/report/projection.h"

#include <cmath>
#include <numbers>

#include "gtest/gtest.h"

using namespace chorsu;

namespace {

constexpr auto kFrame = Frame{35.0, 20.0, 90.0, 58.0};

/// Area of a small quadrangle on paper over its area on the sphere.
double area_scale(Conic const& conic, LonLat at) {
  constexpr auto kStep = 1e-3;
  auto const p = project(conic, at);
  auto const east = project(conic, {at.lon + kStep, at.lat});
  auto const north = project(conic, {at.lon, at.lat + kStep});
  auto const paper = (east.x - p.x) * (north.y - p.y) - (east.y - p.y) * (north.x - p.x);
  auto const step = kStep * std::numbers::pi / 180.0;
  return std::abs(paper) / (step * step * std::cos(at.lat * std::numbers::pi / 180.0));
}

}  // namespace

TEST(projection, keeps_areas) {
  auto const c = conic(kFrame);
  for (auto const& place : {LonLat{40.0, 25.0}, {62.5, 39.0}, {88.0, 55.0}}) {
    EXPECT_NEAR(area_scale(c, place), 1.0, 1e-4);
  }
}

TEST(projection, agrees_with_the_printed_example) {
  // Snyder 1987, p. 291: standard parallels 29.5 and 45.5, origin 23 N 96 W; 35 N 75 W lies at
  // x = 0.2952720, y = 0.2416774 radii. Frame and middle chosen to give these parallels.
  auto c = conic({-126.0, 25.5, -66.0, 49.5});
  EXPECT_NEAR(c.n, 0.6028370, 1e-7);
  EXPECT_NEAR(c.c, 1.3512213, 1e-7);
  c.rho = 1.5562263;
  auto const p = project(c, {-75.0, 35.0});
  EXPECT_NEAR(p.x, 0.2952720, 1e-7);
  EXPECT_NEAR(-p.y, 0.2416774, 1e-7);
}

TEST(projection, the_sheet_holds_the_frame) {
  auto const sheet = sheet_of(kFrame, 1000.0);
  for (auto const& corner :
       {LonLat{35.0, 20.0}, {90.0, 20.0}, {35.0, 58.0}, {90.0, 58.0}, {62.5, 20.0}, {62.5, 58.0}}) {
    auto const p = on_sheet(sheet, corner);
    EXPECT_GE(p.x, -1e-9);
    EXPECT_LE(p.x, sheet.width + 1e-9);
    EXPECT_GE(p.y, -1e-9);
    EXPECT_LE(p.y, sheet.height + 1e-9);
  }
  EXPECT_LT(on_sheet(sheet, {62.0, 50.0}).y, on_sheet(sheet, {62.0, 30.0}).y);
}
