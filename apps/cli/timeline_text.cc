#include <algorithm>
#include <set>

#include <fmt/core.h>

#include "dated_page.h"
#include "figures.h"

namespace chorsu::cli {

namespace {

constexpr auto kIndent = std::size_t{2};
constexpr auto kDay = std::size_t{12};
constexpr auto kWhat = std::size_t{11};

std::size_t width(Terminal const& terminal) {
  return static_cast<std::size_t>(std::min(terminal.columns, 100));
}

/// Level in force on a day, none before the first step.
int level_on(TimelineActor const& actor, Date date) {
  auto level = -1;
  for (auto const& step : actor.steps) {
    level = step.date <= date ? step.level : level;
  }
  return level;
}

/// Middle of the months from January of the first year to December of the last, `months` a column.
std::vector<Date> columns_of(int first, int last, int months) {
  auto days = std::vector<Date>{};
  for (auto month = 0; month < 12 * (last - first + 1); month += months) {
    auto const middle = month + months / 2;
    days.push_back(
        Date::from_civil(first + middle / 12, static_cast<unsigned>(middle % 12 + 1), 15U)
            .value_or(Date{}));
  }
  return days;
}

std::string year_row(int first, int last, int months) {
  auto text = std::string(5, ' ');
  auto const cells = static_cast<std::size_t>(12 / months);
  for (auto year = first; year <= last; ++year) {
    text += left(std::to_string(year), cells);
  }
  return text + "\n";
}

/// The stairs in characters, as far as levels are known: a row a level, a column a month or two.
std::string chart(TimelineActor const& actor, Date known_until, Terminal const& terminal) {
  if (actor.steps.empty()) {
    return {};
  }
  auto const first = actor.steps.front().date.year();
  auto const until = std::max(known_until, actor.steps.back().date);
  auto const last = std::max(first + 4, until.year());
  auto const months = 12U * static_cast<unsigned>(last - first + 1) + 5U > width(terminal) ? 2 : 1;
  auto const columns = columns_of(first, last, months);
  auto top = 0;
  for (auto const& step : actor.steps) {
    top = std::max(top, step.level);
  }
  auto text = "\n" + bold("Level of engagement, " + actor.name, terminal.colour) + "\n";
  for (auto level = top; level >= 0; --level) {
    auto line = fmt::format("{:3}  ", level);
    for (auto const day : columns) {
      auto const now = level_on(actor, day);
      line += day > until ? ' ' : now == level ? '#' : now > level ? '.' : ' ';
    }
    text += line.substr(0, line.find_last_not_of(' ') + 1U) + "\n";
  }
  return text + year_row(first, last, months);
}

std::string row_text(TimelineRow const& row, Terminal const& terminal) {
  auto const indent = std::string(kIndent, ' ');
  auto const is_long = width_of(row.day) > kDay;  // then it has a line of its own
  auto const head = indent + left(is_long ? "" : row.day, kDay) + left(row.what, kWhat);
  auto const status = row.status == "in force" ? std::string{} : "; " + row.status;
  auto const until = row.until ? ", until " + to_string(*row.until) : std::string{};
  auto text = std::string{};
  auto const words = fmt::format("{}{} ({}; {}{})", row.words, until, row.said_by, row.id, status);
  for (auto const& line : wrapped(words, width(terminal) - head.size())) {
    text += (text.empty() ? head : std::string(head.size(), ' ')) + line + "\n";
  }
  return (is_long ? indent + row.day + "\n" : "") + text;
}

}  // namespace

std::string timeline_text(Region const& region,
                          DatedAnswer const& answer,
                          Terminal const& terminal) {
  auto const page = page_of(region, answer);
  auto text = std::string{};
  for (auto const& line : wrapped(page.title, width(terminal))) {
    text += bold(line, terminal.colour) + "\n";
  }
  for (auto const& actor : page.actors) {
    text += chart(actor, region.ladder.coverage_end, terminal);
  }
  auto year = 0;
  auto topics = std::set<std::string>{};
  for (auto const& row : page.rows) {
    if (row.what == what_name(What::kVersion)) {
      topics.insert(row.id.substr(0, row.id.size() - 1U));
      continue;
    }
    if (row.date.year() != year) {
      year = row.date.year();
      text += "\n" + bold(std::to_string(year), terminal.colour) + "\n";
    }
    text += row_text(row, terminal);
  }
  if (!topics.empty()) {
    text += fmt::format("\nAccounts differ on {} topics; `chorsu asof` has the sides.\n",
                        topics.size());
  }
  return page.rows.empty() ? text + "\nThe package has nothing dated about it.\n" : text;
}

}  // namespace chorsu::cli
