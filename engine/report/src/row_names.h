#pragma once

#include <string>

#include "chorsu/run/region.h"

namespace chorsu {

/// What the rows of the package that price something are about: "Uzbekistan, rail, bulk". Empty for
/// rows that no figure rests on by itself.
Column<FactId, std::string> row_names(Region const& region);

}  // namespace chorsu
