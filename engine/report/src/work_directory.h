#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "chorsu/base/finding.h"

namespace chorsu {

/// Thrown inside this room only: which file, and why.
struct CannotWrite {
  std::string path;
  std::string reason;
};

/// The same for those who asked.
Findings cannot_write(std::string const& path, std::string const& reason);

void write_text(std::filesystem::path const& path, std::string const& text);

/// Where files are made before they are moved to where they belong, so that a failure leaves no
/// half-written file. Vanishes with what is left in it.
class WorkDirectory {
 public:
  /// Inside the target when it is there already, else beside it: one file system, so that moving is
  /// renaming.
  explicit WorkDirectory(std::string const& target);
  WorkDirectory(WorkDirectory const&) = delete;
  WorkDirectory& operator=(WorkDirectory const&) = delete;
  ~WorkDirectory();

  std::filesystem::path const& path() const { return path_; }

  /// Moves the files of these names to the target, which is made when it is not there, and so are
  /// the folders inside it that a name has.
  void move(std::vector<std::string> const& names) const;

 private:
  std::filesystem::path target_;
  std::filesystem::path path_;
};

}  // namespace chorsu
