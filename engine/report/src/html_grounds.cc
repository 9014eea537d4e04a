#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "html.h"
#include "ranking.h"
#include "words.h"

namespace chorsu {

namespace {

/// Facts of a file by assumed source, most used first.
std::vector<std::pair<SourceId, std::size_t>> assumed_sources(Region const& region, FileId file) {
  auto counts = std::map<SourceId, std::size_t>{};
  for (auto const fact : region.facts.file.ids()) {
    auto const source = region.facts.source[fact];
    if (region.facts.file[fact] == file && !source.is_none() &&
        is_assumed(region.sources.kind[source])) {
      ++counts[source];
    }
  }
  auto result = std::vector<std::pair<SourceId, std::size_t>>{counts.begin(), counts.end()};
  sort_falling(result, [](auto const& entry) { return entry.second; });
  return result;
}

std::string assumed_list(Region const& region, FileId file) {
  auto html = std::string{"<ul>\n"};
  for (auto const& [source, count] : assumed_sources(region, file)) {
    html += fmt::format("<li>{} <span class=\"note\">({}, {}, {} rows)</span></li>\n",
                        escaped(region.sources.title[source]),
                        escaped(region.sources.id[source]),
                        to_string(region.sources.kind[source]),
                        count);
  }
  return html + "</ul>\n";
}

bool is_web_address(std::string const& url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

std::string source_item(Sources const& sources, SourceId id) {
  auto const title = escaped(sources.title[id]);
  auto const& url = sources.url[id];
  auto html = fmt::format("<li id=\"source-{0}\"><b>{0}</b> ", escaped(sources.id[id]));
  html += is_web_address(url) ? fmt::format("<a href=\"{}\">{}</a>", escaped(url), title) : title;
  for (auto const* part : {&sources.publisher[id], &sources.date[id]}) {
    html += part->empty() ? "" : ", " + escaped(*part);
  }
  return html +
         fmt::format(" <span class=\"note\">({})</span></li>\n", to_string(sources.kind[id]));
}

std::string project_item(Projects const& projects, ProjectId id, bool asked_for) {
  auto html = fmt::format(
      "<li>{} <span class=\"note\">({}{}{})</span></li>\n",
      escaped(projects.title[id]),
      escaped(projects.id[id]),
      asked_for ? "" : ", needed by another",
      projects.expected[id] > 0 ? fmt::format(", expected {}", projects.expected[id]) : "");
  return html;
}

std::set<ProjectId> asked_for(Scenario const& scenario) {
  auto result = std::set<ProjectId>{};
  for (auto const& lever : scenario.levers) {
    result.insert(lever.projects.begin(), lever.projects.end());
  }
  return result;
}

std::string growth_notes(HtmlInput const& in) {
  auto html = std::string{};
  if (in.comparison.growth_held) {
    html +=
        "<p class=\"note\">The year lies past the growth table of the package: demand stands "
        "where the table ends.</p>\n";
  }
  if (!in.comparison.without_growth.empty()) {
    auto names = std::vector<std::string>{};
    for (auto const state : in.comparison.without_growth) {
      names.push_back(escaped(in.network().states.name[state]));
    }
    html += fmt::format("<p class=\"note\">No growth rates, so none taken: {}.</p>\n",
                        fmt::join(names, ", "));
  }
  return html;
}

}  // namespace

std::string html_changes(HtmlInput const& in) {
  auto const& scenario = in.comparison.scenario;
  auto html = std::string{"<ol>\n"};
  for (auto const& change : scenario.changes) {
    html += "<li>" + escaped(change) + "</li>\n";
  }
  html += "</ol>\n";
  auto const& opened = in.comparison.with_changes.world.opened;
  if (!opened.empty()) {
    auto const asked = asked_for(scenario);
    html += "<p>Projects that open, with what they need:</p>\n<ul>\n";
    for (auto const project : opened) {
      html += project_item(in.model.region->projects, project, asked.contains(project));
    }
    html += "</ul>\n";
  }
  return html + growth_notes(in);
}

std::string assumed_summary(HtmlInput const& in) {
  auto const& files = in.model.region->facts.files;
  auto assumed = in.answers.assumed;
  auto const count = [](AssumedFacts const& a) { return a.assumptions + a.defaults; };
  auto total = std::size_t{0};
  for (auto const& a : assumed) {
    total += count(a);
  }
  if (total == 0U) {
    return "No fact of the package is an assumption.";
  }
  sort_falling(assumed, count);
  auto parts = std::vector<std::string>{};
  for (auto const& a : assumed) {
    if (parts.size() < 4U) {
      parts.push_back(fmt::format("{} ({})", escaped(files[a.file]), count(a)));
    }
  }
  return fmt::format(
      "<b>Assumed, not measured:</b> {} of the package's {} facts, most of them in {}; all are "
      "listed under <i>Assumptions and defaults</i>.",
      total,
      in.model.region->facts.file.size(),
      fmt::join(parts, ", "));
}

std::string html_assumptions(HtmlInput const& in) {
  auto const& region = *in.model.region;
  auto rows = std::vector<HtmlRow>{};
  for (auto const& a : in.answers.assumed) {
    rows.push_back({words_cell(region.facts.files[a.file]),
                    plain_cell(std::to_string(a.facts)),
                    plain_cell(std::to_string(a.assumptions)),
                    plain_cell(std::to_string(a.defaults))});
  }
  if (rows.empty()) {
    return "<p>No fact of the package rests on an assumption or a default.</p>\n";
  }
  auto html = html_table("Facts that no source measured, by file of the package",
                         {words_cell("File"), {"facts"}, {"assumptions"}, {"defaults"}},
                         rows);
  for (auto const& a : in.answers.assumed) {
    html += fmt::format("<details><summary>{}</summary>\n{}</details>\n",
                        escaped(region.facts.files[a.file]),
                        assumed_list(region, a.file));
  }
  return html;
}

std::string html_sources(HtmlInput const& in) {
  auto const& region = *in.model.region;
  auto used = std::set<SourceId>{};
  for (auto const source : region.facts.source.values) {
    if (!source.is_none()) {
      used.insert(source);
    }
  }
  auto html =
      fmt::format("<details><summary>The {} sources that the package's rows name</summary>\n<ul>\n",
                  used.size());
  for (auto const source : used) {
    html += source_item(region.sources, source);
  }
  return html + "</ul>\n</details>\n";
}

}  // namespace chorsu
