#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "chorsu/base/finding.h"

namespace chorsu {

/// Findings as they are made: the first thousand errors and the first thousand others are kept.
struct Problems {
  Findings list;
  std::size_t errors{0U};
  std::size_t others{0U};
  std::size_t suggestions{0U};  ///< nearest names looked up so far
};

void add(Problems& problems, Finding finding);
void add_all(Problems& problems, Findings findings);

/// The findings, with a note at the end when some were left out.
Findings finish(Problems problems);

/// Text for a message: on one line, valid UTF-8, cut after 60 bytes.
std::string shown(std::string_view text);

/// The same in single quotes.
std::string in_quotes(std::string_view text);

}  // namespace chorsu
