#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commands.h"

#include "chorsu/decisions/ladder_inputs.h"
#include "chorsu/decisions/ladder_simulation.h"

namespace chorsu::cli {

/// The command's words as numbers. Empty, after a message, where one cannot be read.
struct ForecastQuestion {
  Date known_on;
  bool is_past{false};  ///< known_on lies before the last day looked up
  Date start;
  Date by;
  LadderTerms terms;
  std::vector<LadderForce> forces;
  std::vector<LadderActorId> whys;
  bool push{false};
  std::vector<StrainSetting> strains;
};
std::optional<ForecastQuestion> read_question(ForecastCommand const& command,
                                              Evidence const& evidence,
                                              LadderInputs const& inputs,
                                              LadderActors const& actors);

/// The terms of --with; empty, after a message, where a word is unknown.
std::optional<LadderTerms> read_terms(ForecastCommand const& command);

/// From the start of `start` to the end of `by`, in months whose days count alike.
double months_between(Date start, Date by);

}  // namespace chorsu::cli
