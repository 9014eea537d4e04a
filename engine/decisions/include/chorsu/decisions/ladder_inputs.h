#pragma once

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "chorsu/decisions/ladder_posterior.h"
#include "chorsu/evidence/evidence.h"

namespace chorsu {

/// Weights of peers before they are made to add up to 1.
struct PeerWeights {
  double followed{1.0};  ///< whose steps the actor watches
  double bloc{0.2};      ///< of the same bloc
  double other{0.05};
};

/// Posterior of one choice of terms, as the package ships it.
struct ShippedPosterior {
  struct Summary {
    std::string parameter;
    Measure mean;
    double mode{0.0};
    double r_hat{0.0};
    double bulk_ess{0.0};
  };
  LadderTerms terms;
  std::vector<Summary> summaries;
  std::vector<LadderParameters> draws;
};

/// What a strain adds to an actor's log odds a month of a move up, per unit of its reading:
/// strain_push.csv. No data bear on it; a scenario switches it on.
struct StrainPush {
  ActorId actor{};
  StrainId strain{};
  Measure value;
};

/// What an actor needs before its law lets it delist: a dated statement tagged with the subject
/// (delisting_path.csv).
struct LegalStep {
  ActorId actor{};
  SubjectId subject{};
};

/// What a level is worth to an actor over the one below, while the others stand as they did on
/// `date`: ladder_payoff.csv, made by `chorsu forecast payoffs --write`.
struct LevelPayoff {
  ActorId actor;
  Level level{0};
  double gain{0.0};     ///< million US$ a year: revenue and surplus together
  double revenue{0.0};  ///< transit revenue of its state
  double surplus{0.0};  ///< of its traders
};

/// The payoffs that a package ships, and of which year they are.
struct LevelPayoffs {
  std::vector<LevelPayoff> rows;
  Date date{};
  double trade_cost{0.0};  ///< million US$ a year, of all states in the year that they are of
};

/// What a package says of the ladder beside the evidence.
struct LadderInputs {
  LadderPriors priors;        ///< for forecasts from today
  LadderPriors blind_priors;  ///< for forecasts of the past: nothing learnt since 2021
  LadderSettings settings;
  PeerWeights weights;
  std::vector<std::pair<ActorId, ActorId>> waits;  ///< who, for whom
  Date thin_from;                                  ///< coverage of events is thin from this day on
  Date coverage_end;                               ///< the last day that was looked up
  std::vector<ShippedPosterior> posteriors;
  std::vector<StrainPush> pushes;
  std::vector<LegalStep> delisting_path;
  LevelPayoffs payoffs{};
};

/// Which covariates may be used: those that could be known in August 2021, or all.
enum class Vintage : std::uint8_t { kKnown2021, kHindsight };

/// The followed actors with their covariates, in the order of the evidence.
LadderModel ladder_model(Evidence const& evidence,
                         LadderInputs const& inputs,
                         LadderTerms terms,
                         Vintage vintage);

/// The table that histories look the shipped payoffs up in. The model of ladder_model has none:
/// the posterior was fitted without, and what a level will be worth was known to nobody in 2021.
PayoffTable payoff_table(Evidence const& evidence, LadderInputs const& inputs);

/// The followed actor of that id or name, whatever the case; none when there is none.
LadderActorId find_by_name(LadderActors const& actors, std::string_view text);

/// The followed actors' steps, listings, fighting and sanctions, with the days from which each was
/// known. A listing without a day is left out; an unknown one counts as none.
KnownEvents ladder_events(Evidence const& evidence, LadderInputs const& inputs);

/// "none", "peers", "gate" or "peers_gate".
std::string_view to_string(LadderTerms terms);

/// Numbers of a set of parameters in the order of ladder_draw.csv, and back.
std::vector<double> numbers_of(LadderParameters const& parameters);
LadderParameters parameters_of(std::vector<double> const& numbers);
inline constexpr auto kDrawNumbers = kCoefficients + 2U;  ///< before the actors' effects

}  // namespace chorsu
