#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "trace_work.h"

namespace chorsu {

namespace {

/// Full facilities among those of some links, in front of the lanes.
void add_full(TraceWork const& w, std::vector<LinkId> const& links, std::vector<TraceRow>& rows) {
  auto const& f = w.t.model.supernetwork.facilities;
  auto const& c = w.t.comparison;
  auto full = std::vector<TraceRow>{};
  for (auto const id : f.kind.ids()) {
    auto const named = std::find(links.begin(), links.end(), f.link[id]) != links.end();
    if (named &&
        (c.baseline.solution.scarcity[id] > 0.0 || c.with_changes.solution.scarcity[id] > 0.0)) {
      full.push_back(full_row(w.t, id));
    }
  }
  rows.insert(rows.begin(), full.begin(), full.end());
}

void trace_link(TraceWork const& w, LinkId link, Change const& tonnes) {
  auto rows =
      lane_rows(w.t, w.without.lanes.link_tonnes[link], w.with.lanes.link_tonnes[link], "t/yr");
  add_full(w, {link}, rows);
  w.figures.push_back({link_figure(w.network(), link),
                       link_name(w.network(), link) + ": tonnes, both directions",
                       "t/yr",
                       tonnes,
                       std::move(rows)});
}

std::vector<LinkId> main_branch(Corridors const& corridors, CorridorId corridor) {
  for (auto const branch : corridors.links.ids()) {
    if (corridors.corridor[branch] == corridor) {
      auto const links = corridors.links[branch];
      return {links.begin(), links.end()};
    }
  }
  return {};
}

void trace_corridors(TraceWork const& w) {
  auto const& corridors = w.network().corridors;
  for (auto const& answer : w.in.answers.corridors) {
    auto const id = answer.corridor;
    auto rows = lane_rows(
        w.t, w.without.lanes.corridor_tonnes[id], w.with.lanes.corridor_tonnes[id], "t/yr");
    add_full(w, main_branch(corridors, id), rows);
    w.figures.push_back({fmt::format("corridors.{}.tonnes", corridors.id[id]),
                         corridors.name[id] + ": mean flow along the main branch",
                         "t/yr",
                         answer.tonnes,
                         std::move(rows)});
  }
}

}  // namespace

std::string link_figure(Network const& network, LinkId link) {
  return fmt::format(
      "{}.{}.tonnes", is_crossing(network, link) ? "crossings" : "links", network.links.id[link]);
}

void trace_places(TraceWork const& w) {
  trace_corridors(w);
  for (auto const& crossing : w.in.answers.crossings) {
    trace_link(w, crossing.link, crossing.tonnes);
  }
  for (auto const& moved : links_moved(w.t.comparison, kTracedLinks)) {
    if (!is_crossing(w.network(), moved.link)) {
      trace_link(w, moved.link, moved.tonnes);
    }
  }
}

}  // namespace chorsu
