#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chorsu/run/region.h"

namespace chorsu::cli {

/// A thing that a scenario can change.
struct LeverRow {
  std::string kind;  ///< project, crossing, link, node, corridor, state, strain, key
  std::string id;    ///< what to write
  std::string title;
  int expected{0};     ///< year of opening, 0 where there is none
  std::string detail;  ///< a second line; may be empty
};

std::vector<std::string_view> lever_kinds();

std::vector<LeverRow> lever_rows(Region const& region, std::string_view kind);

std::string levers_json(std::vector<LeverRow> const& rows);

}  // namespace chorsu::cli
