#include "interrupt.h"

#include <atomic>
#include <csignal>
#include <cstdio>
#include <mutex>
#include <thread>
#include <unistd.h>

namespace chorsu::cli {

namespace {

std::mutex uninterrupted;
std::atomic<int> pending{0};

[[noreturn]] void leave(int signal) {
  std::fflush(stdout);
  std::fputs("\nchorsu: interrupted\n", stderr);
  constexpr auto kShellBase = 128;
  ::_exit(kShellBase + signal);
}

void wait_for(sigset_t signals) {
  auto signal = 0;
  while (::sigwait(&signals, &signal) != 0) {
  }
  pending = signal;
  uninterrupted.lock();
  leave(signal);
}

}  // namespace

void watch_interrupts() {
  auto signals = sigset_t{};
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGINT);
  ::sigaddset(&signals, SIGTERM);
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::thread{wait_for, signals}.detach();
}

UninterruptedPart::UninterruptedPart() {
  uninterrupted.lock();
}

UninterruptedPart::~UninterruptedPart() {
  if (auto const signal = pending.load(); signal != 0) {
    leave(signal);
  }
  uninterrupted.unlock();
}

}  // namespace chorsu::cli
