#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chorsu/base/column.h"
#include "chorsu/base/id.h"
#include "chorsu/evidence/engagement.h"

namespace chorsu {

using SubjectId = Id<struct SubjectTag>;

/// What dated evidence is about: states, bodies, groups, places, lines, agreements ... One row of
/// subject.csv each.
struct Subjects {
  Column<SubjectId, std::string> id;  ///< "st.rus", "bx.torkham" ...
  Column<SubjectId, std::string> name;
  Column<SubjectId, std::vector<std::string>> names;  ///< others
  Column<SubjectId, std::string> kind;
  Column<SubjectId, ActorId> actor;                      ///< that it is, or none
  Column<SubjectId, std::string> node;                   ///< of the network, or empty
  Column<SubjectId, std::string> corridor;               ///< or empty
  Column<SubjectId, std::string> project;                ///< or empty
  Column<SubjectId, std::vector<SubjectId>> belongs_to;  ///< what is said of it is said of these
};

/// Subjects that a word names: an id, a name, an actor's id; else a node, corridor or project; else
/// another name. Case, blanks, hyphens and underscores do not count. Empty when it names none.
std::vector<SubjectId> find_subjects(Subjects const& subjects,
                                     Actors const& actors,
                                     std::string_view word);

/// All words by which a subject can be named, for "did you mean".
std::vector<std::string> subject_words(Subjects const& subjects, Actors const& actors);

}  // namespace chorsu
