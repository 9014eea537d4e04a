#include "dated_sources.h"

#include <algorithm>
#include <cctype>

#include "terminal.h"

#include "chorsu/base/nearest_name.h"

namespace chorsu::cli {

namespace {

std::string lowered(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

/// Sources by authors who work at a place of this name.
void add_affiliated(Region const& region, std::string const& asked, std::set<SourceId>& found) {
  auto const& affiliations = region.evidence.affiliations;
  for (auto const id : affiliations.name.ids()) {
    if (lowered(affiliations.name[id]) == asked || lowered(affiliations.short_name[id]) == asked) {
      found.insert(region.facts.source[affiliations.fact[id]]);
    }
  }
}

std::vector<std::string> words_of(Region const& region) {
  auto const& sources = region.sources;
  auto words = region.evidence.affiliations.name.values;
  for (auto const source : sources.id.ids()) {
    words.push_back(sources.id[source]);
    words.push_back(sources.publisher[source]);
  }
  return words;
}

}  // namespace

std::optional<std::set<SourceId>> find_sources(Region const& region, std::string const& word) {
  auto found = std::set<SourceId>{};
  if (word.empty()) {
    return found;
  }
  auto const& sources = region.sources;
  auto const asked = lowered(word);
  for (auto const source : sources.id.ids()) {
    auto const id = lowered(sources.id[source]);
    if (id == asked || id.starts_with(asked + "-") || lowered(sources.publisher[source]) == asked) {
      found.insert(source);
    }
  }
  add_affiliated(region, asked, found);
  if (found.empty()) {
    auto const words = words_of(region);
    auto const near = nearest_name(word, words);
    say("--source: no source, publisher or affiliation '" + word + "'. " +
        (near ? "Did you mean " + std::string{*near} + "?"
              : "source.csv of the package lists them"));
    return std::nullopt;
  }
  return found;
}

void keep_said_by(Region const& region,
                  std::set<SourceId> const& sources,
                  std::vector<Answer>& statements) {
  if (sources.empty()) {
    return;
  }
  std::erase_if(statements, [&](Answer const& answer) {
    return answer.fact.is_none() || !sources.contains(region.facts.source[answer.fact]);
  });
}

}  // namespace chorsu::cli
