#include "work_directory.h"

#include <cerrno>
#include <fstream>
#include <system_error>

namespace chorsu {

namespace {

namespace fs = std::filesystem;

std::string last_reason() {
  return std::error_code{errno, std::generic_category()}.message();
}

void check(fs::path const& path, std::error_code const& error) {
  if (error) {
    throw CannotWrite{path.string(), error.message()};
  }
}

fs::path target_of(std::string const& directory) {
  auto path = fs::absolute(directory).lexically_normal();
  return path.has_filename() ? path : path.parent_path();
}

fs::path work_path(fs::path const& target) {
  auto const name = ".unfinished-" + target.filename().string();
  return fs::exists(target) ? target / name : target.parent_path() / name;
}

}  // namespace

Findings cannot_write(std::string const& path, std::string const& reason) {
  auto result = Finding{};
  result.file = path;
  result.message = "cannot be written: " + reason;
  result.remedy = "Choose another directory, or make room or rights there.";
  return {result};
}

void write_text(fs::path const& path, std::string const& text) {
  auto file = std::ofstream{path, std::ios::binary};
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  if (!file) {
    throw CannotWrite{path.string(), last_reason()};
  }
}

WorkDirectory::WorkDirectory(std::string const& target)
    : target_{target_of(target)}, path_{work_path(target_)} {
  auto error = std::error_code{};
  fs::remove_all(path_, error);
  check(path_, error);
  fs::create_directories(path_, error);
  check(path_, error);
}

WorkDirectory::~WorkDirectory() {
  auto ignored = std::error_code{};
  fs::remove_all(path_, ignored);
}

void WorkDirectory::move(std::vector<std::string> const& names) const {
  auto error = std::error_code{};
  fs::create_directories(target_, error);
  check(target_, error);
  for (auto const& name : names) {
    fs::create_directories((target_ / name).parent_path(), error);
    check(target_ / name, error);
    fs::rename(path_ / name, target_ / name, error);
    check(target_ / name, error);
  }
}

}  // namespace chorsu
