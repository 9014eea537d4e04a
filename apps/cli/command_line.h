#pragma once

#include <optional>

#include "commands.h"

namespace chorsu::cli {

/// A command, or what to exit with when there is none: help and the version have been printed,
/// wrong usage has been complained about.
struct Parsed {
  std::optional<Command> command;
  int exit_code{kOk};
};

Parsed parse_command_line(int argc, char const* const* argv);

}  // namespace chorsu::cli
