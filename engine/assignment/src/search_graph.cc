#include "search_graph.h"

#include <algorithm>

#include <oneapi/tbb/parallel_for.h>

namespace chorsu {

namespace {

struct Degrees {
  Column<PortId, std::uint32_t> in;
  Column<PortId, std::uint32_t> out;
};

Degrees degrees(Supernetwork const& s) {
  auto d = Degrees{};
  d.in.values.assign(s.ports.node.size(), 0U);
  d.out.values.assign(s.ports.node.size(), 0U);
  for (auto const arc : ids_of<ArcId>(s.arcs.from.size())) {
    ++d.out[s.arcs.from[arc]];
    ++d.in[s.arcs.to[arc]];
  }
  return d;
}

/// The arc and all that follow it without a choice.
std::vector<ArcId> series(Supernetwork const& s,
                          Column<PortId, VertexId> const& vertex,
                          ArcId arc) {
  auto result = std::vector{arc};
  while (vertex[s.arcs.to[result.back()]].is_none()) {
    result.push_back(s.out[s.arcs.to[result.back()]].front());
  }
  return result;
}

bool is_transfer(ArcKind kind) {
  switch (kind) {
    case ArcKind::kLoad:
    case ArcKind::kDischarge:
    case ArcKind::kGaugeChange:
    case ArcKind::kRailRoad:
    case ArcKind::kOrigin:
    case ArcKind::kDestination:
      return true;
    case ArcKind::kHaul:
    case ArcKind::kExit:
    case ArcKind::kEntry:
    case ArcKind::kSailThrough:
      break;
  }
  return false;
}

void add_passage(std::vector<SearchGraph::Passage>& passages,
                 FacilityId facility,
                 ArcCosts const& costs,
                 ArcId arc) {
  if (facility.is_none()) {
    return;
  }
  auto it = std::find_if(
      passages.begin(), passages.end(), [&](auto const& p) { return p.facility == facility; });
  if (it == passages.end()) {
    passages.push_back({facility, {}});
    it = passages.end() - 1;
  }
  for (auto form = 0U; form < kForms; ++form) {
    it->hours[form] += costs.hours(FormId{static_cast<std::uint8_t>(form)}, arc);
  }
}

/// Costs of one user class by edge.
void price_edges(SearchGraph const& g,
                 LogitProblem const& p,
                 UserClassId user,
                 std::span<double> row) {
  auto const& hours = g.hours[static_cast<unsigned>(p.commodities.form[p.classes.commodity[user]])];
  for (auto const edge : ids_of<EdgeId>(g.edges())) {
    auto cost = p.classes.value_of_time[user] * hours[edge];
    for (auto const arc : g.arcs[edge]) {
      cost += p.costs.money(user, arc);
    }
    row[edge.value] = cost;
  }
}

bool refresh_base(SearchGraph& g, LogitProblem const& p) {
  using Base = Grid<UserClassId, EdgeId, double>;
  auto const users = p.classes.commodity.size();
  auto base = std::make_shared<Base>(users, g.edges());
  auto differs = std::vector<std::uint8_t>(users, 1U);
  tbb::parallel_for(std::size_t{0}, users, [&](std::size_t u) {
    auto const user = UserClassId{static_cast<std::uint16_t>(u)};
    price_edges(g, p, user, base->row(user));
    differs[u] = g.base == nullptr || !std::ranges::equal(base->row(user), g.base->row(user));
  });
  if (std::find(differs.begin(), differs.end(), std::uint8_t{1}) == differs.end()) {
    return false;
  }
  g.base = std::move(base);
  return true;
}

}  // namespace

SearchGraph search_graph(LogitProblem const& p) {
  auto g = SearchGraph{};
  auto const& s = p.network;
  auto const d = degrees(s);
  auto tails = std::vector<PortId>{};
  for (auto const port : ids_of<PortId>(s.ports.node.size())) {
    auto const inside =
        d.in[port] == 1U && d.out[port] == 1U && s.ports.kind[port] == PortKind::kBorder;
    g.vertex.push_back(inside ? VertexId{} : VertexId{static_cast<std::uint32_t>(tails.size())});
    if (!inside) {
      tails.push_back(port);
    }
  }
  g.first.push_back(0U);
  for (auto const port : tails) {
    for (auto const arc : s.out[port]) {
      auto const arcs = series(s, g.vertex, arc);
      g.arcs.push_back(arcs);
      g.tail.push_back(g.vertex[port]);
      g.head.push_back(g.vertex[s.arcs.to[arcs.back()]]);
    }
    g.first.push_back(static_cast<std::uint32_t>(g.head.size()));
  }
  for (auto const edge : ids_of<EdgeId>(g.edges())) {
    auto km = 0.0;
    for (auto const arc : g.arcs[edge]) {
      km += s.arcs.length[arc].value;
    }
    g.km.push_back(km);
    g.transfer.push_back(is_transfer(s.arcs.kind[g.arcs[edge].front()]) ? 1U : 0U);
  }
  refresh(g, p);
  return g;
}

bool refresh(SearchGraph& g, LogitProblem const& p) {
  g.open.values.assign(g.edges(), 1U);
  g.passages = {};
  auto passages = std::vector<SearchGraph::Passage>{};
  for (auto& hours : g.hours) {
    hours.values.assign(g.edges(), 0.0);
  }
  for (auto const edge : ids_of<EdgeId>(g.edges())) {
    passages.clear();
    for (auto const arc : g.arcs[edge]) {
      g.open[edge] = static_cast<std::uint8_t>(g.open[edge] & p.open[arc]);
      add_passage(passages, p.network.arcs.facility[arc], p.costs, arc);
      for (auto form = 0U; form < kForms; ++form) {
        g.hours[form][edge] += p.costs.hours(FormId{static_cast<std::uint8_t>(form)}, arc);
      }
    }
    g.passages.push_back(passages);
  }
  return refresh_base(g, p);
}

}  // namespace chorsu
