#include "chorsu/report/write_payoffs.h"

#include <cmath>
#include <filesystem>
#include <string>

#include <fmt/format.h>

#include "replace_file.h"

namespace chorsu {

namespace {

constexpr auto kSource = "PAYOFF";  ///< of source.csv: the program's own solves

/// Three decimals, written in the shortest form.
double rounded(double millions) {
  constexpr auto kThousand = 1e3;
  return std::round(millions * kThousand) / kThousand + 0.0;
}

}  // namespace

Findings write_payoffs(Region const& region, LevelPayoffs const& payoffs) {
  auto text =
      std::string{"actor,level,gain,revenue,surplus,date,trade_cost,source,confidence,note\n"};
  for (auto const& row : payoffs.rows) {
    text += fmt::format("{},{},{},{},{},{},{:.0f},{},low,\n",
                        region.evidence.actors.id[row.actor],
                        row.level,
                        rounded(row.gain),
                        rounded(row.revenue),
                        rounded(row.surplus),
                        to_string(payoffs.date),
                        payoffs.trade_cost,
                        kSource);
  }
  return replace_file((std::filesystem::path{region.path} / "ladder_payoff.csv").string(), text);
}

}  // namespace chorsu
