#pragma once

#include <vector>

#include "dated_answer.h"

#include "chorsu/report/write_timeline.h"

namespace chorsu::cli {

/// The levels of those asked about whose level is followed, as they were replayed.
std::vector<TimelineActor> levels_of(Region const& region, DatedAnswer const& answer);

TimelinePage page_of(Region const& region, DatedAnswer const& answer);

/// What happened or was said, in a line without its source.
std::string statement_words(Answer const& answer);

}  // namespace chorsu::cli
