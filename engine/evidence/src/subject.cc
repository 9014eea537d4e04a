#include "chorsu/evidence/subject.h"

#include <algorithm>
#include <cctype>
#include <functional>

namespace chorsu {

namespace {

/// Lower case, blanks and underscores as hyphens; other bytes as they are.
std::string plain(std::string_view word) {
  auto text = std::string{word};
  std::ranges::transform(text, text.begin(), [](unsigned char c) {
    return c == ' ' || c == '_' ? '-' : static_cast<char>(std::tolower(c));
  });
  return text;
}

std::string without_kind(std::string_view id) {
  return std::string{id.substr(id.find('.') + 1U)};
}

}  // namespace

std::vector<SubjectId> find_subjects(Subjects const& subjects,
                                     Actors const& actors,
                                     std::string_view word) {
  auto const wanted = plain(word);
  auto const is_wanted = [&](std::string_view text) { return plain(text) == wanted; };
  auto const tests = std::vector<std::function<bool(SubjectId)>>{
      [&](SubjectId s) {
        return is_wanted(subjects.id[s]) || is_wanted(subjects.name[s]) ||
               (!subjects.actor[s].is_none() && (is_wanted(actors.id[subjects.actor[s]]) ||
                                                 is_wanted(actors.name[subjects.actor[s]])));
      },
      [&](SubjectId s) {
        return is_wanted(subjects.node[s]) || is_wanted(subjects.corridor[s]) ||
               is_wanted(subjects.project[s]);
      },
      [&](SubjectId s) {
        return std::ranges::any_of(subjects.names[s], is_wanted) ||
               is_wanted(without_kind(subjects.id[s]));
      },
  };
  auto found = std::vector<SubjectId>{};
  for (auto const& test : tests) {
    std::ranges::copy_if(subjects.id.ids(), std::back_inserter(found), test);
    if (!found.empty()) {
      break;
    }
  }
  std::ranges::sort(found, {}, [&](SubjectId s) { return subjects.id[s]; });
  return found;
}

std::vector<std::string> subject_words(Subjects const& subjects, Actors const& actors) {
  auto words = std::vector<std::string>{};
  auto const add = [&](std::string const& word) {
    if (!word.empty()) {
      words.push_back(plain(word));
    }
  };
  for (auto const subject : subjects.id.ids()) {
    add(subjects.id[subject]);
    add(subjects.name[subject]);
    add(subjects.node[subject]);
    add(subjects.corridor[subject]);
    add(subjects.project[subject]);
    std::ranges::for_each(subjects.names[subject], add);
  }
  for (auto const actor : actors.id.ids()) {
    add(actors.id[actor]);
    add(actors.name[actor]);
  }
  return words;
}

}  // namespace chorsu
