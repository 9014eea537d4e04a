#include "chorsu/accounts/trade_facilitation.h"

#include <vector>

#include "ledger.h"

namespace chorsu {

namespace {

/// What passes some arcs, in sums over goods.
struct Passing {
  double tonnes{0.0};
  double tkm{0.0};
  double money{0.0};    ///< US$ of tariffs and border fees
  double rolling{0.0};  ///< t·h at free flow
  double hours{0.0};    ///< t·h as crowded as it is
};

Passing& operator+=(Passing& sum, Passing const& p) {
  sum.tonnes += p.tonnes;
  sum.tkm += p.tkm;
  sum.money += p.money;
  sum.rolling += p.rolling;
  sum.hours += p.hours;
  return sum;
}

using Tonnes = Grid<UserClassId, ArcId, double>;

/// A solved year with what is looked up again and again.
struct Survey {
  AccountInputs const& in;
  PriceLookup rows;
  Tonnes tonnes;                            ///< t/yr
  Column<LinkId, std::vector<ArcId>> arcs;  ///< open hauls and border sides of a link

  Arcs const& all() const { return in.costs.supernetwork.arcs; }
};

Tonnes tonnes_on_arcs(AccountInputs const& in) {
  auto tonnes = Tonnes{in.classes.commodity.size(), in.costs.supernetwork.arcs.from.size(), 0.0};
  for_each_use(in, [&](Use const& use) {
    for (auto const arc : in.solution.routes.arcs[use.route]) {
      tonnes(use.user, arc) += use.tonnes;
    }
  });
  return tonnes;
}

bool is_border(ArcKind kind) {
  return kind == ArcKind::kExit || kind == ArcKind::kEntry;
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
    auto const weight = by_flow ? s.tonnes(user, arc) : 1.0;
    if (weight > 0.0) {
      auto const unit = unit_passing(s, user, arc);
      sum += {weight * unit.tonnes,
              weight * unit.tkm,
              weight * unit.money,
              weight * unit.rolling,
              weight * unit.hours};
    }
  }
  return sum;
}

/// Where goods cross borders and where they are hauled, on the links of one mode.
struct Stretch {
  Passing borders;
  Passing hauls;
};

Stretch stretch(Survey const& s, std::vector<LinkId> const& links, Mode mode, bool by_flow) {
  auto sum = Stretch{};
  for (auto const link : links) {
    if (s.in.network.links.mode[link] != mode) {
      continue;
    }
    for (auto const arc : s.arcs[link]) {
      (is_border(s.all().kind[arc]) ? sum.borders : sum.hauls) += passing(s, arc, by_flow);
    }
  }
  return sum;
}

std::optional<double> ratio(double a, double b) {
  return b > 0.0 ? std::optional{a / b} : std::nullopt;
}

TradeFacilitation indicators(Survey const& s, std::vector<LinkId> const& links, Mode mode) {
  auto const moved = stretch(s, links, mode, true);
  auto const by_flow = moved.borders.tonnes > 0.0 && moved.hauls.tonnes > 0.0;
  auto const alike = by_flow ? Stretch{} : stretch(s, links, mode, false);
  auto t = TradeFacilitation{};
  t.borders_by_flow = moved.borders.tonnes > 0.0;
  t.sections_by_flow = moved.hauls.tonnes > 0.0;
  auto const& borders = t.borders_by_flow ? moved.borders : alike.borders;
  auto const& way = t.sections_by_flow ? moved : alike;
  auto const cost = ratio(borders.money, borders.tonnes);
  t.border_hours = ratio(borders.hours, borders.tonnes);
  t.border_cost = cost ? std::optional{kFacilitationTonnes * *cost} : cost;
  auto const haul = ratio(way.hauls.money + way.borders.money, way.hauls.tkm);
  t.section_cost = haul ? std::optional{kFacilitationTonnes * kFacilitationKm * *haul} : haul;
  t.speed_without_delay = ratio(way.hauls.tkm, way.hauls.rolling);
  t.speed_with_delay = ratio(way.hauls.tkm, way.hauls.hours + way.borders.hours);
  return t;
}

}  // namespace

CorridorFacilitation trade_facilitation(AccountInputs const& in) {
  auto const survey =
      Survey{in, price_lookup(in.costs), tonnes_on_arcs(in), open_arcs_of_links(in)};
  auto result = CorridorFacilitation{};
  for (auto const corridor : in.network.corridors.id.ids()) {
    auto const links = links_of(in.network.corridors, corridor);
    result.rail.push_back(indicators(survey, links, Mode::kRail));
    result.road.push_back(indicators(survey, links, Mode::kRoad));
  }
  return result;
}

}  // namespace chorsu
