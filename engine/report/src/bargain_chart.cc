#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include <fmt/format.h>

#include "bargain_files.h"
#include "html.h"
#include "words.h"

#include "chorsu/report/write_bargain.h"

namespace chorsu {

namespace {

constexpr auto kMostNamed = std::size_t{24};
constexpr auto kColours = std::size_t{8};
constexpr auto kLeft = 44.0;
constexpr auto kTop = 10.0;
constexpr auto kPlot = 560.0;   // width of the turns
constexpr auto kWidth = 800.0;  // with the names behind them
constexpr auto kPitch = 14.0;   // of the names

/// One chart: what of an actor is drawn in a turn, and its scale from 0 to `most`.
struct LineChart {
  BargainInput const& in;
  std::string name;
  double most;
  int decimals;
  std::function<double(BargainTurn const&, BargainActorId)> value;
  std::vector<BargainActorId> named{};
  double height{0.0};  ///< of the plot

  double x(std::size_t turn) const {
    auto const last = std::max<std::size_t>(1U, in.bargain.turns.size() - 1U);
    return kLeft + kPlot * static_cast<double>(turn) / static_cast<double>(last);
  }
  double y(double v) const { return kTop + height * (1.0 - v / most); }
};

/// Places near the wanted ones, which rise, at least a pitch apart and within the plot.
std::vector<double> spread(std::vector<double> const& wanted, double low, double high) {
  auto placed = std::vector<double>{};
  for (auto const y : wanted) {
    placed.push_back(placed.empty() ? std::max(y, low) : std::max(y, placed.back() + kPitch));
  }
  auto floor = high;
  for (auto i = placed.size(); i-- > 0U;) {
    placed[i] = std::min(placed[i], floor);
    floor = placed[i] - kPitch;
  }
  return placed;
}

std::string grid(LineChart const& chart) {
  auto svg = std::string{"<g class=\"grid\">"};
  for (auto i = 0; i <= 4; ++i) {
    auto const v = chart.most * i / 4.0;
    svg += fmt::format(
        "<line x1=\"{0:.1f}\" x2=\"{1:.1f}\" y1=\"{2:.1f}\" y2=\"{2:.1f}\"/><text x=\"{3:.1f}\" "
        "y=\"{4:.1f}\" text-anchor=\"end\">{5}</text>",
        kLeft,
        kLeft + kPlot,
        chart.y(v),
        kLeft - 6.0,
        chart.y(v) + 4.0,
        fixed(v, chart.most > 1.0 ? 0 : 2));
  }
  auto const turns = chart.in.bargain.turns.size();
  auto const step = std::max<std::size_t>(1U, (turns + 11U) / 12U);
  for (auto t = std::size_t{0}; t < turns; t += step) {
    svg += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>",
                       chart.x(t),
                       kTop + chart.height + 16.0,
                       t);
  }
  svg += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">turn</text>",
                     kLeft + kPlot / 2.0,
                     kTop + chart.height + 32.0);
  return svg + "</g>\n";
}

/// Thick lines have weight: the area of a stroke grows with capability.
double stroke(BargainActors const& actors, BargainActorId actor) {
  auto const strongest = *std::ranges::max_element(actors.capability.values);
  return 1.0 + 3.5 * std::sqrt(actors.capability[actor] / strongest);
}

std::string line(LineChart const& chart, BargainActorId actor) {
  auto points = std::string{};
  auto const& turns = chart.in.bargain.turns;
  for (auto t = std::size_t{0}; t < turns.size(); ++t) {
    points += fmt::format(
        "{}{:.1f},{:.1f}", t == 0U ? "" : " ", chart.x(t), chart.y(chart.value(turns[t], actor)));
  }
  return fmt::format(
      "<polyline points=\"{}\" stroke-width=\"{:.2f}\"/>", points, stroke(chart.in.actors, actor));
}

