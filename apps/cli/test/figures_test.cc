#include "figures.h"

#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace chorsu::cli {
namespace {

using testing::ElementsAre;

TEST(Figures, GroupsThousandsAndKnowsNoNegativeZero) {
  EXPECT_EQ("1,234,567.9", fixed(1234567.89, 1));
  EXPECT_EQ("-12,345", fixed(-12345.4, 0));
  EXPECT_EQ("999", fixed(999.0, 0));
  EXPECT_EQ("0.0", fixed(-0.04, 1));
  EXPECT_EQ("-", fixed(std::numeric_limits<double>::quiet_NaN(), 1));
}

TEST(Figures, SignsWhatIsNotZero) {
  EXPECT_EQ("+3.1", with_sign(3.14, 1));
  EXPECT_EQ("-3.1", with_sign(-3.14, 1));
  EXPECT_EQ("0.0", with_sign(0.04, 1));
  EXPECT_EQ("0.0", with_sign(-0.04, 1));
}

TEST(Figures, CountsCharactersNotBytes) {
  EXPECT_EQ(5U, width_of("–€äöü"));
  EXPECT_EQ("ä   ", left("ä", 4U));
  EXPECT_EQ("   ä", right("ä", 4U));
  EXPECT_EQ("Kabul – H…", left("Kabul – Herat", 10U));
}

TEST(Figures, WrapsAtBlanksAndLongWordsAtHyphens) {
  EXPECT_THAT(wrapped("one two three", 7U), ElementsAre("one two", "three"));
  EXPECT_THAT(wrapped("Vahdat-Rasht-Karamyk", 13U), ElementsAre("Vahdat-Rasht-", "Karamyk"));
  EXPECT_THAT(wrapped("aaaaaaaa", 3U), ElementsAre("aaa", "aaa", "aa"));
  EXPECT_THAT(wrapped("", 3U), ElementsAre());
}

TEST(Figures, ColoursOnlyWhenAsked) {
  EXPECT_EQ("x", bold("x", false));
  EXPECT_EQ("\033[1mx\033[0m", bold("x", true));
}

}  // namespace
}  // namespace chorsu::cli
