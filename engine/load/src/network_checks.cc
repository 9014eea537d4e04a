#include <map>
#include <numeric>
#include <set>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "reading.h"

namespace chorsu {

namespace {

/// Parts of the network that hang together: every node points towards the head of its part.
struct Parts {
  explicit Parts(std::size_t nodes) : parent(nodes) {
    std::iota(parent.begin(), parent.end(), std::uint32_t{0});
  }
  std::uint32_t head(NodeId node) {
    auto at = node.value;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
  std::vector<std::uint32_t> parent;
};

bool carries_freight(Links const& links, LinkId link) {
  return links.mode[link] != Mode::kOther;
}

Parts operational_parts(Network const& network) {
  auto parts = Parts{network.nodes.id.size()};
  auto const& links = network.links;
  for (auto const link : links.id.ids()) {
    if (carries_freight(links, link) && links.status[link] == Status::kOperational) {
      parts.parent[parts.head(links.from[link])] = parts.head(links.to[link]);
    }
  }
  return parts;
}

std::set<NodeId> nodes_with_freight(Network const& network) {
  auto result = std::set<NodeId>{};
  for (auto const link : network.links.id.ids()) {
    if (carries_freight(network.links, link)) {
      result.insert(network.links.from[link]);
      result.insert(network.links.to[link]);
    }
  }
  return result;
}

/// The part of the network in which most zones lie.
std::uint32_t main_part(Network const& network, Parts& parts) {
  auto zones = std::map<std::uint32_t, std::size_t>{};
  for (auto const node : network.zones.node.values) {
    ++zones[parts.head(node)];
  }
  auto best = std::uint32_t{0};
  auto most = std::size_t{0};
  for (auto const& [part, count] : zones) {
    if (count > most) {
      best = part;
      most = count;
    }
  }
  return best;
}

void check_zones(Reading& reading) {
  auto const& network = reading.region->network;
  auto parts = operational_parts(network);
  auto const linked = nodes_with_freight(network);
  auto const main = main_part(network, parts);
  for (auto const zone : network.zones.id.ids()) {
    auto const node = network.zones.node[zone];
    auto const& id = network.zones.id[zone];
    if (!linked.contains(node)) {
      report(reading,
             network.zones.fact[zone],
             "node_id",
             fmt::format(
                 "no freight link at '{}', the centroid of zone '{}'", network.nodes.id[node], id),
             "Choose a node with links, or add one.");
    } else if (parts.head(node) != main) {
      report(reading,
             network.zones.fact[zone],
             "node_id",
             fmt::format(
                 "unreachable zone '{}': no way over operational links from '{}' to most zones",
                 id,
                 network.nodes.id[node]),
             "Check the status and the ends of the links there.");
    }
  }
}

bool share_node(Links const& links, LinkId a, LinkId b) {
  return links.from[a] == links.from[b] || links.from[a] == links.to[b] ||
         links.to[a] == links.from[b] || links.to[a] == links.to[b];
}

/// A branch is a way from link to link, except those named <corridor>/members.
void check_branch(Reading& reading, std::string const& branch, std::span<LinkId const> links) {
  if (branch.ends_with("/members")) {
    return;
  }
  auto const& known = reading.region->network.links;
  for (auto i = std::size_t{1}; i < links.size(); ++i) {
    if (!share_node(known, links[i - 1U], links[i])) {
      report(reading,
             "corridor_link.csv",
             fmt::format("branch '{}' breaks off between '{}' and '{}'",
                         branch,
                         known.id[links[i - 1U]],
                         known.id[links[i]]),
             "Add the links between them.",
             Severity::kWarning);
    }
  }
}

template <typename Rows>
std::set<LinkId> links_of(Rows const& rows) {
  auto result = std::set<LinkId>{};
  for (auto const& row : rows) {
    result.insert(row.link);
  }
  return result;
}

void check_ferries(Reading& reading) {
  auto const& links = reading.region->network.links;
  auto const known = links_of(reading.region->capacities.ferries.rows);
  for (auto const link : links.id.ids()) {
    if (links.mode[link] == Mode::kFerry && !known.contains(link)) {
      report(reading,
             links.fact[link],
             "link_id",
             fmt::format("ferry '{}' has no row in ferry.csv: it carries nothing", links.id[link]),
             "Add its capacity and headway.",
             Severity::kWarning);
    }
  }
}

void check_ports(Reading& reading) {
  auto const& network = reading.region->network;
  auto known = std::set<NodeId>{};
  for (auto const& row : reading.region->capacities.ports.rows) {
    known.insert(row.node);
  }
  for (auto const link : network.links.id.ids()) {
    auto const mode = network.links.mode[link];
    for (auto const node : {network.links.from[link], network.links.to[link]}) {
      auto const is_port = (mode == Mode::kSea || mode == Mode::kInlandWater) &&
                           !network.nodes.state[node].is_none();
      if (is_port && known.insert(node).second) {
        report(reading,
               network.nodes.fact[node],
               "node_id",
               fmt::format("port '{}' has no row in port.csv: its capacity is not bound",
                           network.nodes.id[node]),
               "Add its capacity.",
               Severity::kWarning);
      }
    }
  }
}

}  // namespace

void check_network(Reading& reading) {
  check_zones(reading);
  auto const& corridors = reading.region->network.corridors;
  for (auto const branch : corridors.branch.ids()) {
    check_branch(reading, corridors.branch[branch], corridors.links[branch]);
  }
  check_ferries(reading);
  check_ports(reading);
}

}  // namespace chorsu
