#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "figures.h"
#include "why_answer.h"

namespace chorsu::cli {

namespace {

constexpr auto kShown = std::size_t{5};  ///< steps of a kind; the others are counted

/// What is being written.
struct Page {
  bool all;
  Terminal const& terminal;
  std::set<std::string> told{};  ///< sources
  std::string text{};
};

/// Whole numbers in groups of three, small ones with four digits that count: as the report has it.
std::string readable(double x) {
  return std::abs(x) < 1000.0 ? fmt::format("{:.4g}", x) : fixed(x, 0);
}

std::string amounts(WhyStep const& step) {
  auto text = std::string{};
  for (auto const& gives : step.gives) {
    if (gives.amount) {
      text += (text.empty() ? "" : " → ") + readable(*gives.amount);
    }
  }
  return text.empty() ? text : text + " " + step.amount_unit;
}

std::string values(WhyStep const& step) {
  auto text = std::string{};
  for (auto const& gives : step.gives) {
    text += (text.empty() ? "" : " → ") + readable(gives.contribution);
  }
  return text.empty() ? text : text + " " + step.unit;
}

std::string cited(WhyCell const& cell) {
  auto text = fmt::format("{}:{} {} {}", cell.file, cell.row, cell.column, readable(cell.value));
  if (cell.low && cell.high) {
    text += fmt::format(" ({} to {})", readable(*cell.low), readable(*cell.high));
  }
  text += cell.unit.empty() ? "" : " " + cell.unit;
  text += cell.confidence.empty() ? "" : ", confidence " + cell.confidence;
  return text + (cell.assumed ? ", ASSUMED" : "");
}

std::string how(WhyStep const& step) {
  auto const amount = amounts(step);
  if (step.reading.empty() || step.reading == "sum" || amount.empty()) {
    return {};
  }
  return step.reading + ", amount " + amount;
}

/// Lines of the run's table where the values stand.
std::string places(WhyStep const& step) {
  auto text = std::string{};
  for (auto const& gives : step.gives) {
    if (gives.row != 0U) {
      text += fmt::format("{}{}", text.empty() ? "line " : " and ", gives.row);
    }
  }
  return text;
}

std::vector<std::string> paragraphs(WhyStep const& step, Page& page) {
  if (step.source) {
    auto const& s = *step.source;
    if (!page.told.insert(s.id).second) {
      return {fmt::format("source {}, see above", s.id)};
    }
    auto text = fmt::format("source {} ({}): {}", s.id, s.kind, s.title);
    for (auto const* word : {&s.publisher, &s.date}) {
      text += word->empty() ? "" : ", " + *word;
    }
    return s.url.empty() ? std::vector{text} : std::vector{text, s.url};
  }
  auto const value = values(step);
  auto result = std::vector{step.title + (value.empty() ? "" : ": " + value)};
  if (step.cell) {
    result.push_back(cited(*step.cell));
  }
  for (auto const& more : {how(step), places(step)}) {
    if (!more.empty()) {
      result.push_back(more);
    }
  }
  return result;
}

/// `first` stands before the first line, `next` before the others.
void write(Page& page,
           std::vector<std::string> const& paragraphs,
           std::string const& first,
           std::string const& next) {
  auto const room =
      static_cast<std::size_t>(page.terminal.columns) - std::min<std::size_t>(width_of(next), 50U);
  auto is_first = true;
  for (auto const& paragraph : paragraphs) {
    for (auto const& line : wrapped(paragraph, room)) {
      page.text += (is_first ? first : next) + line + "\n";
      is_first = false;
    }
  }
}

void write_below(Page& page, WhyStep const& step, std::string const& indent);

/// A limb of the tree and all that hangs on it.
void write_step(Page& page, WhyStep const& step, std::string const& indent, bool is_last) {
  auto const next = indent + (is_last ? "   " : "│  ");
  auto const is_known = step.source && page.told.contains(step.source->id);
  auto const hangs = !is_known && (!step.links.empty() || !step.parts.empty());
  write(page,
        paragraphs(step, page),
        indent + (is_last ? "└─ " : "├─ "),
        next + (hangs ? "│  " : "   "));
  if (!is_known) {
    write_below(page, step, next);
  }
}

WhyStep rest_of(std::vector<WhyStep> const& steps, std::size_t shown) {
  return {.kind = "others", .title = fmt::format("{} more, with --all", steps.size() - shown)};
}

/// Steps under a heading, which may be empty.
void write_steps(Page& page,
                 std::vector<WhyStep> const& steps,
                 std::string const& heading,
                 std::string const& indent,
                 bool more_follow) {
  if (!heading.empty() && !steps.empty()) {
    page.text += indent + "│  " + bold(heading, page.terminal.colour) + "\n";
  }
  auto const shown = page.all || steps.size() <= kShown + 1U ? steps.size() : kShown;
  for (auto i = std::size_t{0}; i < shown; ++i) {
    write_step(page, steps[i], indent, i + 1U == steps.size() && !more_follow);
  }
  if (shown < steps.size()) {
    write_step(page, rest_of(steps, shown), indent, !more_follow);
  }
}

void write_below(Page& page, WhyStep const& step, std::string const& indent) {
  auto const both = !step.links.empty() && !step.parts.empty();
  write_steps(page, step.parts, both ? "By row of the package:" : "", indent, both);
  write_steps(page, step.links, both ? "The same by link and place:" : "", indent, false);
}

}  // namespace

std::string why_text(WhyStep const& figure, bool all, Terminal const& terminal) {
  auto page = Page{all, terminal};
  auto head = std::vector{bold(figure.title, terminal.colour)};
  head.push_back(values(figure));
  if (figure.gives.size() == 2U) {
    head.back() += ", without → with the changes";
  } else if (figure.gives.size() == 1U) {
    auto const& future = figure.gives.front().future;
    head.back() += future == "base"       ? ", base year"
                   : future == "scenario" ? ", with the changes"
                                          : ", without the changes";
  }
  write(page, head, "", "");
  write_below(page, figure, "");
  return page.text;
}

}  // namespace chorsu::cli
