#include "chorsu/decisions/ladder_inputs.h"

#include <algorithm>
#include <cassert>

namespace chorsu {

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Followed actors by their row among all; none for the others.
Column<ActorId, LadderActorId> followed(Actors const& actors) {
  auto result = Column<ActorId, LadderActorId>{};
  auto count = std::uint16_t{0};
  for (auto const actor : actors.id.ids()) {
    result.push_back(actors.followed[actor] != 0U ? LadderActorId{count++} : LadderActorId::none());
  }
  return result;
}

/// Rows of the covariates by actor of the ladder.
Column<LadderActorId, CovariateId> covariate_rows(Evidence const& evidence,
                                                  Column<ActorId, LadderActorId> const& ladder) {
  auto result = Column<LadderActorId, CovariateId>{};
  for (auto const actor : ladder.ids()) {
    if (!ladder[actor].is_none()) {
      result.push_back(CovariateId::none());
    }
  }
  for (auto const row : evidence.covariates.actor.ids()) {
    auto const actor = ladder[evidence.covariates.actor[row]];
    if (!actor.is_none()) {
      result[actor] = row;
    }
  }
  return result;
}

struct Sight {
  Evidence const& evidence;
  Column<ActorId, LadderActorId> ladder;
  Column<LadderActorId, CovariateId> rows;
};

Sight look(Evidence const& evidence) {
  auto ladder = followed(evidence.actors);
  auto rows = covariate_rows(evidence, ladder);
  return {evidence, std::move(ladder), std::move(rows)};
}

double weight_of(Sight const& sight, PeerWeights const& weights, LadderActorId a, LadderActorId b) {
  auto const& covariates = sight.evidence.covariates;
  if (a == b) {
    return 0.0;
  }
  if (sight.rows[a].is_none() || sight.rows[b].is_none()) {
    return weights.other;
  }
  auto const& watched = covariates.peers_followed[sight.rows[a]];
  if (std::ranges::find(watched, covariates.actor[sight.rows[b]]) != watched.end()) {
    return weights.followed;
  }
  auto const bloc = covariates.bloc[sight.rows[a]];
  return bloc != Bloc::kNone && bloc == covariates.bloc[sight.rows[b]] ? weights.bloc
                                                                       : weights.other;
}

void fill_weights(LadderActors& actors, Sight const& sight, PeerWeights const& weights) {
  auto const n = actors.size();
  actors.peer_weight = Grid<LadderActorId, LadderActorId, double>{n, n};
  for (auto const a : actors.id.ids()) {
    auto sum = 0.0;
    for (auto const b : actors.id.ids()) {
      sum += actors.peer_weight(a, b) = weight_of(sight, weights, a, b);
    }
    for (auto& w : actors.peer_weight.row(a)) {
      w = sum > 0.0 ? w / sum : 0.0;
    }
  }
}

void add_actor(LadderActors& actors, Sight const& sight, ActorId actor, Vintage vintage) {
  auto const& covariates = sight.evidence.covariates;
  auto const row = sight.rows[sight.ladder[actor]];
  auto const known = !row.is_none();
  actors.id.push_back(sight.evidence.actors.id[actor]);
  actors.name.push_back(sight.evidence.actors.name[actor]);
  actors.rights.push_back(known ? covariates.hr_conditionality_2021[row] : 0.0);
  actors.iskp.push_back(known ? covariates.isisk_exposure_2021[row] : 0.0);
  auto const resists =
      known && vintage == Vintage::kHindsight && covariates.resists_taliban[row] != 0U;
  actors.resists.push_back(resists ? 1.0 : 0.0);
  actors.gate.push_back({});
}

/// Puts events into the order of their dates, with the days on which they were known.
template <typename Event>
void sort_by_date(std::vector<Event>& events, std::vector<Date>& known) {
  auto order = std::vector<std::pair<Date, std::size_t>>{};
  for (auto i = std::size_t{0}; i < events.size(); ++i) {
    order.emplace_back(events[i].date, i);
  }
  std::ranges::sort(order);
  auto const stated = events;
  auto const stated_known = known;
  for (auto i = std::size_t{0}; i < order.size(); ++i) {
    events[i] = stated[order[i].second];
    known[i] = stated_known[order[i].second];
  }
}

void add_step(KnownEvents& events, Sight const& sight, EngagementEventId id) {
  auto const& steps = sight.evidence.engagement;
  auto const actor = sight.ladder[steps.actor[id]];
  if (actor.is_none()) {
    return;
  }
  auto const date = steps.days[id].best;
  if (steps.step[id] == "baseline") {
    events.history.first_level[actor] = steps.level_after[id];
    events.history.start = std::max(events.history.start, date);
    return;
  }
  if (steps.level_before[id] != steps.level_after[id]) {
    events.history.moves.push_back({actor, date, steps.level_after[id]});
    events.moves_known.push_back(steps.known_from[id]);
  }
  if (steps.step[id] == "conflict") {
    events.history.conflicts.push_back({actor, date});
    events.conflicts_known.push_back(steps.known_from[id]);
  }
  if (steps.step[id] == "sanction_added") {
    events.history.sanctions.push_back({actor, date});
    events.sanctions_known.push_back(steps.known_from[id]);
  }
}

void add_listing(KnownEvents& events, Sight const& sight, DesignationId id) {
  auto const& listings = sight.evidence.designations;
  auto const actor = sight.ladder[listings.actor[id]];
  auto const what = listings.designation[id];
  auto const lists = what == Designation::kListed;
  auto const unlists = what == Designation::kDelisted || what == Designation::kBanSuspended;
  if (actor.is_none() || !listings.days[id] || (!lists && !unlists)) {
    return;
  }
  auto const date = listings.days[id]->best;
  events.history.listings.push_back({actor, date, lists});
  events.listings_known.push_back(listings.known_from[id].value_or(date));
}

}  // namespace

