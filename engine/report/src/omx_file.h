#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "chorsu/assignment/traffic.h"
#include "chorsu/base/grid.h"

namespace chorsu {

using ZoneMatrix = Grid<TrafficZoneId, TrafficZoneId, double>;

/// Writes an OMX 0.2 file, matrix by matrix so that no two need to be held at once; zlib packs
/// them. The same matrices give the same bytes. Throws CannotWrite.
class OmxWriter {
 public:
  /// The names of the zones become the lookup "zone_id", as numbers if all of them are.
  OmxWriter(std::filesystem::path const& path, std::vector<std::string> const& zones);
  OmxWriter(OmxWriter const&) = delete;
  OmxWriter& operator=(OmxWriter const&) = delete;
  ~OmxWriter();

  void add(std::string const& name, ZoneMatrix const& matrix);

  /// Ends the file; only then is it whole.
  void close();

 private:
  struct Handles;

  std::filesystem::path path_;
  std::unique_ptr<Handles> handles_;
};

/// A name that an HDF5 link may have: slashes and points become other signs.
std::string matrix_name(std::string const& text);

}  // namespace chorsu
