#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chorsu/evidence/fact.h"

namespace chorsu {

/// "observed", "general knowledge", ...
char const* to_string(SourceKind kind);

/// Nobody measured it: an assumption or a default.
bool is_assumed(SourceKind kind);

/// Fixed decimals without a negative zero: -0.001 at two decimals is "0.00".
std::string fixed(double x, int decimals);

/// The same with its sign: "+1.20", "-0.35", "0.00".
std::string with_sign(double x, int decimals);

/// Tonnes in millions, money in millions, shares in percent; decimals for reading.
std::string megatonnes(double tonnes);
std::string megatonnes_change(double tonnes);
std::string millions_change(double usd);
std::string percent_change(double relative);

/// Shortest text that reads back as the same number.
std::string exact(double x);

/// Columns of a terminal that a text takes: code points, for the scripts that we print.
std::size_t width(std::string_view text);

/// Cut to `columns`, the last one a full stop where something was cut.
std::string cut(std::string_view text, std::size_t columns);

/// Lines of at most `columns`, broken at blanks; words that are longer are cut.
std::vector<std::string> wrap(std::string_view text, std::size_t columns);

}  // namespace chorsu
