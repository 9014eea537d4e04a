#include "hdf5.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <fmt/format.h>

namespace chorsu {

namespace {

constexpr auto kMostDimensions = 32;
constexpr auto kLongestName = std::size_t{1024};

bool is_hard_link(hid_t group, std::string const& name) {
  auto info = H5L_info_t{};
  return H5Lget_info(group, name.c_str(), &info, H5P_DEFAULT) >= 0 && info.type == H5L_TYPE_HARD;
}

std::optional<std::string> name_at(hid_t group, hsize_t place) {
  auto const size =
      H5Lget_name_by_idx(group, ".", H5_INDEX_NAME, H5_ITER_INC, place, nullptr, 0U, H5P_DEFAULT);
  if (size < 0 || static_cast<std::size_t>(size) > kLongestName) {
    return std::nullopt;
  }
  auto name = std::string(static_cast<std::size_t>(size) + 1U, '\0');
  if (H5Lget_name_by_idx(
          group, ".", H5_INDEX_NAME, H5_ITER_INC, place, name.data(), name.size(), H5P_DEFAULT) <
      0) {
    return std::nullopt;
  }
  name.pop_back();
  return name;
}

/// Text that ends at its first zero.
std::string until_zero(char const* text, std::size_t size) {
  auto result = std::string{text, size};
  return result.substr(0U, result.find('\0'));
}

std::optional<std::vector<std::string>> read_integers(hid_t dataset, std::size_t count) {
  auto numbers = std::vector<std::int64_t>(count);
  if (H5Dread(dataset, H5T_NATIVE_INT64, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers.data()) < 0) {
    return std::nullopt;
  }
  auto labels = std::vector<std::string>{};
  for (auto const number : numbers) {
    labels.push_back(std::to_string(number));
  }
  return labels;
}

std::optional<std::vector<std::string>> read_reals(hid_t dataset, std::size_t count) {
  auto numbers = std::vector<double>(count);
  if (H5Dread(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers.data()) < 0) {
    return std::nullopt;
  }
  auto labels = std::vector<std::string>{};
  for (auto const number : numbers) {
    labels.push_back(fmt::format("{}", number));
  }
  return labels;
}

std::optional<std::vector<std::string>> read_fixed_text(hid_t dataset,
                                                        hid_t type,
                                                        std::size_t count) {
  auto const size = H5Tget_size(type);
  if (size == 0U || size > kLongestName) {
    return std::nullopt;
  }
  auto text = std::vector<char>(count * size);
  if (H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, text.data()) < 0) {
    return std::nullopt;
  }
  auto labels = std::vector<std::string>{};
  for (auto i = std::size_t{0}; i < count; ++i) {
    labels.push_back(until_zero(text.data() + i * size, size));
  }
  return labels;
}

std::optional<std::vector<std::string>> read_free_text(hid_t dataset,
                                                       hid_t type,
                                                       std::size_t count) {
  auto const space = Hdf5{H5Dget_space(dataset), H5Sclose};
  auto text = std::vector<char*>(count, nullptr);
  if (!space || H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, text.data()) < 0) {
    return std::nullopt;
  }
  auto labels = std::vector<std::string>{};
  for (auto const* label : text) {
    labels.emplace_back(label == nullptr ? "" : label);
  }
  H5Dvlen_reclaim(type, space.id(), H5P_DEFAULT, text.data());
  return labels;
}

/// Chunks are unpacked whole, so one that says it is huge would take as much memory.
bool is_packed_in_small(hid_t dataset, hid_t plan) {
  constexpr auto kMostBytes = hsize_t{256} * 1024U * 1024U;
  if (H5Pget_layout(plan) != H5D_CHUNKED) {
    return true;
  }
  auto const type = Hdf5{H5Dget_type(dataset), H5Tclose};
  auto sizes = std::array<hsize_t, kMostDimensions>{};
  auto const dimensions = H5Pget_chunk(plan, kMostDimensions, sizes.data());
  auto bytes = static_cast<hsize_t>(type ? H5Tget_size(type.id()) : 0U);
  for (auto i = 0; i < dimensions && i < kMostDimensions && bytes <= kMostBytes; ++i) {
    bytes *= std::min(sizes[static_cast<std::size_t>(i)], kMostBytes);
  }
  return dimensions > 0 && bytes > 0U && bytes <= kMostBytes;
}

}  // namespace

Hdf5 open_group(hid_t parent, char const* name) {
  auto const is_there = H5Lexists(parent, name, H5P_DEFAULT) > 0 && is_hard_link(parent, name);
  return is_there ? Hdf5{H5Gopen2(parent, name, H5P_DEFAULT), H5Gclose} : Hdf5{};
}

Hdf5 open_dataset(hid_t parent, std::string const& name) {
  return {H5Dopen2(parent, name.c_str(), H5P_DEFAULT), H5Dclose};
}

std::optional<std::vector<std::string>> names_in(hid_t group, std::size_t most) {
  auto info = H5G_info_t{};
  if (H5Gget_info(group, &info) < 0 || info.nlinks > most) {
    return std::nullopt;
  }
  auto names = std::vector<std::string>{};
  for (auto i = hsize_t{0}; i < info.nlinks; ++i) {
    auto name = name_at(group, i);
    if (!name) {
      return std::nullopt;
    }
    if (is_hard_link(group, *name)) {
      names.push_back(std::move(*name));
    }
  }
  return names;
}

std::vector<std::size_t> lengths(hid_t space) {
  auto sizes = std::array<hsize_t, kMostDimensions>{};
  auto const dimensions = H5Sget_simple_extent_ndims(space);
  if (dimensions < 0 || dimensions > kMostDimensions ||
      H5Sget_simple_extent_dims(space, sizes.data(), nullptr) < 0) {
    return {};
  }
  return {sizes.begin(), sizes.begin() + dimensions};
}

bool is_kept_inside(hid_t dataset) {
  auto const plan = Hdf5{H5Dget_create_plist(dataset), H5Pclose};
  if (!plan || !is_packed_in_small(dataset, plan.id())) {
    return false;
  }
  auto const layout = H5Pget_layout(plan.id());
  auto const is_inside = layout == H5D_COMPACT || layout == H5D_CONTIGUOUS || layout == H5D_CHUNKED;
  return is_inside && H5Pget_external_count(plan.id()) == 0;
}

std::optional<std::vector<std::string>> read_labels(hid_t dataset, std::size_t count) {
  auto const type = Hdf5{H5Dget_type(dataset), H5Tclose};
  if (!type || !is_kept_inside(dataset)) {
    return std::nullopt;
  }
  auto const of = H5Tget_class(type.id());
  if (of == H5T_INTEGER) {
    return read_integers(dataset, count);
  }
  if (of == H5T_FLOAT) {
    return read_reals(dataset, count);
  }
  if (of != H5T_STRING) {
    return std::nullopt;
  }
  return H5Tis_variable_str(type.id()) > 0 ? read_free_text(dataset, type.id(), count)
                                           : read_fixed_text(dataset, type.id(), count);
}

}  // namespace chorsu
