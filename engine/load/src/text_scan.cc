#include "text_scan.h"

#include <charconv>
#include <cmath>
#include <system_error>

#include <fast_float/fast_float.h>

namespace chorsu {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

/// Sums and products of what is read stay finite.
constexpr auto kMostNumber = 1e100;

}  // namespace

std::optional<double> finite_number(std::string_view text) {
  if (text.starts_with('+') && text.size() > 1U && text[1] != '-') {
    text.remove_prefix(1U);
  }
  auto x = 0.0;
  auto const* const first = text.data();
  auto const* const end = first + text.size();
  auto const [at, error] = fast_float::from_chars(first, end, x);
  auto const is_whole = error == std::errc{} && at == end;
  return is_whole && std::abs(x) <= kMostNumber ? std::optional{x} : std::nullopt;
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
  auto n = std::uint64_t{0};
  auto const* const first = text.data();
  auto const* const end = first + text.size();
  auto const [at, error] = std::from_chars(first, end, n);
  return error == std::errc{} && at == end ? std::optional{n} : std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) {
    text.remove_prefix(1U);
  }
  while (!text.empty() && is_blank(text.back())) {
    text.remove_suffix(1U);
  }
  return text;
}

std::optional<std::string_view> LineScan::next() {
  if (rest.empty()) {
    return std::nullopt;
  }
  ++line;
  auto const end = rest.find('\n');
  auto const text = rest.substr(0U, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1U);
  return text;
}

std::string_view next_word(std::string_view& line, std::string_view marks) {
  while (!line.empty() && is_blank(line.front())) {
    line.remove_prefix(1U);
  }
  auto const is_mark = [&](char c) { return marks.find(c) != std::string_view::npos; };
  auto size = std::size_t{0};
  while (size < line.size() && !is_blank(line[size]) && !is_mark(line[size])) {
    ++size;
  }
  size += size == 0U && !line.empty() ? 1U : 0U;
  auto const word = line.substr(0U, size);
  line.remove_prefix(size);
  return word;
}

}  // namespace chorsu
