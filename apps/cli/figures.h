#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace chorsu::cli {

/// "12,345.6"; never "-0".
std::string fixed(double number, int decimals);

/// The same with its sign: "+3.1", "-0.4", "0.0".
std::string with_sign(double number, int decimals);

/// Columns of a terminal that UTF-8 text takes, one a character.
std::size_t width_of(std::string_view text);

/// Text in a cell of `width` columns, cut with "…" where it is longer.
std::string left(std::string_view text, std::size_t width);
std::string right(std::string_view text, std::size_t width);

/// "1 turn", "2 turns".
std::string counted(std::size_t number, std::string_view what);

/// Lines of at most `width` columns, broken at blanks.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

std::string bold(std::string_view text, bool colour);

}  // namespace chorsu::cli
