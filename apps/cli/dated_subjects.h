#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chorsu/evidence/subject.h"
#include "chorsu/load/resolve.h"
#include "chorsu/run/region.h"

namespace chorsu::cli {

/// What the words of `asof` and `timeline` mean: subjects of evidence, and places of the network
/// whose links can be looked at.
struct Asked {
  std::vector<std::string> words;
  std::vector<SubjectId> subjects;
  std::vector<Place> places;
};

/// None, after a message with the nearest names, when a word means nothing.
std::optional<Asked> find_asked(Region const& region, std::vector<std::string> const& words);

}  // namespace chorsu::cli
