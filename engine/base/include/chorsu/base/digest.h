#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace chorsu {

/// Running 64-bit FNV-1a hash of inputs, the same on every machine: tells whether two runs started
/// from the same data. Not a defence against forgery.
class Digest {
 public:
  Digest& add_bytes(std::string_view bytes);

  /// The size first, so that "ab" then "c" differs from "a" then "bc".
  Digest& add(std::string_view text);

  /// By its bits, with -0.0 taken as 0.0.
  Digest& add(double);
  Digest& add(std::span<double const>);

  Digest& add(std::integral auto number) { return add_word(static_cast<std::uint64_t>(number)); }

  std::uint64_t value() const { return hash_; }

  /// 16 hexadecimal digits.
  std::string hex() const;

 private:
  Digest& add_word(std::uint64_t);

  std::uint64_t hash_{0xcbf29ce484222325U};
};

}  // namespace chorsu
