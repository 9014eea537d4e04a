#pragma once

#include <span>
#include <string_view>

namespace chorsu::cli {

/// Attributes of an option or argument, said once.
struct OptionRow {
  std::string_view name;  ///< "--date"; without dashes for an argument
  std::string_view type;  ///< what stands behind it, for the reader
  bool required{false};
  std::string_view fallback;  ///< what holds when it is left out; empty where the description says
  std::string_view description;
};

/// A verb with its example.
struct VerbRow {
  std::string_view name;
  std::string_view description;
  std::string_view example;
};

std::span<OptionRow const> option_table();
std::span<VerbRow const> verb_table();

/// The row of that name, which must be there.
OptionRow const& option_row(std::string_view name);
VerbRow const& verb_row(std::string_view name);

}  // namespace chorsu::cli
