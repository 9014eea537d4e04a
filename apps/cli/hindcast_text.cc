#include <algorithm>

#include <fmt/format.h>

#include "figures.h"
#include "forecast_answer.h"

namespace chorsu::cli {

namespace {

constexpr auto kWidth = std::size_t{80};
constexpr auto kName = std::size_t{21};
constexpr auto kPercent = 100.0;

}  // namespace

std::string paragraph(std::string_view text) {
  auto result = std::string{};
  for (auto const& line : wrapped(text, kWidth)) {
    result += line + "\n";
  }
  return result;
}

std::string terms_words(LadderTerms terms) {
  return terms.peers ? (terms.gate ? "covariates, peers and gate" : "covariates and peers")
                     : (terms.gate ? "covariates and gate" : "covariates only");
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
std::string hindcast_verdict(Hindcast const& hindcast) {
  auto better = true;
  auto worse = false;
  auto outside = std::string{};
  for (auto const& score : hindcast.horizons) {
    auto const& constant = score.of[1];
    better = better && constant.brier_gain > constant.brier_gain_se &&
             constant.log_gain > constant.log_gain_se;
    worse = worse || constant.brier_gain < -constant.brier_gain_se ||
            constant.log_gain < -constant.log_gain_se;
    auto const count =
        std::ranges::count_if(score.reliability, [](auto const& bin) { return !bin.reliable(); });
    if (count > 0) {
      outside += fmt::format("{}{} of {} at {} months",
                             outside.empty() ? "" : ", ",
                             count,
                             score.reliability.size(),
                             score.months);
    }
  }
  return paragraph(fmt::format(
      "{} {}",
      worse    ? "Worse than a constant hazard by more than a standard error somewhere."
      : better ? "Better than a constant hazard by more than a standard error, but by little."
               : "No worse than a constant hazard, and not surely better.",
      outside.empty() ? "Reliable within the bands at every horizon."
                      : "Groups of forecasts outside their bands: " + outside + "."));
}

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
  return text + "\n" + hindcast_verdict(hindcast);
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
