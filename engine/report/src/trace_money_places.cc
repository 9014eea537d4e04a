#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "trace_rows.h"

namespace chorsu {

namespace {

constexpr auto kPlaces = std::size_t{6};  ///< a figure; the others are summed
constexpr auto kRows = std::size_t{4};    ///< a place

/// A place in both futures; none where nothing is paid there.
struct Both {
  PlaceShare const* without{nullptr};
  PlaceShare const* with{nullptr};

  PlaceShare const& any() const { return with == nullptr ? *without : *with; }
  Change contribution() const {
    return {without == nullptr ? 0.0 : without->contribution,
            with == nullptr ? 0.0 : with->contribution};
  }
  double size() const {
    auto const change = contribution();
    return std::max(std::abs(change.baseline), std::abs(change.scenario));
  }
};

std::vector<Both> paired(PlaceShares const& without, PlaceShares const& with) {
  auto places = std::map<std::pair<LinkId, NodeId>, Both>{};
  for (auto const& share : without) {
    places[{share.link, share.node}].without = &share;
  }
  for (auto const& share : with) {
    places[{share.link, share.node}].with = &share;
  }
  auto result = std::vector<Both>{};
  for (auto const& [place, both] : places) {
    if (both.size() > 0.0) {
      result.push_back(both);
    }
  }
  auto const rank = [](Both const& x) { return std::tuple{-x.size(), x.any().link, x.any().node}; };
  std::sort(result.begin(), result.end(), [&](auto const& a, auto const& b) {
    return rank(a) < rank(b);
  });
  return result;
}

TraceRow rest_row(std::string name, Change const& contribution) {
  auto row = TraceRow{};
  row.name = std::move(name);
  row.reading = Reading::kNone;
  row.contribution = contribution;
  return row;
}

/// What is missing to the whole, where a place has rows in one future only.
void complete(Change const& of, std::vector<TraceRow>& rows) {
  auto whole = of;
  for (auto const& row : rows) {
    whole.baseline -= row.contribution.baseline;
    whole.scenario -= row.contribution.scenario;
  }
  auto const rounding = 1e-9 * std::max(std::abs(of.baseline), std::abs(of.scenario));
  auto const is_small = [&](double x) { return std::abs(x) <= rounding; };
  if (!is_small(whole.baseline) || !is_small(whole.scenario)) {
    rows.push_back(rest_row("rows of the other year", whole));
  }
}

TracePlace place_of(Tracing const& t, Both const& both, Basis basis) {
  auto const& network = t.region().network;
  auto const& share = both.any();
  auto const none = RowShares{};
  auto place = TracePlace{};
  place.id = share.link.is_none() ? network.nodes.id[share.node] : network.links.id[share.link];
  place.name = share.link.is_none() ? network.nodes.name[share.node] + " (transfer)"
                                    : link_name(network, share.link);
  place.contribution = both.contribution();
  place.rows = price_rows(t,
                          both.without == nullptr ? none : both.without->rows,
                          both.with == nullptr ? none : both.with->rows,
                          basis,
                          kRows);
  complete(place.contribution, place.rows);
  return place;
}

}  // namespace

std::vector<TracePlace> price_places(Tracing const& t,
                                     PlaceShares const& without,
                                     PlaceShares const& with,
                                     Basis basis) {
  auto const places = paired(without, with);
  auto result = std::vector<TracePlace>{};
  auto rest = Change{};
  for (auto const& both : places) {
    if (result.size() < kPlaces) {
      result.push_back(place_of(t, both, basis));
      continue;
    }
    rest.baseline += both.contribution().baseline;
    rest.scenario += both.contribution().scenario;
  }
  if (places.size() > result.size()) {
    auto const name = fmt::format("{} other links and places", places.size() - result.size());
    result.push_back({{}, name, rest, {rest_row(name, rest)}});
  }
  return result;
}

}  // namespace chorsu
