#pragma once

#include <array>
#include <cstdint>

namespace chorsu {

/// Which random numbers are meant: the same key gives the same numbers on any machine, with any
/// number of threads, in any order. Two futures that share keys share their draws.
struct RandomKey {
  std::uint64_t seed{1U};     ///< of the whole run
  std::uint64_t history{0U};  ///< number of the future
  std::uint16_t stream{0U};   ///< what they are for, so that two uses never share numbers
  std::uint16_t entity{0U};   ///< for whom: an actor, a chain
};

using RandomWords = std::array<std::uint32_t, 4>;

/// Block number `block` of a key: four words of Philox4x32-10 (Salmon, Moraes, Dror and Shaw,
/// "Parallel random numbers: as easy as 1, 2, 3", SC11), with the seed as key and
/// (block, stream and entity, history) as counter.
RandomWords random_words(RandomKey const& key, std::uint32_t block);

/// In (0, 1), never an end: the 32 bits as the middle of their cell.
constexpr double unit_interval(std::uint32_t word) {
  return (static_cast<double>(word) + 0.5) * 0x1p-32;
}

/// In (0, 1) with 53 bits.
constexpr double unit_interval(std::uint32_t high, std::uint32_t low) {
  auto const bits = (std::uint64_t{high} << 20U) | (low >> 12U);
  return (static_cast<double>(bits) + 0.5) * 0x1p-52;
}

/// The numbers of one key, one after another.
class RandomStream {
 public:
  explicit RandomStream(RandomKey const& key) : key_{key} {}

  std::uint32_t word();

  double uniform();  ///< in (0, 1)

  /// Standard normal (Box and Muller 1958).
  double normal();

  /// Mean 1.
  double exponential();

  /// Of a shape above 0 and scale 1 (Marsaglia and Tsang 2000).
  double gamma(double shape);

  /// Of shapes above 0.
  double beta(double a, double b);

  /// In 0 ... count - 1, for a count above 0 and below 2^32.
  std::uint32_t below(std::uint32_t count);

 private:
  RandomKey key_;
  RandomWords words_{};
  std::uint32_t block_{0U};
  std::uint32_t used_{4U};
};

}  // namespace chorsu
