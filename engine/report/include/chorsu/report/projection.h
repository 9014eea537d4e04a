#pragma once

namespace chorsu {

/// A place on the globe [degrees].
struct LonLat {
  double lon{0.0};
  double lat{0.0};
};

/// A rectangle of the globe [degrees].
struct Frame {
  double west{0.0};
  double south{0.0};
  double east{0.0};
  double north{0.0};
};

/// A place on paper; y grows downward.
struct Point {
  double x{0.0};
  double y{0.0};
};

/// Albers' conic equal-area projection of a sphere of radius 1 (Snyder, Map Projections: A Working
/// Manual, USGS 1987, eq. 14-1 to 14-6), standard parallels a sixth of the frame from its edges,
/// north up in its middle.
struct Conic {
  double middle{0.0};  ///< longitude [radians]
  double n{1.0};
  double c{0.0};
  double rho{0.0};
};

Conic conic(Frame const& frame);

/// In radii of the sphere.
Point project(Conic const& conic, LonLat place);

/// A sheet of paper `width` units wide on which a frame fits, north up.
struct Sheet {
  Conic conic;
  double scale{1.0};
  Point origin;  ///< of the sheet, in radii
  double width{0.0};
  double height{0.0};
};

Sheet sheet_of(Frame const& frame, double width);

Point on_sheet(Sheet const& sheet, LonLat place);

}  // namespace chorsu
