#include "figures.h"

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

namespace chorsu::cli {

namespace {

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Bytes of the first `width` characters.
std::size_t bytes_of(std::string_view text, std::size_t width) {
  auto bytes = std::size_t{0};
  for (auto seen = std::size_t{0}; bytes < text.size(); ++bytes) {
    seen += continues_character(text[bytes]) ? 0U : 1U;
    if (seen > width) {
      break;
    }
  }
  return bytes;
}

/// Up to the next blank; of a word that is too long for a line the part up to its last hyphen that
/// fits.
std::string_view first_word(std::string_view text, std::size_t width) {
  auto const word = text.substr(0, text.find(' '));
  if (width_of(word) <= width) {
    return word;
  }
  auto const fitting = word.substr(0, bytes_of(word, width));
  auto const hyphen = fitting.rfind('-');
  return hyphen == std::string_view::npos ? fitting : fitting.substr(0, hyphen + 1U);
}

std::string cut(std::string_view text, std::size_t width) {
  return width_of(text) <= width ? std::string{text}
                                 : std::string{text.substr(0, bytes_of(text, width - 1U))} + "…";
}

std::string blanks(std::string_view text, std::size_t width) {
  auto const used = width_of(text);
  return std::string(width > used ? width - used : 0U, ' ');
}

}  // namespace

std::string fixed(double number, int decimals) {
  if (!std::isfinite(number)) {
    return "-";
  }
  auto text = fmt::format("{:.{}f}", std::abs(number), decimals);
  auto const is_zero = text.find_first_not_of("0.") == std::string::npos;
  auto const point = text.find('.');
  auto at = point == std::string::npos ? text.size() : point;
  while (at > 3U) {
    at -= 3U;
    text.insert(at, ",");
  }
  return (number < 0.0 && !is_zero ? "-" : "") + text;
}

std::string with_sign(double number, int decimals) {
  auto const text = fixed(number, decimals);
  auto const is_zero = text.find_first_not_of("0.,") == std::string::npos;
  return number > 0.0 && !is_zero ? "+" + text : text;
}

std::size_t width_of(std::string_view text) {
  auto width = std::size_t{0};
  for (auto const c : text) {
    width += continues_character(c) ? 0U : 1U;
  }
  return width;
}

std::string left(std::string_view text, std::size_t width) {
  auto const cell = cut(text, width);
  return cell + blanks(cell, width);
}

std::string right(std::string_view text, std::size_t width) {
  auto const cell = cut(text, width);
  return blanks(cell, width) + cell;
}

std::string counted(std::size_t number, std::string_view what) {
  return fmt::format("{} {}{}", number, what, number == 1U ? "" : "s");
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  auto lines = std::vector<std::string>{};
  auto line = std::string{};
  while (!text.empty()) {
    auto const word = first_word(text, width);
    text.remove_prefix(word.size());
    text.remove_prefix(text.starts_with(' ') ? 1U : 0U);
    if (!line.empty() && width_of(line) + 1U + width_of(word) > width) {
      lines.push_back(std::move(line));
      line.clear();
    }
    line += line.empty() ? std::string{word} : " " + std::string{word};
  }
  if (!line.empty()) {
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string bold(std::string_view text, bool colour) {
  return colour ? fmt::format("\033[1m{}\033[0m", text) : std::string{text};
}

}  // namespace chorsu::cli
