#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dated_subjects.h"
#include "terminal.h"

#include "chorsu/evidence/as_of.h"

namespace chorsu::cli {

/// What `asof` and `timeline` answer.
struct DatedAnswer {
  Asked asked;
  std::optional<Date> date;  ///< none: a timeline
  std::optional<Date> known_on;
  std::vector<Answer> statements;
};

/// {date, known_on, subject, subjects, statements:[...]}.
std::string dated_json(Region const& region, DatedAnswer const& answer);

/// The answer in 80 columns; what happened and was said longest ago is left out unless `all`.
std::string as_of_text(Region const& region,
                       DatedAnswer const& answer,
                       bool all,
                       Terminal const& terminal);

/// The story by year, with the levels drawn.
std::string timeline_text(Region const& region,
                          DatedAnswer const& answer,
                          Terminal const& terminal);

/// "Jamal (CACI Analyst), 2025-11-18": who says so and when, else the source.
std::string who_said(Region const& region, Answer const& answer);

/// The same with up to three other sources.
std::string all_who_said(Region const& region, Answer const& answer);

/// "2025-07-03", "2025-04", "2003", or "2025-07-03..04" where a day is not sure.
std::string day_in_words(Days const& days);

/// "Russia", or the names joined; "everything" where none was asked about.
std::string subjects_in_words(Region const& region, Asked const& asked);

/// A day of --known-on, none where it is empty; false after a message when there is no such day.
bool read_day(std::string const& option, std::string const& word, std::optional<Date>& day);

}  // namespace chorsu::cli
