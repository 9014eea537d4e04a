#include "replace_file.h"

#include <filesystem>
#include <fstream>
#include <system_error>

namespace chorsu {

Findings replace_file(std::string const& path, std::string const& text) {
  auto const beside = path + ".unfinished";
  auto file = std::ofstream{beside, std::ios::binary};
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  auto error = std::error_code{};
  if (file) {
    std::filesystem::rename(beside, path, error);
  }
  if (file && !error) {
    return {};
  }
  auto ignored = std::error_code{};
  std::filesystem::remove(beside, ignored);
  auto finding = Finding{};
  finding.file = path;
  finding.message = "cannot be written";
  finding.remedy = "Make room or rights there; the old table stands as it was.";
  return {finding};
}

}  // namespace chorsu
