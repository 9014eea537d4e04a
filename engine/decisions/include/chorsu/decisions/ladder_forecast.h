#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "chorsu/decisions/ladder_simulation.h"

namespace chorsu {

/// A chance over paths and parameters, and where its path-free part lies in 90 % of the parameter
/// draws.
struct Chance {
  double p{0.0};
  double low{0.0};
  double high{0.0};
};

struct ForecastSettings {
  std::size_t histories{400U};  ///< of each draw of the parameters
  std::uint64_t seed{1U};
};

/// What may become of every actor within the time of a future.
struct LadderForecast {
  /// Of having stood at a level or above, at the start or at any time since.
  Column<LadderActorId, std::array<Chance, kLevelCount>> reached;
  Column<LadderActorId, Chance> moves_up;     ///< of at least one move up
  Column<LadderActorId, double> moves_first;  ///< share of histories in which it moves up first
  Column<LadderActorId, Chance> delists;      ///< of taking the Taliban off its list
  /// By month from the start, the last one perhaps cut short: chance of no recognition by its end.
  Column<LadderActorId, std::vector<double>> survival;
  std::size_t draws{0U};
  std::size_t histories{0U};
};

/// Plays the future `settings.histories` times with each draw. Draws run side by side; the answer
/// does not depend on the number of threads. The scatter of a draw's share that comes from playing
/// a finite number of histories is taken out of the interval.
LadderForecast forecast_ladder(LadderModel const& model,
                               std::vector<LadderParameters> const& draws,
                               LadderFuture const& future,
                               ForecastSettings const& settings);

/// Change of LadderForecast::reached from one future to another under common random numbers.
using ReachedChange = Column<LadderActorId, std::array<Chance, kLevelCount>>;
ReachedChange compare_futures(LadderModel const& model,
                              std::vector<LadderParameters> const& draws,
                              LadderFuture const& future,
                              LadderFuture const& other,
                              ForecastSettings const& settings);

/// What one term adds to the log odds a month of an actor's move: mean and 90 % over draws.
struct TermShare {
  std::string_view term;  ///< a coefficient's name, or "actor" for the actor's own effect
  double mean{0.0};
  double low{0.0};
  double high{0.0};
};

/// The terms of an actor's recognition or climb at a state; empty where the hazard is not faced.
std::vector<TermShare> terms_of(LadderModel const& model,
                                std::vector<LadderParameters> const& draws,
                                LadderState const& state,
                                LadderActorId actor,
                                HazardKind kind);

}  // namespace chorsu
