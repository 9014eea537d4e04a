#pragma once

#include <string>

#include <fmt/format.h>

namespace chorsu {

inline std::string as_field(std::string const& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) {
    return text;
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

inline std::string as_field(char const* text) {
  return text;
}

/// Shortest text that reads back as the same number.
inline std::string as_field(double x) {
  return fmt::format("{}", x);
}

inline std::string as_field(unsigned x) {
  return fmt::format("{}", x);
}

/// Adds a line to a CSV table.
template <typename First, typename... Rest>
void add_row(std::string& table, First const& first, Rest const&... rest) {
  table += as_field(first);
  ((table += ',', table += as_field(rest)), ...);
  table += '\n';
}

}  // namespace chorsu
