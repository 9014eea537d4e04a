#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "gmns_tables.h"

namespace chorsu {

namespace {

/// Bureau of Public Roads 1964.
constexpr auto kUsualB = 0.15;
constexpr auto kUsualPower = 4.0;
constexpr auto kLeastSpeed = 1e-100;

/// What no car may use; a link with any other use is for cars too.
constexpr auto kNotCars = std::array<std::string_view, 14>{"walk",
                                                           "bike",
                                                           "bicycle",
                                                           "pedestrian",
                                                           "foot",
                                                           "transit",
                                                           "bus",
                                                           "rail",
                                                           "railway",
                                                           "tram",
                                                           "subway",
                                                           "ferry",
                                                           "parking",
                                                           "shoulder"};

struct LinkColumns {
  GmnsColumn id;
  GmnsColumn from;
  GmnsColumn to;
  GmnsColumn directed;
  GmnsColumn length;
  GmnsColumn lanes;
  GmnsColumn capacity;
  GmnsColumn all_capacity;  ///< of all lanes
  GmnsColumn speed;
  GmnsColumn time;
  GmnsColumn b;
  GmnsColumn power;
  GmnsColumn toll;
  GmnsColumn uses;
};

/// Links while they are read, and how often something had to be supposed.
struct Reading {
  GmnsUnits units;
  GmnsIds<TrafficNodeId> const& nodes;
  TrafficNetwork& network;
  LinkColumns columns{};
  std::size_t of_speed{0U};  ///< whose time is that of length and speed
  std::size_t without_capacity{0U};
  std::size_t not_for_cars{0U};
  std::size_t loops{0U};
  std::size_t shut{0U};
};

struct Link {
  TrafficNodeId from;
  TrafficNodeId to;
  double capacity;
  double length;
  double time;
  double b;
  double power;
  double toll;
  bool open;
};

LinkColumns columns_of(std::span<std::string_view const> header) {
  return {.id = find_column(header, {"link_id"}),
          .from = find_column(header, {"from_node_id", "from_node", "a_node"}),
          .to = find_column(header, {"to_node_id", "to_node", "b_node"}),
          .directed = find_column(header, {"directed"}),
          .length = find_column(header, {"length", "distance"}),
          .lanes = find_column(header, {"lanes"}),
          .capacity = find_column(header, {"capacity"}),
          .all_capacity = find_column(header, {"vdf_cap", "vdf_cap1"}),
          .speed = find_column(header, {"free_speed"}),
          .time = find_column(header, {"vdf_fftt", "vdf_fftt1", "free_flow_time", "fftt"}),
          .b = find_column(header, {"vdf_alpha", "vdf_alpha1", "b", "alpha"}),
          .power = find_column(header, {"vdf_beta", "vdf_beta1", "power", "beta"}),
          .toll = find_column(header, {"toll", "vdf_toll", "vdf_toll1"}),
          .uses = find_column(header, {"allowed_uses", "allowed_use"})};
}

std::string in_small(std::string_view word) {
  auto result = std::string{word};
  std::ranges::transform(result, result.begin(), [](unsigned char c) { return std::tolower(c); });
  return result;
}

bool is_for_cars(std::string_view uses) {
  if (uses.empty()) {
    return true;
  }
  while (!uses.empty()) {
    auto const end = uses.find_first_of(",;| ");
    auto const use = in_small(uses.substr(0U, end));
    if (!use.empty() && std::ranges::find(kNotCars, use) == kNotCars.end()) {
      return true;
    }
    uses.remove_prefix(end == std::string_view::npos ? uses.size() : end + 1U);
  }
  return false;
}

TrafficNodeId node(Reading const& reading, GmnsRow const& row, GmnsColumn column) {
  auto const id = id_text(row, column);
  auto const found = reading.nodes.find(id);
  if (found == reading.nodes.end()) {
    report(row, column, "no node " + in_quotes(id) + " in node.csv", "Write a node_id.");
    return TrafficNodeId::none();
  }
  return found->second;
}

/// Free-flow time in minutes.
double time_of(Reading& reading, GmnsRow const& row, std::optional<double> length) {
  auto const& columns = reading.columns;
  if (auto const minutes = amount(row, columns.time)) {
    return *minutes;
  }
  if (length && *length == 0.0) {
    return 0.0;
  }
  auto const speed = amount(row, columns.speed);
  if (!length || !speed) {
    report(row,
           columns.time,
           "no free-flow time",
           "Give length and free_speed, or vdf_fftt in minutes.");
    return 0.0;
  }
  if (*speed <= kLeastSpeed) {
    report(row, columns.speed, "a speed of 0", "Give a free-flow speed above 0.");
    return 0.0;
  }
  ++reading.of_speed;
  return *length / *speed * reading.units.minutes;
}

/// Of all lanes; nothing where the table does not say.
std::optional<double> capacity_of(Reading const& reading, GmnsRow const& row) {
  if (auto const all = amount(row, reading.columns.all_capacity)) {
    return all;
  }
  auto const lane = amount(row, reading.columns.capacity);
  auto const lanes = amount(row, reading.columns.lanes).value_or(1.0);
  return lane ? std::optional{*lane * lanes} : std::nullopt;
}

bool is_directed(Reading const& reading, GmnsRow const& row) {
  auto const word = in_small(text(row, reading.columns.directed));
  if (word.empty() || word == "1" || word == "true" || word == "yes" || word == "t") {
    return true;
  }
  if (word != "0" && word != "false" && word != "no" && word != "f") {
    report(row,
           reading.columns.directed,
           "neither true nor false: " + in_quotes(word),
           "Write true where travel goes only from from_node_id to to_node_id.");
  }
  return false;
}

Link read_link(Reading& reading, GmnsRow const& row) {
  auto const& columns = reading.columns;
  auto link = Link{};
  link.from = node(reading, row, columns.from);
  link.to = node(reading, row, columns.to);
  auto const length = amount(row, columns.length);
  link.length = length.value_or(0.0);
  link.time = time_of(reading, row, length);
  link.toll = amount(row, columns.toll).value_or(0.0);
  auto const capacity = capacity_of(reading, row);
  link.capacity = capacity.value_or(0.0);
  link.b = capacity ? amount(row, columns.b).value_or(kUsualB) : 0.0;
  link.power = amount(row, columns.power).value_or(kUsualPower);
  auto const for_cars = is_for_cars(text(row, columns.uses));
  auto const is_loop = link.from == link.to && !link.from.is_none();
  link.open = for_cars && !is_loop;
  reading.without_capacity += capacity ? 0U : 1U;
  reading.not_for_cars += for_cars ? 0U : 1U;
  reading.loops += is_loop ? 1U : 0U;
  reading.shut += capacity && link.capacity == 0.0 && link.b * link.time * link.power > 0.0;
  return link;
}

void add_link(TrafficNetwork& network, std::string name, Link const& link) {
  auto& links = network.links;
  links.name.push_back(std::move(name));
  links.from.push_back(link.from);
  links.to.push_back(link.to);
  links.capacity.push_back(link.capacity);
  links.length.push_back(link.length);
  links.free_flow_time.push_back(link.time);
  links.b.push_back(link.b);
  links.power.push_back(link.power);
  links.toll.push_back(link.toll);
  links.open.push_back(link.open ? 1U : 0U);
}

void read_row(Reading& reading, GmnsRow const& row) {
  auto link = read_link(reading, row);
  auto const id = std::string{id_text(row, reading.columns.id)};
  add_link(reading.network, id, link);
  if (!is_directed(reading, row)) {
    std::swap(link.from, link.to);
    add_link(reading.network, id.empty() ? id : id + ":reverse", link);
  }
}

bool has_columns(Reading& reading, GmnsRow const& header) {
  reading.columns = columns_of(header.header);
  if (!reading.columns.from) {
    report_missing(header, "from_node_id");
  }
  if (!reading.columns.to) {
    report_missing(header, "to_node_id");
  }
  return reading.columns.from && reading.columns.to;
}

void tell(Reading const& reading, std::string const& file, Problems& problems) {
  auto const note = [&](std::size_t count, char const* what) {
    if (count > 0U && problems.errors == 0U) {
      add(problems, Finding{Severity::kNote, file, 0U, {}, fmt::format("{}: {}", what, count), {}});
    }
  };
  if (!reading.units.stated) {
    note(reading.of_speed,
         "links whose free_speed is taken as units of length an hour, for config.csv has no units");
  }
  note(reading.without_capacity, "links without a capacity, whose time is constant");
  note(reading.not_for_cars, "links shut, for allowed_uses has no cars");
  note(reading.loops, "links shut, for they lead from a node to itself");
  note(reading.shut, "links shut, for their time depends on their volume and their capacity is 0");
}

}  // namespace

void read_links(NamedBytes& table,
                GmnsUnits units,
                GmnsIds<TrafficNodeId> const& nodes,
                TrafficNetwork& network,
                Problems& problems) {
  auto reading = Reading{.units = units, .nodes = nodes, .network = network};
  auto const begin = [&](GmnsRow const& header) { return has_columns(reading, header); };
  auto const use = [&](GmnsRow const& row) { read_row(reading, row); };
  read_table(table, {begin, use}, problems);
  tell(reading, table.name, problems);
}

}  // namespace chorsu
