#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lever.h"

#include "chorsu/evidence/engagement.h"

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

std::string stance_phrase(Lever const& lever) {
  switch (lever.measure) {
    case StandingMeasure::kListing:
      return lever.value > 0.0 ? "lists the Taliban as terrorists" : "lists nobody as terrorists";
    case StandingMeasure::kSanction:
      return lever.value > 0.0 ? "puts Kabul under sanctions" : "has no sanctions on Kabul";
    case StandingMeasure::kLevel:
      break;
  }
  auto const level = static_cast<Level>(lever.value);
  return fmt::format("at engagement level {} ({})", level, level_name(level));
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
    case LeverKind::kStance:
      return fmt::format("{} {} {}", day, where, stance_phrase(lever));
    case LeverKind::kSpeed:
      break;
  }
  return fmt::format("{} speed on {} {}", day, where, amount_phrase(lever));
}

}  // namespace chorsu
