#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "chorsu/decisions/ladder_inputs.h"

namespace chorsu {

/// When forecasts of the past are made, and how.
struct HindcastSettings {
  int first_origin{2022 * 12 + 5};  ///< month; a forecast knows it to its last day
  int step{3};                      ///< months from one origin to the next
  std::vector<int> horizons{3, 6, 12};
  std::size_t draws{100U};       ///< of the posterior at an origin
  std::size_t histories{100U};   ///< of each draw
  std::size_t resamples{2000U};  ///< of actors, for bands
  std::size_t shuffles{200U};    ///< of the actors' names, as a control
  std::size_t bins{5U};          ///< of reliability, with as many forecasts each
  std::uint64_t seed{1U};
};

/// Who forecasts: the ladder, and what it must not be worse than.
enum class Forecaster : std::uint8_t { kLadder, kConstant, kLogistic, kPersistence };
inline constexpr auto kForecasters = std::size_t{4};

/// One forecast of one actor, and what came.
struct HindcastRow {
  int origin{0};
  LadderActorId actor;
  int level{0};                          ///< at the origin, as known then
  std::array<double, kForecasters> p{};  ///< of at least one move up within the horizon
  bool moved{false};
  std::array<double, kLevelCount> ladder{};  ///< chances of the levels at the horizon
  int level_then{0};
};

struct ForecasterScore {
  double brier{0.0};
  double log{0.0};
  double brier_gain{0.0};     ///< of the ladder over it; above 0: the ladder is better
  double brier_gain_se{0.0};  ///< clustered by actor
  double log_gain{0.0};
  double log_gain_se{0.0};
};

/// Forecasts of like chance: what was said and what came, and where the difference of the two
/// lies when actors are drawn anew (2.5 and 97.5 %).
struct ReliabilityBin {
  std::size_t forecasts{0U};
  double said{0.0};
  double came{0.0};
  double low{0.0};   ///< of came - said
  double high{0.0};  ///< of came - said
  bool reliable() const { return low <= 0.0 && 0.0 <= high; }
};

struct HorizonScore {
  int months{0};
  std::size_t forecasts{0U};
  std::size_t moves{0U};
  std::array<ForecasterScore, kForecasters> of{};
  double rps{0.0};              ///< ranked probability score over levels, mean
  double rps_persistence{0.0};  ///< of "the level stays"
  std::vector<ReliabilityBin> reliability{};
  double shuffled_gain{
      0.0};  ///< mean Brier gain over constant hazard with the actors' names shuffled
};

struct Hindcast {
  std::vector<HorizonScore> horizons;
  std::vector<std::vector<HindcastRow>> rows;  ///< by horizon
};

/// Forecasts from every origin whose horizon ends by the last day looked up, each made with events
/// known on that day, covariates of 2021 and the blind priors. The terms are those of `terms`.
Hindcast hindcast(Evidence const& evidence,
                  LadderInputs const& inputs,
                  LadderTerms terms,
                  HindcastSettings const& settings);

/// Scores of forecasts, all of one horizon.
HorizonScore score(std::vector<HindcastRow> const& rows,
                   int months,
                   HindcastSettings const& settings);

std::string_view to_string(Forecaster forecaster);

}  // namespace chorsu
