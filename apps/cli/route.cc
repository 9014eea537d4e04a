#include "chorsu/run/route.h"

#include <optional>
#include <string>

#include "inputs.h"
#include "places.h"
#include "progress.h"
#include "route_answer.h"
#include "verbs.h"

#include "chorsu/base/date.h"
#include "chorsu/run/simulate.h"

namespace chorsu::cli {

namespace {

constexpr Mode kFreightModes[] = {
    Mode::kRail, Mode::kRoad, Mode::kSea, Mode::kFerry, Mode::kInlandWater, Mode::kAir};

std::optional<Mode> mode_named(std::string const& name) {
  for (auto const mode : kFreightModes) {
    if (name == to_string(mode)) {
      return mode;
    }
  }
  return std::nullopt;
}

/// Bits of the modes named, all when none is; nothing, after a message, when one is unknown.
std::optional<std::uint8_t> mode_bits(std::vector<std::string> const& names) {
  if (names.empty()) {
    return std::uint8_t{0xFF};
  }
  auto bits = 0U;
  for (auto const& name : names) {
    auto const mode = mode_named(name);
    if (!mode) {
      say("--modes: no mode '" + name + "': rail, road, sea, ferry, inland_water, air");
      return std::nullopt;
    }
    bits |= 1U << static_cast<unsigned>(*mode);
  }
  return static_cast<std::uint8_t>(bits);
}

/// None, after a message, when a word of the command means nothing here.
std::optional<RouteQuestion> question_of(RouteCommand const& command, Region const& region) {
  auto const from = find_node(region, command.from);
  auto const to = find_node(region, command.to);
  auto const modes = mode_bits(command.modes);
  auto const commodity =
      find_commodity(region, command.commodity.empty() ? "containers" : command.commodity);
  if (from.node.is_none() || to.node.is_none()) {
    say(from.node.is_none() ? "--from: " + from.why_not : "--to: " + to.why_not);
    return std::nullopt;
  }
  if (from.node == to.node) {
    say("--from and --to are the same place");
    return std::nullopt;
  }
  if (!commodity) {
    say("--class: no class '" + command.commodity + "': " + commodity_list(region));
    return std::nullopt;
  }
  return modes ? std::optional{RouteQuestion{
                     from.node, to.node, *commodity, *modes, command.by_corridor}}
               : std::nullopt;
}

/// The middle of the base year where no date is given; none, after a message, when there is no
/// such day.
std::optional<Date> date_of(RouteCommand const& command, Region const& region) {
  if (command.date.empty()) {
    return base_day(region);
  }
  auto const date = Date::parse(command.date);
  if (!date) {
    say("--date: no day '" + command.date + "': write 2025-11-30, 2025-11 or 2025");
  }
  return date;
}

Future solve_on(Model const& model, Date date, LogitSettings const& settings) {
  auto world = world_on(world_inputs(model), date, {});
  return solve_year(model, std::move(world), date.year(), "baseline", model.base, settings);
}

}  // namespace

int route(RouteCommand const& command, Terminal const& terminal) {
  auto progress = Progress{terminal, 1.5};
  progress.begin("reading the package", 0.0);
  auto const inputs = read_inputs(command.common, {});
  if (!inputs.region) {
    progress.finish();
    tell(inputs);
    return kBadData;
  }
  auto const& region = *inputs.region;
  auto const question = question_of(command, region);
  auto const date = date_of(command, region);
  if (!question || !date) {
    return kWrongUsage;
  }
  auto const settings = LogitSettings{.threads = command.common.threads};
  progress.begin("solving the base year", 1.0);
  auto const model = prepare(region, settings);
  progress.begin("solving " + std::to_string(date->year()), 0.5);
  auto const future = solve_on(*model, *date, settings);
  auto answer = RouteAnswer{.question = *question, .date = *date, .routes = {}, .obstacle = {}};
  answer.converged = future.solution.convergence.converged;
  answer.routes = rival_routes(*model, future, *question, settings);
  if (answer.routes.empty()) {
    answer.obstacle = obstacle_between(*model, future.world, *question);
  }
  progress.finish();
  if (!answer.converged) {
    say("the year is not solved to the last digit: costs are approximate");
  }
  print(command.common.json ? route_json(region, answer)
                            : route_text(region, answer, terminal.colour));
  return answer.routes.empty() ? kAnswerIsNo : kOk;
}

}  // namespace chorsu::cli
