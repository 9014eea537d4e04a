#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "chorsu/load/gmns.h"
#include "chorsu/load/ktab.h"
#include "chorsu/load/omx.h"
#include "chorsu/load/tntp.h"

namespace chorsu::test {

/// Stands between the files of one input.
inline constexpr auto kNextFile = std::string_view{"\n%%%\n"};

/// The next file of an input; empty after the last.
inline std::string_view next_file(std::string_view& input) {
  auto const end = input.find(kNextFile);
  auto const file = input.substr(0U, end);
  input.remove_prefix(end == std::string_view::npos ? input.size() : end + kNextFile.size());
  return file;
}

inline void must(bool holds) {
  if (!holds) {
    std::abort();
  }
}

/// Whatever was read, it is whole and its ids are those of rows, or it is refused with an error.
inline void check(LoadedTraffic const& loaded) {
  must((loaded.problem == nullptr) == has_errors(loaded.findings));
  if (loaded.problem == nullptr) {
    return;
  }
  auto const& [nodes, zones, links] = loaded.problem->network;
  auto const size = links.from.size();
  must(nodes.through.size() == nodes.name.size());
  must(zones.centroid.size() == zones.name.size());
  for (auto const* column : {&links.capacity,
                             &links.length,
                             &links.free_flow_time,
                             &links.b,
                             &links.power,
                             &links.toll}) {
    must(column->size() == size);
    must(
        std::ranges::all_of(column->values, [](double x) { return std::isfinite(x) && x >= 0.0; }));
  }
  must(links.name.size() == size && links.to.size() == size && links.open.size() == size);
  for (auto const link : links.from.ids()) {
    must(links.from[link].value < nodes.name.size() && links.to[link].value < nodes.name.size());
  }
  for (auto const& traffic : loaded.problem->classes.values) {
    must(traffic.trips.size() == zones.name.size());
    for (auto const origin : traffic.trips.ids()) {
      auto last = TrafficZoneId::none();
      for (auto const& trip : traffic.trips[origin]) {
        must(trip.destination.value < zones.name.size() && trip.destination != origin);
        must(last.is_none() || last < trip.destination);
        must(trip.vehicles > 0.0 && std::isfinite(trip.vehicles));
        last = trip.destination;
      }
    }
  }
}

/// A net file, then any number of trip tables.
inline void fuzz_tntp(std::string_view input) {
  auto const net = next_file(input);
  auto trips = std::vector<NamedText>{};
  while (!input.empty()) {
    trips.push_back({"trips.tntp", next_file(input)});
  }
  check(parse_tntp({"net.tntp", net}, trips));
}

/// node.csv, link.csv, demand.csv, zone.csv, config.csv; the last two where they are not empty.
inline void fuzz_gmns(std::string_view input) {
  auto const named = [](char const* name, std::string_view text) {
    return NamedBytes{name, {text.begin(), text.end()}};
  };
  auto tables = GmnsTables{.node = named("node.csv", next_file(input)),
                           .link = named("link.csv", next_file(input))};
  auto demand = std::vector<NamedBytes>{};
  demand.push_back(named("demand.csv", next_file(input)));
  auto const zone = next_file(input);
  auto const config = next_file(input);
  if (!zone.empty()) {
    tables.zone = named("zone.csv", zone);
  }
  if (!config.empty()) {
    tables.config = named("config.csv", config);
  }
  check(parse_gmns(std::move(tables), std::move(demand)));
}

/// A KTAB file: its actors can negotiate, or it is refused with an error.
inline void fuzz_ktab(std::string_view input) {
  auto const loaded = parse_ktab({input.begin(), input.end()}, "k.csv");
  must(loaded.actors.has_value() != has_errors(loaded.findings));
  if (!loaded.actors) {
    return;
  }
  auto const& actors = *loaded.actors;
  must(actors.name.size() >= 2U && actors.dimension.size() >= 1U);
  for (auto const& turn : negotiate(actors, {.most_turns = 2U}).turns) {
    must(
        std::ranges::all_of(turn.position.values, [](double x) { return x >= 0.0 && x <= 100.0; }));
    must(std::ranges::all_of(turn.win_probability.values,
                             [](double p) { return p >= 0.0 && p <= 1.0; }));
  }
}

/// An OMX file, of which every matrix is read.
inline void fuzz_omx(std::string_view input) {
  constexpr auto kMostRows = std::size_t{16};
  auto findings = Findings{};
  auto const file = open_omx({input.begin(), input.end()}, "m.omx", findings);
  must(file.has_value() != has_errors(findings));
  if (!file) {
    return;
  }
  auto rows = std::vector<double>(std::min(file->rows, kMostRows) * file->columns);
  for (auto const& matrix : file->matrices) {
    must(rows_at_once(*file, matrix) <= file->rows);
    read_rows(*file, matrix, 0U, rows, findings);
  }
}

}  // namespace chorsu::test
