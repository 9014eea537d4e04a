#pragma once

#include <string>
#include <vector>

#include "chorsu/base/finding.h"
#include "chorsu/decisions/bargaining.h"

namespace chorsu {

/// Files of a negotiation, as paths under the directory that was asked for.
struct BargainFiles {
  std::string positions;   ///< positions.csv
  std::string challenges;  ///< challenges.csv
  std::string html;        ///< bargain.html
};

struct WrittenBargain {
  BargainFiles files;
  Findings findings;  ///< what could not be written, and why; empty when all is well
};

/// Writes a negotiation into `directory` as write_run does: whole or not at all, the same
/// negotiation in the same bytes.
WrittenBargain write_bargain(BargainActors const& actors,
                             Bargain const& bargain,
                             std::string const& directory);

/// What came out, in sentences: how it ended, whose position is likeliest to win, what the model
/// is and that its turns have no calendar, what to compare it with.
std::vector<std::string> bargain_words(BargainActors const& actors, Bargain const& bargain);

/// The actors most worth a line where there is no room for all: by capability, then as they stand
/// in the file; in the order of the file.
std::vector<BargainActorId> leading_actors(BargainActors const& actors, std::size_t most);

}  // namespace chorsu
