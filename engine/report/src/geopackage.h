#pragma once

#include <string>

#include "chorsu/report/answers.h"

namespace chorsu {

/// Writes a GeoPackage 1.2 (OGC 12-128r14) with the layers `links` and `nodes` to a file that must
/// not be there yet. Its time stamp is the comparison's date, so that the same comparison gives the
/// same bytes. Returns what went wrong, nothing when all is well.
std::string write_geopackage(Model const& model,
                             Comparison const& comparison,
                             std::string const& path);

}  // namespace chorsu
