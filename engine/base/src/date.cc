#include "chorsu/base/date.h"

#include <algorithm>
#include <charconv>

namespace chorsu {

namespace {

constexpr auto kFirstYear = 1900;
constexpr auto kLastYear = 2200;

/// Exactly `width` digits as a number.
std::optional<unsigned> digits(std::string_view text, std::size_t width) {
  auto const is_digit = [](char c) { return '0' <= c && c <= '9'; };
  if (text.size() != width || !std::ranges::all_of(text, is_digit)) {
    return std::nullopt;
  }
  auto number = 0U;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

std::optional<Date> Date::from_civil(int year, unsigned month, unsigned day) {
  auto const ymd = std::chrono::year_month_day{
      std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  if (year < kFirstYear || year > kLastYear || month > 12U || day > 31U || !ymd.ok()) {
    return std::nullopt;
  }
  return Date{ymd};
}

std::optional<Date> Date::parse(std::string_view text) {
  constexpr auto kYearSize = std::size_t{4};
  constexpr auto kMonthSize = std::size_t{7};
  constexpr auto kDaySize = std::size_t{10};
  auto const size = text.size();
  auto const dashes_stand = (size == kYearSize || size == kMonthSize || size == kDaySize) &&
                            (size < kMonthSize || text[4] == '-') &&
                            (size < kDaySize || text[7] == '-');
  if (!dashes_stand) {
    return std::nullopt;
  }
  auto const year = digits(text.substr(0, 4), 4U);
  auto const month = size < kMonthSize ? 1U : digits(text.substr(5, 2), 2U);
  auto const day = size < kDaySize ? 1U : digits(text.substr(8, 2), 2U);
  if (!year || !month || !day) {
    return std::nullopt;
  }
  return from_civil(static_cast<int>(*year), *month, *day);
}

int Date::days_since_epoch() const {
  return static_cast<int>(std::chrono::sys_days{ymd_}.time_since_epoch().count());
}

std::string to_string(Date date) {
  auto const two = [](unsigned number) {
    return std::string{static_cast<char>('0' + number / 10U),
                       static_cast<char>('0' + number % 10U)};
  };
  return std::to_string(date.year()) + '-' + two(date.month()) + '-' + two(date.day());
}

}  // namespace chorsu
