#include "chorsu/access/arc_cost.h"

#include <algorithm>
#include <utility>

#include "view.h"

namespace chorsu {

PriceLookup price_lookup(CostInputs const& in) {
  auto result = PriceLookup{};
  auto const& links = in.network.links;
  result.borders.values.resize(links.id.size());
  result.holding.values.resize(in.network.nodes.id.size());
  result.headway.values.assign(links.id.size(), 0.0);
  for (auto const& row : in.prices.borders.rows) {
    result.borders[row.link].push_back(&row);
    if (row.includes_transfer) {
      result.holding[links.from[row.link]].push_back(row.link);
      result.holding[links.to[row.link]].push_back(row.link);
    }
  }
  for (auto const& row : in.capacities.ferries.rows) {
    result.headway[row.link] = row.headway.value;
  }
  return result;
}

namespace {

View view(CostInputs const& in,
          PriceLookup const& rows,
          World const& world,
          UserClasses const& classes,
          UserClassId user,
          ArcId arc) {
  auto const commodity = classes.commodity[user];
  return {in,
          rows,
          world,
          classes,
          user,
          arc,
          commodity,
          in.commodities.form[commodity],
          in.commodities.group[commodity]};
}

bool mode_allowed(View const& v) {
  if (v.link().is_none()) {
    return true;
  }
  auto const mode = mode_of(v);
  return mode == Mode::kAir ? v.classes.may_fly[v.user] != 0U
                            : allows(v.in.commodities.modes[v.commodity], mode);
}

constexpr auto kUsualParts = 8U;

Bill bill_of(View const& v, bool itemised) {
  auto bill = Bill{itemised};
  if (itemised) {
    bill.parts.reserve(kUsualParts);
  }
  if (!mode_allowed(v)) {
    forbid(bill);
    return bill;
  }
  switch (v.arcs().kind[v.arc]) {
    case ArcKind::kHaul:
      charge_haul(v, bill);
      break;
    case ArcKind::kExit:
    case ArcKind::kEntry:
      charge_border(v, bill);
      break;
    default:
      charge_transfer(v, bill);
  }
  if (bill.price.allowed) {
    charge_rules(v, bill);
  }
  return bill;
}

FormId form_of(CostInputs const& inputs, UserClasses const& classes, UserClassId user) {
  return FormId{static_cast<std::uint8_t>(inputs.commodities.form[classes.commodity[user]])};
}

}  // namespace

ArcPrice price_arc(CostInputs const& inputs,
                   PriceLookup const& rows,
                   World const& world,
                   UserClasses const& classes,
                   UserClassId user,
                   ArcId arc) {
  return bill_of(view(inputs, rows, world, classes, user, arc), false).price;
}

ExplainedPrice explain_arc(CostInputs const& inputs,
                           PriceLookup const& rows,
                           World const& world,
                           UserClasses const& classes,
                           UserClassId user,
                           ArcId arc) {
  auto bill = bill_of(view(inputs, rows, world, classes, user, arc), true);
  return {bill.price, std::move(bill.parts)};
}

ArcCosts price_arcs(CostInputs const& inputs, World const& world, UserClasses const& classes) {
  auto const users = classes.commodity.size();
  auto const arcs = inputs.supernetwork.arcs.from.size();
  auto const rows = price_lookup(inputs);
  auto result = ArcCosts{{users, arcs}, {kForms, arcs}};
  auto own_hours = Grid<UserClassId, ArcId, double>{users, arcs};
  for (auto const user : ids_of<UserClassId>(users)) {
    auto const form = form_of(inputs, classes, user);
    for (auto const arc : ids_of<ArcId>(arcs)) {
      auto const seen = bill_of(view(inputs, rows, world, classes, user, arc), false).price;
      result.money(user, arc) = seen.allowed ? seen.money() : kForbidden;
      own_hours(user, arc) = seen.allowed ? seen.hours : 0.0;
      result.hours(form, arc) = std::max(result.hours(form, arc), own_hours(user, arc));
    }
  }
  for (auto const user : ids_of<UserClassId>(users)) {
    auto const form = form_of(inputs, classes, user);
    for (auto const arc : ids_of<ArcId>(arcs)) {
      auto const common = result.hours(form, arc);
      if (own_hours(user, arc) < common && result.money(user, arc) < kForbidden) {
        result.money(user, arc) -= classes.value_of_time[user] * (common - own_hours(user, arc));
      }
    }
  }
  return result;
}

Column<ArcId, std::uint8_t> open_arcs(Supernetwork const& s, World const& world) {
  auto result = Column<ArcId, std::uint8_t>{};
  for (auto const arc : ids_of<ArcId>(s.arcs.from.size())) {
    auto const link = s.arcs.link[arc];
    auto const facility = s.arcs.facility[arc];
    auto const shut = (!link.is_none() && world.open[link] == 0U) ||
                      (!facility.is_none() && world.capacity[facility] <= 0.0);
    result.push_back(shut ? 0U : 1U);
  }
  return result;
}

}  // namespace chorsu
