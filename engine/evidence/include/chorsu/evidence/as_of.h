#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "chorsu/base/date.h"
#include "chorsu/evidence/evidence.h"

namespace chorsu {

/// What an answer is about, in the order in which answers are given.
enum class What : std::uint8_t {
  kLevel,
  kDesignation,
  kIndex,       ///< how far a state is engaged, in one number
  kShare,       ///< its part of all engagement with Kabul
  kContest,     ///< how contested Kabul is among the powers
  kStrain,      ///< index of what presses on a relation
  kBelief,      ///< how far promises are believed
  kStance,      ///< of a body towards another, by its last statement
  kLinkStatus,  ///< open or shut in the world of that day; who has a network adds it
  kAccessRule,  ///< what passing costs beside fees; the same
  kClosure,
  kStep,
  kEvent,
  kIncident,
  kOpening,
  kStatus,
  kQuantity,
  kForecast,
  kPrediction,
  kVersion
};

/// "engagement_level", "designation" and so on.
char const* what_name(What);

/// How an answer stands on the day asked.
enum class Force : std::uint8_t {
  kInForce,
  kUncertain,     ///< its date is known so coarsely that it may be later than the day asked
  kAsPublished,   ///< true when it was published; nobody says whether it still is
  kContradicted,  ///< others tell it differently, and neither is withdrawn
  kSuperseded,    ///< true when it was published, ended by a step since
  kMet,           ///< of predictions
  kRefuted,
  kPartly,
  kInDoubt,
  kInProgress
};

/// "in force", "as published" and so on.
char const* force_name(Force);

/// Another side of a contradiction.
struct Contrary {
  std::string id{};
  std::string text{};
  std::string said_by{};
  Date published{};
};

/// What a number that is put together is made of.
struct Part {
  std::string id{};     ///< of its row
  std::string about{};  ///< subject or rung
  double amount{0.0};
  double elasticity{0.0};  ///< of the number, by the part's strength
};

/// One thing that is true, or said, on a date.
struct Answer {
  What what{What::kLevel};
  std::string id{};                ///< of its row
  std::string about{};             ///< actor, crossing, topic ...: whom or what `value` belongs to
  std::string value{};             ///< level, designation, extent, or what is said
  std::string text{};              ///< in words, where `value` is a number or word
  std::optional<double> number{};  ///< the value, where it is a number [unit]
  std::string unit{};
  std::optional<Days> since{};
  std::optional<Date> until{};
  std::string said_by{};            ///< empty: the source of the row
  std::optional<Date> published{};  ///< none: see the source
  std::optional<Date> known_from{};
  Force force{Force::kInForce};
  std::string ended_by{};  ///< row that superseded it
  std::vector<Contrary> contraries{};
  std::vector<SourceId> also{};
  std::vector<Part> parts{};
  SourceId quotes{};  ///< source that its own source quotes here, or none
  FactId fact{};
};

/// Asks what was true on a date, and what was said of it.
struct Question {
  Date date{};
  /// Only what could be known on that day; none: all that the package knows.
  std::optional<Date> known_on{};
  std::vector<SubjectId> subjects{};  ///< empty: everything
};

/// Answers by kind, date and id. A pure function: the order of the rows in the tables does not
/// count. Rules: docs/methods/evidence.md.
std::vector<Answer> as_of(Evidence const& evidence, Question const& question);

/// Everything with a date that concerns the subjects, whenever it was, in order of the dates.
std::vector<Answer> timeline(Evidence const& evidence,
                             std::vector<SubjectId> const& subjects,
                             std::optional<Date> known_on);

}  // namespace chorsu
