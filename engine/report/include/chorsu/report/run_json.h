#pragma once

#include <string>

#include "chorsu/report/write_run.h"

namespace chorsu {

/// Wall-clock time of a run's stages [s]; the solves' own times stand in the comparison.
struct RunSeconds {
  double load{0.0};
  double report{0.0};
};

/// The object that `chorsu run --json` prints: {scenario, baseline_date, residual,
/// capacity_violation, balance_max, seconds, states, corridors, crossings, diversion, files} and
/// some more keys. A crossing stands under each of its aliases with its `link_id`, or under the
/// link's id when it has none. Ends with a newline.
std::string run_json(Model const& model,
                     Comparison const& comparison,
                     Answers const& answers,
                     RunFiles const& files,
                     RunSeconds const& seconds);

}  // namespace chorsu
