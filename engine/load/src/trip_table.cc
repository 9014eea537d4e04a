#include "trip_table.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace chorsu {

namespace {

using Entry = TripTable::Entry;

bool is_before(Entry const& a, Entry const& b) {
  return std::pair{a.origin, a.destination} < std::pair{b.origin, b.destination};
}

bool is_same_pair(Entry const& a, Entry const& b) {
  return a.origin == b.origin && a.destination == b.destination;
}

/// Adds up pairs that stand twice; how many that were.
std::size_t merge(std::vector<Entry>& sorted) {
  auto out = sorted.begin();
  for (auto const& entry : sorted) {
    if (out != sorted.begin() && is_same_pair(*(out - 1), entry)) {
      (out - 1)->vehicles += entry.vehicles;
    } else {
      *out++ = entry;
    }
  }
  auto const doubled = static_cast<std::size_t>(sorted.end() - out);
  sorted.erase(out, sorted.end());
  return doubled;
}

void tell(TripTable const& table,
          std::size_t doubled,
          std::string const& file,
          Problems& problems) {
  auto const say = [&](Severity severity, std::string message, std::string remedy) {
    add(problems, Finding{severity, file, 0U, {}, std::move(message), std::move(remedy)});
  };
  if (table.within > 0U) {
    say(Severity::kNote,
        fmt::format("{:.10g} trips within {} {} are left out: they use no link",
                    table.within_vehicles,
                    table.within,
                    table.within == 1U ? "zone" : "zones"),
        {});
  }
  if (doubled > 0U) {
    say(Severity::kWarning,
        fmt::format("{} {} more than once: their trips are added up",
                    doubled,
                    doubled == 1U ? "pair of zones stands" : "pairs of zones stand"),
        "Check that none is a repetition by mistake.");
  }
  if (table.entries.empty()) {
    say(Severity::kWarning, "no trips between zones", "Check that this is the trip table.");
  }
}

}  // namespace

void add(TripTable& table, Entry const& entry) {
  table.total += entry.vehicles;
  if (entry.vehicles == 0.0) {
    return;
  }
  if (entry.origin == entry.destination) {
    ++table.within;
    table.within_vehicles += entry.vehicles;
    return;
  }
  table.entries.push_back(entry);
}

Rows<TrafficZoneId, Trip> in_order(TripTable table,
                                   std::size_t zones,
                                   std::string const& file,
                                   Problems& problems) {
  auto& entries = table.entries;
  if (!std::is_sorted(entries.begin(), entries.end(), is_before)) {
    std::sort(entries.begin(), entries.end(), is_before);
  }
  auto const doubled = merge(entries);
  tell(table, doubled, file, problems);
  auto rows = Rows<TrafficZoneId, Trip>{};
  rows.first.reserve(zones + 1U);
  rows.values.reserve(entries.size());
  auto at = entries.begin();
  for (auto const origin : ids_of<TrafficZoneId>(zones)) {
    for (; at != entries.end() && at->origin == origin; ++at) {
      rows.values.push_back({at->destination, at->vehicles});
    }
    rows.first.push_back(static_cast<std::uint32_t>(rows.values.size()));
  }
  return rows;
}

}  // namespace chorsu
