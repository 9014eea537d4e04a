#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chorsu/base/finding.h"
#include "chorsu/decisions/bargaining.h"

namespace chorsu {

/// Actors read from a file; none when a finding is an error.
struct LoadedActors {
  std::optional<BargainActors> actors;
  Findings findings;
};

/// The largest KTAB file that is read, in bytes; one with the most actors has some 100,000.
inline constexpr auto kMostKtabBytes = std::size_t{4} * 1024U * 1024U;

/// The actors of a scenario in KTAB's comma-separated form (KAPSARC Toolkit for Behavioral
/// Analysis, its SMP): a row with name, description, number of actors, number of dimensions; a row
/// with the names of the columns; then a row an actor: name, description, capability (above 0), and
/// for every dimension position (0 to 100) and salience (0 to 100, all together 0.01 to 100). From
/// 2 to 250 actors. A byte order mark, CRLF, blanks around cells, blank cells at the end of a row
/// and blank rows are taken as they come. Everything that is wrong becomes a finding.
LoadedActors read_ktab(std::string const& path);

/// The same of a file that has been read; `name` is what findings call it.
LoadedActors parse_ktab(std::vector<char> bytes, std::string const& name);

}  // namespace chorsu
