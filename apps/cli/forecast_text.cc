#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "figures.h"
#include "forecast_answer.h"

namespace chorsu::cli {

namespace {

constexpr auto kWidth = std::size_t{80};
constexpr auto kName = std::size_t{21};
constexpr auto kPercent = 100.0;

std::string paragraph(std::string_view text) {
  auto result = std::string{};
  for (auto const& line : wrapped(text, kWidth)) {
    result += line + "\n";
  }
  return result;
}

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
  return percent(chance.p > 0.0 ? chance.p : 0.5 * std::min(least, 1e-3));
}

std::string range(Chance const& chance) {
  return percent(std::max(chance.low, 0.0)) + "-" + percent(chance.high);
}

std::string terms_words(LadderTerms terms) {
  return terms.peers ? (terms.gate ? "covariates, peers and gate" : "covariates and peers")
                     : (terms.gate ? "covariates and gate" : "covariates only");
}

/// Actors in order of a chance, the largest first.
std::vector<LadderActorId> sorted_by(LadderActors const& actors, auto const& chance) {
  auto order = std::vector<LadderActorId>{};
  for (auto const actor : actors.id.ids()) {
    order.push_back(actor);
  }
  std::ranges::stable_sort(order, [&](auto a, auto b) { return chance(a) > chance(b); });
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
      "on data, and a cascade is an assumption that --with peers,gate switches on. Coverage is "
      "thin from {}: a level may be higher than it is known to be.",
      holds,
      answer.moves,
      to_string(answer.thin_from)));
}

std::string reliability_lines(HorizonScore const& score) {
  auto text = fmt::format("\nReliability at {} months: fifths of the forecasts, in per cent\n",
                          score.months);
  text += fmt::format("{} {} {} {}\n",
                      right("forecasts", 10),
                      right("said", 7),
                      right("came", 7),
                      right("came - said, 95 % band", 24));
  for (auto const& bin : score.reliability) {
    text += fmt::format(
        "{} {} {} {} {}\n",
        right(std::to_string(bin.forecasts), 10),
        right(fixed(kPercent * bin.said, 1), 7),
        right(fixed(kPercent * bin.came, 1), 7),
        right(with_sign(kPercent * bin.low, 1) + " to " + with_sign(kPercent * bin.high, 1), 24),
        bin.reliable() ? "0 inside" : "0 OUTSIDE");
  }
  return text;
}

/// What the scores allow one to say.
std::string verdict(Hindcast const& hindcast) {
  auto better = true;
  auto worse = false;
  auto outside = std::size_t{0};
  for (auto const& score : hindcast.horizons) {
    auto const& constant = score.of[1];
    better = better && constant.brier_gain > constant.brier_gain_se &&
             constant.log_gain > constant.log_gain_se;
    worse = worse || constant.brier_gain < -constant.brier_gain_se ||
            constant.log_gain < -constant.log_gain_se;
    for (auto const& bin : score.reliability) {
      outside += bin.reliable() ? 0U : 1U;
    }
  }
  return paragraph(fmt::format(
      "{} {}",
      worse    ? "Worse than a constant hazard by more than a standard error somewhere."
      : better ? "Better than a constant hazard by more than a standard error, but by little."
               : "No worse than a constant hazard, and not surely better.",
      outside == 0U ? "Reliable within the bands at every horizon."
                    : fmt::format("{} groups of forecasts lie outside their bands.", outside)));
}

}  // namespace

std::string hindcast_lines(Hindcast const& hindcast) {
  auto text = fmt::format("{} {} {} {} {} {} {} {}\n",
                          left("Horizon", 9),
                          right("forecasts", 9),
                          right("moves", 5),
                          right("Brier", 7),
                          right("constant", 8),
                          right("gain +- se", 17),
                          right("log", 7),
                          right("constant", 8));
  for (auto const& score : hindcast.horizons) {
    auto const& constant = score.of[1];
    text += fmt::format(
        "{} {} {} {} {} {} {} {}\n",
        left(std::to_string(score.months) + " months", 9),
        right(std::to_string(score.forecasts), 9),
        right(std::to_string(score.moves), 5),
        right(fixed(score.of[0].brier, 4), 7),
        right(fixed(constant.brier, 4), 8),
        right(with_sign(constant.brier_gain, 4) + " +- " + fixed(constant.brier_gain_se, 4), 17),
        right(fixed(score.of[0].log, 4), 7),
        right(fixed(constant.log, 4), 8));
  }
  return text;
}

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
  return text + verdict(answer.hindcast) + "`chorsu forecast hindcast` has the whole table.\n";
}

std::string hindcast_text(Hindcast const& hindcast, LadderTerms terms) {
  auto text = paragraph(fmt::format(
      "Forecasts of at least one move up, made every three months from what was known then, with "
      "covariates of 2021 and priors that saw no move since. Terms: {}. Gain: how much better the "
      "ladder is, with one standard error clustered by actor.",
      terms_words(terms)));
  for (auto const& score : hindcast.horizons) {
    text += fmt::format("\n{} months: {} forecasts, {} moves\n{} {} {} {} {}\n",
                        score.months,
                        score.forecasts,
                        score.moves,
                        left("Forecaster", 12),
                        right("Brier", 7),
                        right("log", 7),
                        right("Brier gain", 17),
                        right("log gain", 17));
    for (auto i = std::size_t{0}; i < kForecasters; ++i) {
      auto const& one = score.of.at(i);
      auto const gain = [&](double mean, double se) {
        return i == 0U ? std::string{} : with_sign(mean, 4) + " +- " + fixed(se, 4);
      };
      text += fmt::format("{} {} {} {} {}\n",
                          left(to_string(static_cast<Forecaster>(i)), 12),
                          right(fixed(one.brier, 4), 7),
                          right(fixed(one.log, 4), 7),
                          right(gain(one.brier_gain, one.brier_gain_se), 17),
                          right(gain(one.log_gain, one.log_gain_se), 17));
    }
    text += fmt::format("Levels (ranked probability score): {}, the level stays: {}\n",
                        fixed(score.rps, 4),
                        fixed(score.rps_persistence, 4));
    text += fmt::format("Actors' names shuffled: mean Brier gain over constant {}\n",
                        with_sign(score.shuffled_gain, 5));
    text += reliability_lines(score);
  }
  return text + "\n" + verdict(hindcast);
}

std::string posterior_text(std::vector<ShippedPosterior> const& posteriors) {
  auto text = std::string{};
  for (auto const& posterior : posteriors) {
    auto worst = 0.0;
    auto least = 1e300;
    text += fmt::format("Terms: {}\n{} {} {} {} {} {}\n",
                        terms_words(posterior.terms),
                        left("Parameter", kName),
                        right("mean", 8),
                        right("5 to 95 %", 18),
                        right("mode", 8),
                        right("R-hat", 7),
                        right("bulk ESS", 9));
    for (auto const& s : posterior.summaries) {
      worst = std::max(worst, s.r_hat);
      least = std::min(least, s.bulk_ess);
      text += fmt::format("{} {} {} {} {} {}\n",
                          left(s.parameter, kName),
                          right(fixed(s.mean.value, 2), 8),
                          right(fixed(s.mean.low, 2) + " to " + fixed(s.mean.high, 2), 18),
                          right(fixed(s.mode, 2), 8),
                          right(fixed(s.r_hat, 4), 7),
                          right(fixed(s.bulk_ess, 0), 9));
    }
    text +=
        fmt::format("Worst R-hat {}, smallest bulk ESS {}\n\n", fixed(worst, 4), fixed(least, 0));
  }
  return text;
}

}  // namespace chorsu::cli
