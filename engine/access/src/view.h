#pragma once

#include <algorithm>
#include <vector>

#include "bill.h"

namespace chorsu {

/// One arc seen by one user class: what the pricing rules share.
struct View {
  CostInputs const& in;
  PriceLookup const& rows;
  World const& world;
  UserClasses const& classes;
  UserClassId user;
  ArcId arc;
  CommodityId commodity;
  Form form;
  ClassGroupId group;

  Arcs const& arcs() const { return in.supernetwork.arcs; }
  Carriage carriage() const { return arcs().carriage[arc]; }
  LinkId link() const { return arcs().link[arc]; }
};

inline Mode mode_of(View const& v) {
  return v.in.network.links.mode[v.link()];
}

template <typename T>
bool contains(std::vector<T> const& list, T id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

/// A factor that the world holds for the arc's link; the causes are looked up when itemised.
Factor world_factor(View const& view, EffectParameter parameter, double value, bool itemised);

/// Multiplies by the effects for some goods only that are in force and `concern` the arc.
template <typename Concern>
void by_conditional_effects(View const& v, EffectParameter parameter, Factor& f, Concern concern) {
  for (auto i = std::size_t{0}; i < v.in.conditional_effects.size(); ++i) {
    auto const& e = v.in.conditional_effects[i];
    if (v.world.conditional[i] != 0U && v.classes.effects[v.user][i] != 0U &&
        e.parameter == parameter && concern(e)) {
      f.by(e.value);
    }
  }
}

/// The first row for a basin and carriage that takes the goods, none where they do not go.
WaterRates::Row const* find_rate(View const& view, BasinId basin, Carriage carriage);

// What the arc's kind charges; the bill is forbidden where the goods do not go.
void charge_haul(View const& view, Bill& bill);
void charge_border(View const& view, Bill& bill);
void charge_transfer(View const& view, Bill& bill);

/// Charges of the access rules that hold here.
void charge_rules(View const& view, Bill& bill);

/// Discounts on the tariff of named links for some goods.
void by_tariff_rules(View const& view, Factor& factor);

}  // namespace chorsu
