#include "tntp_text.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include <fmt/format.h>

namespace chorsu {

namespace {

constexpr auto kMostErrors = std::size_t{100};
constexpr auto kEnd = std::string_view{"END OF METADATA"};

/// In capitals, with single blanks.
std::string normal_key(std::string_view text) {
  auto key = std::string{};
  for (auto word = next_word(text, {}); !word.empty(); word = next_word(text, {})) {
    key += key.empty() ? "" : " ";
    key += word;
  }
  std::ranges::transform(key, key.begin(), [](unsigned char c) { return std::toupper(c); });
  return key;
}

/// One line "<KEY> value"; its key, empty with a finding when it is none.
std::string read_value(TntpText& tntp, std::string_view text) {
  auto const close = text.find('>');
  if (!text.starts_with('<')) {
    report(tntp,
           tntp.lines.line,
           {},
           "not a line of metadata: " + in_quotes(text),
           "Write <END OF METADATA> before the table.");
    return {};
  }
  if (close == std::string_view::npos) {
    report(tntp, tntp.lines.line, {}, "no '>' after " + in_quotes(text), "Write <KEY> value.");
    return {};
  }
  auto key = normal_key(text.substr(1U, close - 1U));
  tntp.metadata[key] = {trimmed(text.substr(close + 1U)), tntp.lines.line};
  return key;
}

}  // namespace

void report(TntpText& tntp,
            std::size_t line,
            std::string column,
            std::string message,
            std::string remedy,
            Severity severity) {
  tntp.errors += severity == Severity::kError ? 1U : 0U;
  add(tntp.problems,
      Finding{severity,
              tntp.file.name,
              line,
              std::move(column),
              std::move(message),
              std::move(remedy)});
}

bool read_metadata(TntpText& tntp) {
  while (auto const line = tntp.lines.next()) {
    auto const text = trimmed(*line);
    if (text.empty() || text.starts_with('~')) {
      continue;
    }
    auto const key = read_value(tntp, text);
    if (key == kEnd) {
      return true;
    }
    if (key.empty() && tntp.errors > 0U) {
      return false;
    }
  }
  report(tntp,
         0U,
         {},
         tntp.file.text.empty() ? "the file is empty" : "no <END OF METADATA>",
         "Begin with lines <KEY> value and end them with <END OF METADATA>.");
  return false;
}

std::optional<std::size_t> count(TntpText& tntp, std::string_view key) {
  auto const found = tntp.metadata.find(key);
  auto const column = fmt::format("<{}>", key);
  if (found == tntp.metadata.end()) {
    report(tntp, 0U, column, "missing", "Add it to the metadata.");
    return std::nullopt;
  }
  auto const [text, line] = found->second;
  auto const number = whole_number(text);
  if (!number || *number == 0U) {
    report(tntp,
           line,
           column,
           "not a count: " + in_quotes(text),
           "Write a whole number above 0, without commas.");
    return std::nullopt;
  }
  if (*number > tntp.file.text.size()) {
    report(
        tntp,
        line,
        column,
        fmt::format("{} is more than a file of {} bytes can hold", *number, tntp.file.text.size()),
        "Write the number of rows that follow.");
    return std::nullopt;
  }
  return static_cast<std::size_t>(*number);
}

std::optional<std::string_view> next_line(TntpText& tntp) {
  while (tntp.errors < kMostErrors) {
    auto const line = tntp.lines.next();
    if (!line) {
      return std::nullopt;
    }
    auto const text = trimmed(line->substr(0U, line->find('~')));
    if (!text.empty()) {
      return text;
    }
  }
  report(tntp, tntp.lines.line, {}, "too many problems, the rest of the file is not read", {});
  return std::nullopt;
}

}  // namespace chorsu
