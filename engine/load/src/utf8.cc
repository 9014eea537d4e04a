#include "utf8.h"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace chorsu {

namespace {

bool in(unsigned char byte, unsigned low, unsigned high) {
  return low <= byte && byte <= high;
}

/// Length of the well-formed sequence at the start of `s`, 0 when there is none.
std::size_t sequence_length(std::string_view s) {
  auto const byte = [&](std::size_t i) {
    return i < s.size() ? static_cast<unsigned char>(s[i]) : static_cast<unsigned char>(0U);
  };
  auto const tail = [&](std::size_t i) { return in(byte(i), 0x80U, 0xBFU); };
  auto const lead = byte(0);
  if (lead < 0x80U) {
    return 1U;
  }
  if (in(lead, 0xC2U, 0xDFU)) {
    return tail(1) ? 2U : 0U;
  }
  if (in(lead, 0xE0U, 0xEFU)) {
    auto const low = lead == 0xE0U ? 0xA0U : 0x80U;   // no overlong forms
    auto const high = lead == 0xEDU ? 0x9FU : 0xBFU;  // no surrogates
    return in(byte(1), low, high) && tail(2) ? 3U : 0U;
  }
  if (in(lead, 0xF0U, 0xF4U)) {
    auto const low = lead == 0xF0U ? 0x90U : 0x80U;
    auto const high = lead == 0xF4U ? 0x8FU : 0xBFU;  // up to U+10FFFF
    return in(byte(1), low, high) && tail(2) && tail(3) ? 4U : 0U;
  }
  return 0U;
}

bool eight_are_ascii(char const* bytes) {
  auto word = std::uint64_t{0};
  std::memcpy(&word, bytes, sizeof(word));
  return (word & 0x8080808080808080U) == 0U;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  for (auto i = std::size_t{0}; i < bytes.size();) {
    if (bytes.size() - i >= 8U && eight_are_ascii(bytes.data() + i)) {
      i += 8U;
      continue;
    }
    auto const length = sequence_length(bytes.substr(i, 4U));
    if (length == 0U) {
      return false;
    }
    i += length;
  }
  return true;
}

}  // namespace chorsu
