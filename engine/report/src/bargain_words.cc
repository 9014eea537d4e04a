#include <algorithm>

#include <fmt/format.h>

#include "words.h"

#include "chorsu/report/write_bargain.h"

namespace chorsu {

namespace {

constexpr auto kMostNames = std::size_t{4};

std::string count(std::size_t number, char const* what) {
  return fmt::format("{} {}{}", number, what, number == 1U ? "" : "s");
}

std::string ending(BargainActors const& actors, Bargain const& bargain) {
  auto const who = fmt::format("{} bargain over {}",
                               count(actors.name.size(), "actor"),
                               count(actors.dimension.size(), "dimension"));
  auto const turns = count(bargain.turns.size() - 1U, "turn");
  return bargain.settled ? who + " and settle after " + turns + "."
                         : who + " and have not settled after " + turns + ".";
}

/// Those whose position has the best chance: one actor, or several in one place.
std::string winners(BargainActors const& actors, Bargain const& bargain) {
  auto const& win = bargain.turns.back().win_probability;
  auto const best = *std::ranges::max_element(win.values);
  auto names = std::string{};
  auto found = std::size_t{0};
  for (auto const actor : win.ids()) {
    if (win[actor] == best && ++found <= kMostNames) {
      names += (names.empty() ? "" : ", ") + actors.name[actor];
    }
  }
  names += found > kMostNames ? fmt::format(" and {} more", found - kMostNames) : "";
  return fmt::format(
      "At the end the position likeliest to win a vote over all others is that of {} "
      "({}).",
      names,
      fixed(best, 2));
}

}  // namespace

std::vector<std::string> bargain_words(BargainActors const& actors, Bargain const& bargain) {
  return {
      ending(actors, bargain) + " " + winners(actors, bargain),
      "The model says where such actors come to when each presses the one from whom it expects "
      "to gain most, and all vote with their capability on what comes of it. A turn is a round "
      "of bargaining: it has no calendar, and its chances are no forecast that was ever scored.",
      "Compare it with the compromise, the mean of the positions weighed by capability times "
      "salience: in tests on decisions of the European Union that did as well as models of "
      "bargaining."};
}

std::vector<BargainActorId> leading_actors(BargainActors const& actors, std::size_t most) {
  auto leading = std::vector<BargainActorId>{};
  std::ranges::copy(actors.name.ids(), std::back_inserter(leading));
  auto const is_stronger = [&](BargainActorId a, BargainActorId b) {
    auto const& capability = actors.capability;
    return capability[a] != capability[b] ? capability[a] > capability[b] : a < b;
  };
  std::ranges::sort(leading, is_stronger);
  leading.resize(std::min(leading.size(), most));
  std::ranges::sort(leading);
  return leading;
}

}  // namespace chorsu
