#include "survey.h"

#include "ledger.h"

namespace chorsu {

namespace {

Passing& operator+=(Passing& sum, Passing const& p) {
  sum.tonnes += p.tonnes;
  sum.tkm += p.tkm;
  sum.money += p.money;
  sum.rolling += p.rolling;
  sum.hours += p.hours;
  return sum;
}

Grid<UserClassId, ArcId, double> tonnes_on_arcs(AccountInputs const& in) {
  auto tonnes = Grid<UserClassId, ArcId, double>{
      in.classes.commodity.size(), in.costs.supernetwork.arcs.from.size(), 0.0};
  for_each_use(in, [&](Use const& use) {
    for (auto const arc : in.solution.routes.arcs[use.route]) {
      tonnes(use.user, arc) += use.tonnes;
    }
  });
  return tonnes;
}

Column<LinkId, std::vector<ArcId>> open_arcs_of_links(AccountInputs const& in) {
  auto const open = open_arcs(in.costs.supernetwork, in.world);
  auto const& arcs = in.costs.supernetwork.arcs;
  auto result = Column<LinkId, std::vector<ArcId>>{};
  result.values.resize(in.network.links.id.size());
  for (auto const arc : arcs.kind.ids()) {
    auto const kind = arcs.kind[arc];
    if (open[arc] != 0U && (kind == ArcKind::kHaul || is_border(kind))) {
      result[arcs.link[arc]].push_back(arc);
    }
  }
  return result;
}

/// What one unit of these goods meets on an arc; nothing where they may not go.
Passing unit_passing(Survey const& s, UserClassId user, ArcId arc) {
  auto const& in = s.in;
  auto const price = price_arc(in.costs, s.rows, in.world, in.classes, user, arc);
  if (!price.allowed) {
    return {};
  }
  auto const facility = s.all().facility[arc];
  auto const crowding = facility.is_none() ? 0.0 : in.solution.delay[facility];
  return {1.0,
          s.all().length[arc].value,
          price.tariff + price.fee,
          price.hours,
          price.hours * (1.0 + crowding)};
}

/// All goods on an arc: as many as there are, or a unit of each.
Passing passing(Survey const& s, ArcId arc, bool by_flow) {
  auto sum = Passing{};
  for (auto const user : s.in.classes.commodity.ids()) {
    auto const w = weight(s, user, arc, by_flow);
    if (w > 0.0) {
      auto const unit = unit_passing(s, user, arc);
      sum += {w * unit.tonnes, w * unit.tkm, w * unit.money, w * unit.rolling, w * unit.hours};
    }
  }
  return sum;
}

Stretch stretch(Survey const& s, std::vector<ArcId> const& arcs, bool by_flow) {
  auto sum = Stretch{};
  for (auto const arc : arcs) {
    (is_border(s.all().kind[arc]) ? sum.borders : sum.hauls) += passing(s, arc, by_flow);
  }
  return sum;
}

std::vector<ArcId> arcs_of(Survey const& s, CorridorMode const& asked) {
  auto result = std::vector<ArcId>{};
  for (auto const link : links_of(s.in.network.corridors, asked.corridor)) {
    if (s.in.network.links.mode[link] == asked.mode) {
      result.insert(result.end(), s.arcs[link].begin(), s.arcs[link].end());
    }
  }
  return result;
}

}  // namespace

Survey survey(AccountInputs const& in) {
  return {in, price_lookup(in.costs), tonnes_on_arcs(in), open_arcs_of_links(in)};
}

Sight sight(Survey const& survey, CorridorMode const& asked) {
  auto result = Sight{};
  result.arcs = arcs_of(survey, asked);
  auto const moved = stretch(survey, result.arcs, true);
  result.borders_by_flow = moved.borders.tonnes > 0.0;
  result.sections_by_flow = moved.hauls.tonnes > 0.0;
  auto const by_flow = result.borders_by_flow && result.sections_by_flow;
  auto const alike = by_flow ? Stretch{} : stretch(survey, result.arcs, false);
  result.borders = result.borders_by_flow ? moved.borders : alike.borders;
  result.way = result.sections_by_flow ? moved : alike;
  return result;
}

}  // namespace chorsu
