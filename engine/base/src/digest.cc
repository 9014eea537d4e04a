#include "chorsu/base/digest.h"

#include <bit>

namespace chorsu {

namespace {

constexpr auto kPrime = std::uint64_t{0x100000001b3U};

std::uint64_t mixed(std::uint64_t hash, std::uint64_t byte) {
  return (hash ^ byte) * kPrime;
}

}  // namespace

Digest& Digest::add_bytes(std::string_view bytes) {
  for (auto const c : bytes) {
    hash_ = mixed(hash_, static_cast<unsigned char>(c));
  }
  return *this;
}

Digest& Digest::add(std::string_view text) {
  return add_word(text.size()).add_bytes(text);
}

Digest& Digest::add(double x) {
  auto const is_zero = x == 0.0;  // of either sign
  return add_word(std::bit_cast<std::uint64_t>(is_zero ? 0.0 : x));
}

Digest& Digest::add(std::span<double const> numbers) {
  add_word(numbers.size());
  for (auto const x : numbers) {
    add(x);
  }
  return *this;
}

Digest& Digest::add_word(std::uint64_t word) {
  for (auto shift = 0U; shift < 64U; shift += 8U) {
    hash_ = mixed(hash_, (word >> shift) & 0xffU);
  }
  return *this;
}

std::string Digest::hex() const {
  auto text = std::string(16U, '0');
  auto rest = hash_;
  for (auto digit = text.rbegin(); digit != text.rend(); ++digit, rest >>= 4U) {
    *digit = "0123456789abcdef"[rest & 0xfU];
  }
  return text;
}

}  // namespace chorsu
