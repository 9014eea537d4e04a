#pragma once

#include <optional>
#include <string>

#include "commands.h"
#include "terminal.h"

#include "chorsu/decisions/bargaining.h"
#include "chorsu/report/write_bargain.h"

namespace chorsu::cli {

/// What `bargain` answers.
struct BargainAnswer {
  BargainCommand const& command;
  BargainActors const& actors;
  Bargain const& bargain;
  std::optional<DimensionId> ladder;  ///< dimension of --ladder
  BargainFiles files;                 ///< empty without --out
};

std::string bargain_json(BargainAnswer const& answer);
std::string bargain_text(BargainAnswer const& answer, Terminal const& terminal);

}  // namespace chorsu::cli
