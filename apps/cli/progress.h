#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "terminal.h"

namespace chorsu::cli {

/// A bar on stderr with the time that is left, once the work has taken two seconds and only on a
/// terminal.
class Progress {
 public:
  /// `work` is the sum of what the stages will say they are worth.
  Progress(Terminal const& terminal, double work);
  ~Progress();
  Progress(Progress const&) = delete;
  Progress& operator=(Progress const&) = delete;

  /// The next stage: what is being done, and how much of the work it is.
  void begin(std::string stage, double work);

  /// Says how much of the work is done, where a stage knows it.
  void reach(std::string stage, double done);

  /// Takes the bar from the screen until it is next drawn, so that a message or result can stand.
  void clear();

  /// Takes it away for good.
  void finish();

 private:
  using Clock = std::chrono::steady_clock;

  void tick(std::stop_token const& stop);
  std::string line() const;

  double const all_work_;
  Clock::time_point const start_{Clock::now()};
  Clock::time_point stage_start_{start_};
  double done_{0.0};  ///< work of the stages before this one
  double stage_work_{0.0};
  std::string stage_;
  bool drawn_{false};
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::jthread ticker_;
};

}  // namespace chorsu::cli
