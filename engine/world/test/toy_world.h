#pragma once

#include <string>
#include <utility>
#include <vector>

#include "chorsu/world/world.h"

namespace chorsu::toy {

inline Date day(char const* text) {
  return Date::parse(text).value();
}

inline Measure exactly(double x) {
  return {x, x, x, FactId{}};
}

inline Lever lever(LeverKind kind, char const* date) {
  auto result = Lever{};
  result.kind = kind;
  result.date = day(date);
  return result;
}

inline Lever on_links(LeverKind kind, char const* date, std::vector<LinkId> links) {
  auto result = lever(kind, date);
  result.links = std::move(links);
  return result;
}

inline Lever on_nodes(LeverKind kind, char const* date, std::vector<NodeId> nodes) {
  auto result = lever(kind, date);
  result.nodes = std::move(nodes);
  return result;
}

inline Lever on_projects(LeverKind kind, char const* date, std::vector<ProjectId> projects) {
  auto result = lever(kind, date);
  result.projects = std::move(projects);
  return result;
}

inline Effect effect(EffectTarget target, EffectParameter parameter, EffectOperator op, double x) {
  auto result = Effect{};
  result.target = target;
  result.parameter = parameter;
  result.op = op;
  result.value = exactly(x);
  return result;
}

inline Effect capacity_effect(LinkId link, EffectOperator op, double x) {
  auto result = effect(EffectTarget::kLink, EffectParameter::kCapacity, op, x);
  result.link = link;
  return result;
}

inline Effect from_date(Effect e, char const* date) {
  e.has_date = true;
  e.date = day(date);
  return e;
}

inline Effect years_after_opening(Effect e, int years) {
  e.years_after = years;
  return e;
}

/// What a project is made of; all of it may be empty.
struct Parts {
  std::vector<LinkId> own{};
  std::vector<LinkId> shared{};
  std::vector<ProjectId> needs{};
  std::vector<ProjectId> excludes{};
  std::vector<Effect> effects{};
  std::int16_t expected{0};
};

/// Two states, drawn in the test, and what the evidence says of them.
struct ToyWorld {
  Network network;
  Capacities capacities;
  Projects projects;
  StatusEvents events;
  StatusRules rules;
  StateId here, there;
  NodeId a, b, c;  ///< a and b in one state, c in the other

  ToyWorld() {
    here = state("AAA");
    there = state("BBB");
    a = node("a", here);
    b = node("b", here);
    c = node("c", there);
    capacities.defaults.rows.push_back({"line", {exactly(1000.0), 0.5, 4.0}});
  }

  StateId state(std::string const& id) {
    network.states.name.push_back(id);
    network.states.core.push_back(1U);
    return network.states.id.push_back(id);
  }

  NodeId node(std::string const& id, StateId in) {
    network.nodes.name.push_back(id);
    network.nodes.kind.push_back("");
    network.nodes.state.push_back(in);
    network.nodes.lon.push_back(0.0);
    network.nodes.lat.push_back(0.0);
    network.nodes.fact.push_back(FactId{});
    return network.nodes.id.push_back(id);
  }

  LinkId link(
      Mode mode, NodeId from, NodeId to, Status status = Status::kOperational, int expected = 0) {
    auto& l = network.links;
    l.from.push_back(from);
    l.to.push_back(to);
    l.mode.push_back(mode);
    l.gauge.push_back(0U);
    l.length.push_back(exactly(100.0));
    l.status.push_back(status);
    l.expected.push_back(static_cast<std::int16_t>(expected));
    l.capacity_id.push_back("line");
    l.basin.push_back(BasinId{0});
    l.fact.push_back(FactId{});
    return l.id.push_back("link" + std::to_string(l.id.size()));
  }

  LinkId road(NodeId from, NodeId to, Status status = Status::kOperational, int expected = 0) {
    return link(Mode::kRoad, from, to, status, expected);
  }

  ProjectId project(Parts parts) {
    auto& p = projects;
    p.title.push_back("");
    p.kind.push_back("build");
    p.corridor.push_back("");
    p.expected.push_back(parts.expected);
    p.capex.push_back(Measure{});
    p.own_links.push_back(parts.own);
    p.shared_links.push_back(parts.shared);
    p.needs.push_back(parts.needs);
    p.excludes.push_back(parts.excludes);
    p.effects.push_back(std::move(parts.effects));
    return p.id.push_back("project" + std::to_string(p.id.size()));
  }

  void event(LinkId at, Status status, char const* from, char const* until = nullptr) {
    add_event(status, from, until).link = at;
  }
  void event(NodeId at, Status status, char const* from, char const* until = nullptr) {
    add_event(status, from, until).node = at;
  }

  Supernetwork supernetwork() const { return expand(network, capacities); }

  World on(char const* date, std::vector<Lever> const& levers = {}) const {
    auto const expanded = supernetwork();
    return world_on({network, projects, expanded, events, rules}, day(date), levers);
  }

  bool open(LinkId link_id, char const* date, std::vector<Lever> const& levers = {}) const {
    return on(date, levers).open[link_id] != 0U;
  }

  /// Capacity of a facility on a date; asks for the first of its kind at the link or node.
  double capacity(FacilityKind kind,
                  LinkId at,
                  char const* date,
                  std::vector<Lever> const& levers = {}) const {
    return find_capacity(
        kind, date, levers, [&](Facilities const& f, FacilityId id) { return f.link[id] == at; });
  }
  double capacity(FacilityKind kind,
                  NodeId at,
                  char const* date,
                  std::vector<Lever> const& levers = {}) const {
    return find_capacity(
        kind, date, levers, [&](Facilities const& f, FacilityId id) { return f.node[id] == at; });
  }

 private:
  StatusEvents::Row& add_event(Status status, char const* from, char const* until) {
    auto row = StatusEvents::Row{};
    row.status = status;
    row.from = day(from);
    row.has_until = until != nullptr;
    row.until = until == nullptr ? Date{} : day(until);
    events.rows.push_back(row);
    return events.rows.back();
  }

  double find_capacity(FacilityKind kind,
                       char const* date,
                       std::vector<Lever> const& levers,
                       auto&& is_there) const {
    auto const f = supernetwork().facilities;
    auto const world = on(date, levers);
    for (auto const id : f.kind.ids()) {
      if (f.kind[id] == kind && is_there(f, id)) {
        return world.capacity[id];
      }
    }
    return -1.0;
  }
};

}  // namespace chorsu::toy
