#include "text_table.h"

#include <utility>

#include "words.h"

namespace chorsu {

namespace {

char const* escape_of(Tone tone) {
  switch (tone) {
    case Tone::kGain:
      return "\x1b[33m";
    case Tone::kLoss:
      return "\x1b[34m";
    case Tone::kHead:
      return "\x1b[1m";
    case Tone::kPlain:
      break;
  }
  return "";
}

std::string padded(Cell const& cell, TableColumn const& column, bool colour) {
  auto const text = cut(cell.text, column.width);
  auto const blanks = std::string(column.width - width(text), ' ');
  auto const shown = toned(text, cell.tone, colour);
  return column.left ? shown + blanks : blanks + shown;
}

std::string to_line(std::vector<Cell> const& cells,
                    std::vector<TableColumn> const& columns,
                    bool colour) {
  auto line = std::string{};
  for (auto i = std::size_t{0}; i < cells.size(); ++i) {
    line += i == 0U ? "" : "  ";
    line += padded(cells[i], columns[i], colour);
  }
  line.erase(line.find_last_not_of(' ') + 1U);
  return line + "\n";
}

}  // namespace

Cell gain_or_loss(std::string text, double change) {
  auto const tone = change > 0.0 ? Tone::kGain : change < 0.0 ? Tone::kLoss : Tone::kPlain;
  return {std::move(text), tone};
}

std::string toned(std::string const& text, Tone tone, bool colour) {
  return colour && tone != Tone::kPlain && !text.empty() ? escape_of(tone) + text + "\x1b[0m"
                                                         : text;
}

std::string to_text(TextTable const& table, bool colour) {
  auto heads = std::vector<Cell>{};
  for (auto const& column : table.columns) {
    heads.push_back({column.head, Tone::kHead});
  }
  auto text = to_line(heads, table.columns, colour);
  for (auto const& row : table.rows) {
    text += to_line(row, table.columns, colour);
  }
  return text;
}

}  // namespace chorsu
