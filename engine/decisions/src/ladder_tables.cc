#include <algorithm>
#include <cmath>

#include "ladder_rates.h"

namespace chorsu {

namespace {

using enum Coefficient;

constexpr auto kMemory = 120;  ///< months after which an own move is forgotten

double most(std::vector<double> const& series) {
  return series.empty() ? 0.0 : *std::ranges::max_element(series);
}

double least(std::vector<double> const& series) {
  return series.empty() ? 0.0 : std::min(0.0, *std::ranges::min_element(series));
}

/// What a series can add at most to a log odds.
double most_of(double coefficient,
               Column<LadderActorId, std::vector<double>> const& series,
               LadderActorId actor) {
  if (actor.value >= series.size()) {
    return 0.0;
  }
  return std::max({0.0, coefficient * most(series[actor]), coefficient * least(series[actor])});
}

/// What an actor's log odds are made of, for the bounds.
struct Corner {
  LadderTables const& tables;
  LadderActorId actor;
  int level;
  bool listed;
};

double most_payoff(Corner const& c, double coefficient) {
  auto const& tables = c.tables;
  if (tables.payoff.empty() || c.level >= kRecognitionLevel) {
    return 0.0;
  }
  auto const sets = std::size_t{1} << tables.model->payoff.flags.size();
  auto const* const first = tables.payoff.data() + payoff_row(tables, c.actor, c.level);
  auto const [low, high] = std::minmax_element(first, first + sets);
  return std::max(coefficient * *low, coefficient * *high);
}

void fill_upward(LadderSlot& slot, Corner const& c) {
  auto const& p = c.tables.parameters;
  auto const& model = *c.tables.model;
  auto const& actors = model.actors;
  auto const common = p[kRights] * actors.rights[c.actor] + p[kIskp] * actors.iskp[c.actor] +
                      p[kResists] * actors.resists[c.actor] + p.actor_effect[c.actor] +
                      model.pull.at(c.actor, c.level) +
                      (c.listed && c.level >= kListedBindsAt ? p[kListed] : 0.0);
  auto const above = std::max(0.0, p[kRecent]) + most_payoff(c, p[kPayoff]) +
                     most_of(p[kIskp], model.threat.iskp, c.actor) +
                     most_of(p[kTtp], model.threat.ttp, c.actor) -
                     (model.terms.peers ? p[kFirstMover] * std::exp(-p[kFirstMoverDecay]) : 0.0);
  if (c.level < kLastQuietLevel) {
    slot.log_odds[kClimbSlot] = p[base_of(c.level)] + common;
    slot.bound[kClimbSlot] = rate(slot.log_odds[kClimbSlot] + above);
  }
  if (c.level >= kRecognitionStartsAt && c.level < kRecognitionLevel) {
    slot.log_odds[kRecogniseSlot] = p[kRecognition] + common;
    slot.bound[kRecogniseSlot] =
        rate(slot.log_odds[kRecogniseSlot] + above + (model.terms.gate ? p[kGate] : 0.0));
  }
}

void fill_others(LadderSlot& slot, Corner const& c) {
  auto const& p = c.tables.parameters;
  auto const& model = *c.tables.model;
  if (c.level > 0) {
    slot.log_odds[kFallSlot] = p[kFall];
    slot.bound[kFallSlot] =
        rate(p[kFall] + std::max(0.0, p[kFallConflict]) + std::max(0.0, p[kFallSanction]) +
             most_of(p[kFallTtp], model.threat.ttp, c.actor));
  }
  if (c.listed) {
    slot.log_odds[kDelistSlot] = p[kDelist] + p[kDelistIskp] * model.actors.iskp[c.actor];
    slot.bound[kDelistSlot] =
        rate(slot.log_odds[kDelistSlot] + most_payoff(c, p[kDelistPayoff]) +
             most_of(p[kDelistIskp], model.threat.iskp, c.actor) + std::max(0.0, p[kDelistPeers]));
  }
}

void fill_payoffs(LadderTables& tables) {
  auto const& payoff = tables.model->payoff;
  if (payoff.empty()) {
    return;
  }
  auto const sets = std::uint32_t{1} << payoff.flags.size();
  for (auto const actor : tables.model->actors.id.ids()) {
    for (auto level = 0; level < kLevelCount; ++level) {
      for (auto open = std::uint32_t{0}; open < sets; ++open) {
        tables.payoff.push_back(
            std::asinh(payoff.gain(actor, level, open) / tables.model->settings.payoff_unit));
      }
    }
  }
}

}  // namespace

LadderTables tables_of(LadderModel const& model,
                       LadderParameters const& parameters,
                       LadderFuture const& future) {
  auto tables = LadderTables{.model = &model,
                             .parameters = parameters,
                             .actors = model.actors.size(),
                             .first_month = future.start.month,
                             .slots = {},
                             .recent = {},
                             .payoff = {},
                             .jump_up_to = {}};
  for (auto k = 0; k <= kMemory; ++k) {
    tables.recent.push_back(parameters[kRecent] * std::exp(-k / model.settings.recent_months));
  }
  fill_payoffs(tables);
  for (auto const actor : model.actors.id.ids()) {
    for (auto level = 0; level < kLevelCount; ++level) {
      for (auto const listed : {false, true}) {
        auto slot = LadderSlot{};
        auto const corner = Corner{tables, actor, level, listed};
        fill_upward(slot, corner);
        fill_others(slot, corner);
        slot.total = slot.bound[0] + slot.bound[1] + slot.bound[2] + slot.bound[3];
        tables.slots.push_back(slot);
      }
    }
  }
  for (auto from = 0; from < kLastQuietLevel; ++from) {
    auto& shares = tables.jump_up_to.emplace_back();
    auto sum = 0.0;
    for (auto to = from + 1; to <= kLastQuietLevel; ++to) {
      sum += jump_share(parameters.jumps, from, to);
      shares.at(static_cast<std::size_t>(to)) = sum;
    }
  }
  return tables;
}

}  // namespace chorsu
