#include "chorsu/base/nearest_name.h"

#include <algorithm>
#include <array>

#include "gtest/gtest.h"
#include "rapidcheck/gtest.h"

using namespace chorsu;
using namespace std::string_view_literals;

TEST(edit_distance, counts_each_kind_of_edit_once) {
  EXPECT_EQ(0U, edit_distance("herat", "herat"));
  EXPECT_EQ(1U, edit_distance("herat", "heratt"));
  EXPECT_EQ(1U, edit_distance("herat", "hert"));
  EXPECT_EQ(1U, edit_distance("herat", "hexat"));
  EXPECT_EQ(1U, edit_distance("herat", "hreat"));
  EXPECT_EQ(3U, edit_distance("kitten", "sitting"));
  EXPECT_EQ(3U, edit_distance("ca", "abc"));  // a byte is edited once
  EXPECT_EQ(5U, edit_distance("", "kabul"));
}

TEST(nearest_name, finds_the_slip_of_the_pen) {
  auto const projects = std::array{"herat_mazar"sv, "trans_afghan"sv, "five_nations"sv};
  EXPECT_EQ("herat_mazar", nearest_name("herat_mazra", projects));
  EXPECT_EQ("trans_afghan", nearest_name("transafgan", projects));
  EXPECT_EQ("five_nations", nearest_name("five_nations", projects));
}

TEST(nearest_name, stays_silent_when_nothing_is_near) {
  auto const names = std::array{"kabul"sv, "ab"sv};
  EXPECT_FALSE(nearest_name("tashkent", names));
  EXPECT_FALSE(nearest_name("xy", names));  // every byte would change
  EXPECT_FALSE(nearest_name("", names));
  EXPECT_FALSE(nearest_name("kabul", std::span<std::string const>{}));
}

TEST(nearest_name, prefers_the_nearer_and_then_the_first) {
  auto const names = std::array<std::string, 3U>{"opex", "opens", "open"};
  EXPECT_EQ("open", nearest_name("opne", names));
  EXPECT_EQ("opex", nearest_name("opey", names));
}

RC_GTEST_PROP(edit_distance,
              is_symmetric_and_at_most_the_longer_name,
              (std::string const& a, std::string const& b)) {
  auto const distance = edit_distance(a, b);
  RC_ASSERT(distance == edit_distance(b, a));
  RC_ASSERT(distance <= std::max(a.size(), b.size()));
  RC_ASSERT((distance == 0U) == (a == b));
}
