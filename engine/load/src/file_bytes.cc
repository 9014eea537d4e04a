#include <filesystem>
#include <fstream>
#include <memory>
#include <system_error>
#include <zlib.h>

#include <fmt/format.h>

#include "chorsu/load/csv.h"

namespace chorsu {

namespace {

namespace fs = std::filesystem;

constexpr auto kMegabyte = 1024U * 1024U;

void add(Findings& findings, std::string const& name, std::string message, std::string remedy) {
  findings.push_back({Severity::kError, name, 0U, {}, std::move(message), std::move(remedy)});
}

void add_too_large(Findings& findings, std::string const& name, std::size_t most_bytes) {
  add(findings,
      name,
      fmt::format("larger than {} MB", most_bytes / kMegabyte),
      "Leave out what is no table, or split the package.");
}

std::vector<char> read_plain(fs::path const& path, std::size_t size) {
  auto bytes = std::vector<char>(size);
  auto file = std::ifstream{path, std::ios::binary};
  file.read(bytes.data(), static_cast<std::streamsize>(size));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
  return bytes;
}

/// None when the file is no gzip, damaged, or larger than allowed (then with one byte too many).
std::optional<std::vector<char>> unpack(fs::path const& path, std::size_t most_bytes) {
  constexpr auto kChunk = std::size_t{256} * 1024U;
  auto const file = std::unique_ptr<gzFile_s, int (*)(gzFile)>{gzopen(path.c_str(), "rb"), gzclose};
  if (file == nullptr) {
    return std::nullopt;
  }
  auto bytes = std::vector<char>{};
  auto got = 1;
  while (got > 0 && bytes.size() <= most_bytes) {
    auto const size = bytes.size();
    bytes.resize(size + kChunk);
    got = gzread(file.get(), bytes.data() + size, static_cast<unsigned>(kChunk));
    bytes.resize(size + static_cast<std::size_t>(std::max(got, 0)));
  }
  auto status = Z_OK;
  gzerror(file.get(), &status);
  auto const is_packed = gzdirect(file.get()) == 0;
  auto const is_whole = got >= 0 && status == Z_OK;
  return is_packed && is_whole ? std::optional{std::move(bytes)} : std::nullopt;
}

}  // namespace

std::optional<std::vector<char>> read_file(std::string const& path,
                                           std::string const& name,
                                           Findings& findings,
                                           std::size_t most_bytes) {
  auto error = std::error_code{};
  if (!fs::is_regular_file(path, error)) {
    add(findings,
        name,
        fs::exists(path, error) ? "not a file" : "no such file",
        fmt::format("Looked for {}.", path));
    return std::nullopt;
  }
  auto const size = fs::file_size(path, error);
  if (error || size > most_bytes) {
    add_too_large(findings, name, most_bytes);
    return std::nullopt;
  }
  if (!std::string_view{path}.ends_with(".gz")) {
    auto bytes = read_plain(path, size);
    if (bytes.size() != size) {
      add(findings, name, "cannot be read", "Check that you may read it.");
      return std::nullopt;
    }
    return bytes;
  }
  auto bytes = unpack(path, most_bytes);
  if (!bytes) {
    add(findings, name, "not a whole gzip file", "Pack it again with gzip.");
  } else if (bytes->size() > most_bytes) {
    add_too_large(findings, name, most_bytes);
    bytes.reset();
  }
  return bytes;
}

}  // namespace chorsu
