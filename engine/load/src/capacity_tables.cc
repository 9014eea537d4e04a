#include <utility>

#include <fmt/format.h>

#include "reading.h"
#include "words.h"

namespace chorsu {

namespace {

VolumeDelay volume_delay(Row const& row) {
  return {.capacity = measure(row, "capacity", kNotNegative),
          .alpha = number(row, "bpr_alpha", kNotNegative),
          .beta = number(row, "bpr_beta", kPositive)};
}

/// A reference to a link that has the wanted mode; none, with a finding, otherwise.
void check_mode(
    Reading const& reading, Row const& row, LinkId link, Mode mode, char const* remedy) {
  if (!link.is_none() && reading.region->network.links.mode[link] != mode) {
    report(row,
           "link_id",
           fmt::format("{} is no {} link", in_quotes(cell(row, "link_id")), to_string(mode)),
           remedy);
  }
}

void read_crossing_capacity(Reading& reading, Row const& row) {
  auto const link = reference(reading.ids.links, row, "link_id");
  if (!link.is_none() && !crosses_border(reading, link)) {
    report(row,
           "link_id",
           fmt::format("{} crosses no border", in_quotes(cell(row, "link_id"))),
           "Name a link between two states.");
  }
  reading.region->capacities.crossings.rows.push_back({link, volume_delay(row)});
}

void read_ferry(Reading& reading, Row const& row) {
  auto const link = reference(reading.ids.links, row, "link_id");
  check_mode(reading, row, link, Mode::kFerry, "Name a link of mode ferry.");
  auto const carries = choice<FerryCarries>(row,
                                            "carries",
                                            {{"wagons", FerryCarries::kWagons},
                                             {"trucks", FerryCarries::kTrucks},
                                             {"both", FerryCarries::kBoth}});
  reading.region->capacities.ferries.rows.push_back(
      {link, carries, volume_delay(row), measure(row, "headway", kNotNegative)});
}

}  // namespace

void read_capacities(Reading& reading) {
  for_each_row(reading, "capacity", [&](Row const& row) {
    add_id(reading.ids.capacities, row, "capacity_id");
    auto const delay = VolumeDelay{.capacity = measure(row, "capacity", kNotNegative),
                                   .alpha = measure(row, "bpr_alpha", kNotNegative).value,
                                   .beta = measure(row, "bpr_beta", kPositive).value};
    reading.region->capacities.defaults.rows.push_back(
        {std::string{cell(row, "capacity_id")}, delay});
  });
}

void read_facility_capacities(Reading& reading) {
  auto crossings = UniqueKey{.columns = {"link_id"}, .seen = {}};
  for_each_row(reading, "crossing_capacity", [&](Row const& row) {
    check_unique(row, crossings);
    read_crossing_capacity(reading, row);
  });
  auto ports = UniqueKey{.columns = {"node_id"}, .seen = {}};
  for_each_row(reading, "port", [&](Row const& row) {
    check_unique(row, ports);
    optional_number(row, "teu_capacity", kNotNegative);
    reading.region->capacities.ports.rows.push_back(
        {reference(reading.ids.nodes, row, "node_id"), volume_delay(row)});
  });
  auto ferries = UniqueKey{.columns = {"link_id"}, .seen = {}};
  for_each_row(reading, "ferry", [&](Row const& row) {
    check_unique(row, ferries);
    read_ferry(reading, row);
  });
}

}  // namespace chorsu
