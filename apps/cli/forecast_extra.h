#pragma once

#include "commands.h"
#include "progress.h"

#include "chorsu/decisions/ladder_inputs.h"
#include "chorsu/run/region.h"

namespace chorsu::cli {

/// `chorsu forecast payoffs`: what levels are worth to neighbours, and whether the package's table
/// still says so; with --write into the package. Returns the exit code.
int make_payoffs(ForecastCommand const& command, Region const& region, Progress& progress);

/// Where bargaining over the actors of --bargain ends, as a pull of the ladder. False, after a
/// message, when the file, its dimension or its actors cannot be used.
bool read_pull(ForecastCommand const& command,
               LadderInputs const& inputs,
               LadderActors const& actors,
               LadderPull& pull);

}  // namespace chorsu::cli
