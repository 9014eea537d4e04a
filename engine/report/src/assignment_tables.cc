#include "assignment_tables.h"

#include <iterator>

#include <fmt/format.h>

#include "csv_row.h"

#include "chorsu/report/write_assignment.h"

namespace chorsu {

namespace {

/// What a vehicle of a class spends on a link, in units of time.
double cost_of(AssignmentInput const& input, TrafficClassId of, TrafficLinkId link) {
  auto const& links = input.problem.network.links;
  auto const& traffic = input.problem.classes[of];
  return input.solution.time[link] + traffic.toll_weight * links.toll[link] +
         traffic.length_weight * links.length[link];
}

/// Adds numbers to a row that is begun.
template <typename... Numbers>
void append(std::string& row, Numbers... numbers) {
  (fmt::format_to(std::back_inserter(row), ",{}", numbers), ...);
}

std::string node_name(TrafficNetwork const& network, TrafficNodeId node) {
  return as_field(network.nodes.name[node]);
}

std::string zone_name(TrafficNetwork const& network, TrafficZoneId zone) {
  return as_field(network.zones.name[zone]);
}

/// Speed without traffic, in units of length an hour where time is in minutes; empty where that
/// says nothing.
std::string free_speed(TrafficNetwork::Links const& links, TrafficLinkId link) {
  constexpr auto kMinutes = 60.0;
  auto const time = links.free_flow_time[link];
  auto const length = links.length[link];
  return time > 0.0 && length > 0.0 ? fmt::format("{}", length / time * kMinutes) : std::string{};
}

/// The nodes and links of a path, between semicolons.
std::string way(TrafficNetwork const& network, std::vector<TrafficLinkId> const& links) {
  auto nodes = std::string{};
  auto rows = std::string{};
  for (auto const link : links) {
    auto const is_first = rows.empty();
    nodes += is_first ? network.nodes.name[network.links.from[link]] : std::string{};
    nodes += ';' + network.nodes.name[network.links.to[link]];
    fmt::format_to(std::back_inserter(rows), "{}{}", is_first ? "" : ";", link.value + 1U);
  }
  return as_field(nodes) + ',' + rows;
}

}  // namespace

std::string link_name(TrafficNetwork const& network, TrafficLinkId link) {
  auto const& name = network.links.name[link];
  return name.empty() ? network.nodes.name[network.links.from[link]] + '-' +
                            network.nodes.name[network.links.to[link]]
                      : name;
}

std::string link_flows_csv(AssignmentInput const& input) {
  auto const& [problem, solution] = input;
  auto const& network = problem.network;
  auto const several = problem.classes.size() > 1U;
  auto table = std::string{"from,to,volume,cost,time"};
  for (auto const of : problem.classes.ids()) {
    auto const& name = problem.classes[of].name;
    table += several ? ',' + as_field("volume_" + name) + ',' + as_field("cost_" + name) : "";
  }
  table += '\n';
  for (auto const link : network.links.from.ids()) {
    table += node_name(network, network.links.from[link]) + ',' +
             node_name(network, network.links.to[link]);
    append(
        table, solution.volume[link], cost_of(input, TrafficClassId{0}, link), solution.time[link]);
    for (auto const of : problem.classes.ids()) {
      if (several) {
        append(table, solution.class_volume(of, link), cost_of(input, of, link));
      }
    }
    table += '\n';
  }
  return table;
}

std::string convergence_csv(EquilibriumSolution const& solution) {
  auto table = std::string{"iteration,seconds,gap,objective\n"};
  for (auto const& step : solution.steps) {
    table += std::to_string(step.iteration);
    append(table, step.seconds, step.gap, step.objective);
    table += '\n';
  }
  return table;
}

std::string gmns_node_csv(TrafficNetwork const& network) {
  auto zone = Column<TrafficNodeId, TrafficZoneId>{};
  zone.values.resize(network.nodes.name.size());
  for (auto const id : network.zones.centroid.ids()) {
    zone[network.zones.centroid[id]] = id;
  }
  auto table = std::string{"node_id,x_coord,y_coord,node_type,zone_id\n"};
  for (auto const node : network.nodes.name.ids()) {
    table += node_name(network, node) + ",,,";
    table += network.nodes.through[node] == 0U ? "centroid" : "";
    table += ',' + (zone[node].is_none() ? std::string{} : zone_name(network, zone[node])) + '\n';
  }
  return table;
}

std::string gmns_link_csv(AssignmentInput const& input) {
  auto const& network = input.problem.network;
  auto const& links = network.links;
  auto table = std::string{
      "link_id,from_node_id,to_node_id,directed,length,lanes,capacity,free_speed,toll,VDF_alpha1,"
      "VDF_beta1,VDF_fftt1,volume,travel_time\n"};
  for (auto const link : links.from.ids()) {
    auto const& name = links.name[link];
    table += name.empty() ? std::to_string(link.value + 1U) : as_field(name);
    table += ',' + node_name(network, links.from[link]) + ',' + node_name(network, links.to[link]);
    append(table, "true", links.length[link], 1, links.capacity[link], free_speed(links, link));
    append(table,
           links.toll[link],
           links.b[link],
           links.power[link],
           links.free_flow_time[link],
           input.solution.volume[link],
           input.solution.time[link]);
    table += '\n';
  }
  return table;
}

std::string paths_csv(AssignmentInput const& input, double least_vehicles) {
  auto const& [problem, solution] = input;
  auto table = std::string{"class,origin,destination,path,vehicles,cost,nodes,links\n"};
  for (auto const of : problem.classes.ids()) {
    auto last = UsedPath{};
    auto number = 0;
    for (auto const& path : used_paths(problem, solution, of, least_vehicles)) {
      auto const is_same =
          path.origin == last.origin && path.destination == last.destination && number > 0;
      number = is_same ? number + 1 : 1;
      last.origin = path.origin;
      last.destination = path.destination;
      table += as_field(problem.classes[of].name) + ',' + zone_name(problem.network, path.origin) +
               ',' + zone_name(problem.network, path.destination);
      append(table, number, path.vehicles, path.cost);
      table += ',' + way(problem.network, path.links) + '\n';
    }
  }
  return table;
}

}  // namespace chorsu