LadderModel ladder_model(Evidence const& evidence,
                         LadderInputs const& inputs,
                         LadderTerms terms,
                         Vintage vintage) {
  auto const sight = look(evidence);
  auto model = LadderModel{
      .actors = {}, .terms = terms, .settings = inputs.settings, .threat = {}, .payoff = {}};
  for (auto const actor : sight.ladder.ids()) {
    if (!sight.ladder[actor].is_none()) {
      add_actor(model.actors, sight, actor, vintage);
    }
  }
  fill_weights(model.actors, sight, inputs.weights);
  for (auto const& [who, whom] : inputs.waits) {
    auto const actor = sight.ladder[who];
    auto const other = sight.ladder[whom];
    if (!actor.is_none() && !other.is_none()) {
      model.actors.gate[actor].push_back(other);
    }
  }
  return model;
}

PayoffTable payoff_table(Evidence const& evidence, LadderInputs const& inputs) {
  auto table = PayoffTable{};
  if (inputs.payoffs.rows.empty()) {
    return table;
  }
  auto const ladder = followed(evidence.actors);
  auto const count =
      std::ranges::count_if(ladder.values, [](auto actor) { return !actor.is_none(); });
  table.step.values.resize(static_cast<std::size_t>(count));
  for (auto const& row : inputs.payoffs.rows) {
    if (auto const actor = ladder[row.actor]; !actor.is_none()) {
      table.step[actor].at(row.level) += row.gain;
    }
  }
  return table;
}

LadderActorId find_by_name(LadderActors const& actors, std::string_view text) {
  auto const same = [&](std::string_view name) {
    return std::ranges::equal(name, text, {}, lower, lower);
  };
  for (auto const actor : actors.id.ids()) {
    if (same(actors.id[actor]) || same(actors.name[actor])) {
      return actor;
    }
  }
  return LadderActorId::none();
}

KnownEvents ladder_events(Evidence const& evidence, LadderInputs const& inputs) {
  auto const sight = look(evidence);
  auto events = KnownEvents{};
  events.history.first_level.values.assign(sight.rows.size(), 0);
  events.history.thin_from = inputs.thin_from;
  for (auto const id : evidence.engagement.id.ids()) {
    add_step(events, sight, id);
  }
  for (auto const id : evidence.designations.id.ids()) {
    add_listing(events, sight, id);
  }
  sort_by_date(events.history.moves, events.moves_known);
  sort_by_date(events.history.listings, events.listings_known);
  sort_by_date(events.history.conflicts, events.conflicts_known);
  sort_by_date(events.history.sanctions, events.sanctions_known);
  return events;
}

std::string_view to_string(LadderTerms terms) {
  return terms.peers ? (terms.gate ? "peers_gate" : "peers") : (terms.gate ? "gate" : "none");
}

std::vector<double> numbers_of(LadderParameters const& parameters) {
  auto numbers = std::vector<double>(parameters.values.begin(), parameters.values.end());
  numbers.push_back(parameters.jumps.one);
  numbers.push_back(parameters.jumps.two_of_more);
  auto const& effects = parameters.actor_effect.values;
  numbers.insert(numbers.end(), effects.begin(), effects.end());
  return numbers;
}

LadderParameters parameters_of(std::vector<double> const& numbers) {
  assert(numbers.size() >= kDrawNumbers);
  auto parameters = LadderParameters{};
  std::copy_n(numbers.begin(), kCoefficients, parameters.values.begin());
  parameters.jumps = {numbers[kCoefficients], numbers[kCoefficients + 1U]};
  parameters.actor_effect.values.assign(numbers.begin() + kDrawNumbers, numbers.end());
  return parameters;
}

}  // namespace chorsu
