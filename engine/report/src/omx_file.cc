#include "omx_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <hdf5.h>
#include <optional>
#include <system_error>
#include <utility>

#include "work_directory.h"

namespace chorsu {

namespace {

constexpr auto kPacking = 1U;  ///< level of zlib, as OMX advises
constexpr auto kChunkBytes = std::size_t{256} * 1024U;

/// An identifier, released by `close`; none where the library refused.
struct Held {
  hid_t id;
  herr_t (*close)(hid_t);
  Held(hid_t i, herr_t (*c)(hid_t)) : id{i}, close{c} {}
  Held(Held const&) = delete;
  Held& operator=(Held const&) = delete;
  ~Held() { release(); }

  /// False when what was written could not be kept.
  bool release() {
    auto const held = std::exchange(id, H5I_INVALID_HID);
    return held < 0 || close(held) >= 0;
  }
};

[[noreturn]] void fail(std::filesystem::path const& path) {
  throw CannotWrite{path.string(), "the HDF5 library refused it"};
}

Held make_group(hid_t parent, char const* name) {
  auto const id = parent < 0 ? H5I_INVALID_HID
                             : H5Gcreate2(parent, name, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
  return {id, H5Gclose};
}

bool write_text(hid_t owner, char const* name, std::string const& text) {
  auto const type = Held{H5Tcopy(H5T_C_S1), H5Tclose};
  auto const space = Held{H5Screate(H5S_SCALAR), H5Sclose};
  if (H5Tset_size(type.id, text.size()) < 0 || H5Tset_strpad(type.id, H5T_STR_NULLPAD) < 0) {
    return false;
  }
  auto const attribute =
      Held{H5Acreate2(owner, name, type.id, space.id, H5P_DEFAULT, H5P_DEFAULT), H5Aclose};
  return attribute.id >= 0 && H5Awrite(attribute.id, type.id, text.data()) >= 0;
}

bool write_shape(hid_t owner, std::size_t zones) {
  auto const count = hsize_t{2};
  auto const shape = std::array{static_cast<std::int32_t>(zones), static_cast<std::int32_t>(zones)};
  auto const space = Held{H5Screate_simple(1, &count, nullptr), H5Sclose};
  auto const attribute =
      Held{H5Acreate2(owner, "SHAPE", H5T_STD_I32LE, space.id, H5P_DEFAULT, H5P_DEFAULT), H5Aclose};
  return attribute.id >= 0 && H5Awrite(attribute.id, H5T_NATIVE_INT32, shape.data()) >= 0;
}

/// The names as numbers, if all of them are numbers written in the usual way.
std::optional<std::vector<std::int32_t>> as_numbers(std::vector<std::string> const& names) {
  auto numbers = std::vector<std::int32_t>{};
  for (auto const& name : names) {
    auto number = std::int32_t{0};
    auto const* const end = name.data() + name.size();
    auto const [at, error] = std::from_chars(name.data(), end, number);
    if (error != std::errc{} || at != end || std::to_string(number) != name) {
      return std::nullopt;
    }
    numbers.push_back(number);
  }
  return numbers;
}

/// All names in one array, each padded with zeros to the size of the longest.
std::vector<char> padded(std::vector<std::string> const& names, std::size_t size) {
  auto text = std::vector<char>(names.size() * size);
  for (auto i = std::size_t{0}; i < names.size(); ++i) {
    std::copy(
        names[i].begin(), names[i].end(), text.begin() + static_cast<std::ptrdiff_t>(i * size));
  }
  return text;
}

/// How a dataset is kept: without the time at which it was written.
Held plan() {
  auto result = H5Pcreate(H5P_DATASET_CREATE);
  H5Pset_obj_track_times(result, false);
  return {result, H5Pclose};
}

bool write_lookup(hid_t group, std::vector<std::string> const& names) {
  auto const count = static_cast<hsize_t>(names.size());
  auto const space = Held{H5Screate_simple(1, &count, nullptr), H5Sclose};
  auto const create = [&](hid_t type) {
    return Held{H5Dcreate2(group, "zone_id", type, space.id, H5P_DEFAULT, plan().id, H5P_DEFAULT),
                H5Dclose};
  };
  if (auto const numbers = as_numbers(names)) {
    auto const set = create(H5T_STD_I32LE);
    return set.id >= 0 &&
           H5Dwrite(set.id, H5T_NATIVE_INT32, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers->data()) >= 0;
  }
  auto size = std::size_t{1};
  for (auto const& name : names) {
    size = std::max(size, name.size());
  }
  auto const type = Held{H5Tcopy(H5T_C_S1), H5Tclose};
  H5Tset_size(type.id, size);
  H5Tset_strpad(type.id, H5T_STR_NULLPAD);
  auto const set = create(type.id);
  auto const text = padded(names, size);
  return set.id >= 0 && H5Dwrite(set.id, type.id, H5S_ALL, H5S_ALL, H5P_DEFAULT, text.data()) >= 0;
}

}  // namespace

struct OmxWriter::Handles {
  explicit Handles(std::filesystem::path const& path)
      : file{H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT), H5Fclose},
        data{make_group(file.id, "data")} {}
  Held file;
  Held data;
};

OmxWriter::OmxWriter(std::filesystem::path const& path, std::vector<std::string> const& zones)
    : path_{path} {
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);  // what fails is thrown, not printed
  handles_ = std::make_unique<Handles>(path);
  auto const file = handles_->file.id;
  auto const lookup = make_group(file, "lookup");
  if (handles_->data.id < 0 || lookup.id < 0 || !write_text(file, "OMX_VERSION", "0.2") ||
      !write_shape(file, zones.size()) || !write_lookup(lookup.id, zones)) {
    fail(path_);
  }
}

OmxWriter::~OmxWriter() = default;

void OmxWriter::add(std::string const& name, ZoneMatrix const& matrix) {
  auto const size = std::array<hsize_t, 2>{matrix.rows, matrix.cols};
  auto const row_bytes = std::max<std::size_t>(1U, matrix.cols * sizeof(double));
  auto const rows = std::clamp<std::size_t>(kChunkBytes / row_bytes, 1U, matrix.rows);
  auto const chunk = std::array<hsize_t, 2>{rows, matrix.cols};
  auto const space = Held{H5Screate_simple(2, size.data(), nullptr), H5Sclose};
  auto const kept = plan();
  H5Pset_chunk(kept.id, 2, chunk.data());
  H5Pset_shuffle(kept.id);
  H5Pset_deflate(kept.id, kPacking);
  auto set = Held{H5Dcreate2(handles_->data.id,
                             name.c_str(),
                             H5T_IEEE_F64LE,
                             space.id,
                             H5P_DEFAULT,
                             kept.id,
                             H5P_DEFAULT),
                  H5Dclose};
  if (set.id < 0 ||
      H5Dwrite(set.id, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, matrix.values.data()) <
          0 ||
      !set.release()) {
    fail(path_);
  }
}

void OmxWriter::close() {
  if (!handles_->data.release() || !handles_->file.release()) {
    fail(path_);
  }
}

std::string matrix_name(std::string const& text) {
  auto name = text;
  std::replace(name.begin(), name.end(), '/', '_');
  std::replace(name.begin(), name.end(), '.', '_');
  return name.empty() ? "_" : name;
}

}  // namespace chorsu
