#include <fmt/format.h>

#include "html.h"
#include "page_assets.h"
#include "page_data.h"
#include "words.h"

namespace chorsu {

namespace {

/// Nothing is loaded from anywhere; the page's own script and style are in it.
constexpr auto kPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

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

std::string verdict_html(HtmlInput const& in) {
  auto html = std::string{};
  for (auto const& sentence : verdict_phrases(in.model, in.answers)) {
    html += "<p class=\"verdict\">";
    for (auto const& phrase : sentence) {
      html += phrase.figure.empty() ? escaped(phrase.text) : figure(in, phrase.figure, phrase.text);
    }
    html += "</p>\n";
  }
  return html;
}

std::string verdict_section(HtmlInput const& in) {
  auto body = verdict_html(in);
  if (!in.answers.quality.converged) {
    body +=
        "<p class=\"warning\">The solve did not converge: read these numbers as rough ones.</p>\n";
  }
  body +=
      "<p class=\"note\">Two years are compared, on the network of one day and at the demand of "
      "its year, without and with the changes. Every input stands at its central value: the ranges "
      "of the inputs are not explored here, so small differences should not be leant on. ";
  return section("Verdict", body + assumed_summary(in) + "</p>\n");
}

std::string map_section(HtmlInput const& in) {
  auto body = std::string{
      "<figure>\n<div id=\"map\"></div>\n<noscript><p class=\"none\">The map is drawn by the "
      "page's script; the tables below hold its numbers.</p></noscript>\n"
      "<figcaption class=\"note\">Difference in tonnes a year, both directions together; the "
      "width of a line is the size of the difference. Conic equal-area projection; sea lanes are "
      "drawn along the ways of ships, other links straight between their ends. Point at a line for "
      "its numbers; magnify with the buttons, + and -, or the wheel once the map is clicked. "};
  body += in.map.shapes.empty()
              ? "The base map is not among the files of this installation, so land and borders are "
                "not drawn."
              : "Land, water and borders: Natural Earth, public domain.";
  body += fmt::format(
      " The {} links that differ most lead to their rows: click or tap a line, or take the list "
      "below.",
      links_moved(in.comparison, kTracedLinks).size());
  return section("What moves", body + "</figcaption>\n</figure>\n" + html_moved_links(in));
}

std::string quality_section(HtmlInput const& in) {
  auto const& q = in.answers.quality;
  auto const small = [](double x) { return plain_cell(fmt::format("{:.1e}", x)); };
  auto const rows = std::vector<HtmlRow>{
      {words_cell("Converged"), plain_cell(q.converged ? "yes" : "no")},
      {words_cell("Residual of the fixed point, relative"), small(q.residual)},
      {words_cell("Largest flow above a capacity, relative"), small(q.violation)},
      {words_cell("Largest imbalance of tonnes at a node and class, relative"), small(q.balance)},
      {words_cell("Trade without any route, Mt a year"), plain_cell(megatonnes(q.unserved))}};
  return section("How exact the solve is",
                 html_table("The worse of the two years", {words_cell(""), {""}}, rows));
}

std::string disclaimer() {
  return "<footer class=\"note\"><p>Borders, names and lines on the map imply no opinion on the "
         "legal "
         "status of any territory or on the delimitation of its frontiers. Lines that more than "
         "one "
         "state claims are dashed.</p></footer>\n";
}

}  // namespace

namespace {

std::string document_head(std::string const& title) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
      "http-equiv=\"Content-Security-Policy\" content=\"{}\">\n<meta name=\"viewport\" "
      "content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>\n{}</style>\n"
      "</head>\n<body>\n<main>\n",
      kPolicy,
      escaped(title),
      page_style());
}

std::string scripts(HtmlInput const& in) {
  return fmt::format(
      "<script type=\"application/json\" id=\"run\">{}</script>\n<script>{}</script>\n",
      page_data(in),
      page_script());
}

/// A place that the page's script draws into.
std::string canvas(char const* id) {
  return fmt::format("<div id=\"{}\" class=\"panels\"></div>\n", id);
}

}  // namespace

std::string html_page(HtmlInput const& in) {
  auto html = document_head(in.comparison.scenario.title);
  html += head(in) + verdict_section(in) + section("What changes", html_changes(in));
  html += map_section(in);
  html += section("Winners and losers", canvas("balance") + html_states(in));
  html += section("Corridors", canvas("slopes") + html_corridors(in));
  html += section("Crossings", html_crossings(in));
  html += section("Trade facilitation", html_trade_facilitation(in));
  html += section("Who lost transit to whom", html_diversion(in));
  html += section("Rival routes", html_rivals(in));
  html += section("What is full", html_congestion(in));
  html += quality_section(in);
  html += section("How well the base year fits what was observed", html_validation(in));
  html += section("Where the numbers come from", html_traces(in, html));
  html += section("Assumptions and defaults", html_assumptions(in));
  html += section("Sources", html_sources(in));
  return html + "</main>\n" + disclaimer() + scripts(in) + "</body>\n</html>\n";
}

}  // namespace chorsu
