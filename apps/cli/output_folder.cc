#include "output_folder.h"

#include <unistd.h>

namespace chorsu::cli {

namespace {

/// The folder itself or the nearest above it that exists.
std::filesystem::path nearest_existing(std::filesystem::path const& folder) {
  auto path = std::filesystem::absolute(folder).lexically_normal();
  while (!std::filesystem::exists(path) && path.has_relative_path()) {
    path = path.parent_path();
  }
  return path;
}

}  // namespace

std::string why_not_writable(std::filesystem::path const& folder) {
  auto const existing = nearest_existing(folder);
  if (!std::filesystem::is_directory(existing)) {
    return existing.string() + " is not a folder";
  }
  if (::access(existing.c_str(), W_OK | X_OK) != 0) {
    return existing.string() + " is not writable";
  }
  return {};
}

}  // namespace chorsu::cli
