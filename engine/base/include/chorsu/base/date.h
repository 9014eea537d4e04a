#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace chorsu {

/// Civil date of the Gregorian calendar, always valid, in the years 1900 to 2200.
class Date {
 public:
  /// 1970-01-01.
  constexpr Date() = default;

  /// None when there is no such day, or the year lies outside 1900 to 2200.
  static std::optional<Date> from_civil(int year, unsigned month = 1U, unsigned day = 1U);

  /// Reads "2031-01-15", "2031-01" or "2031"; a bare month or year means its first day.
  static std::optional<Date> parse(std::string_view);

  int year() const { return static_cast<int>(ymd_.year()); }
  unsigned month() const { return static_cast<unsigned>(ymd_.month()); }
  unsigned day() const { return static_cast<unsigned>(ymd_.day()); }

  /// Days since 1970-01-01, negative before it.
  int days_since_epoch() const;

  friend auto operator<=>(Date, Date) = default;

 private:
  explicit constexpr Date(std::chrono::year_month_day ymd) : ymd_{ymd} {}

  std::chrono::year_month_day ymd_{
      std::chrono::year{1970}, std::chrono::month{1}, std::chrono::day{1}};
};

/// "2031-01-15".
std::string to_string(Date);

}  // namespace chorsu
