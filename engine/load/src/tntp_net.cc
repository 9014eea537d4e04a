#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "tntp_text.h"

namespace chorsu {

namespace {

constexpr auto kNames = std::array<char const*, 10>{"init_node",
                                                    "term_node",
                                                    "capacity",
                                                    "length",
                                                    "free_flow_time",
                                                    "b",
                                                    "power",
                                                    "speed",
                                                    "toll",
                                                    "link_type"};
constexpr auto kNeeded = std::size_t{7};  // speed, toll and type may be missing
constexpr auto kToll = std::size_t{8};

struct NetCounts {
  std::size_t zones;
  std::size_t nodes;
  std::size_t links;
  std::size_t first_through;  ///< number of the first node that carries through traffic
};

struct NetRow {
  std::array<std::string_view, kNames.size()> words{};
  std::size_t size{0U};
  bool more{false};  ///< words beyond those known
};

/// A network while its links are read.
struct Net {
  TntpText tntp;
  NetCounts counts{};
  TrafficNetwork network{};
  std::size_t rows{0U};
  std::size_t shut{0U};
  bool told_more{false};
};

std::optional<NetCounts> read_counts(TntpText& tntp) {
  auto const zones = count(tntp, "NUMBER OF ZONES");
  auto const nodes = count(tntp, "NUMBER OF NODES");
  auto const links = count(tntp, "NUMBER OF LINKS");
  auto const has_first = tntp.metadata.contains("FIRST THRU NODE");
  auto const first = has_first ? count(tntp, "FIRST THRU NODE") : std::size_t{1};
  if (!zones || !nodes || !links || !first) {
    return std::nullopt;
  }
  if (*zones > *nodes) {
    report(tntp,
           tntp.metadata.find("NUMBER OF ZONES")->second.line,
           "<NUMBER OF ZONES>",
           fmt::format("{} zones, but only {} nodes", *zones, *nodes),
           "Zones are the first nodes: there cannot be more of them.");
    return std::nullopt;
  }
  return NetCounts{*zones, *nodes, *links, *first};
}

/// The words of a row up to its semicolon, which may be missing.
NetRow split(std::string_view line) {
  auto row = NetRow{};
  for (auto word = next_word(line, ";"); !word.empty() && word != ";";
       word = next_word(line, ";")) {
    if (row.size == kNames.size()) {
      row.more = true;
      break;
    }
    row.words[row.size++] = word;
  }
  return row;
}

void report_cell(Net& net, std::size_t field, std::string message, std::string remedy) {
  report(net.tntp, net.tntp.lines.line, kNames[field], std::move(message), std::move(remedy));
}

TrafficNodeId node(Net& net, NetRow const& row, std::size_t field) {
  auto const number = whole_number(row.words[field]);
  if (!number || *number == 0U || *number > net.counts.nodes) {
    report_cell(net,
                field,
                "no node " + in_quotes(row.words[field]),
                fmt::format("Write a number from 1 to {}.", net.counts.nodes));
    return TrafficNodeId::none();
  }
  return TrafficNodeId{static_cast<std::uint32_t>(*number - 1U)};
}

/// A number from 0; 0 where the field is missing.
double amount(Net& net, NetRow const& row, std::size_t field) {
  if (field >= row.size) {
    return 0.0;
  }
  auto const x = finite_number(row.words[field]);
  if (!x) {
    report_cell(net, field, "not a number: " + in_quotes(row.words[field]), "Write a number.");
  } else if (*x < 0.0) {
    report_cell(net, field, "below 0: " + in_quotes(row.words[field]), "Write a number from 0.");
  }
  return x.value_or(0.0);
}

/// A link to itself lies on no path: it keeps its row and is taken out.
void check_loop(Net& net, TrafficLinkId link) {
  auto& links = net.network.links;
  if (links.from[link] == links.to[link] && !links.from[link].is_none()) {
    links.open[link] = 0U;
    report(net.tntp,
           net.tntp.lines.line,
           {},
           fmt::format("from node {} to itself: it carries nothing", links.from[link].value + 1U),
           {},
           Severity::kWarning);
  }
}

void read_link(Net& net, NetRow const& row) {
  auto& links = net.network.links;
  links.from.push_back(node(net, row, 0U));
  auto const id = links.to.push_back(node(net, row, 1U));
  links.name.push_back({});
  auto const capacity = amount(net, row, 2U);
  links.capacity.push_back(capacity);
  links.length.push_back(amount(net, row, 3U));
  auto const time = amount(net, row, 4U);
  links.free_flow_time.push_back(time);
  auto const b = amount(net, row, 5U);
  auto const power = amount(net, row, 6U);
  links.b.push_back(b);
  links.power.push_back(power);
  links.toll.push_back(amount(net, row, kToll));
  links.open.push_back(1U);
  net.shut += capacity == 0.0 && b * time * power > 0.0 ? 1U : 0U;
  check_loop(net, id);
}

void read_row(Net& net, std::string_view line) {
  auto const row = split(line);
  if (row.size == 0U) {
    return;
  }
  ++net.rows;
  if (row.size < kNeeded) {
    report(net.tntp,
           net.tntp.lines.line,
           kNames[row.size],
           fmt::format("missing: the link has {} of its {} fields", row.size, kNames.size()),
           "Only speed, toll and link_type may be left out.");
    return;
  }
  if (row.more && !std::exchange(net.told_more, true)) {
    report(net.tntp,
           net.tntp.lines.line,
           {},
           fmt::format("more than {} fields: what follows link_type is not used", kNames.size()),
           {},
           Severity::kWarning);
  }
  read_link(net, row);
}

void check_rows(Net& net) {
  if (net.rows != net.counts.links) {
    report(net.tntp,
           net.tntp.metadata.find("NUMBER OF LINKS")->second.line,
           "<NUMBER OF LINKS>",
           fmt::format("{} announced, {} found", net.counts.links, net.rows),
           "Check that the file is whole, then write how many there are.");
  }
  if (net.shut > 0U && net.tntp.errors == 0U) {
    report(net.tntp,
           0U,
           {},
           fmt::format("shut, for their time depends on their volume: links of capacity 0, {}",
                       net.shut),
           {},
           Severity::kNote);
  }
}

void add_nodes(NetCounts const& counts, TrafficNetwork& network) {
  for (auto i = std::size_t{1}; i <= counts.nodes; ++i) {
    auto const node = network.nodes.name.push_back(std::to_string(i));
    network.nodes.through.push_back(i >= counts.first_through ? 1U : 0U);
    if (i <= counts.zones) {
      network.zones.name.push_back(std::to_string(i));
      network.zones.centroid.push_back(node);
    }
  }
}

}  // namespace

TrafficNetwork read_net(NamedText const& file, Problems& problems) {
  auto net = Net{.tntp = {.file = file, .problems = problems}};
  if (!read_metadata(net.tntp)) {
    return {};
  }
  auto const counts = read_counts(net.tntp);
  if (!counts) {
    return {};
  }
  net.counts = *counts;
  add_nodes(net.counts, net.network);
  while (auto const line = next_line(net.tntp)) {
    read_row(net, *line);
  }
  if (net.tntp.lines.rest.empty()) {
    check_rows(net);
  }
  return std::move(net.network);
}

}  // namespace chorsu
