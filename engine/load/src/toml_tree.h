#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "problems.h"

#include "chorsu/base/date.h"

namespace chorsu {

struct TomlEntry;

enum class TomlKind : std::uint8_t { kTable, kArray, kText, kNumber, kBoolean, kDate, kTime };

/// A value of a TOML file and where it stands.
struct TomlValue {
  TomlKind kind{TomlKind::kTable};
  std::size_t line{0U};
  std::size_t column{0U};
  std::string text;
  double number{0.0};
  Date date{};
  std::vector<TomlValue> items;
  std::vector<TomlEntry> entries;  ///< of a table, in the order of the file
};

struct TomlEntry {
  std::string key;
  std::size_t line{0U};
  std::size_t column{0U};
  TomlValue value;
};

/// Reads a TOML file; none, with a finding, when there is no such file or its syntax is wrong.
std::optional<TomlValue> read_toml(std::string const& path, Problems& problems);

TomlEntry const* find(TomlValue const& table, std::string_view key);

/// "a table", "a text" ... for messages.
char const* to_string(TomlKind kind);

}  // namespace chorsu
