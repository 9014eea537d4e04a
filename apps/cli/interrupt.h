#pragma once

namespace chorsu::cli {

/// From here on SIGINT and SIGTERM end the program with 130 and 143. To be called before any thread
/// starts: a thread of its own waits for them.
void watch_interrupts();

/// While one lives an interruption waits, so that what it guards happens whole or not at all.
class UninterruptedPart {
 public:
  UninterruptedPart();
  ~UninterruptedPart();
  UninterruptedPart(UninterruptedPart const&) = delete;
  UninterruptedPart& operator=(UninterruptedPart const&) = delete;
};

}  // namespace chorsu::cli
