#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base_map.h"

#include "chorsu/report/answers.h"
#include "chorsu/report/trace.h"

namespace chorsu {

/// What every part of the report is made from.
struct HtmlInput {
  Model const& model;
  Comparison const& comparison;
  Answers const& answers;
  BaseMap const& map;
  Rivals const& rivals;
  Validation const& validation;
  FigureTraces const& traces;

  Network const& network() const { return model.region->network; }
};

/// `text` with the characters that HTML reads as its own replaced.
std::string escaped(std::string_view text);

/// The whole report: one file that asks for nothing else.
std::string html_page(HtmlInput const& input);

/// `text` as a link to the rows behind it. `id` is the dot path of the figure in the run's JSON,
/// without the future: "corridors.kabul.tonnes". Plain text where the figure is not traced.
std::string figure(HtmlInput const& input, std::string const& id, std::string_view text);

/// The traces of all figures that `page` links to.
std::string html_traces(HtmlInput const& input, std::string_view page);

/// Tables of results.
std::string html_states(HtmlInput const& input);
std::string html_corridors(HtmlInput const& input);
std::string html_crossings(HtmlInput const& input);
std::string html_trade_facilitation(HtmlInput const& input);
std::string html_diversion(HtmlInput const& input);
std::string html_congestion(HtmlInput const& input);
std::string html_rivals(HtmlInput const& input);
std::string html_moved_links(HtmlInput const& input);

/// What the run changed, and what its answer rests on.
std::string html_changes(HtmlInput const& input);
std::string html_validation(HtmlInput const& input);
std::string html_assumptions(HtmlInput const& input);
std::string assumed_summary(HtmlInput const& input);  ///< one sentence
std::string html_sources(HtmlInput const& input);

/// A table cell, HTML already: words to the left, numbers to the right. A plain number is none of
/// the run's figures: a count, a measure of the solve.
struct HtmlCell {
  std::string html;
  bool number{true};
  bool plain{false};
};

using HtmlRow = std::vector<HtmlCell>;

/// <table> with a caption where there is one; the first cell of a row heads it.
std::string html_table(std::string_view caption,
                       HtmlRow const& heads,
                       std::vector<HtmlRow> const& rows);

HtmlCell words_cell(std::string_view text);
HtmlCell number_cell(std::string const& text);
HtmlCell plain_cell(std::string const& text);

/// A number as a link to what stands elsewhere in the page: a table, a source.
HtmlCell linked_cell(std::string_view id, std::string_view text);

/// A figure of the table in hand: cells that lead to its rows.
struct Figure {
  HtmlInput const& in;
  std::string id;

  HtmlCell number(std::string_view text) const { return {figure(in, id, text)}; }
  HtmlCell bar(std::string const& text, double change, double full) const;
};

/// Names of tables of tonnes without and with the changes, and a row of them.
HtmlRow tonnes_heads(char const* first);
HtmlRow tonnes_row(Figure const& of, std::string const& name, Change const& tonnes, double full);

/// A change with its number, HTML already, and a bar, `full` being the longest bar of the column.
HtmlCell bar_cell(std::string const& number, double change, double full);

}  // namespace chorsu
