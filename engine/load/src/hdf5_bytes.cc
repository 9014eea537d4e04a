#include "hdf5_bytes.h"

#include <algorithm>

namespace chorsu {

std::uint64_t Hdf5Bytes::number(std::size_t size) {
  auto const bytes = take(size);
  auto result = std::uint64_t{0};
  auto all_ones = !bytes.empty();
  for (auto i = bytes.size(); i-- > 0U;) {
    auto const byte = static_cast<unsigned char>(bytes[i]);
    result = (result << 8U) | byte;
    all_ones = all_ones && byte == 0xFFU;
  }
  return all_ones && size >= 4U ? kNoAddress : result;
}

std::string_view Hdf5Bytes::take(std::uint64_t size) {
  if (size > rest_.size()) {
    sound_ = false;
    rest_ = {};
    return {};
  }
  auto const taken = rest_.substr(0U, static_cast<std::size_t>(size));
  rest_.remove_prefix(taken.size());
  return taken;
}

std::string_view Hdf5Image::from(std::uint64_t address) const {
  return address < bytes.size() ? bytes.substr(static_cast<std::size_t>(address))
                                : std::string_view{};
}

std::string_view Hdf5Image::part(std::uint64_t address, std::uint64_t size) const {
  auto const rest = from(address);
  return size <= rest.size() ? rest.substr(0U, static_cast<std::size_t>(size)) : std::string_view{};
}

}  // namespace chorsu
