#include "chorsu/evidence/engagement.h"

#include <cassert>

namespace chorsu {

char const* level_name(Level level) {
  static constexpr auto kNames = std::array{"none",
                                            "contact",
                                            "presence",
                                            "staff accepted",
                                            "charge d'affaires",
                                            "ambassador, one way",
                                            "ambassadors exchanged",
                                            "recognition"};
  static_assert(kNames.size() == kHighestLevel + 1U);
  assert(level <= kHighestLevel);
  return kNames[level];
}

char const* designation_name(Designation designation) {
  switch (designation) {
    case Designation::kUnknown:
      return "unknown";
    case Designation::kNoneKnown:
      return "none_known";
    case Designation::kListed:
      return "listed";
    case Designation::kDelisted:
      return "delisted";
    case Designation::kBanSuspended:
      return "ban_suspended";
    case Designation::kSanctioned:
      return "sanctioned";
    case Designation::kRewardsLifted:
      return "rewards_lifted";
    case Designation::kStateSponsorWrongfulDetention:
      return "state_sponsor_wrongful_detention";
  }
  return "";
}

}  // namespace chorsu
