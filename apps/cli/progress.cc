#include "progress.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

namespace chorsu::cli {

namespace {

using Seconds = std::chrono::duration<double>;

constexpr auto kPatience = Seconds{2.0};
constexpr auto kPeriod = std::chrono::milliseconds{200};

std::string bar(double share) {
  constexpr auto kWidth = 24;
  auto const full = std::clamp(static_cast<int>(share * kWidth), 0, kWidth);
  return "[" + std::string(static_cast<std::size_t>(full), '#') +
         std::string(static_cast<std::size_t>(kWidth - full), '.') + "]";
}

std::string whole_seconds(double seconds) {
  return std::to_string(static_cast<long>(std::ceil(seconds))) + " s";
}

}  // namespace

Progress::Progress(Terminal const& terminal, double work) : all_work_{work} {
  if (terminal.shows_progress) {
    ticker_ = std::jthread{[this](std::stop_token const& stop) { tick(stop); }};
  }
}

Progress::~Progress() {
  finish();
}

void Progress::begin(std::string stage, double work) {
  auto const lock = std::lock_guard{mutex_};
  done_ += stage_work_;
  stage_work_ = work;
  stage_ = std::move(stage);
  stage_start_ = Clock::now();
}

void Progress::reach(std::string stage, double done) {
  auto const lock = std::lock_guard{mutex_};
  done_ = done;
  stage_work_ = 0.0;
  stage_ = std::move(stage);
  stage_start_ = Clock::now();
}

void Progress::clear() {
  auto const lock = std::lock_guard{mutex_};
  if (std::exchange(drawn_, false)) {
    std::fputs("\r\033[K", stderr);
  }
}

void Progress::finish() {
  if (ticker_.joinable()) {
    ticker_.request_stop();
    ticker_.join();
  }
  clear();
}

void Progress::tick(std::stop_token const& stop) {
  auto lock = std::unique_lock{mutex_};
  while (!wake_.wait_for(lock, stop, kPeriod, [&] { return stop.stop_requested(); })) {
    if (Clock::now() - start_ < kPatience) {
      continue;
    }
    std::fputs(("\r\033[K" + line()).c_str(), stderr);
    drawn_ = true;
  }
}

/// The pace of the stages that are done tells how long the rest takes; inside a stage the clock
/// stands for its progress, up to nine tenths of it.
std::string Progress::line() const {
  auto const now = Clock::now();
  auto const elapsed = Seconds{now - start_}.count();
  auto const before = Seconds{stage_start_ - start_}.count();
  auto text = stage_ + ", " + whole_seconds(elapsed);
  if (done_ <= 0.0 || before <= 0.0) {
    return bar(0.0) + " " + text;
  }
  constexpr auto kMostOfStage = 0.9;
  auto const pace = before / done_;
  auto const guessed = (elapsed - before) / pace;
  auto const done = done_ + std::min(guessed, kMostOfStage * stage_work_);
  auto const left = std::max(0.0, (all_work_ - done) * pace);
  return bar(done / all_work_) + " " + text + ", about " + whole_seconds(left) + " left";
}

}  // namespace chorsu::cli
