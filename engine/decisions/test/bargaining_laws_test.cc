#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "bargaining_toy.h"

namespace chorsu {
namespace {

using toy::bargainers;
using toy::ToyBargainer;

constexpr auto kStruck = 0.005;  // half of what bargains are rounded to
constexpr auto kRoundOff = 1e-9;

double any_between(int low, int high) {
  return *rc::gen::inRange(low * 1000, high * 1000) / 1000.0;
}

std::vector<ToyBargainer> any_toys() {
  auto const size = *rc::gen::inRange(std::size_t{2}, std::size_t{10});
  auto const dimensions = *rc::gen::inRange(std::size_t{1}, std::size_t{4});
  auto toys = std::vector<ToyBargainer>(size);
  for (auto& toy : toys) {
    toy.capability = any_between(1, 200);
    for (auto k = std::size_t{0}; k < dimensions; ++k) {
      toy.position.push_back(any_between(0, 100));
      toy.salience.push_back(any_between(1, 33));
    }
  }
  return toys;
}

/// As any_toys, but no two of their numbers are alike: ties are what order and round-off decide.
std::vector<ToyBargainer> any_unlike_toys() {
  auto toys = any_toys();
  auto random = std::mt19937_64{*rc::gen::arbitrary<std::uint32_t>()};
  auto const between = [&](double low, double high) {
    return std::uniform_real_distribution{low, high}(random);
  };
  for (auto& toy : toys) {
    toy.capability = between(1.0, 200.0);
    for (auto& x : toy.position) {
      x = between(0.0, 100.0);
    }
    for (auto& s : toy.salience) {
      s = between(1.0, 33.0);
    }
  }
  return toys;
}

double distance(BargainTurn const& turn, BargainActorId i, BargainActorId j) {
  auto const a = turn.position.row(i);
  auto const b = turn.position.row(j);
  auto sum = 0.0;
  for (auto k = std::size_t{0}; k < a.size(); ++k) {
    sum += (a[k] - b[k]) * (a[k] - b[k]);
  }
  return std::sqrt(sum);
}

/// No two actors stand so near that a vote takes them, perhaps, for one.
bool all_apart(BargainTurn const& turn) {
  for (auto const i : turn.win_probability.ids()) {
    for (auto const j : turn.win_probability.ids()) {
      if (i < j && distance(turn, i, j) < 0.1 + kRoundOff) {
        return false;
      }
    }
  }
  return true;
}

bool are_near(std::vector<double> const& a, std::vector<double> const& b, double most) {
  return std::ranges::equal(a, b, [&](double x, double y) { return std::abs(x - y) <= most; });
}

RC_GTEST_PROP(bargaining, nobody_leaves_the_range_of_what_is_wanted, ()) {
  auto const bargain = negotiate(bargainers(any_toys()));
  for (auto t = std::size_t{1}; t < bargain.turns.size(); ++t) {
    auto const& before = bargain.turns[t - 1U].position;
    auto const& after = bargain.turns[t].position;
    for (auto const k : ids_of<DimensionId>(before.cols)) {
      auto low = 100.0;
      auto high = 0.0;
      for (auto const actor : ids_of<BargainActorId>(before.rows)) {
        low = std::min(low, before(actor, k));
        high = std::max(high, before(actor, k));
      }
      for (auto const actor : ids_of<BargainActorId>(before.rows)) {
        RC_ASSERT(after(actor, k) >= std::max(0.0, low - kStruck - kRoundOff));
        RC_ASSERT(after(actor, k) <= std::min(100.0, high + kStruck + kRoundOff));
      }
    }
  }
}

RC_GTEST_PROP(bargaining, chances_of_all_places_make_one, ()) {
  auto const bargain = negotiate(bargainers(any_toys()));
  for (auto const& turn : bargain.turns) {
    auto const& win = turn.win_probability.values;
    RC_ASSERT(std::ranges::all_of(win, [](double p) { return p >= 0.0 && p <= 1.0 + kRoundOff; }));
    auto const sum = std::accumulate(win.begin(), win.end(), 0.0);
    RC_ASSERT(sum > 1.0 - kRoundOff);
    RC_ASSERT(!all_apart(turn) || sum < 1.0 + kRoundOff);
    RC_ASSERT(std::ranges::all_of(
        turn.risk.values, [](double r) { return r >= -0.5 - kRoundOff && r <= 1.0 + kRoundOff; }));
  }
}

/// Actors move by a bargain they are in, to their side of it, the one most likely to win.
RC_GTEST_PROP(bargaining, all_that_moves_was_voted_for, ()) {
  auto const bargain = negotiate(bargainers(any_toys()));
  for (auto t = std::size_t{1}; t < bargain.turns.size(); ++t) {
    auto const& turn = bargain.turns[t - 1U];
    auto const& challenges = turn.challenges;
    for (auto const actor : turn.taken.ids()) {
      auto const taken = turn.taken[actor];
      auto const expected = taken.is_none()                   ? turn.position.row(actor)
                            : challenges.from[taken] == actor ? challenges.from_moves_to.row(taken)
                                                              : challenges.to_moves_to.row(taken);
      auto const is_in_it =
          taken.is_none() || challenges.from[taken] == actor || challenges.to[taken] == actor;
      RC_ASSERT(is_in_it);
      RC_ASSERT(std::ranges::equal(bargain.turns[t].position.row(actor), expected));
      auto const options = turn.ballot[actor];
      auto sum = 0.0;
      for (auto const& option : options) {
        sum += option.probability;
      }
      RC_ASSERT(options.empty() || std::abs(sum - 1.0) < kRoundOff);
      auto const best = std::ranges::max_element(options, {}, &BallotOption::probability);
      RC_ASSERT(taken == (options.empty() ? ChallengeId::none() : best->bargain));
    }
  }
}

RC_GTEST_PROP(bargaining, nobody_challenges_itself_or_for_nothing, ()) {
  auto const bargain = negotiate(bargainers(any_toys()));
  for (auto const& turn : bargain.turns) {
    auto const& c = turn.challenges;
    for (auto const id : c.from.ids()) {
      RC_ASSERT(c.from[id] != c.to[id]);
      RC_ASSERT(c.expected_gain[id] > 0.0);
      RC_ASSERT(c.win_probability[id] > 0.0 && c.win_probability[id] < 1.0);
    }
  }
  RC_ASSERT(bargain.turns.back().challenges.from.size() == 0U);
}

RC_GTEST_PROP(bargaining, it_ends, ()) {
  auto const actors = bargainers(any_toys());
  auto const bargain = negotiate(actors);
  RC_ASSERT(bargain.turns.size() >= 3U && bargain.turns.size() <= 101U);
  RC_ASSERT(bargain.settled || bargain.turns.size() == 101U);
  auto const cut = negotiate(actors, {.most_turns = 1U});
  RC_ASSERT(cut.turns.size() == 2U && !cut.settled);
  RC_ASSERT(cut.turns[1].position.values == bargain.turns[1].position.values);
}

/// Scaled by a power of two no bit changes; by another factor nothing but round-off.
RC_GTEST_PROP(bargaining, only_ratios_of_capabilities_count, ()) {
  auto const toys = any_unlike_toys();
  auto const once = negotiate(bargainers(toys));
  auto const scaled = [&](double factor) {
    auto more = toys;
    for (auto& toy : more) {
      toy.capability *= factor;
    }
    return negotiate(bargainers(more));
  };
  auto const exact = scaled(std::exp2(*rc::gen::inRange(-30, 30)));
  RC_ASSERT(exact.turns.size() == once.turns.size());
  for (auto t = std::size_t{0}; t < once.turns.size(); ++t) {
    RC_ASSERT(exact.turns[t].position.values == once.turns[t].position.values);
    RC_ASSERT(exact.turns[t].win_probability.values == once.turns[t].win_probability.values);
  }
  auto const other = scaled(any_between(1, 9));
  RC_ASSERT(are_near(
      other.turns[1].position.values, once.turns[1].position.values, 2.0 * kStruck + kRoundOff));
  RC_ASSERT(are_near(
      other.turns[0].win_probability.values, once.turns[0].win_probability.values, kRoundOff));
}

/// In another order in the file the same actors do the same, as long as nothing is tied.
RC_GTEST_PROP(bargaining, order_does_not_matter, ()) {
  auto const toys = any_unlike_toys();
  auto order = std::vector<std::size_t>(toys.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  auto random = std::mt19937{*rc::gen::arbitrary<std::uint32_t>()};
  std::shuffle(order.begin(), order.end(), random);
  auto shuffled = std::vector<ToyBargainer>{};
  for (auto const i : order) {
    shuffled.push_back(toys[i]);
  }
  auto const a = negotiate(bargainers(toys), {.most_turns = 1U});
  auto const b = negotiate(bargainers(shuffled), {.most_turns = 1U});
  for (auto i = std::size_t{0}; i < toys.size(); ++i) {
    auto const there = BargainActorId{static_cast<std::uint16_t>(i)};
    auto const here = BargainActorId{static_cast<std::uint16_t>(order[i])};
    RC_ASSERT(std::abs(a.turns[0].risk[here] - b.turns[0].risk[there]) < kRoundOff);
    if (all_apart(a.turns[0])) {
      auto const change = a.turns[0].win_probability[here] - b.turns[0].win_probability[there];
      RC_ASSERT(std::abs(change) < kRoundOff);
    }
    for (auto const k : ids_of<DimensionId>(toys.front().position.size())) {
      auto const change = a.turns[1].position(here, k) - b.turns[1].position(there, k);
      RC_ASSERT(std::abs(change) <= 2.0 * kStruck + kRoundOff);
    }
  }
}

/// No end of a dimension is better than the other.
RC_GTEST_PROP(bargaining, a_dimension_can_be_read_from_its_other_end, ()) {
  auto const toys = any_unlike_toys();
  auto mirrored = toys;
  for (auto& toy : mirrored) {
    toy.position[0] = 100.0 - toy.position[0];
  }
  auto const a = negotiate(bargainers(toys), {.most_turns = 1U});
  auto const b = negotiate(bargainers(mirrored), {.most_turns = 1U});
  RC_ASSERT(
      are_near(a.turns[0].win_probability.values, b.turns[0].win_probability.values, kRoundOff));
  for (auto const actor : ids_of<BargainActorId>(toys.size())) {
    for (auto const k : ids_of<DimensionId>(toys.front().position.size())) {
      auto const x = a.turns[1].position(actor, k);
      auto const y = b.turns[1].position(actor, k);
      auto const change = k.value == 0U ? x + y - 100.0 : x - y;
      RC_ASSERT(std::abs(change) <= 2.0 * kStruck + kRoundOff);
    }
  }
}

/// What nobody cares for, nobody bargains about: it changes nothing for the rest.
RC_GTEST_PROP(bargaining, a_dimension_without_salience_counts_for_nothing, ()) {
  auto const toys = any_toys();
  auto more = toys;
  for (auto& toy : more) {
    toy.position.push_back(50.0);  // elsewhere it would keep places apart that are one otherwise
    toy.salience.push_back(0.0);
  }
  auto const a = negotiate(bargainers(toys));
  auto const b = negotiate(bargainers(more));
  RC_ASSERT(a.turns.size() == b.turns.size());
  for (auto t = std::size_t{0}; t < a.turns.size(); ++t) {
    RC_ASSERT(a.turns[t].win_probability.values == b.turns[t].win_probability.values);
    for (auto const actor : ids_of<BargainActorId>(toys.size())) {
      auto const narrow = a.turns[t].position.row(actor);
      auto const wide = b.turns[t].position.row(actor);
      RC_ASSERT(std::ranges::equal(narrow, wide.first(narrow.size())));
      RC_ASSERT(wide.back() == 50.0);
    }
  }
}

TEST(bargaining, all_of_one_mind_stay) {
  auto const toys = std::vector<ToyBargainer>{{10.0, {12.5, 70.0}, {40.0, 30.0}},
                                              {90.0, {12.5, 70.0}, {5.0, 80.0}},
                                              {35.0, {12.5, 70.0}, {60.0, 1.0}}};
  auto const bargain = negotiate(bargainers(toys));
  EXPECT_TRUE(bargain.settled);
  for (auto const& turn : bargain.turns) {
    EXPECT_EQ(turn.position.values, bargain.turns.front().position.values);
    EXPECT_EQ(turn.challenges.from.size(), 0U);
    EXPECT_EQ(turn.risk.values, std::vector<double>(3U, 0.0));
  }
}

}  // namespace
}  // namespace chorsu
