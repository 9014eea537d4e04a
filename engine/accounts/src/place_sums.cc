#include <algorithm>
#include <cmath>
#include <utility>

#include "row_sums.h"

namespace chorsu {

namespace {

/// The arc's link; past the last link, the node of a transfer or connector.
std::size_t place_of(AccountInputs const& in, ArcId arc) {
  auto const& s = in.costs.supernetwork;
  if (auto const link = s.arcs.link[arc]; !link.is_none()) {
    return link.value;
  }
  auto const node = s.arcs.node[arc].is_none() ? s.ports.node[s.arcs.from[arc]] : s.arcs.node[arc];
  return in.network.links.id.size() + node.value;
}

PlaceShare share_at(AccountInputs const& in, std::size_t place, double contribution) {
  auto const links = in.network.links.id.size();
  auto share = PlaceShare{.contribution = contribution, .rows = {}};
  if (place < links) {
    share.link = LinkId{static_cast<std::uint32_t>(place)};
  } else {
    share.node = NodeId{static_cast<std::uint32_t>(place - links)};
  }
  return share;
}

/// Places that add something, largest first.
std::vector<std::size_t> ranked(std::vector<double> const& of_place) {
  auto places = std::vector<std::size_t>{};
  for (auto place = std::size_t{0}; place < of_place.size(); ++place) {
    if (of_place[place] != 0.0) {
      places.push_back(place);
    }
  }
  std::sort(places.begin(), places.end(), [&](auto a, auto b) {
    return std::pair{-std::abs(of_place[a]), a} < std::pair{-std::abs(of_place[b]), b};
  });
  return places;
}

}  // namespace

void add(FigureSums& sums, AccountInputs const& in, Lines const& lines, Paid const& paid) {
  auto const place = place_of(in, paid.arc);
  if (sums.of_place.size() <= place) {
    sums.of_place.resize(in.network.links.id.size() + in.network.nodes.id.size());
  }
  lines(paid.user, paid.arc, [&](ArcLine const& line) {
    add(sums.rows, line, paid.tonnes);
    sums.of_place[place] += paid.tonnes * line.contribution;
  });
  sums.paid.push_back(paid);
}

PlaceShares places_of(PriceLines const& known, Lines const& lines, FigureSums const& sums) {
  auto const& in = known.inputs;
  auto const places = ranked(sums.of_place);
  auto rank = std::vector<std::size_t>(sums.of_place.size(), kPlacesWithRows);
  for (auto i = std::size_t{0}; i < std::min(places.size(), kPlacesWithRows); ++i) {
    rank[places[i]] = i;
  }
  auto of_rank = std::vector<RowSums>(kPlacesWithRows);
  for (auto const& paid : sums.paid) {
    if (auto const at = rank[place_of(in, paid.arc)]; at < kPlacesWithRows) {
      lines(paid.user, paid.arc, [&](ArcLine const& line) { add(of_rank[at], line, paid.tonnes); });
    }
  }
  auto result = PlaceShares{};
  for (auto const place : places) {
    auto share = share_at(in, place, sums.of_place[place]);
    if (result.size() < kPlacesWithRows) {
      share.rows = rows_of(known, of_rank[result.size()]);
    }
    result.push_back(std::move(share));
  }
  return result;
}

}  // namespace chorsu
