#pragma once

#include <memory>
#include <string>

#include "chorsu/base/finding.h"
#include "chorsu/run/region.h"

namespace chorsu {

struct LoadedRegion {
  std::unique_ptr<Region> region;  ///< none when a finding is an error
  Findings findings;               ///< in the order in which the tables are read
};

/// Reads and checks the region package in a folder: datapackage.json and the tables it lists.
/// Everything wrong is collected; nothing is thrown.
LoadedRegion load_region(std::string const& path);

}  // namespace chorsu
