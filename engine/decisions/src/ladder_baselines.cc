#include "ladder_baselines.h"

#include <cmath>

#include <Eigen/Dense>

namespace chorsu {

namespace {

constexpr auto kSteps = 50;

Eigen::Vector3d features(LadderModel const& model, LadderActorId actor) {
  return {1.0, model.actors.rights[actor], model.actors.iskp[actor]};
}

/// Actor-months at risk and moves up, by actor.
struct Tally {
  Column<LadderActorId, double> months;
  Column<LadderActorId, double> moves;
};

/// A recognition and a climb of one month are one chance to move: levels up to 5 are counted by
/// their climbs, level 6, whose only move is recognition, by that.
Tally tally(LadderPanel const& panel) {
  auto result = Tally{};
  result.months.values.assign(panel.actors, 0.0);
  result.moves.values.assign(panel.actors, 0.0);
  auto recognitions = result.months;
  auto climbs = result.months;
  for (auto const& trial : panel.trials) {
    auto const climb = trial.kind == HazardKind::kClimb;
    if (climb || trial.kind == HazardKind::kRecognise) {
      result.moves[trial.actor] += trial.moves;
      result.months[trial.actor] += climb ? trial.months : 0.0;
      climbs[trial.actor] += climb && trial.base == Coefficient::kBase45 ? trial.months : 0.0;
      recognitions[trial.actor] += climb ? 0.0 : trial.months;
    }
  }
  for (auto const actor : result.months.ids()) {
    result.months[actor] += recognitions[actor] - climbs[actor];
  }
  return result;
}

Eigen::Vector3d fit_logistic(LadderModel const& model, Tally const& tally) {
  Eigen::Vector3d beta{-3.0, 0.0, 0.0};
  for (auto step = 0; step < kSteps; ++step) {
    Eigen::Vector3d gradient{0.0, -beta[1], -beta[2]};
    Eigen::Matrix3d information = Eigen::Vector3d{1e-9, 1.0, 1.0}.asDiagonal();
    for (auto const actor : tally.months.ids()) {
      auto const x = features(model, actor);
      auto const h = 1.0 / (1.0 + std::exp(-beta.dot(x)));
      gradient += (tally.moves[actor] - tally.months[actor] * h) * x;
      information += tally.months[actor] * h * (1.0 - h) * x * x.transpose();
    }
    Eigen::Vector3d const by = information.ldlt().solve(gradient);
    beta += by;
    if (by.norm() < 1e-10) {
      break;
    }
  }
  return beta;
}

}  // namespace

Baselines baselines_of(LadderModel const& model, LadderPanel const& panel, LadderState const& now) {
  auto const seen = tally(panel);
  auto months = 0.0;
  auto moves = 0.0;
  for (auto const actor : seen.months.ids()) {
    months += seen.months[actor];
    moves += seen.moves[actor];
  }
  auto result = Baselines{.constant = months > 0.0 ? moves / months : 0.0,
                          .persistence = 0.5 / (months + 1.0)};
  auto const beta = fit_logistic(model, seen);
  for (auto const actor : now.level.ids()) {
    result.logistic.push_back(1.0 / (1.0 + std::exp(-beta.dot(features(model, actor)))));
  }
  return result;
}

}  // namespace chorsu
