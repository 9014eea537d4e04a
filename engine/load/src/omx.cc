#include "chorsu/load/omx.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "file_map.h"
#include "hdf5_file.h"
#include "omx_matrix.h"
#include "problems.h"

namespace chorsu {

/// The bytes of a file, its own or given, and its matrices.
struct OmxHandle {
  FileMap map;
  std::vector<char> given;
  Hdf5File file{};
  std::map<std::string, OmxMatrix> matrices{};

  explicit OmxHandle(std::string const& path) : map{path} {}
  explicit OmxHandle(std::vector<char> bytes) : given{std::move(bytes)} {}
  std::string_view bytes() const {
    return given.empty() ? map.bytes() : std::string_view{given.data(), given.size()};
  }
};

namespace {

constexpr auto kMostNames = std::size_t{10'000};
constexpr auto kMostRows = std::size_t{1'000'000};
constexpr auto kAnew = "Write the file anew, with openmatrix or the settings HDF5 begins with.";

/// A file while it is opened.
struct Opening {
  OmxHandle& handle;
  Findings& findings;
  OmxFile file{};
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

void warn(Opening& opening, std::string column, std::string message, std::string remedy) {
  report(opening, std::move(column), std::move(message), std::move(remedy), Severity::kWarning);
}

void check_version(Opening& opening, Hdf5Object const& root) {
  auto const found = root.attributes.find("OMX_VERSION");
  if (found == root.attributes.end()) {
    warn(opening, "OMX_VERSION", "the file does not say that it is OMX", "It is read as OMX 0.2.");
    return;
  }
  auto const text = found->second.data;
  auto const version = text.substr(0U, std::min(text.find('\0'), found->second.type.size));
  if (found->second.type.kind == Hdf5Type::Kind::kText && version != "0.2") {
    warn(opening,
         "OMX_VERSION",
         "version " + in_quotes(version) + ", known is '0.2'",
         "It is read as OMX 0.2.");
  }
}

/// Its shape becomes that of the file, or is told to differ from it.
void add_matrix(Opening& opening, std::string const& name, OmxMatrix matrix) {
  auto& file = opening.file;
  auto const column = "data/" + shown(name);
  if (matrix.rows == 0U || matrix.columns == 0U || matrix.rows > kMostRows ||
      matrix.columns > kMostRows) {
    report(opening,
           column,
           fmt::format("{} x {} cells", matrix.rows, matrix.columns),
           fmt::format("Have 1 to {} rows and columns.", kMostRows));
    return;
  }
  if (file.matrices.empty()) {
    file.rows = matrix.rows;
    file.columns = matrix.columns;
  } else if (file.rows != matrix.rows || file.columns != matrix.columns) {
    report(opening,
           column,
           fmt::format("{} x {} cells where {} has {} x {}",
                       matrix.rows,
                       matrix.columns,
                       shown(file.matrices.front()),
                       file.rows,
                       file.columns),
           "All matrices of a file have the same shape.");
  }
  file.matrices.push_back(name);
  opening.handle.matrices.emplace(name, std::move(matrix));
}

void read_matrix(Opening& opening, std::string const& name, std::uint64_t address) {
  auto const& image = opening.handle.file.image;
  auto dataset = read_object(image, address);
  auto const is_table = dataset && dataset->shape && dataset->shape->size() == 2U;
  auto matrix = dataset ? as_matrix(image, std::move(*dataset)) : std::nullopt;
  if (matrix) {
    add_matrix(opening, name, std::move(*matrix));
  } else {
    report(opening,
           "data/" + shown(name),
           is_table ? "not numbers, damaged, or kept in a way that is not read"
                    : "not a matrix of numbers",
           is_table ? kAnew : "Keep matrices of two dimensions only in the group data.");
  }
}

using Members = std::map<std::string, std::uint64_t>;

/// The members of a group of the root; none, with a finding where the group is there.
std::optional<Members> members_of(Opening& opening, Members const& root, char const* name) {
  auto const found = root.find(name);
  if (found == root.end()) {
    return std::nullopt;
  }
  auto const& image = opening.handle.file.image;
  auto const group = read_object(image, found->second);
  auto result = group ? members(image, *group, kMostNames) : std::nullopt;
  if (!result) {
    report(opening, name, "cannot be listed", kAnew);
  }
  return result;
}

void read_matrices(Opening& opening, Members const& root) {
  if (!root.contains("data")) {
    report(opening, "data", "no such group", "OMX keeps its matrices in the group data.");
    return;
  }
  auto const names = members_of(opening, root, "data");
  for (auto const& [name, address] : names.value_or(Members{})) {
    read_matrix(opening, name, address);
  }
  if (opening.sound && opening.file.matrices.empty()) {
    report(opening, "data", "no matrix", "Put at least one into the group data.");
  }
}

/// SHAPE repeats what the matrices say; a contradiction shows that something was lost.
void check_shape(Opening& opening, Hdf5Object const& root) {
  auto const& file = opening.file;
  auto const found = root.attributes.find("SHAPE");
  if (found == root.attributes.end()) {
    return;
  }
  auto const& [type, shape, data] = found->second;
  auto const is_pair = shape == std::vector<std::uint64_t>{2U} && data.size() >= 2U * type.size &&
                       type.kind == Hdf5Type::Kind::kInteger;
  if (!is_pair || number_of(type, data) != static_cast<double>(file.rows) ||
      number_of(type, data.substr(type.size)) != static_cast<double>(file.columns)) {
    warn(opening,
         "SHAPE",
         fmt::format("not the {} x {} that the matrices have", file.rows, file.columns),
         "What the matrices have is taken.");
  }
}

void read_lookups(Opening& opening, Members const& root) {
  auto& file = opening.file;
  auto const& image = opening.handle.file.image;
  auto const names = members_of(opening, root, "lookup");
  for (auto const& [name, address] : names.value_or(Members{})) {
    auto const dataset = read_object(image, address);
    auto const fits =
        dataset && dataset->shape && dataset->shape->size() == 1U &&
        (dataset->shape->front() == file.rows || dataset->shape->front() == file.columns);
    auto labels = fits ? labels_of(image, *dataset) : std::nullopt;
    if (labels) {
      file.lookups.push_back({name, std::move(*labels)});
    } else {
      warn(opening,
           "lookup/" + shown(name),
           "not one name for every row or column",
           "It is not used.");
    }
  }
}

/// The root and what is in it; false, with a finding, where there is none.
bool read_file(Opening& opening) {
  auto const file = open_hdf5(opening.handle.bytes());
  if (!file) {
    report(opening, {}, "not an HDF5 file", "OMX files are HDF5 files, and never in .gz.");
    return false;
  }
  opening.handle.file = *file;
  auto const root = read_object(file->image, file->root);
  auto const names = root ? members(file->image, *root, kMostNames) : std::nullopt;
  if (!names) {
    report(opening, {}, "damaged, or kept in a way that is not read", kAnew);
    return false;
  }
  check_version(opening, *root);
  read_matrices(opening, *names);
  if (opening.sound) {
    check_shape(opening, *root);
    read_lookups(opening, *names);
  }
  return opening.sound;
}

std::optional<OmxFile> opened(std::string const& name,
                              std::shared_ptr<OmxHandle> handle,
                              Findings& findings) {
  auto opening = Opening{.handle = *handle, .findings = findings};
  opening.file.name = name;
  if (!read_file(opening)) {
    return std::nullopt;
  }
  opening.file.handle = std::move(handle);
  return std::move(opening.file);
}

}  // namespace

std::optional<OmxFile> open_omx(std::string const& path, Findings& findings) {
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
  return opened(path, std::make_shared<OmxHandle>(path), findings);
}

std::optional<OmxFile> open_omx(std::vector<char> bytes,
                                std::string const& name,
                                Findings& findings) {
  return opened(name, std::make_shared<OmxHandle>(std::move(bytes)), findings);
}

std::size_t rows_at_once(OmxFile const& file, std::string const& matrix) {
  auto const found = file.handle->matrices.find(matrix);
  auto const& chunk = found->second.dataset.layout.chunk;
  return chunk.empty() ? 1U : std::min<std::size_t>(chunk.front(), file.rows);
}

bool read_rows(OmxFile const& file,
               std::string const& matrix,
               std::size_t first,
               std::span<double> out,
               Findings& findings) {
  auto const found = file.handle->matrices.find(matrix);
  auto const is_read = found != file.handle->matrices.end() &&
                       read_rows(file.handle->file.image, found->second, first, out);
  if (!is_read) {
    findings.push_back({Severity::kError,
                        file.name,
                        0U,
                        "data/" + shown(matrix),
                        fmt::format("rows {} to {} cannot be read",
                                    first + 1U,
                                    first + out.size() / std::max<std::size_t>(1U, file.columns)),
                        "Write the file anew; only zlib may pack it."});
  }
  return is_read;
}

}  // namespace chorsu
