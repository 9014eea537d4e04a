#include "dated_subjects.h"

#include <algorithm>

#include "terminal.h"

#include "chorsu/base/nearest_name.h"

namespace chorsu::cli {

namespace {

/// Subjects that a place of the network is.
std::vector<SubjectId> subjects_at(Region const& region, Place const& place) {
  auto const& subjects = region.evidence.subjects;
  auto const& id = id_of(region, place);
  auto const is_it = [&](SubjectId s) {
    auto const actor = subjects.actor[s];
    return (place.kind == PlaceKind::kNode && subjects.node[s] == id) ||
           (place.kind == PlaceKind::kCorridor && subjects.corridor[s] == id) ||
           (place.kind == PlaceKind::kProject && subjects.project[s] == id) ||
           (place.kind == PlaceKind::kState && !actor.is_none() &&
            region.evidence.actors.state[actor] == id);
  };
  auto found = std::vector<SubjectId>{};
  std::ranges::copy_if(subjects.id.ids(), std::back_inserter(found), is_it);
  return found;
}

std::optional<Place> place_of(Region const& region, PlaceKind kind, std::string const& id) {
  auto const kinds = std::vector{kind};
  return id.empty() ? std::nullopt : resolve_place(region, id, kinds).place;
}

void add_places(Region const& region, SubjectId subject, std::vector<Place>& places) {
  auto const& subjects = region.evidence.subjects;
  for (auto const& [kind, id] : {std::pair{PlaceKind::kNode, subjects.node[subject]},
                                 std::pair{PlaceKind::kCorridor, subjects.corridor[subject]},
                                 std::pair{PlaceKind::kProject, subjects.project[subject]}}) {
    if (auto const place = place_of(region, kind, id)) {
      places.push_back(*place);
    }
  }
}

std::string unknown(Region const& region, std::string const& word) {
  auto text = "no actor, place or other subject '" + word + "'";
  auto const words = subject_words(region.evidence.subjects, region.evidence.actors);
  if (auto const near = nearest_name(word, words)) {
    return text + ". Did you mean " + std::string{*near} + "?";
  }
  auto const near = resolve_place(region, word).suggestions;
  return text + (near.empty() ? ". subject.csv of the package lists them"
                              : ". Did you mean " + near.front() + "?");
}

bool add_word(Region const& region, std::string const& word, Asked& asked) {
  auto const& evidence = region.evidence;
  auto found = find_subjects(evidence.subjects, evidence.actors, word);
  if (found.empty()) {
    auto const place = resolve_place(region, word).place;
    if (!place) {
      say(unknown(region, word));
      return false;
    }
    asked.places.push_back(*place);
    found = subjects_at(region, *place);
  } else {
    std::ranges::for_each(found, [&](auto s) { add_places(region, s, asked.places); });
  }
  asked.subjects.insert(asked.subjects.end(), found.begin(), found.end());
  return true;
}

}  // namespace

std::optional<Asked> find_asked(Region const& region, std::vector<std::string> const& words) {
  auto asked = Asked{.words = words, .subjects = {}, .places = {}};
  auto const all_mean_something =
      std::ranges::all_of(words, [&](auto const& word) { return add_word(region, word, asked); });
  return all_mean_something ? std::optional{asked} : std::nullopt;
}

}  // namespace chorsu::cli
