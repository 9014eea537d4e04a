#include <optional>
#include <string>
#include <vector>

#include "forecast_extra.h"
#include "inputs.h"
#include "terminal.h"

#include "chorsu/base/nearest_name.h"
#include "chorsu/decisions/bargaining.h"
#include "chorsu/load/ktab.h"

namespace chorsu::cli {

namespace {

/// The dimension that --ladder names, the only or first one where it names none.
std::optional<DimensionId> dimension_of(BargainActors const& actors, std::string const& name) {
  auto names = std::vector<std::string_view>{};
  for (auto const k : actors.dimension.ids()) {
    names.push_back(actors.dimension[k]);
    if (name.empty() || actors.dimension[k] == name) {
      return k;
    }
  }
  auto const near = nearest_name(name, names).value_or(names.front());
  say("--ladder: no dimension '" + name + "'; did you mean '" + std::string{near} + "'?");
  return std::nullopt;
}

}  // namespace

bool read_pull(ForecastCommand const& command,
               LadderInputs const& inputs,
               LadderActors const& actors,
               LadderPull& pull) {
  if (command.bargain.empty()) {
    return true;
  }
  if (!all_exist({command.bargain})) {
    return false;
  }
  auto const loaded = read_ktab(command.bargain);
  tell_others(loaded.findings);
  if (!loaded.actors) {
    tell(loaded.findings);
    return false;
  }
  auto const dimension = dimension_of(*loaded.actors, command.ladder);
  if (!dimension) {
    return false;
  }
  auto const ends = level_pull(negotiate(*loaded.actors), *dimension);
  pull.strength = inputs.settings.pull;
  pull.target.values.assign(actors.size(), -1.0);
  auto drawn = std::size_t{0};
  for (auto const one : ends.ids()) {
    auto const actor = find_by_name(actors, loaded.actors->name[one]);
    if (actor.is_none()) {
      say("--bargain: '" + loaded.actors->name[one] + "' is no actor whose level is followed");
    } else {
      pull.target[actor] = ends[one];
      ++drawn;
    }
  }
  if (drawn == 0U) {
    say("--bargain: none of its actors is followed; name them by id or name, as UZB or Uzbekistan");
  }
  return drawn > 0U;
}

}  // namespace chorsu::cli
