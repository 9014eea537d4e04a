#pragma once

#include <string>
#include <vector>

#include "chorsu/base/date.h"
#include "chorsu/world/world.h"

namespace chorsu {

/// A what-if: dated changes against the world as the evidence has it.
struct Scenario {
  std::string id;  ///< file name without extension
  std::string title;
  std::string why;     ///< the question, a paragraph
  std::string region;  ///< name or path of the package
  std::string file;
  Date start{};
  std::vector<Lever> levers;         ///< in the file's order
  std::vector<std::string> changes;  ///< one readable line a lever
  std::vector<std::string> metrics;
  Date baseline_date{};  ///< day of the last change
};

}  // namespace chorsu
