#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario_file.h"

#include "chorsu/load/resolve.h"
#include "chorsu/world/world.h"

namespace chorsu {

/// A word of a scenario file that changes the world, and what it can be said of.
struct LeverWord {
  std::string_view word;
  LeverKind kind;
  std::vector<PlaceKind> takes;
  StandingMeasure measure{StandingMeasure::kLevel};
  std::optional<double> stance{};  ///< the value that the word itself means
};

/// The places that a key names, one or a list; nothing, with a finding, for unknown names.
std::vector<Place> places_of(ScenarioFile& file, TomlEntry const& entry, LeverWord const& word);

/// Adds the projects, nodes or freight links of a place to a lever.
void add_target(ScenarioFile& file, TomlEntry const& entry, Lever& lever, Place const& place);

/// Adds what a key names of strains: one of their ids, or a subject that drives some, or a list.
void read_strain_names(ScenarioFile& file, TomlEntry const& entry, Lever& lever);

/// "2025-06-01 strain of ind_pak set to 0".
std::string strain_line(Region const& region, Lever const& lever);
/// Sets the actor of a lever's state; false, with a finding, where its steps are not followed. A
/// warning where it shares no border that its standing could change.
bool add_actor(ScenarioFile& file, TomlEntry const& entry, Lever& lever);

/// "2031-01-01 open project herat_mazar (Herat–Mazar-i-Sharif railway)".
std::string line_of(Region const& region, Lever const& lever, std::vector<Place> const& places);

}  // namespace chorsu
