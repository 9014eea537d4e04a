#include <algorithm>
#include <cassert>
#include <utility>
#include <vector>

#include "ledger.h"

#include "chorsu/accounts/breakdown.h"

namespace chorsu {

namespace {

/// A state; past the last state, the sea and then nobody.
using PartyId = Id<struct PartyTag>;
inline constexpr auto kSeaAndNobody = 2U;

/// Rows smaller than this share of all tonnes diverted are left out.
constexpr auto kNegligible = 1e-12;

struct Parties {
  Network const& network;

  std::uint32_t states() const { return static_cast<std::uint32_t>(network.states.id.size()); }
  std::uint32_t count() const { return states() + kSeaAndNobody; }
  PartyId of(StateId state) const { return PartyId{state.value}; }
  PartyId sea() const { return PartyId{states()}; }
  PartyId nobody() const { return PartyId{states() + 1U}; }

  std::string name(PartyId party) const {
    if (party == sea()) {
      return "sea";
    }
    return party == nobody() ? "none"
                             : network.states.id[StateId{static_cast<std::uint16_t>(party.value)}];
  }
};

/// Tonnes of one lane that every party carries in transit; with a sign, added to `into`.
void add_carried(AccountInputs const& in,
                 Traces const& traces,
                 LaneId lane,
                 double sign,
                 Column<PartyId, double>& into) {
  auto const parties = Parties{in.network};
  auto const origin = in.network.zones.state[in.lanes.origin[lane]];
  auto const destination = in.network.zones.state[in.lanes.destination[lane]];
  for (auto const& r : in.solution.lane_routes[lane]) {
    for (auto const& passage : traces.passages[r.route]) {
      if (passage.state != origin && passage.state != destination) {
        into[parties.of(passage.state)] += sign * r.tonnes;
      }
    }
    into[parties.sea()] += traces.by_ship[r.route] != 0U ? sign * r.tonnes : 0.0;
  }
}

/// Losses go to gains in proportion; what is left over comes from or goes to nobody. Calls
/// `move(from, to, tonnes)`.
template <typename Move>
void match(Column<PartyId, double> const& change, PartyId nobody, Move move) {
  auto lost = 0.0;
  auto gained = 0.0;
  for (auto const c : change.values) {
    lost += std::max(0.0, -c);
    gained += std::max(0.0, c);
  }
  auto const larger = std::max(lost, gained);
  for (auto const party : change.ids()) {
    auto const c = change[party];
    if (c < 0.0) {
      for (auto const other : change.ids()) {
        move(party, other, -c * (std::max(0.0, change[other]) / larger));
      }
      move(party, nobody, -c * ((larger - gained) / larger));
    } else if (c > 0.0) {
      move(nobody, party, c * ((larger - lost) / larger));
    }
  }
}

/// Calls `move(lane, from, to, tonnes)` for what every lane moves, lane by lane.
template <typename Move>
void for_each_move(AccountInputs const& before, AccountInputs const& after, Move move) {
  assert(before.lanes.origin.size() == after.lanes.origin.size());
  auto const parties = Parties{before.network};
  auto const traces_before = trace_routes(before);
  auto const traces_after = trace_routes(after);
  auto change = Column<PartyId, double>{};
  for (auto const lane : before.solution.lane_routes.ids()) {
    change.values.assign(parties.count(), 0.0);
    add_carried(before, traces_before, lane, -1.0, change);
    add_carried(after, traces_after, lane, 1.0, change);
    match(change, parties.nobody(), [&](PartyId from, PartyId to, double tonnes) {
      move(lane, from, to, tonnes);
    });
  }
}

using Moves = Grid<PartyId, PartyId, double>;

/// What one lane loses to nobody and another gains from nobody is told once, as the difference.
void net_nobody(PartyId nobody, Moves& moves) {
  for (auto const party : ids_of<PartyId>(moves.rows)) {
    auto const both = std::min(moves(party, nobody), moves(nobody, party));
    moves(party, nobody) -= both;
    moves(nobody, party) -= both;
  }
}

Diversion to_rows(Moves const& moves, Parties const& parties) {
  auto total = 0.0;
  for (auto const t : moves.values) {
    total += t;
  }
  auto result = Diversion{};
  for (auto const from : ids_of<PartyId>(parties.count())) {
    for (auto const to : ids_of<PartyId>(parties.count())) {
      if (moves(from, to) > kNegligible * total) {
        result.rows.push_back({parties.name(from), parties.name(to), moves(from, to)});
      }
    }
  }
  std::sort(result.rows.begin(), result.rows.end(), [](auto const& a, auto const& b) {
    return a.from != b.from ? a.from < b.from : a.to < b.to;
  });
  return result;
}

}  // namespace

Diversion divert(AccountInputs const& before, AccountInputs const& after) {
  auto const parties = Parties{before.network};
  auto moves = Moves{parties.count(), parties.count()};
  for_each_move(before, after, [&](LaneId, PartyId from, PartyId to, double tonnes) {
    moves(from, to) += tonnes;
  });
  net_nobody(parties.nobody(), moves);
  return to_rows(moves, parties);
}

std::map<std::pair<std::string, std::string>, LaneShares> diversion_lanes(
    AccountInputs const& before, AccountInputs const& after) {
  auto const parties = Parties{before.network};
  auto const nobody = parties.nobody();
  auto shares = Grid<PartyId, PartyId, LaneShares>{parties.count(), parties.count()};
  for_each_move(before, after, [&](LaneId lane, PartyId from, PartyId to, double tonnes) {
    if (tonnes > 0.0) {
      shares(from, to).push_back({lane, tonnes});
      if (from == nobody || to == nobody) {
        shares(to, from).push_back({lane, -tonnes});
      }
    }
  });
  auto result = std::map<std::pair<std::string, std::string>, LaneShares>{};
  for (auto const from : ids_of<PartyId>(parties.count())) {
    for (auto const to : ids_of<PartyId>(parties.count())) {
      if (!shares(from, to).empty()) {
        result[{parties.name(from), parties.name(to)}] = std::move(shares(from, to));
      }
    }
  }
  return result;
}

}  // namespace chorsu
