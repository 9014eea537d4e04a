#include <algorithm>
#include <cctype>
#include <cmath>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "tntp_text.h"

namespace chorsu {

namespace {

constexpr auto kMarks = std::string_view{":;"};
/// Totals of the public files are rounded in their last digits.
constexpr auto kTotalTolerance = 1e-6;

/// A trip table while it is read.
struct Trips {
  TntpText tntp;
  std::size_t zones;
  TripTable table{};
  TrafficZoneId origin{};
  bool began{false};  ///< an origin has been named, known or not
};

bool is_origin(std::string_view word) {
  constexpr auto kOrigin = std::string_view{"origin"};
  return std::ranges::equal(
      word, kOrigin, [](unsigned char a, char b) { return std::tolower(a) == b; });
}

TrafficZoneId zone(Trips& trips, std::string_view word, char const* column) {
  auto const number = whole_number(word);
  if (!number || *number == 0U || *number > trips.zones) {
    report(trips.tntp,
           trips.tntp.lines.line,
           column,
           "no zone " + in_quotes(word),
           fmt::format("Write a number from 1 to {}.", trips.zones));
    return TrafficZoneId::none();
  }
  return TrafficZoneId{static_cast<std::uint32_t>(*number - 1U)};
}

std::optional<double> vehicles(Trips& trips, std::string_view word) {
  auto const x = finite_number(word);
  if (!x || *x < 0.0) {
    report(trips.tntp,
           trips.tntp.lines.line,
           "trips",
           (x ? "below 0: " : "not a number: ") + in_quotes(word),
           "Write a number from 0.");
    return std::nullopt;
  }
  return x;
}

/// Reads "destination : trips", of which the first word is read; false when that is not what stands
/// there.
bool read_pair(Trips& trips, std::string_view first, std::string_view& line) {
  auto const colon = next_word(line, kMarks);
  auto const second = colon == ":" ? next_word(line, kMarks) : std::string_view{};
  if (second.empty() || kMarks.find(second) != std::string_view::npos) {
    report(trips.tntp,
           trips.tntp.lines.line,
           {},
           "not a pair 'destination : trips;' at " + in_quotes(first),
           "Write a colon between the two and a semicolon after them.");
    return false;
  }
  if (!trips.began) {
    report(trips.tntp,
           trips.tntp.lines.line,
           {},
           "trips before the first Origin",
           "Write a line 'Origin' with its zone above them.");
    return false;
  }
  auto const destination = zone(trips, first, "destination");
  auto const amount = vehicles(trips, second);
  if (!trips.origin.is_none() && !destination.is_none() && amount) {
    add(trips.table, {trips.origin, destination, *amount});
  }
  return true;
}

void read_line(Trips& trips, std::string_view line) {
  for (auto word = next_word(line, kMarks); !word.empty(); word = next_word(line, kMarks)) {
    if (is_origin(word)) {
      trips.origin = zone(trips, next_word(line, kMarks), "Origin");
      trips.began = true;
    } else if (word != ";" && !read_pair(trips, word, line)) {
      return;
    }
  }
}

void check_zones(Trips& trips) {
  auto const found = trips.tntp.metadata.find("NUMBER OF ZONES");
  auto const stated =
      found == trips.tntp.metadata.end() ? std::nullopt : whole_number(found->second.text);
  if (stated && *stated != trips.zones) {
    report(trips.tntp,
           found->second.line,
           "<NUMBER OF ZONES>",
           fmt::format("{} zones, the network has {}", *stated, trips.zones),
           "Check that these trips belong to this network.",
           Severity::kWarning);
  }
}

void check_total(Trips& trips) {
  auto const found = trips.tntp.metadata.find("TOTAL OD FLOW");
  auto const stated =
      found == trips.tntp.metadata.end() ? std::nullopt : finite_number(found->second.text);
  auto const sum = trips.table.total;
  if (stated && std::abs(*stated - sum) > kTotalTolerance * std::max(std::abs(*stated), sum)) {
    report(trips.tntp,
           found->second.line,
           "<TOTAL OD FLOW>",
           fmt::format("{:.12g} trips, but the table adds up to {:.12g}", *stated, sum),
           "Check that the file is whole; the table is what counts.",
           Severity::kWarning);
  }
}

}  // namespace

Rows<TrafficZoneId, Trip> read_trips(NamedText const& file, std::size_t zones, Problems& problems) {
  auto trips = Trips{.tntp = {.file = file, .problems = problems}, .zones = zones};
  if (!read_metadata(trips.tntp)) {
    return {};
  }
  check_zones(trips);
  while (auto const line = next_line(trips.tntp)) {
    read_line(trips, *line);
  }
  if (trips.tntp.errors > 0U) {
    return {};
  }
  check_total(trips);
  return in_order(std::move(trips.table), zones, file.name, problems);
}

}  // namespace chorsu
