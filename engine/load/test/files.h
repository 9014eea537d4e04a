#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

#include <gtest/gtest.h>

#include "chorsu/base/finding.h"

namespace chorsu::test {

/// File name -> what is in it.
using Files = std::map<std::string, std::string>;

/// A folder of its own, gone with the object.
class TempFolder {
 public:
  TempFolder() {
    static auto count = 0;
    path_ = std::filesystem::path{::testing::TempDir()} /
            ("chorsu_load_" + std::to_string(::getpid()) + '_' + std::to_string(++count));
    std::filesystem::create_directories(path_);
  }
  TempFolder(TempFolder const&) = delete;
  TempFolder& operator=(TempFolder const&) = delete;
  ~TempFolder() { std::filesystem::remove_all(path_); }

  std::string path() const { return path_.string(); }
  std::string file(std::string const& name) const { return (path_ / name).string(); }

  void write(std::string const& name, std::string_view text) const {
    auto out = std::ofstream{path_ / name, std::ios::binary};
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
  }
  void write(Files const& files) const {
    for (auto const& [name, text] : files) {
      write(name, text);
    }
  }

 private:
  std::filesystem::path path_;
};

// ---- mutations -------------------------------------------------------------------------------

/// Replaces the first `from` of a file; throws when there is none, so that no test passes idly.
inline void replace(Files& files,
                    std::string const& file,
                    std::string_view from,
                    std::string_view to) {
  auto& text = files.at(file);
  auto const at = text.find(from);
  if (at == std::string::npos) {
    throw std::logic_error{file + " has no " + std::string{from}};
  }
  text.replace(at, from.size(), to);
}

inline std::vector<std::string> split(std::string const& line, char mark) {
  auto parts = std::vector<std::string>{};
  auto in = std::istringstream{line + mark};
  for (auto part = std::string{}; std::getline(in, part, mark);) {
    parts.push_back(part);
  }
  return parts;
}

inline std::string join(std::vector<std::string> const& parts, char mark) {
  auto text = std::string{};
  for (auto const& part : parts) {
    text += part;
    text += mark;
  }
  text.pop_back();
  return text;
}

/// Writes a cell by its line (header = 1) and column.
inline void set_cell(Files& files,
                     std::string const& file,
                     std::size_t line,
                     std::string const& column,
                     std::string const& value) {
  auto lines = split(files.at(file), '\n');
  auto const header = split(lines.at(0), ',');
  auto cells = split(lines.at(line - 1U), ',');
  auto i = std::size_t{0};
  while (header.at(i) != column) {
    ++i;
  }
  cells.at(i) = value;
  lines[line - 1U] = join(cells, ',');
  files[file] = join(lines, '\n');
}

/// Removes a line (header = 1).
inline void drop_line(Files& files, std::string const& file, std::size_t line) {
  auto lines = split(files.at(file), '\n');
  lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(line - 1U));
  files[file] = join(lines, '\n');
}

/// Repeats a line after itself.
inline void double_line(Files& files, std::string const& file, std::size_t line) {
  auto lines = split(files.at(file), '\n');
  lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(line), lines.at(line - 1U));
  files[file] = join(lines, '\n');
}

inline std::string all_lines(Findings const& findings) {
  auto text = std::string{};
  for (auto const& finding : findings) {
    text += to_line(finding);
    text += '\n';
  }
  return text;
}

}  // namespace chorsu::test
