#include "chorsu/load/omx.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "hdf5.h"
#include "problems.h"

namespace chorsu {

/// Bytes given as an image stay here while the file is open.
struct OmxHandle {
  std::vector<char> image;
  Hdf5 file;
  Hdf5 data;
};

namespace {

constexpr auto kMostNames = std::size_t{10'000};
constexpr auto kMostRows = std::size_t{1'000'000};
constexpr auto kVersion = "0.2";

/// A file while it is opened.
struct Opening {
  OmxFile file{};
  Findings& findings;
  bool sound{true};
};

void report(Opening& opening,
            std::string column,
            std::string message,
            std::string remedy,
            Severity severity = Severity::kError) {
  opening.sound = opening.sound && severity != Severity::kError;
  opening.findings.push_back(
      {severity, opening.file.name, 0U, std::move(column), std::move(message), std::move(remedy)});
}

std::optional<std::string> text_attribute(hid_t owner, char const* name) {
  if (H5Aexists(owner, name) <= 0) {
    return std::nullopt;
  }
  auto const attribute = Hdf5{H5Aopen(owner, name, H5P_DEFAULT), H5Aclose};
  auto const type = Hdf5{attribute ? H5Aget_type(attribute.id()) : H5I_INVALID_HID, H5Tclose};
  constexpr auto kLongest = std::size_t{64};
  if (!type || H5Tget_class(type.id()) != H5T_STRING || H5Tis_variable_str(type.id()) != 0 ||
      H5Tget_size(type.id()) > kLongest || H5Aget_storage_size(attribute.id()) > kLongest) {
    return std::string{};
  }
  auto text = std::array<char, kLongest + 1U>{};
  return H5Aread(attribute.id(), type.id(), text.data()) < 0 ? std::string{}
                                                             : std::string{text.data()};
}

void check_version(Opening& opening) {
  auto const version = text_attribute(opening.file.handle->file.id(), "OMX_VERSION");
  if (!version) {
    report(opening,
           "OMX_VERSION",
           "the file does not say that it is OMX",
           "It is read as OMX 0.2.",
           Severity::kWarning);
  } else if (!version->empty() && *version != kVersion) {
    report(opening,
           "OMX_VERSION",
           "version " + in_quotes(*version) + ", known is '0.2'",
           "It is read as OMX 0.2.",
           Severity::kWarning);
  }
}

std::vector<std::size_t> shape_of(hid_t dataset) {
  auto const space = Hdf5{H5Dget_space(dataset), H5Sclose};
  return space ? lengths(space.id()) : std::vector<std::size_t>{};
}

/// Whether a matrix holds numbers in two dimensions, of the size that the first one set.
void check_matrix(Opening& opening, std::string const& name) {
  auto& file = opening.file;
  auto const dataset = open_dataset(file.handle->data.id(), name);
  auto const type = Hdf5{dataset ? H5Dget_type(dataset.id()) : H5I_INVALID_HID, H5Tclose};
  auto const of = type ? H5Tget_class(type.id()) : H5T_NO_CLASS;
  auto const shape = dataset ? shape_of(dataset.id()) : std::vector<std::size_t>{};
  if ((of != H5T_FLOAT && of != H5T_INTEGER) || shape.size() != 2U ||
      !is_kept_inside(dataset.id())) {
    report(opening,
           "data/" + shown(name),
           "not a matrix of numbers",
           "Keep matrices of two dimensions only in the group data.");
    return;
  }
  if (shape[0] == 0U || shape[1] == 0U || shape[0] > kMostRows || shape[1] > kMostRows) {
    report(opening,
           "data/" + shown(name),
           fmt::format("{} x {} cells", shape[0], shape[1]),
           fmt::format("Have 1 to {} rows and columns.", kMostRows));
    return;
  }
  if (file.matrices.empty()) {
    file.rows = shape[0];
    file.columns = shape[1];
  } else if (file.rows != shape[0] || file.columns != shape[1]) {
    report(opening,
           "data/" + shown(name),
           fmt::format("{} x {} cells where {} has {} x {}",
                       shape[0],
                       shape[1],
                       shown(file.matrices.front()),
                       file.rows,
                       file.columns),
           "All matrices of a file have the same shape.");
  }
  file.matrices.push_back(name);
}

void read_matrices(Opening& opening) {
  auto const names = names_in(opening.file.handle->data.id(), kMostNames);
  if (!names) {
    report(opening, "data", "its matrices cannot be listed", "Write the file anew.");
    return;
  }
  for (auto const& name : *names) {
    check_matrix(opening, name);
  }
  if (opening.sound && opening.file.matrices.empty()) {
    report(opening, "data", "no matrix", "Put at least one into the group data.");
  }
}

/// SHAPE repeats what the matrices say; a contradiction shows that something was lost.
void check_shape(Opening& opening) {
  auto const& file = opening.file;
  if (H5Aexists(file.handle->file.id(), "SHAPE") <= 0) {
    return;
  }
  auto const attribute = Hdf5{H5Aopen(file.handle->file.id(), "SHAPE", H5P_DEFAULT), H5Aclose};
  auto const space = Hdf5{attribute ? H5Aget_space(attribute.id()) : H5I_INVALID_HID, H5Sclose};
  auto const cells = space ? H5Sget_simple_extent_npoints(space.id()) : 0;
  auto shape = std::array<long long, 2>{};
  auto const is_read = cells == 2 && H5Aread(attribute.id(), H5T_NATIVE_LLONG, shape.data()) >= 0;
  if (!is_read || shape[0] != static_cast<long long>(file.rows) ||
      shape[1] != static_cast<long long>(file.columns)) {
    report(opening,
           "SHAPE",
           fmt::format("not the {} x {} that the matrices have", file.rows, file.columns),
           "What the matrices have is taken.",
           Severity::kWarning);
  }
}

void read_lookups(Opening& opening) {
  auto& file = opening.file;
  auto const group = open_group(file.handle->file.id(), "lookup");
  auto const names = group ? names_in(group.id(), kMostNames) : std::vector<std::string>{};
  if (!names) {
    report(opening, "lookup", "its lookups cannot be listed", "Write the file anew.");
    return;
  }
  for (auto const& name : *names) {
    auto const dataset = open_dataset(group.id(), name);
    auto const shape = dataset ? shape_of(dataset.id()) : std::vector<std::size_t>{};
    auto const fits = shape.size() == 1U && (shape[0] == file.rows || shape[0] == file.columns);
    auto labels = fits ? read_labels(dataset.id(), shape[0]) : std::nullopt;
    if (labels) {
      file.lookups.push_back({name, std::move(*labels)});
    } else {
      report(opening,
             "lookup/" + shown(name),
             "not one name for every row or column",
             "It is not used.",
             Severity::kWarning);
    }
  }
}

std::optional<OmxFile> opened(std::string const& name, OmxHandle handle, Findings& findings) {
  auto opening = Opening{.findings = findings};
  opening.file.name = name;
  if (!handle.file) {
    report(opening, {}, "not an HDF5 file", "OMX files are HDF5 files, and never in .gz.");
    return std::nullopt;
  }
  handle.data = open_group(handle.file.id(), "data");
  if (!handle.data) {
    report(opening, "data", "no such group", "OMX keeps its matrices in the group data.");
    return std::nullopt;
  }
  opening.file.handle = std::make_shared<OmxHandle const>(std::move(handle));
  check_version(opening);
  read_matrices(opening);
  if (opening.sound) {
    check_shape(opening);
    read_lookups(opening);
  }
  return opening.sound ? std::optional{std::move(opening.file)} : std::nullopt;
}

}  // namespace

std::optional<OmxFile> open_omx(std::string const& path, Findings& findings) {
  auto const quiet = QuietHdf5{};
  auto error = std::error_code{};
  if (!std::filesystem::is_regular_file(path, error)) {
    findings.push_back({Severity::kError,
                        path,
                        0U,
                        {},
                        std::filesystem::exists(path, error) ? "not a file" : "no such file",
                        fmt::format("Looked for {}.", path)});
    return std::nullopt;
  }
  auto handle = OmxHandle{};
  handle.file = Hdf5{H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose};
  return opened(path, std::move(handle), findings);
}

std::optional<OmxFile> open_omx(std::vector<char> bytes,
                                std::string const& name,
                                Findings& findings) {
  auto const quiet = QuietHdf5{};
  constexpr auto kGrowth = std::size_t{64} * 1024U;
  auto handle = OmxHandle{.image = std::move(bytes), .file = {}, .data = {}};
  auto const access = Hdf5{H5Pcreate(H5P_FILE_ACCESS), H5Pclose};
  auto const is_set = !handle.image.empty() && H5Pset_fapl_core(access.id(), kGrowth, 0) >= 0 &&
                      H5Pset_file_image(access.id(), handle.image.data(), handle.image.size()) >= 0;
  if (is_set) {
    handle.file = Hdf5{H5Fopen(name.c_str(), H5F_ACC_RDONLY, access.id()), H5Fclose};
  }
  return opened(name, std::move(handle), findings);
}

bool read_rows(OmxFile const& file,
               std::string const& matrix,
               std::size_t first,
               std::span<double> out,
               Findings& findings) {
  auto const quiet = QuietHdf5{};
  auto const count = file.columns == 0U ? std::size_t{0} : out.size() / file.columns;
  auto const start = std::array<hsize_t, 2>{first, 0U};
  auto const size = std::array<hsize_t, 2>{count, file.columns};
  auto const dataset = open_dataset(file.handle->data.id(), matrix);
  auto const inside = Hdf5{dataset ? H5Dget_space(dataset.id()) : H5I_INVALID_HID, H5Sclose};
  auto const outside = Hdf5{H5Screate_simple(2, size.data(), nullptr), H5Sclose};
  auto const is_read =
      inside && outside &&
      H5Sselect_hyperslab(
          inside.id(), H5S_SELECT_SET, start.data(), nullptr, size.data(), nullptr) >= 0 &&
      H5Dread(
          dataset.id(), H5T_NATIVE_DOUBLE, outside.id(), inside.id(), H5P_DEFAULT, out.data()) >= 0;
  if (!is_read) {
    findings.push_back({Severity::kError,
                        file.name,
                        0U,
                        "data/" + shown(matrix),
                        fmt::format("rows {} to {} cannot be read", first + 1U, first + count),
                        "Write the file anew; only zlib may pack it."});
  }
  return is_read;
}

}  // namespace chorsu
