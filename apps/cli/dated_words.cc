#include <algorithm>

#include "dated_answer.h"

namespace chorsu::cli {

std::string who_said(Region const& region, Answer const& answer) {
  if (!answer.said_by.empty()) {
    return answer.said_by + (answer.published ? ", " + to_string(*answer.published) : "");
  }
  if (answer.fact.is_none()) {
    return "the package";
  }
  auto const source = region.facts.source[answer.fact];
  auto const& publisher = region.sources.publisher[source];
  auto const& date = region.sources.date[source];
  auto text = publisher.empty() ? region.sources.title[source] : publisher;
  if (!publisher.empty() && !date.empty()) {
    text += ", " + date;
  }
  return text;
}

std::string all_who_said(Region const& region, Answer const& answer) {
  constexpr auto kMost = std::size_t{3};
  auto text = who_said(region, answer);
  auto const is_article = !answer.said_by.empty();
  for (auto i = std::size_t{0}; !is_article && i < std::min(kMost, answer.also.size()); ++i) {
    auto const& publisher = region.sources.publisher[answer.also[i]];
    auto const& date = region.sources.date[answer.also[i]];
    if (!publisher.empty()) {
      text += "; " + publisher + (date.empty() ? "" : ", " + date);
    }
  }
  return text;
}

std::string day_in_words(Days const& days) {
  constexpr auto kMonthSize = std::size_t{7};
  constexpr auto kYearSize = std::size_t{4};
  constexpr auto kDayPlace = std::size_t{8};
  auto best = to_string(days.best);
  if (days.earliest == days.latest) {
    return best;
  }
  auto const first = to_string(days.earliest);
  auto const last = to_string(days.latest);
  if (days.precision == Precision::kDay) {
    auto const same_month = first.substr(0, kMonthSize) == last.substr(0, kMonthSize);
    return first + ".." + (same_month ? last.substr(kDayPlace) : last);
  }
  auto const size = days.precision == Precision::kMonth ? kMonthSize : kYearSize;
  auto const is_one = first.substr(0, kYearSize) == last.substr(0, kYearSize);
  return is_one ? best.substr(0, size)
                : first.substr(0, kYearSize) + ".." + last.substr(0, kYearSize);
}

std::string subjects_in_words(Region const& region, Asked const& asked) {
  auto const& subjects = region.evidence.subjects;
  auto names = std::vector<std::string>{};
  for (auto const subject : asked.subjects) {
    names.push_back(subjects.name[subject]);
  }
  if (names.empty()) {
    names = asked.words;
  }
  auto text = std::string{};
  for (auto const& name : names) {
    text += (text.empty() ? "" : ", ") + name;
  }
  return text.empty() ? "Everything" : text;
}

bool read_day(std::string const& option, std::string const& word, std::optional<Date>& day) {
  if (word.empty()) {
    return true;
  }
  day = Date::parse(word);
  if (!day) {
    say(option + ": no day '" + word + "': write 2025-11-30, 2025-11 or 2025");
  }
  return day.has_value();
}

}  // namespace chorsu::cli
