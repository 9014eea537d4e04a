#include "shut_links.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <queue>
#include <utility>

namespace chorsu::cli {

namespace {

constexpr auto kFar = std::numeric_limits<double>::infinity();

/// A shut link weighs more than any way round it.
constexpr auto kShutKm = 1e7;

bool is_connector(ArcKind kind) {
  return kind == ArcKind::kOrigin || kind == ArcKind::kDestination;
}

bool is_shut(Supernetwork const& net, World const& world, ArcId arc) {
  auto const link = net.arcs.link[arc];
  auto const facility = net.arcs.facility[arc];
  return (!link.is_none() && world.open[link] == 0U) ||
         (!facility.is_none() && !(world.capacity[facility] > 0.0));
}

bool may_use(Model const& model, RouteQuestion const& question, ArcId arc) {
  auto const& arcs = model.supernetwork.arcs;
  auto const link = arcs.link[arc];
  auto const modes = static_cast<std::uint8_t>(question.modes &
                                               model.region->commodities.modes[question.commodity]);
  return !is_connector(arcs.kind[arc]) &&
         (link.is_none() || allows(modes, model.region->network.links.mode[link]));
}

/// Least-cost labels over open and shut arcs alike (Dijkstra 1959).
class Search {
 public:
  Search(Model const& model, World const& world, RouteQuestion const& question)
      : model_{model}, world_{world}, question_{question} {
    auto const& ports = model.supernetwork.ports;
    label_.values.assign(ports.node.size(), kFar);
    via_.values.assign(ports.node.size(), ArcId::none());
    for (auto const port : ports.node.ids()) {
      if (ports.node[port] == question.from && ports.kind[port] != PortKind::kBorder) {
        reach(port, 0.0, ArcId::none());
      }
    }
    while (!queue_.empty()) {
      auto const [km, port] = queue_.top();
      queue_.pop();
      if (km <= label_[port]) {
        leave(port);
      }
    }
  }

  /// Arcs to the nearest port of the destination; false when it is out of reach.
  bool find(std::vector<ArcId>& path) const {
    auto const& net = model_.supernetwork;
    auto best = PortId::none();
    for (auto const port : net.ports.node.ids()) {
      auto const here = net.ports.node[port] == question_.to &&
                        net.ports.kind[port] != PortKind::kBorder && label_[port] < kFar;
      if (here && (best.is_none() || label_[port] < label_[best])) {
        best = port;
      }
    }
    if (best.is_none()) {
      return false;
    }
    for (auto port = best; !via_[port].is_none(); port = net.arcs.from[via_[port]]) {
      path.push_back(via_[port]);
    }
    std::reverse(path.begin(), path.end());
    return true;
  }

 private:
  using Entry = std::pair<double, PortId>;

  void reach(PortId port, double km, ArcId via) {
    if (km < label_[port]) {
      label_[port] = km;
      via_[port] = via;
      queue_.emplace(km, port);
    }
  }

  void leave(PortId port) {
    auto const& net = model_.supernetwork;
    for (auto const arc : net.out[port]) {
      if (may_use(model_, question_, arc)) {
        auto const km = net.arcs.length[arc].value + (is_shut(net, world_, arc) ? kShutKm : 1.0);
        reach(net.arcs.to[arc], label_[port] + km, arc);
      }
    }
  }

  Model const& model_;
  World const& world_;
  RouteQuestion const& question_;
  Column<PortId, double> label_;
  Column<PortId, ArcId> via_;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
};

std::vector<ProjectId> projects_that_open(Projects const& projects, LinkId link) {
  auto result = std::vector<ProjectId>{};
  for (auto const project : projects.id.ids()) {
    auto const own = projects.own_links[project];
    if (std::find(own.begin(), own.end(), link) != own.end()) {
      result.push_back(project);
    }
  }
  return result;
}

}  // namespace

Obstacle obstacle_between(Model const& model, World const& world, RouteQuestion const& question) {
  auto obstacle = Obstacle{};
  auto path = std::vector<ArcId>{};
  obstacle.connected = Search{model, world, question}.find(path);
  for (auto const arc : path) {
    auto const link = model.supernetwork.arcs.link[arc];
    auto const known = !obstacle.shut.empty() && obstacle.shut.back().link == link;
    if (!link.is_none() && !known && is_shut(model.supernetwork, world, arc)) {
      obstacle.shut.push_back(
          {link, world.reason[link], projects_that_open(model.region->projects, link)});
    }
  }
  return obstacle;
}

std::string to_string(Reason reason) {
  switch (reason) {
    case Reason::kOpen:
      return "no_capacity";
    case Reason::kNotFreight:
      return "not_freight";
    case Reason::kUnderConstruction:
      return "under_construction";
    case Reason::kPlanned:
      return "planned";
    case Reason::kSuspended:
      return "suspended";
    case Reason::kEvidence:
      return "evidence";
    case Reason::kLever:
      return "lever";
    case Reason::kNodeShut:
      return "node_shut";
  }
  return "unknown";
}

namespace {

std::string reason_in_words(Reason reason) {
  switch (reason) {
    case Reason::kOpen:
      return "open, but without capacity";
    case Reason::kNotFreight:
      return "carries no freight";
    case Reason::kUnderConstruction:
      return "under construction";
    case Reason::kSuspended:
      return "suspended";
    case Reason::kEvidence:
      return "shut on that date, as status.csv has it";
    case Reason::kLever:
      return "shut by the scenario";
    case Reason::kNodeShut:
      return "ends at a place that is shut on that date";
    case Reason::kPlanned:
      break;
  }
  return "planned";
}

}  // namespace

std::string in_words(Region const& region, ShutLink const& shut) {
  auto text = reason_in_words(shut.reason);
  auto const year = region.network.links.expected[shut.link];
  if (year > 0) {
    text += ", expected " + std::to_string(year);
  }
  for (auto const project : shut.projects) {
    text += "; project " + region.projects.id[project] + " opens it";
  }
  return text;
}

}  // namespace chorsu::cli
