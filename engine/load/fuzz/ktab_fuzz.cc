#include <cstddef>
#include <cstdint>

#include "fuzz_targets.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  chorsu::test::fuzz_ktab({reinterpret_cast<char const*>(data), size});
  return 0;
}
