#include "chorsu/decisions/ladder_push.h"

#include <algorithm>

namespace chorsu {

namespace {

/// Followed actors by their place in the evidence: the order of LadderActors.
std::vector<ActorId> followed(Evidence const& evidence) {
  auto result = std::vector<ActorId>{};
  for (auto const actor : evidence.actors.id.ids()) {
    if (evidence.actors.followed[actor] != 0U) {
      result.push_back(actor);
    }
  }
  return result;
}

bool is_taken(Evidence const& evidence, SubjectId subject, Date day) {
  auto const& statements = evidence.statements;
  return std::ranges::any_of(statements.id.ids(), [&](StatementId id) {
    auto const& about = statements.subjects[id];
    auto const& from = statements.valid[id].from;
    return from && from->best <= day && statements.kind[id] == StatementKind::kEvent &&
           std::ranges::find(about, subject) != about.end();
  });
}

}  // namespace

Column<LadderActorId, double> pushes_on(Evidence const& evidence,
                                        LadderInputs const& inputs,
                                        Date day,
                                        std::vector<StrainSetting> const& settings) {
  auto const strains = strains_on(evidence, day, day, settings);
  auto result = Column<LadderActorId, double>{};
  for (auto const actor : followed(evidence)) {
    auto sum = 0.0;
    for (auto const& one : inputs.pushes) {
      sum += one.actor == actor ? one.value.value * strains[one.strain].reading : 0.0;
    }
    result.push_back(sum);
  }
  return result;
}

void push(std::vector<LadderParameters>& draws, Column<LadderActorId, double> const& by) {
  for (auto& draw : draws) {
    for (auto const actor : draw.actor_effect.ids()) {
      draw.actor_effect[actor] += by[actor];
    }
  }
}

Column<LadderActorId, char> barred_on(Evidence const& evidence,
                                      LadderInputs const& inputs,
                                      Date day) {
  auto result = Column<LadderActorId, char>{};
  for (auto const actor : followed(evidence)) {
    auto const is_barred = std::ranges::any_of(inputs.delisting_path, [&](auto const& step) {
      return step.actor == actor && !is_taken(evidence, step.subject, day);
    });
    result.push_back(is_barred ? 1 : 0);
  }
  return result;
}

}  // namespace chorsu
