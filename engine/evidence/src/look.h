#pragma once

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "chorsu/evidence/as_of.h"

namespace chorsu {

/// A question while it is answered.
struct Look {
  Evidence const& evidence;
  std::optional<Date> date;  ///< none: whenever it was
  std::optional<Date> known_on;
  std::set<SubjectId> subjects;  ///< empty: everything
};

inline bool is_known(Look const& look, std::optional<Date> known_from) {
  return !look.known_on || !known_from || *known_from <= *look.known_on;
}

/// True where one of the subjects is asked about, or belongs to one that is.
bool concerns(Look const& look, std::vector<SubjectId> const& subjects);

/// False only when it cannot have begun by the day asked.
inline bool has_begun(Look const& look, std::optional<Days> const& from) {
  return !look.date || !from || from->earliest <= *look.date;
}

inline bool is_later(Look const& look, std::optional<Days> const& from) {
  return look.date && from && from->best > *look.date;
}

/// Over by the day asked; a step that ended it counts once it is known.
bool has_ended(Look const& look, Validity const& valid);

void add_standings(Look const& look, std::vector<Answer>& answers);
void add_engagement(Look const& look, std::vector<Answer>& answers);
void add_strains(Look const& look, std::vector<Answer>& answers);
void add_stances(Look const& look, std::vector<Answer>& answers);
/// Says of answers whom their source quotes.
void mark_quotations(Evidence const& evidence, std::vector<Answer>& answers);
void add_steps(Look const& look, std::vector<Answer>& answers);
void add_happenings(Look const& look, std::vector<Answer>& answers);
void add_statements(Look const& look, std::vector<Answer>& answers);
void add_predictions(Look const& look, std::vector<Answer>& answers);
void add_versions(Look const& look, std::vector<Answer>& answers);

}  // namespace chorsu
