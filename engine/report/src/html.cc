#include "html.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "words.h"

namespace chorsu {

std::string escaped(std::string_view text) {
  auto result = std::string{};
  for (auto const c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string figure(HtmlInput const& in, std::string const& id, std::string_view text) {
  if (!in.traces.ids.contains(id)) {
    return escaped(text);
  }
  return fmt::format(
      "<a class=\"figure\" href=\"#{0}\" data-figure=\"{0}\">{1}</a>", escaped(id), escaped(text));
}

namespace {

std::string row_html(std::vector<HtmlCell> const& row) {
  auto html = std::string{"<tr>"};
  for (auto i = std::size_t{0}; i < row.size(); ++i) {
    if (i == 0U) {
      html += "<th scope=\"row\">" + row[i].html + "</th>";
    } else {
      html += row[i].plain ? "<td class=\"n plain\">" : row[i].number ? "<td class=\"n\">" : "<td>";
      html += row[i].html + "</td>";
    }
  }
  return html + "</tr>\n";
}

}  // namespace

std::string html_table(std::string_view caption,
                       HtmlRow const& heads,
                       std::vector<HtmlRow> const& rows) {
  auto html = std::string{"<div class=\"table\">\n<table>\n"};
  if (!caption.empty()) {
    html += "<caption><span>" + escaped(caption) + "</span></caption>\n";
  }
  html += "<thead><tr>";
  for (auto const& head : heads) {
    html += head.number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">";
    html += head.html + "</th>";
  }
  html += "</tr></thead>\n<tbody>\n";
  for (auto const& row : rows) {
    html += row_html(row);
  }
  return html + "</tbody>\n</table>\n</div>\n";
}

HtmlCell words_cell(std::string_view text) {
  return {escaped(text), false};
}

HtmlCell number_cell(std::string const& text) {
  return {escaped(text), true};
}

HtmlCell plain_cell(std::string const& text) {
  return {escaped(text), true, true};
}

HtmlCell linked_cell(std::string_view id, std::string_view text) {
  return {fmt::format("<a class=\"figure\" href=\"#{}\">{}</a>", escaped(id), escaped(text))};
}

HtmlCell Figure::bar(std::string const& text, double change, double full) const {
  return bar_cell(figure(in, id, text), change, full);
}

HtmlRow tonnes_row(Figure const& of, std::string const& name, Change const& tonnes, double full) {
  auto const difference = tonnes.difference();
  return {words_cell(name),
          of.number(megatonnes(tonnes.baseline)),
          of.number(megatonnes(tonnes.scenario)),
          of.bar(megatonnes_change(difference), difference, full)};
}

HtmlRow tonnes_heads(char const* first) {
  return {words_cell(first), {"without"}, {"with the changes"}, {"difference"}};
}

HtmlCell bar_cell(std::string const& number, double change, double full) {
  constexpr auto kLongest = 40.0;
  auto const length = full > 0.0 ? kLongest * std::min(1.0, std::abs(change) / full) : 0.0;
  auto const bar = fmt::format(
      "<svg class=\"bar\" viewBox=\"-{0} 0 {1} 10\" aria-hidden=\"true\"><rect class=\"{2}\" "
      "x=\"{3:.1f}\" y=\"1\" width=\"{4:.1f}\" height=\"8\"/></svg>",
      kLongest,
      2.0 * kLongest,
      change < 0.0 ? "loss" : "gain",
      change < 0.0 ? -length : 0.0,
      length);
  return {number + bar, true};
}

}  // namespace chorsu
