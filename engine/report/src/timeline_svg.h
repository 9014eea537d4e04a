#pragma once

#include <string>

#include "chorsu/report/write_timeline.h"

namespace chorsu {

/// The drawing by itself: <svg> with its own colours.
std::string timeline_svg(TimelinePage const& page);

}  // namespace chorsu