std::string label(LineChart const& chart, BargainActorId actor, double y) {
  constexpr auto kName = std::size_t{24};
  auto const value = chart.value(chart.in.bargain.turns.back(), actor);
  auto const end = kLeft + kPlot;
  return fmt::format(
      "<path class=\"lead\" d=\"M{:.1f} {:.1f}L{:.1f} {:.1f}\"/><text x=\"{:.1f}\" y=\"{:.1f}\">{} "
      "{}</text>",
      end,
      chart.y(value),
      end + 18.0,
      y,
      end + 22.0,
      y + 4.0,
      escaped(cut(chart.in.actors.name[actor], kName)),
      fixed(value, chart.decimals));
}

std::string tip(LineChart const& chart, BargainActorId actor) {
  auto const& turns = chart.in.bargain.turns;
  return fmt::format("<title>{}: {} to {}</title>",
                     escaped(chart.in.actors.name[actor]),
                     fixed(chart.value(turns.front(), actor), chart.decimals),
                     fixed(chart.value(turns.back(), actor), chart.decimals));
}

/// Where every named actor's name stands.
std::vector<std::pair<BargainActorId, double>> name_places(LineChart const& chart) {
  auto order = chart.named;
  auto const end = [&](BargainActorId a) {
    return chart.y(chart.value(chart.in.bargain.turns.back(), a));
  };
  std::ranges::stable_sort(order, {}, end);
  auto wanted = std::vector<double>{};
  std::ranges::transform(order, std::back_inserter(wanted), end);
  auto const placed = spread(wanted, kTop, kTop + chart.height);
  auto places = std::vector<std::pair<BargainActorId, double>>{};
  for (auto i = std::size_t{0}; i < order.size(); ++i) {
    places.emplace_back(order[i], placed[i]);
  }
  return places;
}

std::string chart_svg(LineChart chart) {
  constexpr auto kLow = 260.0;
  chart.named = leading_actors(chart.in.actors, kMostNamed);
  chart.height = std::max(kLow, kPitch * static_cast<double>(chart.named.size()));
  auto const places = name_places(chart);
  auto svg = fmt::format(
      "<svg class=\"lines\" viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"{}, every "
      "actor by turn\">\n{}",
      kWidth,
      chart.height + kTop + 40.0,
      escaped(chart.name),
      grid(chart));
  for (auto const actor : chart.in.actors.name.ids()) {
    auto const place = std::ranges::find(places, actor, [](auto const& p) { return p.first; });
    svg += fmt::format("<g class=\"actor c{}{}\">{}{}{}</g>\n",
                       actor.value % kColours,
                       (actor.value / kColours) % 2U == 1U ? " dashed" : "",
                       tip(chart, actor),
                       line(chart, actor),
                       place == places.end() ? "" : label(chart, actor, place->second));
  }
  return svg + "</svg>\n";
}

/// A round number that no chance of the negotiation is above.
double top_of_chances(Bargain const& bargain) {
  auto most = 0.0;
  for (auto const& turn : bargain.turns) {
    most = std::max(most, *std::ranges::max_element(turn.win_probability.values));
  }
  for (auto const top : {0.04, 0.08, 0.2, 0.4}) {
    if (most <= top) {
      return top;
    }
  }
  return 1.0;
}

}  // namespace

std::string position_chart(BargainInput const& in, DimensionId dimension) {
  return chart_svg({.in = in,
                    .name = in.actors.dimension[dimension],
                    .most = 100.0,
                    .decimals = 1,
                    .value = [dimension](auto const& turn, auto actor) {
                      return turn.position(actor, dimension);
                    }});
}

std::string chance_chart(BargainInput const& in) {
  return chart_svg(
      {.in = in,
       .name = "Chance to win a vote",
       .most = top_of_chances(in.bargain),
       .decimals = 2,
       .value = [](auto const& turn, auto actor) { return turn.win_probability[actor]; }});
}

}  // namespace chorsu
