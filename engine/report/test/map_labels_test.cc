#include "chorsu/report/map_labels.h"

#include "gtest/gtest.h"

using namespace chorsu;

TEST(map_labels, stand_right_of_their_place_when_there_is_room) {
  auto const labels = place_labels({{{50.0, 50.0}, "Kabul"}}, 200.0, 100.0);
  ASSERT_EQ(labels.size(), 1U);
  EXPECT_GT(labels[0].text.x, 50.0);
  EXPECT_FALSE(labels[0].ends_there);
}

TEST(map_labels, turn_to_the_left_at_the_edge) {
  auto const labels = place_labels({{{190.0, 50.0}, "Kabul"}}, 200.0, 100.0);
  ASSERT_EQ(labels.size(), 1U);
  EXPECT_TRUE(labels[0].ends_there);
}

TEST(map_labels, the_less_important_of_a_crowd_are_left_out) {
  auto wishes = std::vector<LabelWish>(10U, {{100.0, 50.0}, "Mazar-i-Sharif"});
  auto const labels = place_labels(wishes, 200.0, 100.0);
  EXPECT_GE(labels.size(), 1U);
  EXPECT_LE(labels.size(), 4U);
}
