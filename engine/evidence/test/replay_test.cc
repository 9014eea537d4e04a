#include "chorsu/evidence/replay.h"

#include "gtest/gtest.h"
#include "rapidcheck/gtest.h"
#include "toy_evidence.h"

using namespace chorsu;
using namespace chorsu::test;

namespace {

Standings on(Evidence const& evidence, char const* date, char const* known_on = nullptr) {
  return standings_on(evidence.actors,
                      evidence.engagement,
                      evidence.designations,
                      day(date),
                      known_on == nullptr ? std::nullopt : std::optional{day(known_on)});
}

int level(Evidence const& evidence, char const* date, char const* known_on = nullptr) {
  return on(evidence, date, known_on).level[kNear];
}

std::vector<Designation> listings(Evidence const& evidence, ActorId actor, char const* date) {
  auto result = std::vector<Designation>{};
  auto const standings = on(evidence, date);
  for (auto const id : standings.designations[actor]) {
    result.push_back(evidence.designations.designation[id]);
  }
  return result;
}

/// What a replay says, without the numbers of rows.
struct World {
  std::vector<Level> levels;
  std::vector<std::string> moved;
  std::vector<std::string> listed;
  friend bool operator==(World const&, World const&) = default;
};

World world_of(Evidence const& evidence, Date date, std::optional<Date> known_on) {
  auto const standings =
      standings_on(evidence.actors, evidence.engagement, evidence.designations, date, known_on);
  auto world = World{.levels = standings.level.values, .moved = {}, .listed = {}};
  for (auto const actor : evidence.actors.id.ids()) {
    auto const event = standings.moved[actor];
    world.moved.push_back(event.is_none() ? "" : evidence.engagement.id[event]);
    for (auto const id : standings.designations[actor]) {
      world.listed.push_back(evidence.designations.id[id]);
    }
  }
  return world;
}

}  // namespace

TEST(replay, level_is_that_of_the_last_step_up_to_the_day) {
  auto const evidence = toy_evidence();
  EXPECT_EQ(0, level(evidence, "2021-08-14"));
  EXPECT_EQ(1, level(evidence, "2021-08-15"));
  EXPECT_EQ(1, level(evidence, "2022-02-28"));
  EXPECT_EQ(3, level(evidence, "2022-03-01"));
  EXPECT_EQ(7, level(evidence, "2030-01-01"));
}

TEST(replay, what_was_not_known_yet_does_not_count) {
  auto const evidence = toy_evidence();
  EXPECT_EQ(5, level(evidence, "2024-05-20"));
  EXPECT_EQ(3, level(evidence, "2024-05-20", "2024-05-31"));
  EXPECT_EQ(5, level(evidence, "2024-05-20", "2024-06-01"));
}

TEST(replay, a_step_that_moves_nothing_leaves_since_when_the_level_holds) {
  auto evidence = toy_evidence();
  add(evidence, kNear, ToyStep{"E6", "2024-09-01", 5, 5, "2024-09-01"});
  auto const moved = on(evidence, "2024-10-01").moved[kNear];
  EXPECT_EQ("E3", evidence.engagement.id[moved]);
}

TEST(replay, steps_of_one_day_follow_on_each_other) {
  auto evidence = toy_evidence();
  add(evidence, kNear, ToyStep{"E0b", "2023-01-01", 4, 3, "2023-01-01"});
  add(evidence, kNear, ToyStep{"E0c", "2023-01-01", 3, 4, "2023-01-01"});
  EXPECT_TRUE(level_gaps(evidence.actors, evidence.engagement).empty());
  EXPECT_EQ(3, level(evidence, "2023-01-02"));
}

TEST(replay, a_step_that_does_not_follow_is_told) {
  auto evidence = toy_evidence();
  add(evidence, kNear, ToyStep{"E6", "2023-01-01", 2, 4, "2023-01-01"});
  auto const gaps = level_gaps(evidence.actors, evidence.engagement);
  ASSERT_EQ(2U, gaps.size());  // itself, and the step after it
  EXPECT_EQ("E6", evidence.engagement.id[gaps.front().event]);
  EXPECT_EQ(3, gaps.front().replayed);
}

TEST(replay, a_correction_replaces_a_step_once_it_is_known) {
  auto evidence = toy_evidence();
  add(evidence, kNear, ToyStep{"E4x", "2025-07-03", 5, 6, "2025-09-01", "E4"});
  EXPECT_EQ(6, level(evidence, "2025-07-10"));
  EXPECT_EQ(6, level(evidence, "2025-07-10", "2025-09-01"));
  EXPECT_EQ(7, level(evidence, "2025-07-10", "2025-08-31"));
  EXPECT_TRUE(level_gaps(evidence.actors, evidence.engagement).empty());
}

TEST(replay, a_listing_holds_until_the_next_of_the_same_entity) {
  auto const evidence = toy_evidence();
  using enum Designation;
  EXPECT_EQ((std::vector<Designation>{}), listings(evidence, kNear, "2003-06-30"));
  EXPECT_EQ((std::vector{kListed}), listings(evidence, kNear, "2025-04-16"));
  EXPECT_EQ((std::vector{kDelisted}), listings(evidence, kNear, "2025-04-17"));
  EXPECT_EQ((std::vector{kUnknown}), listings(evidence, kFar, "2000-01-01"));
}

RC_GTEST_PROP(replay, any_order_of_the_rows_gives_the_same_world, ()) {
  auto evidence = toy_evidence();
  add(evidence, kNear, ToyStep{"E0c", "2023-01-01", 3, 4, "2023-02-01"});
  add(evidence, kNear, ToyStep{"E0b", "2023-01-01", 4, 3, "2023-02-01"});
  add(evidence, kNear, ToyStep{"E4x", "2025-07-03", 5, 6, "2025-09-01", "E4"});
  auto const date = *Date::from_civil(*rc::gen::inRange(2021, 2027), *rc::gen::inRange(1U, 13U));
  auto const known_on =
      *Date::from_civil(*rc::gen::inRange(2021, 2027), *rc::gen::inRange(1U, 13U));
  auto shuffled = evidence;
  auto const permutation = [](std::size_t size) {
    auto order = std::vector<std::size_t>(size);
    std::iota(order.begin(), order.end(), std::size_t{0});
    auto const keys = *rc::gen::container<std::vector<int>>(size, rc::gen::arbitrary<int>());
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair{keys[i], i}; });
    return order;
  };
  reorder(shuffled.engagement, permutation(evidence.engagement.id.size()));
  reorder(shuffled.designations, permutation(evidence.designations.id.size()));
  RC_ASSERT(world_of(evidence, date, known_on) == world_of(shuffled, date, known_on));
  RC_ASSERT(world_of(evidence, date, std::nullopt) == world_of(shuffled, date, std::nullopt));
}

RC_GTEST_PROP(replay, what_is_known_later_never_forgets, ()) {
  // Without corrections the steps known on a day are among those known on any later day.
  auto const evidence = toy_evidence();
  auto const first = *rc::gen::inRange(2021, 2027);
  auto const early = *Date::from_civil(first);
  auto const late = *Date::from_civil(first + *rc::gen::inRange(0, 3));
  auto const then = steps_of(evidence.engagement, kNear, early);
  auto const later = steps_of(evidence.engagement, kNear, late);
  RC_ASSERT(then.size() <= later.size());
  for (auto const event : then) {
    RC_ASSERT(std::ranges::find(later, event) != later.end());
  }
}
