#pragma once

#include <optional>
#include <string>

#include "commands.h"
#include "terminal.h"
#include "why_tables.h"

namespace chorsu::cli {

/// The run that a figure is looked up in, and its package.
struct WhyRun {
  TableFolder run;
  TableFolder package;
};

/// Finds the run that `why` is asked about: a folder, the folder of a scenario, or the newest one
/// below out/. A scenario that has not been run, or has changed since, is solved. None, after
/// messages, with the exit code when there is no such run.
std::optional<WhyRun> why_run(WhyCommand const& command, Terminal const& terminal, int& code);

}  // namespace chorsu::cli
