#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "figures.h"
#include "forecast_answer.h"

namespace chorsu::cli {

namespace {

constexpr auto kName = std::size_t{21};
constexpr auto kPercent = 100.0;
constexpr auto kSmall = 0.5e-3;  // printed as "<0.1"

/// A chance in per cent; what is not certain is never written as 0 or 100.
std::string percent(double p) {
  if (p <= 0.0 || p >= 1.0) {
    return p <= 0.0 ? "0" : "100";
  }
  if (p < 0.001) {
    return "<0.1";
  }
  if (p > 0.999) {
    return ">99.9";
  }
  return fixed(kPercent * p, p < 0.1 || p > 0.9 ? 1 : 0);
}

/// A chance of which no history had an instance is small, not 0.
std::string drawn_percent(Chance const& chance, std::size_t histories) {
  auto const least = 1.0 / static_cast<double>(std::max<std::size_t>(histories, 1U));
  return percent(chance.p > 0.0 ? chance.p : std::min(0.5 * least, kSmall));
}

/// What no draw of the parameters gave an instance of is small too.
std::string range(Chance const& chance) {
  auto const low = percent(std::max(chance.low, kSmall));
  auto const high = percent(std::max(chance.high, kSmall));
  return low == high ? low : low + "-" + high;
}

/// Actors in order of a chance, the largest first.
std::vector<LadderActorId> sorted_by(LadderActors const& actors, auto const& chance) {
  auto order = std::vector<LadderActorId>{};
  for (auto const actor : actors.id.ids()) {
    order.push_back(actor);
  }
  std::ranges::sort(order, [&](auto a, auto b) {
    return chance(a) > chance(b) || (chance(a) == chance(b) && a.value < b.value);
  });
  return order;
}

std::string head(ForecastAnswer const& answer) {
  return paragraph(fmt::format(
             "{} by {}, from what was known on {}; chances in per cent, with the 5 to 95 % range "
             "over the parameters. Terms: {}. {} histories, {}.",
             answer.recognition ? "Recognition" : "Engagement",
             to_string(answer.by),
             to_string(answer.known_on),
             terms_words(answer.model.terms),
             answer.forecast.histories,
             answer.parameters)) +
         "\n";
}

std::string recognition_table(ForecastAnswer const& answer) {
  auto const& actors = answer.model.actors;
  auto const level = std::size_t{kRecognitionLevel};
  auto text = fmt::format("{} {} {} {} {} {}\n",
                          left("Actor", kName),
                          right("level", 5),
                          right("recognises", 10),
                          right("range", 13),
                          right("moves up", 8),
                          right("range", 11));
  auto const& reached = answer.forecast.reached;
  for (auto const actor : sorted_by(actors, [&](auto a) { return reached[a].at(level).p; })) {
    auto const& chance = reached[actor].at(level);
    auto const& up = answer.forecast.moves_up[actor];
    auto const there = answer.now.level[actor] == kRecognitionLevel;
    text += fmt::format("{} {} {} {} {} {}\n",
                        left(actors.name[actor], kName),
                        right(std::to_string(answer.now.level[actor]), 5),
                        right(there ? "has" : drawn_percent(chance, answer.forecast.histories), 10),
                        right(there ? "" : range(chance), 13),
                        right(there ? "" : drawn_percent(up, answer.forecast.histories), 8),
                        right(there ? "" : range(up), 11));
  }
  return text;
}

std::string engagement_table(ForecastAnswer const& answer) {
  auto const& actors = answer.model.actors;
  auto const& up = answer.forecast.moves_up;
  auto text = fmt::format("{} {}", left("Actor", kName), right("level", 5));
  for (auto l = 2; l < kLevelCount; ++l) {
    text += right(fmt::format(">={}", l), 6);
  }
  text += " " + right("moves up", 14) + "\n";
  for (auto const actor : sorted_by(actors, [&](auto a) { return up[a].p; })) {
    text += fmt::format("{} {}",
                        left(actors.name[actor], kName),
                        right(std::to_string(answer.now.level[actor]), 5));
    for (auto l = 2; l < kLevelCount; ++l) {
      auto const& chance = answer.forecast.reached[actor].at(static_cast<std::size_t>(l));
      text += right(
          l <= answer.now.level[actor] ? "-" : drawn_percent(chance, answer.forecast.histories), 6);
    }
    auto const there = answer.now.level[actor] == kRecognitionLevel;
    text +=
        " " + right(there ? "" : percent(up[actor].p) + " (" + range(up[actor]) + ")", 16) + "\n";
  }
  return text;
}

std::string change_text(Chance const& change) {
  return fmt::format("{} ({} to {})",
                     with_sign(kPercent * change.p, 1),
                     with_sign(kPercent * change.low, 1),
                     with_sign(kPercent * change.high, 1));
}

std::string ifs_text(ForecastAnswer const& answer) {
  if (answer.ifs.empty()) {
    return "";
  }
  auto const& actors = answer.model.actors;
  auto what = std::string{};
  for (auto const& force : answer.forces) {
    what += fmt::format("{}{} at level {} from {}",
                        what.empty() ? "" : ", ",
                        actors.name[force.actor],
                        force.level,
                        to_string(first_day_of(force.month)));
  }
  auto text = "\n" + paragraph("If " + what +
                               ": change of the chance of recognition, in points, the same random "
                               "numbers with and without:");
  text += left("Actor", kName);
  for (auto const& one : answer.ifs) {
    text += " " + right(terms_words(one.terms), 28);
  }
  text += "\n";
  auto const level = std::size_t{kRecognitionLevel};
  auto const largest = [&](LadderActorId actor) {
    auto most = 0.0;
    for (auto const& one : answer.ifs) {
      most = std::max(most, std::abs(one.change[actor].at(level).p));
    }
    return most;
  };
  for (auto const actor : sorted_by(actors, largest)) {
    if (largest(actor) < 5e-4) {
      continue;
    }
    text += left(actors.name[actor], kName);
    for (auto const& one : answer.ifs) {
      text += " " + right(change_text(one.change[actor].at(level)), 28);
    }
    text += "\n";
  }
  return text + paragraph(
                    "With covariates only nobody follows anybody: that is an assumption "
                    "there, as the following is one with peers and gate.");
}

std::string why_text(WhyAnswer const& why, LadderActors const& actors) {
  auto text = std::string{};
  for (auto const* terms : {&why.climb, &why.recognition}) {
    if (terms->empty()) {
      continue;
    }
    text += "\n" + paragraph(fmt::format("What adds up to the log odds a month that {} {}:",
                                         actors.name[why.actor],
                                         terms == &why.climb ? "climbs" : "recognises"));
    for (auto const& term : *terms) {
      text += fmt::format("  {} {} ({} to {})\n",
                          left(term.term, kName - 2U),
                          right(with_sign(term.mean, 2), 6),
                          with_sign(term.low, 2),
                          with_sign(term.high, 2));
    }
  }
  return text;
}

std::string recognitions_text(ForecastAnswer const& answer) {
  auto const& actors = answer.model.actors;
  auto const count = answer.recognised.size();
  auto who = std::string{};
  for (auto const& [actor, date] : answer.recognised) {
    who += (who.empty() ? "" : ", ") + actors.name[actor] + " on " + to_string(date);
  }
  auto const holds = count == 0U   ? std::string{"no recognition"}
                     : count == 1U ? "one recognition only (" + who + ")"
                                   : fmt::format("{} recognitions ({})", count, who);
  return paragraph(fmt::format(
      "The data contain {} among {} moves up: chances of recognition rest on the priors more than "
      "on data, and a cascade is an assumption that --with peers,gate switches on.{}",
      holds,
      answer.moves,
      answer.known_on < answer.thin_from
          ? std::string{}
          : fmt::format(" Coverage is thin from {}: a level may be higher than it is known to be.",
                        to_string(answer.thin_from))));
}

}  // namespace

std::string forecast_text(ForecastAnswer const& answer) {
  auto text = head(answer) +
              (answer.recognition ? recognition_table(answer) : engagement_table(answer)) +
              ifs_text(answer);
  for (auto const& why : answer.whys) {
    text += why_text(why, answer.model.actors);
  }
  text += "\n" + recognitions_text(answer) +
          "\nHow well this would have done: any move up, against a constant hazard\n" +
          hindcast_lines(answer.hindcast);
  for (auto const& score : answer.hindcast.horizons) {
    text += score.months == 6 ? reliability_lines(score) : "";
  }
  return text + hindcast_verdict(answer.hindcast) +
         "`chorsu forecast hindcast` has the whole table.\n";
}

}  // namespace chorsu::cli
