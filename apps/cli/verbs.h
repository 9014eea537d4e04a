#pragma once

#include "commands.h"
#include "terminal.h"

namespace chorsu::cli {

/// Each verb does its work, prints its answer and returns the exit code.
int run(RunCommand const& command, Terminal const& terminal);
int compare(CompareCommand const& command, Terminal const& terminal);
int route(RouteCommand const& command, Terminal const& terminal);
int as_of(AsOfCommand const& command, Terminal const& terminal);
int timeline(TimelineCommand const& command, Terminal const& terminal);
int levers(LeversCommand const& command, Terminal const& terminal);
int check(CheckCommand const& command, Terminal const& terminal);
int validate(ValidateCommand const& command, Terminal const& terminal);
int calibrate(CalibrateCommand const& command, Terminal const& terminal);
int forecast(ForecastCommand const& command, Terminal const& terminal);
int assign(AssignCommand const& command, Terminal const& terminal);
int bargain(BargainCommand const& command, Terminal const& terminal);
int why(WhyCommand const& command, Terminal const& terminal);

}  // namespace chorsu::cli
