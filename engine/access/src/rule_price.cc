#include "view.h"

namespace chorsu {

namespace {

bool in_force(View const& v, std::size_t rule) {
  auto const& row = v.in.prices.rules.rows[rule];
  return v.classes.rules[v.user][rule] != 0U && (!row.has_start || row.start <= v.world.date);
}

/// The one arc that stands for a link in one direction: its haul, or the exit where it is cut by a
/// border.
bool stands_for_link(View const& v) {
  auto const border = is_crossing(v.in.network, v.link());
  return v.arcs().kind[v.arc] == (border ? ArcKind::kExit : ArcKind::kHaul);
}

/// Rules are charged once: at the exit side of a crossing, on hauls of named links, and where goods
/// go on or off a ship or ferry at named ports.
bool charged_here(View const& v, AccessRules::Row const& rule) {
  auto const kind = v.arcs().kind[v.arc];
  switch (rule.kind) {
    case RuleKind::kCrossing:
      return kind == ArcKind::kExit && contains(rule.links, v.link());
    case RuleKind::kLink:
      return contains(rule.links, v.link()) && stands_for_link(v);
    case RuleKind::kNode: {
      auto const quay = kind == ArcKind::kLoad || kind == ArcKind::kDischarge ||
                        ((kind == ArcKind::kOrigin || kind == ArcKind::kDestination) &&
                         !v.arcs().basin[v.arc].is_none());
      return quay && contains(rule.nodes, v.arcs().node[v.arc]);
    }
    case RuleKind::kTariffFactor:
      break;
  }
  return false;
}

/// A ferry calls at both of its ends without an arc of its own for either.
int ferry_calls(View const& v, AccessRules::Row const& rule) {
  if (rule.kind != RuleKind::kNode || v.carriage() == Carriage::kNone ||
      mode_of(v) != Mode::kFerry) {
    return 0;
  }
  auto const& links = v.in.network.links;
  return static_cast<int>(contains(rule.nodes, links.from[v.link()])) +
         static_cast<int>(contains(rule.nodes, links.to[v.link()]));
}

/// Fitted, one for all rules of a kind.
Measure const& multiplier(View const& v, AccessRules::Row const& rule) {
  return v.in.prices.rules.multiplier.at(static_cast<std::size_t>(rule.kind));
}

}  // namespace

void charge_rules(View const& v, Bill& bill) {
  for (auto i = std::size_t{0}; i < v.in.prices.rules.rows.size(); ++i) {
    if (!in_force(v, i)) {
      continue;
    }
    auto const& rule = v.in.prices.rules.rows[i];
    auto const times = charged_here(v, rule) ? 1 : ferry_calls(v, rule);
    if (times > 0) {
      auto fitted = Factor{bill.itemised};
      fitted.by(multiplier(v, rule));
      charge(bill, Charge::kAccess, {rule.value, "value", Rate::kPerTonne}, times, fitted);
    }
  }
}

void by_tariff_rules(View const& v, Factor& factor) {
  for (auto i = std::size_t{0}; i < v.in.prices.rules.rows.size(); ++i) {
    auto const& rule = v.in.prices.rules.rows[i];
    if (rule.kind == RuleKind::kTariffFactor && in_force(v, i) && contains(rule.links, v.link())) {
      factor.by(rule.value);
      factor.by(multiplier(v, rule));
    }
  }
}

}  // namespace chorsu
