#include "chorsu/base/random.h"

#include <cassert>
#include <cmath>
#include <numbers>

#include <Random123/philox.h>

namespace chorsu {

RandomWords random_words(RandomKey const& key, std::uint32_t block) {
  using Philox = r123::Philox4x32;
  auto const who = (std::uint32_t{key.stream} << 16U) | key.entity;
  auto const counter = Philox::ctr_type{{block,
                                         who,
                                         static_cast<std::uint32_t>(key.history),
                                         static_cast<std::uint32_t>(key.history >> 32U)}};
  auto const seed = Philox::ukey_type{
      {static_cast<std::uint32_t>(key.seed), static_cast<std::uint32_t>(key.seed >> 32U)}};
  auto const words = Philox{}(counter, seed);
  return {words[0], words[1], words[2], words[3]};
}

std::uint32_t RandomStream::word() {
  if (used_ == words_.size()) {
    words_ = random_words(key_, block_++);
    used_ = 0U;
  }
  return words_[used_++];
}

double RandomStream::uniform() {
  auto const high = word();
  return unit_interval(high, word());
}

double RandomStream::normal() {
  auto const radius = std::sqrt(2.0 * exponential());
  return radius * std::cos(2.0 * std::numbers::pi * uniform());
}

double RandomStream::exponential() {
  return -std::log(uniform());
}

double RandomStream::gamma(double shape) {
  assert(shape > 0.0);
  if (shape < 1.0) {
    auto const larger = gamma(shape + 1.0);
    return larger * std::pow(uniform(), 1.0 / shape);
  }
  auto const d = shape - 1.0 / 3.0;
  auto const c = 1.0 / std::sqrt(9.0 * d);
  while (true) {
    auto const x = normal();
    auto const v = std::pow(1.0 + c * x, 3.0);
    if (v > 0.0 && std::log(uniform()) < 0.5 * x * x + d - d * v + d * std::log(v)) {
      return d * v;
    }
  }
}

double RandomStream::beta(double a, double b) {
  auto const x = gamma(a);
  return x / (x + gamma(b));
}

std::uint32_t RandomStream::below(std::uint32_t count) {
  assert(count > 0U);
  return static_cast<std::uint32_t>((std::uint64_t{word()} * count) >> 32U);
}

}  // namespace chorsu
