#include <fmt/format.h>

#include "html.h"
#include "words.h"

namespace chorsu {

namespace {

constexpr auto kStyle = R"(
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1e23; --dim: #5c6470; --rule: #d5d9df;
  --sea: #e4edf3; --land: #f6f4ee; --water: #b9d0de; --line: #a9a49a; --link: #8d96a1;
  --gain: #c25a00; --loss: #1f66ad; --mark: #1b1e23; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14171b; --ink: #e6e8eb; --dim: #9aa3ae; --rule: #343a42; --sea: #1a232b;
    --land: #24272b; --water: #35505f; --line: #5d6066; --link: #6d7783; --gain: #ff9d45;
    --loss: #6fb1f5; --mark: #f2f3f5; } }
@media print { :root { --paper: #fff; --ink: #000; --dim: #444; --rule: #bbb; --sea: #eef3f6;
    --land: #fbfaf7; --water: #b9d0de; --line: #999; --link: #999; --gain: #c25a00;
    --loss: #1f66ad; --mark: #000; }
  body { max-width: none; font-size: 10pt; }
  table, figure, h2 { break-inside: avoid; } h2 { break-after: avoid; } a { color: inherit; } }
body { background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif;
  max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { line-height: 1.2; } h2 { margin-top: 2.2rem; border-top: 1px solid var(--rule);
  padding-top: 1rem; }
.verdict { font-size: 1.15rem; } .note, .none, .meta { color: var(--dim); font-size: .9rem; }
.warning { border-left: 4px solid var(--gain); padding-left: .8rem; }
figure { margin: 1rem 0; } .map { width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: .9rem; }
caption { text-align: left; color: var(--dim); padding-bottom: .3rem; }
th, td { padding: .2rem .5rem; border-bottom: 1px solid var(--rule); text-align: left;
  font-weight: normal; vertical-align: baseline; }
thead th { font-weight: 600; vertical-align: bottom; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .n { white-space: normal; }
.bar { width: 5rem; height: .7rem; margin-left: .5rem; border-left: 0; vertical-align: baseline; }
rect.gain { fill: var(--gain); } rect.loss { fill: var(--loss); }
.sea { fill: var(--sea); } .land { fill: var(--land); fill-rule: evenodd; }
.lake { fill: var(--sea); fill-rule: evenodd; } .river { fill: none; stroke: var(--water); }
.border { fill: none; stroke: var(--line); stroke-width: .8; }
.disputed { fill: none; stroke: var(--line); stroke-width: 1; stroke-dasharray: 4 3; }
.network line { stroke: var(--link); stroke-width: .7; opacity: .7; }
.network .water { stroke-dasharray: 1 3; }
line.gain { stroke: var(--gain); } line.loss { stroke: var(--loss); }
line.gain, line.loss { stroke-linecap: round; }
.opens, .shuts { stroke: var(--mark); stroke-width: 1.6; stroke-dasharray: 5 3; }
.shuts { stroke-dasharray: 1 4; stroke-width: 2.4; }
.towns circle { fill: var(--mark); }
.map text { font: 11px system-ui, sans-serif; fill: var(--ink); }
.towns text { paint-order: stroke; stroke: var(--paper); stroke-width: 2.5; stroke-linejoin: round; }
)";

std::string section(std::string const& title, std::string const& body) {
  return "<section>\n<h2>" + title + "</h2>\n" + body + "</section>\n";
}

std::string paragraphs(std::vector<std::string> const& sentences, char const* style) {
  auto html = std::string{};
  for (auto const& sentence : sentences) {
    html += fmt::format("<p class=\"{}\">{}</p>\n", style, escaped(sentence));
  }
  return html;
}

std::string head(HtmlInput const& in) {
  auto const& s = in.comparison.scenario;
  auto const date = to_string(s.baseline_date);
  auto html = fmt::format("<h1>{}</h1>\n<p class=\"meta\">Region package {}, network of {}</p>\n",
                          escaped(s.title),
                          escaped(in.model.region->name),
                          date);
  html += paragraphs({s.why}, "why");
  return html;
}

std::string verdict_section(HtmlInput const& in) {
  auto body = paragraphs(verdict(in.model, in.comparison, in.answers), "verdict");
  if (!in.answers.quality.converged) {
    body +=
        "<p class=\"warning\">The solve did not converge: read these numbers as rough ones.</p>\n";
  }
  body +=
      "<p class=\"note\">Two years are compared, on the network of one day and at the demand of "
      "its "
      "year, without and with the changes. Every input stands at its central value: the ranges of "
      "the inputs are not explored here, so small differences should not be leant on.</p>\n";
  return section("Verdict", body);
}

std::string map_section(HtmlInput const& in) {
  auto body =
      "<figure>\n" + html_map(in) +
      "<figcaption class=\"note\">Difference in tonnes a year, both directions together; the "
      "width of a line is the size of the difference. Conic equal-area projection. ";
  body += in.map.shapes.empty()
              ? "The base map is not among the files of this installation, so land and borders are "
                "not drawn."
              : "Land, water and borders: Natural Earth, public domain.";
  return section("What moves", body + "</figcaption>\n</figure>\n");
}

std::string quality_section(HtmlInput const& in) {
  auto const& q = in.answers.quality;
  auto const body = fmt::format(
      "<table>\n<caption>The worse of the two years</caption>\n<tbody>\n"
      "<tr><th scope=\"row\">Converged</th><td class=\"n\">{}</td></tr>\n"
      "<tr><th scope=\"row\">Residual of the fixed point, relative</th><td "
      "class=\"n\">{:.1e}</td></tr>\n"
      "<tr><th scope=\"row\">Largest flow above a capacity, relative</th><td "
      "class=\"n\">{:.1e}</td></tr>\n"
      "<tr><th scope=\"row\">Largest imbalance of tonnes at a node and class, relative</th><td "
      "class=\"n\">{:.1e}</td></tr>\n"
      "<tr><th scope=\"row\">Trade without any route, Mt a year</th><td "
      "class=\"n\">{}</td></tr>\n</tbody>\n</table>\n",
      q.converged ? "yes" : "no",
      q.residual,
      q.violation,
      q.balance,
      megatonnes(q.unserved));
  return section("How exact the solve is", body);
}

std::string disclaimer() {
  return "<footer class=\"note\"><p>Borders, names and lines on the map imply no opinion on the "
         "legal "
         "status of any territory or on the delimitation of its frontiers. Lines that more than "
         "one "
         "state claims are dashed.</p></footer>\n";
}

}  // namespace

std::string html_page(HtmlInput const& in) {
  auto html = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
      "name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n"
      "<style>{}</style>\n</head>\n<body>\n<main>\n",
      escaped(in.comparison.scenario.title),
      kStyle);
  html += head(in) + verdict_section(in) + section("What changes", html_changes(in));
  html += map_section(in);
  html += section("States", html_states(in));
  html += section("Corridors", html_corridors(in));
  html += section("Crossings", html_crossings(in));
  html += section("Trade facilitation", html_trade_facilitation(in));
  html += section("Who lost transit to whom", html_diversion(in));
  html += section("What is full", html_congestion(in));
  html += quality_section(in);
  html += section("Assumptions and defaults", html_assumptions(in));
  html += section("Sources", html_sources(in));
  return html + "</main>\n" + disclaimer() + "</body>\n</html>\n";
}

}  // namespace chorsu
