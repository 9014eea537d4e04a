#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace chorsu {

/// A field of a CSV file: quoted where it has to be.
inline std::string as_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    return std::string{text};
  }
  auto result = std::string{"\""};
  for (auto const c : text) {
    result += c;
    if (c == '"') {
      result += c;
    }
  }
  return result + '"';
}

/// The shortest text that reads back as the same number.
inline std::string as_field(double x) {
  return fmt::format("{}", x);
}

/// Empty where there is no number.
inline std::string as_field(std::optional<double> const& x) {
  return x ? as_field(*x) : std::string{};
}

inline std::string as_field(unsigned x) {
  return fmt::format("{}", x);
}

template <typename First, typename... Rest>
void add_row(std::string& table, First const& first, Rest const&... rest) {
  table += as_field(first);
  ((table += ',', table += as_field(rest)), ...);
  table += '\n';
}

}  // namespace chorsu
