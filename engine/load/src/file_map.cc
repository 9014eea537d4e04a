#include "file_map.h"

#include <fcntl.h>
#include <unistd.h>

#include <sys/mman.h>
#include <sys/stat.h>

namespace chorsu {

FileMap::FileMap(std::string const& path) {
  auto const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    return;
  }
  struct stat about{};
  if (::fstat(file, &about) == 0 && about.st_size > 0) {
    auto const size = static_cast<std::size_t>(about.st_size);
    auto* const at = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (at != MAP_FAILED) {
      data_ = static_cast<char const*>(at);
      size_ = size;
    }
  }
  ::close(file);
}

FileMap::~FileMap() {
  if (data_ != nullptr) {
    ::munmap(const_cast<char*>(data_), size_);
  }
}

}  // namespace chorsu
