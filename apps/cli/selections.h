#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chorsu/report/selection.h"
#include "chorsu/run/region.h"

namespace chorsu::cli {

/// What `--through` means: projects, crossings, links, nodes, corridors and states by id, alias or
/// name. None, after a message with the nearest names, when a word is nothing of that kind.
std::optional<std::vector<Selection>> find_selections(Region const& region,
                                                      std::vector<std::string> const& words);

}  // namespace chorsu::cli
