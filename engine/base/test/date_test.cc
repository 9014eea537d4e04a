#include "chorsu/base/date.h"

#include "gtest/gtest.h"
#include "rapidcheck/gtest.h"

using namespace chorsu;

namespace {

Date date(std::string_view text) {
  return Date::parse(text).value();
}

}  // namespace

TEST(date, reads_days_months_and_years) {
  EXPECT_EQ("2025-11-03", to_string(date("2025-11-03")));
  EXPECT_EQ("2025-11-01", to_string(date("2025-11")));
  EXPECT_EQ("2025-01-01", to_string(date("2025")));
  EXPECT_EQ("1970-01-01", to_string(Date{}));
}

TEST(date, takes_apart) {
  auto const fall_of_kabul = date("2021-08-15");
  EXPECT_EQ(2021, fall_of_kabul.year());
  EXPECT_EQ(8U, fall_of_kabul.month());
  EXPECT_EQ(15U, fall_of_kabul.day());
}

TEST(date, refuses_days_that_are_not_in_the_calendar) {
  EXPECT_TRUE(Date::parse("2024-02-29"));
  EXPECT_FALSE(Date::parse("2025-02-29"));
  EXPECT_FALSE(Date::parse("1900-02-29"));
  EXPECT_FALSE(Date::parse("2025-13"));
  EXPECT_FALSE(Date::parse("2025-00-10"));
  EXPECT_FALSE(Date::parse("2025-04-31"));
  EXPECT_FALSE(Date::from_civil(2025, 257U, 1U));  // 257 is 1 in a byte
  EXPECT_FALSE(Date::from_civil(2025, 1U, 257U));
}

TEST(date, refuses_years_outside_1900_to_2200) {
  EXPECT_TRUE(Date::parse("1900"));
  EXPECT_TRUE(Date::parse("2200-12-31"));
  EXPECT_FALSE(Date::parse("1899-12-31"));
  EXPECT_FALSE(Date::parse("2201"));
  EXPECT_FALSE(Date::from_civil(32768 + 32768 + 2025));
}

TEST(date, refuses_other_writings) {
  for (auto const* text : {"",
                           "25",
                           "2025-",
                           "2025-1",
                           "2025-1-1",
                           "2025/11/03",
                           "2025-11-3 ",
                           " 2025-11-03",
                           "2025-11-03T00",
                           "-025-11-03",
                           "2025-+1",
                           "20251103"}) {
    EXPECT_FALSE(Date::parse(text)) << text;
  }
}

TEST(date, counts_days_from_1970) {
  EXPECT_EQ(0, date("1970").days_since_epoch());
  EXPECT_EQ(-1, date("1969-12-31").days_since_epoch());
  EXPECT_EQ(20000, date("2024-10-04").days_since_epoch());
}

RC_GTEST_PROP(date, comes_back_from_text_and_orders_as_days_do, ()) {
  auto const any = [] {
    return Date::from_civil(*rc::gen::inRange(1900, 2201),
                            *rc::gen::inRange(1U, 13U),
                            *rc::gen::inRange(1U, 29U))
        .value();
  };
  auto const a = any();
  auto const b = any();
  RC_ASSERT(Date::parse(to_string(a)) == a);
  RC_ASSERT((a < b) == (a.days_since_epoch() < b.days_since_epoch()));
  RC_ASSERT((a < b) == (to_string(a) < to_string(b)));
}
