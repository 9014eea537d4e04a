#pragma once

#include <algorithm>
#include <functional>
#include <ostream>
#include <string>

#include <gtest/gtest.h>

#include "tiny_package.h"

#include "chorsu/load/region.h"

namespace chorsu::test {

/// A sound package made unsound in one way, and the finding that must say so.
struct Broken {
  std::string name;
  std::function<void(Files&)> mutate;
  std::string message;  ///< part of the finding's message
  std::string file;
  std::size_t row;
  Severity severity{Severity::kError};
};

inline std::ostream& operator<<(std::ostream& out, Broken const& broken) {
  return out << broken.name;
}

/// One cell replaced.
inline std::function<void(Files&)> cell(std::string const& file,
                                        std::size_t line,
                                        std::string const& column,
                                        std::string const& value) {
  return [=](Files& f) { set_cell(f, file, line, column, value); };
}

inline std::function<void(Files&)> text(std::string const& file,
                                        std::string const& from,
                                        std::string const& to) {
  return [=](Files& f) { replace(f, file, from, to); };
}

inline std::function<void(Files&)> doubled(std::string const& file, std::size_t line) {
  return [=](Files& f) { double_line(f, file, line); };
}

inline std::function<void(Files&)> dropped(std::string const& file, std::size_t line) {
  return [=](Files& f) { drop_line(f, file, line); };
}

inline std::function<void(Files&)> emptied(std::string const& file) {
  return [=](Files& f) { f[file].clear(); };
}

inline std::string name_of(::testing::TestParamInfo<Broken> const& info) {
  return info.param.name;
}

/// Whether a package with the flaw is refused (an error) and told of in the finding expected.
inline void expect_told(Broken const& broken) {
  auto files = tiny_package();
  broken.mutate(files);
  auto const folder = TempFolder{};
  folder.write(files);
  auto const loaded = load_region(folder.path());
  EXPECT_EQ(loaded.region == nullptr, broken.severity == Severity::kError);
  auto const is_it = [&](Finding const& f) {
    return f.file == broken.file && f.row == broken.row && f.severity == broken.severity &&
           f.message.find(broken.message) != std::string::npos;
  };
  EXPECT_TRUE(std::any_of(loaded.findings.begin(), loaded.findings.end(), is_it))
      << "expected " << broken.file << ':' << broken.row << ": " << broken.message << ", got\n"
      << all_lines(loaded.findings);
}

}  // namespace chorsu::test
