#include "terminal.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <unistd.h>

#include <sys/ioctl.h>

namespace chorsu::cli {

namespace {

bool is_set(char const* name) {
  auto const* const value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before threads
  return value != nullptr && *value != '\0';
}

bool is_dumb() {
  auto const* const term = std::getenv("TERM");  // NOLINT(concurrency-mt-unsafe): before threads
  return term == nullptr || std::string_view{term} == "dumb";
}

int columns_of(int file) {
  constexpr auto kLeast = 80;
  constexpr auto kMost = 160;
  auto size = winsize{};
  if (::ioctl(file, TIOCGWINSZ, &size) != 0) {
    return kLeast;
  }
  return std::clamp(static_cast<int>(size.ws_col), kLeast, kMost);
}

}  // namespace

Terminal find_terminal() {
  return {
      .colour = ::isatty(STDOUT_FILENO) != 0 && !is_set("NO_COLOR") && !is_dumb(),
      .shows_progress = ::isatty(STDERR_FILENO) != 0 && !is_dumb(),
      .columns = columns_of(STDOUT_FILENO),
  };
}

void say(std::string_view text) {
  auto const line = "chorsu: " + std::string{text} + "\n";
  std::fputs(line.c_str(), stderr);
}

void print(std::string_view text) {
  std::fwrite(text.data(), 1U, text.size(), stdout);
}

bool all_printed() {
  return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

}  // namespace chorsu::cli
