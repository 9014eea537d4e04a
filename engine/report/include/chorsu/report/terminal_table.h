#pragma once

#include <string>

#include "chorsu/report/write_run.h"

namespace chorsu {

/// The result of a run for a terminal of 80 columns: question, verdict, states, corridors,
/// crossings, who lost to whom, what is full, how exact the solve is, what rests on assumptions,
/// and the files. Plain text unless `colour`.
std::string terminal_table(Model const& model,
                           Comparison const& comparison,
                           Answers const& answers,
                           RunFiles const& files,
                           bool colour);

}  // namespace chorsu
