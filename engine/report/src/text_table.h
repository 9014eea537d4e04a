#pragma once

#include <string>
#include <vector>

namespace chorsu {

enum class Tone : std::uint8_t { kPlain, kGain, kLoss, kHead };

struct Cell {
  std::string text;
  Tone tone{Tone::kPlain};
};

/// A cell whose colour says which way a number went.
Cell gain_or_loss(std::string text, double change);

struct TableColumn {
  std::string head;
  std::size_t width{0U};
  bool left{false};  ///< words to the left, numbers to the right
};

/// A table of fixed columns, two blanks apart. Texts that are too wide are cut.
struct TextTable {
  std::vector<TableColumn> columns;
  std::vector<std::vector<Cell>> rows;
};

std::string to_text(TextTable const& table, bool colour);

/// `text` in the colour of a tone when `colour`.
std::string toned(std::string const& text, Tone tone, bool colour);

}  // namespace chorsu
