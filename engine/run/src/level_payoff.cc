#include "chorsu/run/level_payoff.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace chorsu {

namespace {

constexpr auto kMillion = 1e6;

bool concerns(LevelRules::Row const& rule, Actors const& actors, ActorId actor) {
  return rule.measure == StandingMeasure::kLevel &&
         (rule.actor.is_none() ? actors.followed[actor] != 0U : rule.actor == actor);
}

/// Levels from which a rule holds at a border of the actor, in their order.
std::vector<Level> steps_of(Region const& region, ActorId actor) {
  auto const& actors = region.evidence.actors;
  auto levels = std::set<Level>{};
  for (auto const& rule : region.level_rules.rows) {
    if (concerns(rule, actors, actor) &&
        !borders_between(region.network, actors, actor, rule.towards).empty()) {
      levels.insert(rule.from_level);
    }
  }
  return {levels.begin(), levels.end()};
}

StateId state_of(Region const& region, ActorId actor) {
  auto const& ids = region.network.states.id.values;
  auto const found = std::ranges::find(ids, region.evidence.actors.state[actor]);
  return StateId{static_cast<StateId::rep>(found - ids.begin())};
}

/// What the state's account gains, in million US$ a year, when the actor stands at `level`.
struct Account {
  double revenue{0.0};
  double surplus{0.0};
};

Account account_at(
    Model const& model, ActorId actor, Level level, Date date, LogitSettings const& settings) {
  auto lever = Lever{};
  lever.kind = LeverKind::kStance;
  lever.date = date;
  lever.actor = actor;
  lever.value = level;
  auto scenario = Scenario{};
  scenario.levers = {lever};
  scenario.baseline_date = date;
  auto const c = simulate(model, scenario, settings);
  auto const state = state_of(*model.region, actor);
  auto const& before = c.baseline.accounts.states.transit_revenue;
  auto const& after = c.with_changes.accounts.states.transit_revenue;
  return {.revenue = (after[state] - before[state]) / kMillion,
          .surplus = c.surplus[state] / kMillion};
}

}  // namespace

std::vector<ActorId> payoff_actors(Region const& region) {
  auto result = std::vector<ActorId>{};
  for (auto const actor : region.evidence.actors.id.ids()) {
    if (!steps_of(region, actor).empty()) {
      result.push_back(actor);
    }
  }
  return result;
}

std::vector<LevelPayoff> payoffs_of(Model const& model,
                                    ActorId actor,
                                    Date date,
                                    LogitSettings const& settings) {
  auto const steps = steps_of(*model.region, actor);
  auto const now = world_on(world_inputs(model), date, {}).stances[actor].level;
  auto const place_of = [&](Level level) {
    return std::ranges::count_if(steps, [&](Level step) { return step <= level; });
  };
  auto accounts = std::vector<Account>{};  // below the first step, then from each on
  for (auto place = std::size_t{0}; place <= steps.size(); ++place) {
    auto const level = place == 0U ? Level{0} : steps[place - 1U];
    auto const is_now = place_of(level) == place_of(now);
    accounts.push_back(is_now ? Account{} : account_at(model, actor, level, date, settings));
  }
  auto result = std::vector<LevelPayoff>{};
  for (auto place = std::size_t{1}; place <= steps.size(); ++place) {
    auto const revenue = accounts[place].revenue - accounts[place - 1U].revenue;
    auto const surplus = accounts[place].surplus - accounts[place - 1U].surplus;
    result.push_back({actor, steps[place - 1U], revenue + surplus, revenue, surplus});
  }
  return result;
}

double trade_cost_on(Model const& model, Date date, LogitSettings const& settings) {
  auto const future = solve_year(model,
                                 world_on(world_inputs(model), date, {}),
                                 date.year(),
                                 "baseline",
                                 model.base,
                                 settings);
  auto sum = 0.0;
  for (auto const cost : future.accounts.states.trade_cost.values) {
    sum += cost / kMillion;
  }
  return sum;
}

bool is_out_of_date(LevelPayoffs const& payoffs, double trade_cost) {
  return std::abs(payoffs.trade_cost - trade_cost) > kPayoffDrift * trade_cost;
}

}  // namespace chorsu
