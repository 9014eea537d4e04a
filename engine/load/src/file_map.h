#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace chorsu {

/// A file as bytes that the system reads as they are looked at.
class FileMap {
 public:
  FileMap() = default;
  explicit FileMap(std::string const& path);
  FileMap(FileMap const&) = delete;
  FileMap& operator=(FileMap const&) = delete;
  ~FileMap();

  /// Empty where the file cannot be read, or is empty.
  std::string_view bytes() const { return {data_, size_}; }

 private:
  char const* data_{nullptr};
  std::size_t size_{0U};
};

}  // namespace chorsu
