#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "figures.h"
#include "forecast_answer.h"
#include "forecast_extra.h"
#include "inputs.h"
#include "interrupt.h"
#include "output_folder.h"
#include "terminal.h"

#include "chorsu/report/write_payoffs.h"
#include "chorsu/run/level_payoff.h"

namespace chorsu::cli {

namespace {

LevelPayoffs solve_payoffs(Region const& region, int threads, Progress& progress) {
  auto const settings = LogitSettings{.threads = threads};
  progress.begin("solving the base year", 1.0);
  auto const model = prepare(region, settings);
  auto result = LevelPayoffs{.rows = {}, .date = region.ladder.coverage_end};
  result.trade_cost = trade_cost_on(*model, result.date, settings);
  for (auto const actor : payoff_actors(region)) {
    progress.begin("payoffs of " + region.evidence.actors.name[actor], 1.0);
    auto const rows = payoffs_of(*model, actor, result.date, settings);
    result.rows.insert(result.rows.end(), rows.begin(), rows.end());
  }
  progress.finish();
  return result;
}

std::string shipped_words(LevelPayoffs const& shipped, LevelPayoffs const& made) {
  if (shipped.rows.empty()) {
    return "The package ships none: forecasts take every level to be worth nothing.";
  }
  return is_out_of_date(shipped, made.trade_cost)
             ? fmt::format(
                   "The package's table is of a year whose trade costs {:.0f} M US$ and is "
                   "out of date: --write makes it anew.",
                   shipped.trade_cost)
             : "The package's table is of this year.";
}

std::string payoffs_text(Region const& region, LevelPayoffs const& made) {
  constexpr auto kName = std::size_t{21};
  auto text = paragraph(fmt::format(
      "What a level of engagement is worth to a neighbour over the one below, M US$ a year on the "
      "network and trade of {}, all others standing as they did; other levels change nothing:",
      to_string(made.date)));
  text += "\n" + left("Actor", kName) + right("level", 6) + right("revenue", 10) +
          right("surplus", 10) + right("gain", 10) + "\n";
  for (auto const& row : made.rows) {
    text += left(region.evidence.actors.name[row.actor], kName) +
            right(std::to_string(row.level), 6) + right(with_sign(row.revenue, 2), 10) +
            right(with_sign(row.surplus, 2), 10) + right(with_sign(row.gain, 2), 10) + "\n";
  }
  return text + "\n" +
         paragraph(fmt::format("They rest on the factors of level_rule.csv, which are assumptions. "
                               "Trade of the year costs {:.0f} M US$. {}",
                               made.trade_cost,
                               shipped_words(region.ladder.payoffs, made)));
}

std::string payoffs_json(Region const& region, LevelPayoffs const& made) {
  auto const& shipped = region.ladder.payoffs;
  auto json = nlohmann::ordered_json{{"date", to_string(made.date)},
                                     {"trade_cost", made.trade_cost},
                                     {"shipped", !shipped.rows.empty()},
                                     {"out_of_date", is_out_of_date(shipped, made.trade_cost)},
                                     {"payoffs", nlohmann::ordered_json::array()}};
  for (auto const& row : made.rows) {
    json["payoffs"].push_back({{"actor", region.evidence.actors.id[row.actor]},
                               {"level", row.level},
                               {"gain", row.gain},
                               {"revenue", row.revenue},
                               {"surplus", row.surplus}});
  }
  return json.dump() + "\n";
}

}  // namespace

int make_payoffs(ForecastCommand const& command, Region const& region, Progress& progress) {
  if (auto const why = why_not_writable(region.path); command.write && !why.empty()) {
    progress.finish();
    say("--write: " + why);
    return kWrongUsage;
  }
  auto const made = solve_payoffs(region, command.common.threads, progress);
  if (command.write) {
    auto const uninterrupted = UninterruptedPart{};
    auto const findings = write_payoffs(region, made);
    tell(findings);
    if (has_errors(findings)) {
      return kFault;
    }
  }
  print(command.common.json ? payoffs_json(region, made) : payoffs_text(region, made));
  return kOk;
}

}  // namespace chorsu::cli
