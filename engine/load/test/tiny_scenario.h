#pragma once

#include <string>

#include "tiny_package.h"

#include "chorsu/load/region.h"
#include "chorsu/load/scenario.h"

namespace chorsu::test {

inline Region const& tiny_region() {
  static auto const region = [] {
    auto const folder = TempFolder{};
    folder.write(test::tiny_package());
    return load_region(folder.path()).region;
  }();
  return *region;
}

inline LoadedScenario load_text(std::string const& text) {
  auto const folder = TempFolder{};
  folder.write("what-if.toml", text);
  return load_scenario(folder.file("what-if.toml"), tiny_region());
}

inline std::string with_change(std::string const& change) {
  return "[scenario]\ntitle = \"x\"\n[[change]]\ndate = 2031-02-03\n" + change + '\n';
}

}  // namespace chorsu::test
