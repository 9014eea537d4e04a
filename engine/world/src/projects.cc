#include <algorithm>
#include <utility>
#include <vector>

#include "chorsu/world/world.h"

namespace chorsu {

namespace {

bool is_conditional(Effect const& e) {
  return !(e.relation == Relation{});
}

void add_with_needs(Projects const& all, ProjectId project, std::vector<ProjectId>& into) {
  if (std::find(into.begin(), into.end(), project) != into.end()) {
    return;
  }
  into.push_back(project);
  for (auto const needed : all.needs[project]) {
    add_with_needs(all, needed, into);
  }
  for (auto const& effect : all.effects[project]) {
    if (effect.parameter == EffectParameter::kOpen && !effect.project.is_none()) {
      add_with_needs(all, effect.project, into);
    }
  }
}

bool excludes(Projects const& all, ProjectId a, ProjectId b) {
  auto const list = all.excludes[a];
  return std::find(list.begin(), list.end(), b) != list.end();
}

}  // namespace

std::vector<Effect> conditional_effects(Projects const& projects) {
  auto result = std::vector<Effect>{};
  for (auto const& effects : projects.effects.values) {
    std::copy_if(effects.begin(), effects.end(), std::back_inserter(result), is_conditional);
  }
  return result;
}

std::vector<ProjectId> with_needs(Projects const& all, std::vector<ProjectId> const& projects) {
  auto result = std::vector<ProjectId>{};
  for (auto const project : projects) {
    add_with_needs(all, project, result);
  }
  return result;
}

std::vector<std::pair<ProjectId, ProjectId>> conflicts(Projects const& all,
                                                       std::vector<ProjectId> const& projects) {
  auto result = std::vector<std::pair<ProjectId, ProjectId>>{};
  auto const opened = with_needs(all, projects);
  for (auto i = opened.begin(); i != opened.end(); ++i) {
    for (auto j = i + 1; j != opened.end(); ++j) {
      if (excludes(all, *i, *j) || excludes(all, *j, *i)) {
        result.emplace_back(*i, *j);
      }
    }
  }
  return result;
}

}  // namespace chorsu
