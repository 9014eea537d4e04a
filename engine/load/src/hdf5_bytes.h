#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

namespace chorsu {

/// Numbers of an HDF5 file are little-endian; an address of all ones is none.
inline constexpr auto kNoAddress = std::numeric_limits<std::uint64_t>::max();

/// Reads forward through bytes. What lies beyond their end reads as 0 and is remembered.
class Hdf5Bytes {
 public:
  explicit Hdf5Bytes(std::string_view bytes) : rest_{bytes} {}

  /// `size` bytes as a number; all ones are kNoAddress whatever the size.
  std::uint64_t number(std::size_t size);
  std::string_view take(std::uint64_t size);
  void skip(std::uint64_t size) { take(size); }

  bool is_sound() const { return sound_; }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
  bool sound_{true};
};

/// An HDF5 file as bytes, and how wide its addresses and lengths are.
struct Hdf5Image {
  std::string_view bytes;  ///< from the superblock, to which addresses refer
  std::size_t address_size{8U};
  std::size_t length_size{8U};

  /// From an address on; empty where there is nothing.
  std::string_view from(std::uint64_t address) const;
  std::string_view part(std::uint64_t address, std::uint64_t size) const;
};

}  // namespace chorsu
