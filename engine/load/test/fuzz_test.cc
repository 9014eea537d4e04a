#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tiny_package.h"

#include "chorsu/load/region.h"
#include "chorsu/load/scenario.h"

namespace chorsu {
namespace {

using test::Files;
using test::TempFolder;

constexpr auto kMutations = 500;

/// Changes, removes, repeats or adds a few bytes.
std::string mutated(std::string text, std::mt19937& random) {
  auto const below = [&](std::size_t n) { return n == 0U ? 0U : random() % n; };
  static constexpr char kTelling[] = "\",;\n\r-*\xFF:{}[]=.9e";  // with its closing 0
  for (auto changes = 1U + random() % 4U; changes > 0U; --changes) {
    auto const at = below(text.size());
    switch (random() % 4U) {
      case 0U:
        text.insert(at, 1U, kTelling[below(sizeof(kTelling))]);
        break;
      case 1U:
        text.erase(at, 1U + random() % 20U);
        break;
      case 2U:
        text.insert(at, text.substr(at, random() % 40U));
        break;
      default:
        if (!text.empty()) {
          text[at] = static_cast<char>(random() % 256U);
        }
    }
  }
  return text;
}

class Mutations : public ::testing::TestWithParam<std::string> {};

/// Whatever stands in a file, the package is either sound or refused with an error.
TEST_P(Mutations, never_crash_the_loader) {
  auto const folder = TempFolder{};
  auto const files = test::tiny_package();
  folder.write(files);
  auto const& file = GetParam();
  auto random = std::mt19937{20241001U};
  for (auto i = 0; i < kMutations; ++i) {
    folder.write(file, mutated(files.at(file), random));
    auto const loaded = load_region(folder.path());
    ASSERT_EQ(loaded.region == nullptr, has_errors(loaded.findings));
  }
}

std::vector<std::string> file_names() {
  auto names = std::vector<std::string>{};
  for (auto const& [name, text] : test::tiny_package()) {
    names.push_back(name);
  }
  return names;
}

std::string name_of(::testing::TestParamInfo<std::string> const& file) {
  return file.param.substr(0, file.param.find('.'));
}

INSTANTIATE_TEST_SUITE_P(of, Mutations, ::testing::ValuesIn(file_names()), name_of);

constexpr auto kScenario = R"(
[scenario]
title = "Railway to the port"
region = "tiny"
start = 2025-11-01

[[change]]
date = 2032-01-01
open = ["bor_bport", "inner"]

[[change]]
date = "2033-06"
tariff = "BBB"
mode = "rail"
factor = 0.8

[[change]]
date = 2034
capacity = "bimgate"
value = 6000000

[uncertain]
"cost.border_hours.bimgate" = { uniform = [24, 72] }

[report]
metrics = ["transit_tonnes"]
)";

TEST(ScenarioMutations, never_crash_the_scenario_loader) {
  auto const folder = TempFolder{};
  folder.write(test::tiny_package());
  auto const region = load_region(folder.path()).region;
  ASSERT_TRUE(region);
  folder.write("s.toml", kScenario);
  auto const sound = load_scenario(folder.file("s.toml"), *region);
  ASSERT_TRUE(sound.scenario) << test::all_lines(sound.findings);
  auto random = std::mt19937{7U};
  for (auto i = 0; i < 4 * kMutations; ++i) {
    folder.write("s.toml", mutated(kScenario, random));
    auto const loaded = load_scenario(folder.file("s.toml"), *region);
    ASSERT_EQ(loaded.scenario == nullptr, has_errors(loaded.findings));
  }
}

}  // namespace
}  // namespace chorsu
