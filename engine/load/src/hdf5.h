#pragma once

#include <cstddef>
#include <hdf5.h>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace chorsu {

/// An HDF5 identifier with what releases it.
class Hdf5 {
 public:
  Hdf5() = default;
  Hdf5(hid_t id, herr_t (*close)(hid_t)) : id_{id}, close_{close} {}
  Hdf5(Hdf5&& other) noexcept
      : id_{std::exchange(other.id_, H5I_INVALID_HID)}, close_{other.close_} {}
  Hdf5& operator=(Hdf5&& other) noexcept {
    std::swap(id_, other.id_);
    std::swap(close_, other.close_);
    return *this;
  }
  Hdf5(Hdf5 const&) = delete;
  Hdf5& operator=(Hdf5 const&) = delete;
  ~Hdf5() {
    if (id_ >= 0) {
      close_(id_);
    }
  }

  explicit operator bool() const { return id_ >= 0; }
  hid_t id() const { return id_; }

 private:
  hid_t id_{H5I_INVALID_HID};
  herr_t (*close_)(hid_t){nullptr};
};

/// Nothing is printed by the library while one lives: its errors become findings.
class QuietHdf5 {
 public:
  QuietHdf5() {
    H5Eget_auto2(H5E_DEFAULT, &print_, &data_);
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
  }
  ~QuietHdf5() { H5Eset_auto2(H5E_DEFAULT, print_, data_); }
  QuietHdf5(QuietHdf5 const&) = delete;
  QuietHdf5& operator=(QuietHdf5 const&) = delete;

 private:
  H5E_auto2_t print_{nullptr};
  void* data_{nullptr};
};

Hdf5 open_group(hid_t parent, char const* name);
Hdf5 open_dataset(hid_t parent, std::string const& name);

/// Names of what is linked in a group itself, not by reference elsewhere, by the alphabet; none
/// where it cannot be listed or holds more than `most`.
std::optional<std::vector<std::string>> names_in(hid_t group, std::size_t most);

/// Lengths of the dimensions; empty when they cannot be told.
std::vector<std::size_t> lengths(hid_t space);

/// Values kept in the file itself, in chunks of a size that can be held; false for those kept in
/// other files.
bool is_kept_inside(hid_t dataset);

/// Text of a one-dimensional dataset, whole numbers as text; none where it holds something else.
std::optional<std::vector<std::string>> read_labels(hid_t dataset, std::size_t count);

}  // namespace chorsu
