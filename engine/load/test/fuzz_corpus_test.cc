#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "fuzz_targets.h"

namespace chorsu {
namespace {

namespace fs = std::filesystem;

/// Seeds and findings of a target (`./dev fuzz`); none may break what it tests.
void replay(std::string const& target, std::function<void(std::string_view)> const& use) {
  auto files = std::vector<fs::path>{};
  for (auto const& entry : fs::directory_iterator{"engine/load/fuzz/corpus/" + target}) {
    files.push_back(entry.path());
  }
  std::ranges::sort(files);
  ASSERT_GE(files.size(), 3U);
  for (auto const& file : files) {
    SCOPED_TRACE(file.string());
    auto in = std::ifstream{file, std::ios::binary};
    use(std::string{std::istreambuf_iterator<char>{in}, {}});
  }
}

TEST(fuzz_corpus, of_tntp_is_read_or_refused) {
  replay("tntp", test::fuzz_tntp);
}

TEST(fuzz_corpus, of_gmns_is_read_or_refused) {
  replay("gmns", test::fuzz_gmns);
}

TEST(fuzz_corpus, of_omx_is_read_or_refused) {
  replay("omx", test::fuzz_omx);
}

TEST(fuzz_corpus, of_ktab_is_read_or_refused) {
  replay("ktab", test::fuzz_ktab);
}

}  // namespace
}  // namespace chorsu
