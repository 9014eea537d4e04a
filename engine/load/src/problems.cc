#include "problems.h"

#include <algorithm>
#include <utility>

#include "utf8.h"

namespace chorsu {

namespace {

constexpr auto kMostListed = std::size_t{1000};
constexpr auto kMostShown = std::size_t{60};

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

void add(Problems& problems, Finding finding) {
  auto& count = finding.severity == Severity::kError ? problems.errors : problems.others;
  if (++count <= kMostListed) {
    problems.list.push_back(std::move(finding));
  }
}

void add_all(Problems& problems, Findings findings) {
  for (auto& finding : findings) {
    add(problems, std::move(finding));
  }
}

Findings finish(Problems problems) {
  auto const left_out = problems.errors + problems.others - problems.list.size();
  if (left_out > 0U) {
    problems.list.push_back({Severity::kNote,
                             {},
                             0U,
                             {},
                             std::to_string(left_out) + " more findings are not listed",
                             "Mend those above first."});
  }
  return std::move(problems.list);
}

std::string shown(std::string_view text) {
  auto size = std::min(text.size(), kMostShown);
  while (size > 0U && size < text.size() && is_continuation(text[size])) {
    --size;
  }
  auto result = std::string{text.substr(0, size)};
  auto const well_formed = is_utf8(result);
  std::ranges::replace_if(
      result,
      [&](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return byte < 0x20U || byte == 0x7FU || (byte >= 0x80U && !well_formed);
      },
      '?');
  return size < text.size() ? result + "..." : result;
}

std::string in_quotes(std::string_view text) {
  return '\'' + shown(text) + '\'';
}

}  // namespace chorsu
