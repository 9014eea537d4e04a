#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lever.h"

namespace chorsu {

namespace {

std::string needs_phrase(Projects const& projects, Lever const& lever) {
  auto names = std::vector<std::string>{};
  for (auto const project : with_needs(projects, lever.projects)) {
    if (std::ranges::find(lever.projects, project) == lever.projects.end()) {
      names.push_back(projects.id[project]);
    }
  }
  return names.empty() ? "" : fmt::format(", with what it needs: {}", fmt::join(names, ", "));
}

std::string amount_phrase(Lever const& lever) {
  return lever.is_factor ? fmt::format("times {}", lever.value)
                         : fmt::format("set to {:.0f} t/yr per direction", lever.value);
}

std::string names_of(Region const& region, std::vector<Place> const& places) {
  auto names = std::vector<std::string>{};
  for (auto const& place : places) {
    names.push_back(describe(region, place));
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

std::string line_of(Region const& region, Lever const& lever, std::vector<Place> const& places) {
  auto const where = names_of(region, places);
  auto const day = to_string(lever.date);
  switch (lever.kind) {
    case LeverKind::kOpen:
      return fmt::format("{} open {}{}", day, where, needs_phrase(region.projects, lever));
    case LeverKind::kClose:
      return fmt::format("{} close {}", day, where);
    case LeverKind::kCapacity:
      return fmt::format("{} capacity of {} {}", day, where, amount_phrase(lever));
    case LeverKind::kTariff:
      return fmt::format(
          "{} {}tariff of {} {}",
          day,
          lever.mode == Mode::kOther ? "" : fmt::format("{} ", to_string(lever.mode)),
          where,
          amount_phrase(lever));
    case LeverKind::kBorder:
      return fmt::format("{} border hours at {} {}", day, where, amount_phrase(lever));
    case LeverKind::kFee:
      return fmt::format("{} border fees at {} {}", day, where, amount_phrase(lever));
    case LeverKind::kStrain:
      return strain_line(region, lever);
    case LeverKind::kSpeed:
      break;
  }
  return fmt::format("{} speed on {} {}", day, where, amount_phrase(lever));
}

}  // namespace chorsu
