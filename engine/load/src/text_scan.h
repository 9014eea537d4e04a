#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace chorsu {

/// The whole text as a number, at most 1e100; a sign of either kind may lead it.
std::optional<double> finite_number(std::string_view text);

/// The whole text as a number without sign or fraction.
std::optional<std::uint64_t> whole_number(std::string_view text);

/// Without blanks, tabs and carriage returns at either end.
std::string_view trimmed(std::string_view text);

/// A text line by line.
struct LineScan {
  std::string_view rest;
  std::size_t line{0U};  ///< number of the line last given, the first is 1

  /// The next line without its end; none after the last.
  std::optional<std::string_view> next();
};

/// Takes the next word off the front of a line; empty when there is none. The marks given stand for
/// themselves wherever they occur.
std::string_view next_word(std::string_view& line, std::string_view marks);

}  // namespace chorsu
