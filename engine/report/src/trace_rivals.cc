#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "trace_work.h"

namespace chorsu {

namespace {

RowShare share_of(PricePart const& part, double worth) {
  auto share = RowShare{.kind = ShareKind::kPrice, .part = part, .facility = {}};
  share.part.amount *= worth;
  share.part.contribution *= worth;
  return share;
}

RowShare share_of(Tracing const& t, ShareKind kind, FacilityId facility, double contribution) {
  auto share = RowShare{.kind = kind, .part = {}, .facility = facility};
  auto const& capacity = t.model.supernetwork.facilities.delay[facility].capacity;
  share.part.fact = capacity.fact;
  share.part.column = "capacity";
  share.part.value = capacity.value;
  share.part.contribution = contribution;
  return share;
}

/// Hours of a route, an hour worth `worth`.
void add_hours(Tracing const& t, Leg const& leg, double worth, RowShares& rows) {
  for (auto const& part : leg.parts) {
    if (part.charge == Charge::kHours) {
      rows.push_back(share_of(part, worth));
    }
  }
  if (leg.delay > 0.0) {
    rows.push_back(
        share_of(t, ShareKind::kDelay, leg.facility, worth * leg.price.hours * leg.delay));
  }
}

void add_paid(Leg const& leg, RowShares& rows) {
  for (auto const& part : leg.parts) {
    if (part.charge != Charge::kHours) {
      rows.push_back(share_of(part, 1.0));
    }
  }
}

RowShares hours_on(Tracing const& t, Leg const& leg) {
  auto rows = RowShares{};
  add_hours(t, leg, 1.0, rows);
  return rows;
}

RowShares paid_on(Tracing const& /*t*/, Leg const& leg) {
  auto rows = RowShares{};
  add_paid(leg, rows);
  return rows;
}

RowShares cost_on(Tracing const& t, Leg const& leg) {
  auto rows = RowShares{};
  add_paid(leg, rows);
  add_hours(t, leg, leg.hours > 0.0 ? leg.time_cost / leg.hours : 0.0, rows);
  if (leg.scarcity > 0.0) {
    rows.push_back(share_of(t, ShareKind::kScarcity, leg.facility, leg.scarcity));
  }
  return rows;
}

/// What a leg gives to a figure.
using OnLeg = RowShares (*)(Tracing const&, Leg const&);

RowShares rows_along(Tracing const& t, Route const& route, OnLeg on_leg) {
  auto rows = RowShares{};
  for (auto const& leg : route.legs) {
    auto const of_leg = on_leg(t, leg);
    rows.insert(rows.end(), of_leg.begin(), of_leg.end());
  }
  return rows;
}

/// The same by link, transfers at their node.
PlaceShares places_along(Tracing const& t, Route const& route, OnLeg on_leg) {
  auto places = PlaceShares{};
  for (auto const& leg : route.legs) {
    auto const node = leg.link.is_none() ? leg.from : NodeId{};
    auto const it = std::find_if(places.begin(), places.end(), [&](auto const& place) {
      return place.link == leg.link && place.node == node;
    });
    auto& place = it == places.end() ? places.emplace_back() : *it;
    place.link = leg.link;
    place.node = node;
    for (auto const& row : on_leg(t, leg)) {
      place.contribution += row.part.contribution;
      place.rows.push_back(row);
    }
  }
  return places;
}

/// A figure of a route: told of the year in which the route is priced.
struct RouteFigure {
  std::string id;
  std::string title;
  double Change::* future;
  Years years;
};

void add(TraceWork const& w,
         RouteFigure const& of,
         char const* unit,
         double value,
         std::vector<TraceRow> rows) {
  auto change = Change{};
  change.*of.future = value;
  w.figures.push_back({of.id, of.title, unit, change, std::move(rows), of.years});
}

/// What legs give, by row, and by link and place.
void add_legs(TraceWork const& w,
              RouteFigure const& of,
              Basis basis,
              double value,
              Route const& route,
              OnLeg on_leg) {
  auto const shares = rows_along(w.t, route, on_leg);
  auto const places = places_along(w.t, route, on_leg);
  auto const without = of.years == Years::kWithout;
  add(w,
      of,
      basis == Basis::kHours ? "h" : "US$/t",
      value,
      without ? price_rows(w.t, shares, {}, basis) : price_rows(w.t, {}, shares, basis));
  w.figures.back().places =
      without ? price_places(w.t, places, {}, basis) : price_places(w.t, {}, places, basis);
}

std::vector<TraceRow> km_of(TraceWork const& w, RouteFigure const& of, Route const& route) {
  auto rows = std::vector<TraceRow>{};
  for (auto const& leg : route.legs) {
    if (leg.km <= 0.0 || leg.link.is_none()) {
      continue;
    }
    auto const& length = w.network().links.length[leg.link];
    auto const is_new = rows.empty() || rows.back().fact != length.fact;
    auto& row =
        is_new ? rows.emplace_back(package_row(link_name(w.network(), leg.link), length, "length"))
               : rows.back();
    row.unit = "km";
    row.amount_unit = "times";
    row.amount.*of.future += leg.km / length.value;
    row.contribution.*of.future += leg.km;
  }
  cut_off(w.t, rows);
  return rows;
}

/// Shares have no parts: rivals divide the tonnes by their costs, and this is how sharply.
std::vector<TraceRow> share_rows(TraceWork const& w, RivalRoute const& rival) {
  auto const& commodities = w.t.region().commodities;
  auto const commodity = w.t.model.demand.lanes.commodity[w.in.rivals.lane];
  auto const& theta = commodities.theta[commodity];
  auto row = package_row("choice by cost, " + commodities.name[commodity], theta, "theta");
  row.unit = "1/(US$/t)";
  row.reading = Reading::kBears;
  row.contribution = rival.share;
  auto scale = package_row("fitted factor on every theta", commodities.theta_scale, "value");
  scale.unit = "factor";
  scale.reading = Reading::kBears;
  return {std::move(row), std::move(scale)};
}

void trace_route(TraceWork const& w, std::size_t number, RivalRoute const& rival) {
  auto const with = rival.share.scenario > 0.0;
  auto const& route = rival.route;
  auto const of = [&](char const* item, char const* title) {
    return RouteFigure{fmt::format("routes.{}.{}", number, item),
                       fmt::format("Route {}: {}", number, title),
                       with ? &Change::scenario : &Change::baseline,
                       with ? Years::kWith : Years::kWithout};
  };
  auto const cost = of("cost", "generalised cost");
  auto const paid = of("paid", "what is paid");
  auto const hours = of("hours", "hours");
  auto const km = of("km", "length");
  add_legs(w, cost, Basis::kTonne, route.cost_usd_t, route, cost_on);
  add_legs(w, paid, Basis::kTonne, route.money_usd_t, route, paid_on);
  add_legs(w, hours, Basis::kHours, route.hours, route, hours_on);
  add(w, km, "km", route.km, km_of(w, km, route));
  w.figures.push_back({fmt::format("routes.{}.share", number),
                       fmt::format("Route {}: share of the relation", number),
                       "share",
                       rival.share,
                       share_rows(w, rival)});
}

}  // namespace

void trace_rivals(TraceWork const& w) {
  auto const& rivals = w.in.rivals;
  if (rivals.routes.empty()) {
    return;
  }
  auto const name = lane_name(w.t, rivals.lane);
  auto const lanes = [&](double tonnes) { return LaneShares{{rivals.lane, tonnes}}; };
  w.figures.push_back(
      {"relation.tonnes",
       name + ": tonnes",
       "t/yr",
       rivals.tonnes,
       lane_rows(w.t, lanes(rivals.tonnes.baseline), lanes(rivals.tonnes.scenario), "t/yr")});
  w.figures.push_back({"relation.moved",
                       name + ": tonnes that change their route",
                       "t/yr",
                       {0.0, rivals.moved},
                       lane_rows(w.t, {}, lanes(rivals.moved), "t/yr"),
                       Years::kWith});
  for (auto i = std::size_t{0}; i < rivals.routes.size(); ++i) {
    trace_route(w, i + 1U, rivals.routes[i]);
  }
}

}  // namespace chorsu
