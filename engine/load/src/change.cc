#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lever.h"
#include "table_reader.h"

#include "chorsu/evidence/engagement.h"

namespace chorsu {

namespace {

std::vector<LeverWord> const& lever_words() {
  using enum PlaceKind;
  using enum StandingMeasure;
  static auto const words = std::vector<LeverWord>{
      {"open", LeverKind::kOpen, {kProject, kCrossing, kLink, kNode, kCorridor}},
      {"close", LeverKind::kClose, {kProject, kCrossing, kLink, kNode, kCorridor, kState}},
      {"suspend", LeverKind::kClose, {kProject, kCrossing, kLink, kNode, kCorridor, kState}},
      {"capacity", LeverKind::kCapacity, {kCrossing, kLink, kNode, kCorridor}},
      {"tariff", LeverKind::kTariff, {kState}},
      {"border", LeverKind::kBorder, {kCrossing, kCorridor}},
      {"fee", LeverKind::kFee, {kCrossing, kCorridor}},
      {"speed", LeverKind::kSpeed, {kCrossing, kLink, kCorridor}},
      {"strain", LeverKind::kStrain, {}},
      {"engage", LeverKind::kStance, {kState}},
      {"recognise", LeverKind::kStance, {kState}, kLevel, kHighestLevel},
      {"recognize", LeverKind::kStance, {kState}, kLevel, kHighestLevel},
      {"list", LeverKind::kStance, {kState}, kListing, 1.0},
      {"delist", LeverKind::kStance, {kState}, kListing, 0.0},
      {"sanction", LeverKind::kStance, {kState}, kSanction, 1.0},
      {"lift", LeverKind::kStance, {kState}, kSanction, 0.0},
  };
  return words;
}

constexpr auto kLaterWords = std::array{
    "attack", "threat", "growth", "demand", "invest", "water", "power", "gas", "tax", "convoy"};

/// Levers that say all by themselves.
bool takes_no_number(LeverKind kind) {
  return kind == LeverKind::kOpen || kind == LeverKind::kClose || kind == LeverKind::kStance;
}

std::optional<double> number_of(ScenarioFile& file, TomlEntry const* entry, Bounds bounds) {
  if (entry == nullptr) {
    return std::nullopt;
  }
  auto const x = entry->value.number;
  if (entry->value.kind != TomlKind::kNumber || !std::isfinite(x)) {
    report(file, *entry, "not a number", "Write a number without quotes.");
  } else if (x < bounds.low || (bounds.above && x == bounds.low)) {
    report(file,
           *entry,
           fmt::format("out of range: {}", x),
           bounds.above ? "Write a number above 0." : "Write a number of at least 0.");
  }
  return x;
}

/// `value` or `factor`, as the lever wants it.
void read_number(ScenarioFile& file,
                 TomlValue const& change,
                 TomlEntry const& entry,
                 Lever& lever) {
  auto const* const value = find(change, "value");
  auto const* const factor = find(change, "factor");
  auto const takes_value = lever.kind == LeverKind::kCapacity || lever.kind == LeverKind::kStrain;
  for (auto const* const given : {value, factor}) {
    if (given != nullptr && (takes_no_number(lever.kind) || (given == value && !takes_value))) {
      report(file,
             *given,
             fmt::format("'{}' takes no {}", entry.key, given->key),
             takes_no_number(lever.kind) ? "Remove it." : "Write a factor on what holds today.");
    }
  }
  if (takes_no_number(lever.kind)) {
    return;
  }
  if (lever.kind == LeverKind::kStrain && factor != nullptr) {
    report(file, *factor, "a strain takes no factor", "Write value: 0 is off, 1 as recorded.");
  }
  if (value != nullptr && factor != nullptr) {
    report(file, *factor, "value and factor together", "Keep one of them.");
  }
  if (factor == nullptr && (value == nullptr || !takes_value)) {
    report(file,
           entry,
           fmt::format("'{}' without {}", entry.key, takes_value ? "value or factor" : "factor"),
           lever.kind == LeverKind::kStrain ? "Write value = 0 to switch it off, 1 as recorded."
           : takes_value ? "Write value = tonnes a year per direction, or factor = 1.5."
                         : "Write factor = 0.8.");
  }
  auto const bounds = lever.kind == LeverKind::kSpeed ? kPositive : kNotNegative;
  auto const number = number_of(file, factor != nullptr ? factor : value, bounds);
  lever.is_factor = factor != nullptr;
  lever.value = number.value_or(1.0);
}

void read_mode(ScenarioFile& file, TomlValue const& change, Lever& lever) {
  auto const* const entry = find(change, "mode");
  if (entry == nullptr) {
    return;
  }
  if (lever.kind != LeverKind::kTariff) {
    report(file, *entry, "only a tariff takes a mode", "Remove it.");
  } else if (entry->value.text != "rail" && entry->value.text != "road") {
    report(file,
           *entry,
           fmt::format("unknown mode {}", in_quotes(entry->value.text)),
           "Write \"rail\" or \"road\", or leave it out for both.");
  } else {
    lever.mode = entry->value.text == "rail" ? Mode::kRail : Mode::kRoad;
  }
}

/// The level of `engage`; a word that means one takes none.
void read_level(ScenarioFile& file,
                TomlValue const& change,
                TomlEntry const& entry,
                LeverWord const& word,
                Lever& lever) {
  auto const* const given = find(change, "level");
  if (word.stance) {
    lever.value = *word.stance;
  }
  if (lever.kind != LeverKind::kStance || word.stance) {
    if (given != nullptr) {
      report(file, *given, fmt::format("'{}' takes no level", entry.key), "Remove it.");
    }
    return;
  }
  auto const remedy = fmt::format("Write level = 0 (none) to {} (recognition).", kHighestLevel);
  if (given == nullptr) {
    report(file, entry, "'engage' without level", remedy);
    return;
  }
  auto const level = given->value.number;
  if (given->value.kind != TomlKind::kNumber || !(level >= 0.0 && level <= kHighestLevel) ||
      level != std::floor(level)) {
    report(file, *given, "no level of engagement", remedy);
    return;
  }
  lever.value = level;
}

void store(ScenarioFile& file,
           TomlEntry const& entry,
           Lever const& lever,
           std::vector<Place> const& places) {
  file.scenario.changes.push_back(line_of(file.region, lever, places));
  file.scenario.levers.push_back(lever);
  file.lever_entries.push_back(&entry);
}

/// A lever on a tariff or a stance names one state, so a list of states becomes several.
void store_states(ScenarioFile& file,
                  TomlEntry const& entry,
                  Lever lever,
                  std::vector<Place> const& states) {
  for (auto const& place : states) {
    lever.state = place.state;
    if (lever.kind != LeverKind::kStance || add_actor(file, entry, lever)) {
      store(file, entry, lever, {place});
    }
  }
}

void read_lever(ScenarioFile& file,
                TomlValue const& change,
                TomlEntry const& entry,
                LeverWord const& word) {
  auto lever = Lever{};
  lever.kind = word.kind;
  lever.measure = word.measure;
  auto const day = date_of(file, change, "date");
  lever.date = day.value_or(Date{});
  if (find(change, "date") == nullptr) {
    report(file, entry, "a change without a date", "Write date = 2031-01-01.");
  }
  if (lever.kind == LeverKind::kStrain) {
    read_number(file, change, entry, lever);
    read_strain_names(file, entry, lever);
    store(file, entry, lever, {});
    return;
  }
  auto const places = places_of(file, entry, word);
  read_number(file, change, entry, lever);
  read_mode(file, change, lever);
  read_level(file, change, entry, word, lever);
  if (lever.kind == LeverKind::kTariff || lever.kind == LeverKind::kStance) {
    store_states(file, entry, lever, places);
    return;
  }
  for (auto const& place : places) {
    add_target(file, entry, lever, place);
  }
  store(file, entry, lever, places);
}

// ---- one change ------------------------------------------------------------------------------

LeverWord const* lever_word(std::string_view key) {
  auto const it = std::ranges::find(lever_words(), key, &LeverWord::word);
  return it == lever_words().end() ? nullptr : &*it;
}

/// True when a key is a lever of a later version.
bool report_later(ScenarioFile& file, TomlEntry const& entry) {
  auto const is_later =
      std::ranges::find(kLaterWords, std::string_view{entry.key}) != kLaterWords.end();
  if (is_later) {
    report(file,
           entry,
           fmt::format("the lever '{}' is not available yet", entry.key),
           "Take it out for now.");
  }
  return is_later;
}

std::vector<std::string> known_keys() {
  auto keys = std::vector<std::string>{"date", "value", "factor", "mode", "level"};
  for (auto const& word : lever_words()) {
    keys.emplace_back(word.word);
  }
  return keys;
}

}  // namespace

void read_change(ScenarioFile& file, TomlValue const& change) {
  auto const where =
      TomlEntry{.key = "change", .line = change.line, .column = change.column, .value = {}};
  auto const known = known_keys();
  auto others = 0;  // keys that are no levers of today: reported, and perhaps meant as one
  auto levers = std::vector<TomlEntry const*>{};
  for (auto const& entry : change.entries) {
    if (lever_word(entry.key) != nullptr) {
      levers.push_back(&entry);
    } else if (report_later(file, entry) || !check_key(file, entry, known)) {
      ++others;
    }
  }
  if (levers.size() > 1U) {
    report(file,
           *levers[1],
           fmt::format("two levers in one change: '{}' and '{}'", levers[0]->key, levers[1]->key),
           "Write a [[change]] for each.");
  } else if (levers.empty() && others == 0) {
    report(file,
           where,
           "a change without a lever",
           "Write open, close, suspend, capacity, tariff, border, fee, speed, strain, engage, "
           "recognise, list, delist, sanction or lift.");
  } else if (!levers.empty()) {
    read_lever(file, change, *levers[0], *lever_word(levers[0]->key));
  }
}

}  // namespace chorsu
