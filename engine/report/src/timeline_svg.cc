#include "timeline_svg.h"

#include <algorithm>

#include <fmt/format.h>

#include "html.h"

namespace chorsu {

namespace {

constexpr auto kWidth = 1000.0;
constexpr auto kLeft = 130.0;
constexpr auto kRight = 20.0;
constexpr auto kTop = 34.0;
constexpr auto kStairs = 120.0;  ///< height of an actor's stairs
constexpr auto kLevels = 7.0;
constexpr auto kLane = 26.0;
constexpr auto kGap = 16.0;

constexpr auto kStyle = R"(<style>
svg { --paper: #fff; --ink: #1b1e23; --dim: #5c6470; --rule: #d5d9df; --main: #1f66ad; --mark: #c25a00; }
@media (prefers-color-scheme: dark) { svg { --paper: #14171b; --ink: #e6e8eb; --dim: #9aa3ae;
  --rule: #343a42; --main: #6fb1f5; --mark: #ff9d45; } }
@media print { svg { --paper: #fff; --ink: #000; --dim: #444; --rule: #bbb; --main: #1f66ad; --mark: #c25a00; } }
text { font: 11px system-ui, sans-serif; fill: var(--ink); } .dim { fill: var(--dim); }
.rule { stroke: var(--rule); stroke-width: 1; } .stairs { fill: none; stroke: var(--main); stroke-width: 2.5; }
.mark { fill: var(--main); fill-opacity: .75; } .superseded, .refuted { fill: none; stroke: var(--mark); stroke-width: 1.5; }
.contradicted { fill: var(--mark); } .span { fill: var(--mark); fill-opacity: .6; }
</style>
)";

/// Days on the horizontal axis.
struct Axis {
  Date first{};
  Date last{};

  double at(Date date) const {
    auto const days = std::max(1, last.days_since_epoch() - first.days_since_epoch());
    auto const part =
        static_cast<double>(date.days_since_epoch() - first.days_since_epoch()) / days;
    return kLeft + std::clamp(part, 0.0, 1.0) * (kWidth - kLeft - kRight);
  }
};

Date january(int year) {
  return Date::from_civil(year).value_or(Date{});
}

/// From the January before the first step of a level, else of all, to the January after the last.
Axis axis_of(TimelinePage const& page) {
  auto years = std::vector<int>{};
  for (auto const& row : page.rows) {
    years.push_back(row.date.year());
    if (row.until) {
      years.push_back(row.until->year());
    }
  }
  auto first_steps = std::vector<int>{};
  for (auto const& actor : page.actors) {
    for (auto const& step : actor.steps) {
      first_steps.push_back(step.date.year());
      years.push_back(step.date.year());
    }
  }
  auto const& begin = first_steps.empty() ? years : first_steps;
  auto const first = begin.empty() ? 2021 : *std::ranges::min_element(begin);
  auto const last = years.empty() ? first : *std::ranges::max_element(years);
  return {january(first), january(last + 1)};
}

std::string year_lines(Axis const& axis, double bottom) {
  auto text = std::string{};
  auto const years = axis.last.year() - axis.first.year();
  auto const every = years > 24 ? 5 : years > 12 ? 2 : 1;
  for (auto year = axis.first.year(); year <= axis.last.year(); ++year) {
    auto const x = axis.at(january(year));
    text += fmt::format(
        "<line class=\"rule\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1}\" y2=\"{2:.1f}\"/>\n",
        x,
        kTop - 8.0,
        bottom);
    if ((year - axis.first.year()) % every == 0 && year < axis.last.year()) {
      text += fmt::format(
          "<text class=\"dim\" x=\"{:.1f}\" y=\"{}\">{}</text>\n", x + 3.0, kTop - 12.0, year);
    }
  }
  return text;
}

std::string stairs(TimelineActor const& actor, Axis const& axis, double top) {
  auto const y = [&](int level) { return top + kStairs - kStairs * level / kLevels; };
  auto text =
      fmt::format("<text x=\"4\" y=\"{:.1f}\">{}</text>\n", top + 12.0, escaped(actor.name));
  for (auto level = 0; level <= static_cast<int>(kLevels); ++level) {
    text += fmt::format(
        "<line class=\"rule\" x1=\"{0}\" x2=\"{1}\" y1=\"{2:.1f}\" y2=\"{2:.1f}\"/>"
        "<text class=\"dim\" x=\"{3}\" y=\"{4:.1f}\" text-anchor=\"end\">{5}</text>\n",
        kLeft,
        kWidth - kRight,
        y(level),
        kLeft - 6.0,
        y(level) + 4.0,
        level);
  }
  auto path = std::string{};
  auto dots = std::string{};
  for (auto const& step : actor.steps) {
    auto const x = axis.at(step.date);
    path += path.empty() ? fmt::format("M{:.1f} {:.1f}", x, y(step.level))
                         : fmt::format("H{:.1f}V{:.1f}", x, y(step.level));
    dots += fmt::format(
        "<circle class=\"mark\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\"><title>{}: level {}. "
        "{}</title></circle>\n",
        x,
        y(step.level),
        to_string(step.date),
        step.level,
        escaped(step.words));
  }
  return text + fmt::format("<path class=\"stairs\" d=\"{}H{:.1f}\"/>\n", path, kWidth - kRight) +
         dots;
}

/// Kinds in the order in which they first come.
std::vector<std::string> lanes_of(TimelinePage const& page) {
  auto lanes = std::vector<std::string>{};
  for (auto const& row : page.rows) {
    if (std::ranges::find(lanes, row.what) == lanes.end()) {
      lanes.push_back(row.what);
    }
  }
  return lanes;
}

std::string mark(TimelineRow const& row, Axis const& axis, double y) {
  auto const title = fmt::format("<title>{}: {} ({}; {})</title>",
                                 escaped(row.day),
                                 escaped(row.words),
                                 escaped(row.said_by),
                                 escaped(row.id));
  auto const x = axis.at(row.date);
  if (row.until) {
    auto const width = std::max(2.0, axis.at(*row.until) - x);
    return fmt::format(
        "<rect class=\"span\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"10\">{}</rect>\n",
        x,
        y - 5.0,
        width,
        title);
  }
  auto const look = row.status == "superseded" || row.status == "refuted" ? row.status
                    : row.status == "contradicted"                        ? "contradicted"
                                                                          : "mark";
  return fmt::format("<circle class=\"{}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4.5\">{}</circle>\n",
                     look,
                     x,
                     y,
                     title);
}

std::string lane(TimelinePage const& page, std::string const& what, Axis const& axis, double y) {
  auto text = fmt::format(
      "<text x=\"4\" y=\"{0:.1f}\">{1}</text>"
      "<line class=\"rule\" x1=\"{2}\" x2=\"{3}\" y1=\"{4:.1f}\" y2=\"{4:.1f}\"/>\n",
      y + 4.0,
      escaped(what),
      kLeft,
      kWidth - kRight,
      y);
  auto earlier = 0;
  for (auto const& row : page.rows) {
    if (row.what != what) {
      continue;
    }
    auto const ends_before = row.until.value_or(row.date) < axis.first;
    earlier += ends_before ? 1 : 0;
    text += ends_before ? std::string{} : mark(row, axis, y);
  }
  if (earlier > 0) {
    text += fmt::format(
        "<text class=\"dim\" x=\"{}\" y=\"{:.1f}\" text-anchor=\"end\">{} earlier</text>\n",
        kLeft - 6.0,
        y + 4.0,
        earlier);
  }
  return text;
}

}  // namespace

std::string timeline_svg(TimelinePage const& page) {
  auto const axis = axis_of(page);
  auto const lanes = lanes_of(page);
  auto const height = kTop + static_cast<double>(page.actors.size()) * (kStairs + kGap) +
                      static_cast<double>(lanes.size()) * kLane + kGap;
  auto text = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {:.0f}\" "
      "role=\"img\">\n<title>{}</title>\n",
      kWidth,
      height,
      escaped(page.title));
  text += kStyle;
  text += fmt::format(
      "<rect width=\"{}\" height=\"{:.0f}\" style=\"fill: var(--paper)\"/>\n", kWidth, height);
  text += year_lines(axis, height - kGap);
  auto y = kTop;
  for (auto const& actor : page.actors) {
    text += stairs(actor, axis, y);
    y += kStairs + kGap;
  }
  for (auto const& what : lanes) {
    y += kLane / 2.0;
    text += lane(page, what, axis, y);
    y += kLane / 2.0;
  }
  return text + "</svg>\n";
}

}  // namespace chorsu
