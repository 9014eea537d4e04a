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

std::vector<std::string> words_of(Sources const& sources) {
  auto words = std::vector<std::string>{};
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
  if (found.empty()) {
    auto const words = words_of(sources);
    auto const near = nearest_name(word, words);
    say("--source: no source or publisher '" + word + "'. " +
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
