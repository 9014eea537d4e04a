#pragma once

#include <string_view>

namespace chorsu::cli {

/// What stdout and stderr are connected to.
struct Terminal {
  bool colour{false};          ///< results may be coloured
  bool shows_progress{false};  ///< stderr is a terminal
  int columns{80};
};

Terminal find_terminal();

/// One line on stderr: "chorsu: text".
void say(std::string_view text);

/// A result, on stdout.
void print(std::string_view text);

/// False when results could not be written, for example on a full disk.
bool all_printed();

}  // namespace chorsu::cli
