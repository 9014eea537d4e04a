#include "chorsu/evidence/engagement_index.h"

#include <algorithm>

#include "sum.h"

#include "chorsu/evidence/evidence.h"
#include "chorsu/evidence/replay.h"

namespace chorsu {

namespace {

double meetings_of(Evidence const& evidence,
                   ActorId actor,
                   Date date,
                   std::optional<Date> known_on) {
  auto const& events = evidence.engagement;
  auto const& contact = evidence.weights.contact;
  auto sum = 0.0;
  for (auto const event : steps_of(events, actor, known_on)) {
    auto const found = contact.find(events.step[event]);
    if (found != contact.end() && events.days[event].best <= date) {
      sum += found->second.value;
    }
  }
  return sum;
}

bool is_tagged(Evidence const& evidence, StatementId statement, SubjectId subject, ActorId actor) {
  auto const& about = evidence.statements.subjects[statement];
  return std::ranges::find(about, subject) != about.end() &&
         std::ranges::any_of(about, [&](auto s) { return evidence.subjects.actor[s] == actor; });
}

/// Rounds of talks that are told with a day, before the present government.
double rounds_of(Evidence const& evidence, ActorId actor, Date date, std::optional<Date> known_on) {
  auto const& statements = evidence.statements;
  auto rounds = std::vector<double>{};
  for (auto const statement : statements.id.ids()) {
    auto const& from = statements.valid[statement].from;
    if (!from || date < from->best || (known_on && *known_on < statements.known_from[statement])) {
      continue;
    }
    for (auto const& [subject, weight] : evidence.weights.early) {
      if (is_tagged(evidence, statement, subject, actor)) {
        rounds.push_back(weight.value);
      }
    }
  }
  return sum_of(std::move(rounds));
}

std::vector<double> completion_of(Level level, double meetings, double half) {
  auto result = std::vector<double>{};
  auto const count = meetings + (level > 0U ? 1.0 : 0.0);
  result.push_back(count > 0.0 ? count / (count + half) : 0.0);
  for (auto rung = Level{2}; rung < kHighestLevel; ++rung) {
    result.push_back(rung <= level ? 1.0 : 0.0);
  }
  return result;
}

void add_shares(Evidence const& evidence, EngagementIndex& result) {
  auto indices = std::vector<double>{};
  for (auto const actor : evidence.actors.id.ids()) {
    indices.push_back(evidence.actors.followed[actor] != 0U ? result.index[actor] : 0.0);
  }
  auto const total = sum_of(std::move(indices));
  for (auto const actor : evidence.actors.id.ids()) {
    auto const counts = evidence.actors.followed[actor] != 0U && total > 0.0;
    result.share.push_back(counts ? result.index[actor] / total : 0.0);
  }
}

double contest_of(std::vector<ActorId> const& powers, Column<ActorId, double> const& index) {
  auto indices = std::vector<double>{};
  auto squares = std::vector<double>{};
  for (auto const actor : powers) {
    indices.push_back(index[actor]);
    squares.push_back(index[actor] * index[actor]);
  }
  auto const sum = sum_of(std::move(indices));
  return sum > 0.0 ? 1.0 - sum_of(std::move(squares)) / (sum * sum) : 0.0;
}

}  // namespace

EngagementIndex engagement_index(Evidence const& evidence,
                                 Date date,
                                 std::optional<Date> known_on) {
  auto const& weights = evidence.weights;
  auto const standings =
      standings_on(evidence.actors, evidence.engagement, evidence.designations, date, known_on);
  auto result = EngagementIndex{};
  for (auto const actor : evidence.actors.id.ids()) {
    auto const meetings =
        meetings_of(evidence, actor, date, known_on) + rounds_of(evidence, actor, date, known_on);
    auto completion = completion_of(standings.level[actor], meetings, weights.half.value);
    auto index = 0.0;
    for (auto rung = std::size_t{1}; rung < kHighestLevel; ++rung) {
      index += weights.rung.at(rung).value * completion[rung - 1U];
    }
    result.index.push_back(index);
    result.completion.push_back(std::move(completion));
  }
  add_shares(evidence, result);
  result.contest = contest_of(weights.powers, result.index);
  return result;
}

}  // namespace chorsu
