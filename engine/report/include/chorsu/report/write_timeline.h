#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chorsu/base/date.h"
#include "chorsu/base/finding.h"

namespace chorsu {

/// A line of a story, in words.
struct TimelineRow {
  std::string id;
  std::string what;             ///< lane it is drawn in: "step", "event", "closure" ...
  std::string day;              ///< as far as it is known: "2025-04"
  Date date{};                  ///< where it is drawn
  std::optional<Date> until{};  ///< end of what lasts
  std::string words;
  std::string said_by;
  std::string status;  ///< "in force", "superseded" ...
};

/// Level of an actor from a day on.
struct TimelineStep {
  Date date{};
  int level{0};
  std::string words;
};

struct TimelineActor {
  std::string name;
  std::vector<TimelineStep> steps;  ///< in order of the days
};

/// What is drawn: levels as stairs, everything else in a lane of its kind.
struct TimelinePage {
  std::string title;
  std::vector<TimelineActor> actors;
  std::vector<TimelineRow> rows;  ///< in order of the days
};

/// Files of a timeline, as paths under the directory that was asked for.
struct TimelineFiles {
  std::string html;
  std::string svg;
  std::string csv;
};

struct WrittenTimeline {
  TimelineFiles files;
  Findings findings;  ///< what could not be written, and why; empty when all is well
};

/// Writes timeline.html, timeline.svg and timeline.csv into `directory`, whole or not at all, the
/// same story in the same bytes.
WrittenTimeline write_timeline(TimelinePage const& page, std::string const& directory);

}  // namespace chorsu
