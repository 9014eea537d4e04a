#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "chorsu/evidence/as_of.h"
#include "chorsu/run/region.h"

namespace chorsu::cli {

/// Sources that a word names: an id (SEED-003), the parts of a collection (SEED-000: SEED-000-BLANK
/// ...), a publisher, or an affiliation of authors, whatever its case. Empty where the word is;
/// none after a message where no source has that name.
std::optional<std::set<SourceId>> find_sources(Region const& region, std::string const& word);

/// Leaves only statements whose own source is one of these; no sources: leaves all.
void keep_said_by(Region const& region,
                  std::set<SourceId> const& sources,
                  std::vector<Answer>& statements);

}  // namespace chorsu::cli
