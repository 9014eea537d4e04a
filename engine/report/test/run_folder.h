#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <unistd.h>

namespace chorsu::tiny {

/// A folder of a test's own that vanishes with it.
struct Folder {
  std::filesystem::path path;

  explicit Folder(std::string const& name)
      : path{std::filesystem::temp_directory_path() /
             ("chorsu-report-" + name + "-" + std::to_string(::getpid()))} {
    std::filesystem::remove_all(path);
    std::filesystem::create_directories(path);
  }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;
  ~Folder() {
    auto ignored = std::error_code{};
    std::filesystem::remove_all(path, ignored);
  }

  std::string operator/(std::string const& name) const { return (path / name).string(); }
};

inline std::string contents(std::filesystem::path const& path) {
  auto file = std::ifstream{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace chorsu::tiny
