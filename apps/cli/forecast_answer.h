#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "chorsu/base/date.h"
#include "chorsu/decisions/ladder_forecast.h"
#include "chorsu/decisions/ladder_hindcast.h"
#include "chorsu/run/region.h"

namespace chorsu::cli {

/// Changes of chances that levels set by hand make, under one choice of terms.
struct IfAnswer {
  LadderTerms terms;
  ReachedChange change;
};

/// What adds up to the log odds of an actor's moves.
struct WhyAnswer {
  LadderActorId actor;
  std::vector<TermShare> climb;
  std::vector<TermShare> recognition;
};

/// What `chorsu forecast` found.
struct ForecastAnswer {
  bool recognition{false};  ///< the question is of level 7 alone
  Date known_on;            ///< the last day of what was known
  Date start;               ///< the first day that was played
  Date by;
  std::string parameters;  ///< where the draws come from, for the reader
  LadderModel model;
  LadderState now;
  LadderForecast forecast;
  std::vector<LadderForce> forces;
  std::vector<IfAnswer> ifs;
  std::vector<WhyAnswer> whys;
  std::vector<std::pair<LadderActorId, Date>> recognised;  ///< known recognitions
  std::size_t moves{0U};                                   ///< known moves up
  Date thin_from;
  Hindcast hindcast;
};

std::string forecast_text(ForecastAnswer const& answer);
std::string forecast_json(ForecastAnswer const& answer);

std::string hindcast_text(Hindcast const& hindcast, LadderTerms terms);
std::string hindcast_json(Hindcast const& hindcast, LadderActors const& actors, LadderTerms terms);

std::string posterior_text(std::vector<ShippedPosterior> const& posteriors);
std::string posterior_json(std::vector<ShippedPosterior> const& posteriors);

/// The rows of the hindcast that a forecast prints beside its numbers, the reliability of one
/// horizon, and what the scores allow one to say.
std::string hindcast_lines(Hindcast const& hindcast);
std::string reliability_lines(HorizonScore const& score);
std::string hindcast_verdict(Hindcast const& hindcast);

/// Text in lines of at most 80 columns.
std::string paragraph(std::string_view text);

/// "covariates and gate".
std::string terms_words(LadderTerms terms);

}  // namespace chorsu::cli
