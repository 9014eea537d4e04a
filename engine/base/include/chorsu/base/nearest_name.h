#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace chorsu {

/// Fewest insertions, deletions, substitutions and swaps of neighbouring bytes that turn one name
/// into the other, none of them touching the same byte twice (Damerau-Levenshtein, optimal string
/// alignment).
std::size_t edit_distance(std::string_view, std::string_view);

/// For "did you mean": the candidate nearest to `name`, the first of equals. None when it would
/// take more than max(2, size / 3) edits, or as many as `name` has bytes.
/// The answer looks into `candidates`.
std::optional<std::string_view> nearest_name(std::string_view name,
                                             std::span<std::string const> candidates);
std::optional<std::string_view> nearest_name(std::string_view name,
                                             std::span<std::string_view const> candidates);

}  // namespace chorsu
