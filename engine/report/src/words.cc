#include "words.h"

#include <cmath>

#include <fmt/format.h>

namespace chorsu {

namespace {

constexpr auto kMillion = 1e6;

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// What rounds to zero is zero: no "-0.00".
double rounded(double x, int decimals) {
  return std::abs(x) * std::pow(10.0, decimals) < 0.5 ? 0.0 : x;
}

}  // namespace

std::string fixed(double x, int decimals) {
  return fmt::format("{:.{}f}", rounded(x, decimals), decimals);
}

std::string with_sign(double x, int decimals) {
  auto const r = rounded(x, decimals);
  return r == 0.0 ? fixed(0.0, decimals) : fmt::format("{:+.{}f}", r, decimals);
}

std::string megatonnes(double tonnes) {
  return fixed(tonnes / kMillion, 2);
}

std::string megatonnes_change(double tonnes) {
  return with_sign(tonnes / kMillion, 2);
}

std::string millions_change(double usd) {
  return with_sign(usd / kMillion, 1);
}

std::string percent_change(double relative) {
  return with_sign(100.0 * relative, 1);
}

std::string exact(double x) {
  return fmt::format("{}", x);
}

std::size_t width(std::string_view text) {
  auto count = std::size_t{0};
  for (auto const c : text) {
    count += continues(c) ? 0U : 1U;
  }
  return count;
}

std::string cut(std::string_view text, std::size_t columns) {
  if (width(text) <= columns) {
    return std::string{text};
  }
  auto end = std::size_t{0};
  for (auto seen = std::size_t{0}; end < text.size(); ++end) {
    if (!continues(text[end]) && seen++ == columns - 1U) {
      break;
    }
  }
  return std::string{text.substr(0U, end)} + ".";
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  auto lines = std::vector<std::string>{};
  auto line = std::string{};
  auto at = std::size_t{0};
  while (at < text.size()) {
    auto const end = std::min(text.find_first_of(" \n\t", at), text.size());
    auto const word = cut(text.substr(at, end - at), columns);
    at = end + 1U;
    if (word.empty()) {
      continue;
    }
    if (!line.empty() && width(line) + 1U + width(word) > columns) {
      lines.push_back(std::move(line));
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  if (!line.empty()) {
    lines.push_back(std::move(line));
  }
  return lines;
}

bool is_assumed(SourceKind kind) {
  return kind == SourceKind::kAssumption || kind == SourceKind::kDefault;
}

char const* to_string(SourceKind kind) {
  switch (kind) {
    case SourceKind::kObserved:
      return "observed";
    case SourceKind::kDerived:
      return "derived";
    case SourceKind::kPublished:
      return "published";
    case SourceKind::kGeneralKnowledge:
      return "general knowledge";
    case SourceKind::kAssumption:
      return "assumption";
    case SourceKind::kDefault:
      break;
  }
  return "default";
}

}  // namespace chorsu
