#include "jacobian.h"

#include <algorithm>
#include <cmath>
#include <span>

#include <oneapi/tbb/parallel_for.h>

namespace chorsu {

namespace {

/// Passages of a route through active facilities.
struct RouteRow {
  std::uint16_t row;
  double hours;
};

struct PoolScratch {
  std::vector<std::vector<RouteRow>> routes;  ///< by place among the pool's used routes
  std::vector<double> by_scarcity;            ///< by place: sum over lanes of theta·tonnes
  std::vector<double> by_hours;               ///< the same times value of time
  std::vector<double> tonnes;                 ///< by active row, for one lane
  std::vector<double> hours;
  std::vector<std::uint16_t> touched;
};

std::size_t place_of(std::span<RouteId const> used, RouteId route) {
  return static_cast<std::size_t>(std::lower_bound(used.begin(), used.end(), route) - used.begin());
}

bool collect_routes(Assembly const& a, PoolId pool, PoolScratch& s) {
  auto const form = static_cast<unsigned>(a.state.pools->form[pool]);
  auto const used = a.state.sets.used[pool];
  auto any = false;
  if (s.routes.size() < used.size()) {
    s.routes.resize(used.size());
  }
  s.by_scarcity.assign(used.size(), 0.0);
  s.by_hours.assign(used.size(), 0.0);
  for (auto r = std::size_t{0}; r < used.size(); ++r) {
    auto& rows = s.routes[r];
    rows.clear();
    for (auto const edge : a.state.sets.edges[used[r]]) {
      for (auto i = a.active.first[edge.value]; i < a.active.first[edge.value + 1U]; ++i) {
        rows.push_back({a.active.passages[i].row, a.active.passages[i].hours[form]});
      }
    }
    any |= !rows.empty();
  }
  return any;
}

/// The part of the derivative that comes from the other routes of the lane and from its total:
/// (theta - epsilon)/T · (sum q n)(sum q m)'.
void subtract_mean(Assembly const& a, LaneId lane, double epsilon, PoolScratch& s, Matrix& m) {
  auto const scale = theta(a.p, lane);
  auto const vot = a.p.classes.value_of_time[a.p.lanes.user[lane]];
  s.touched.clear();
  auto const used = a.state.sets.used[a.state.pools->of_lane[lane]];
  auto const& lanes = a.state.sets.lane;
  for (auto i = lanes.first[lane.value]; i < lanes.first[lane.value + 1U]; ++i) {
    auto const q = a.loading.tonnes[i];
    for (auto const& row : s.routes[place_of(used, lanes.values[i].route)]) {
      if (s.tonnes[row.row] == 0.0) {
        s.touched.push_back(row.row);
      }
      s.tonnes[row.row] += q;
      s.hours[row.row] += q * row.hours;
    }
  }
  auto const factor = (scale - epsilon) / a.loading.lane_tonnes[lane];
  for (auto const to : s.touched) {
    auto const& column = a.active.rows[to];
    auto const weight =
        factor *
        (column.unknown == Unknown::kScarcity ? s.tonnes[to] : vot * column.slope * s.hours[to]);
    for (auto const from : s.touched) {
      m(from, to) -= s.tonnes[from] * weight;
    }
  }
  for (auto const row : s.touched) {
    s.tonnes[row] = 0.0;
    s.hours[row] = 0.0;
  }
}

void add_routes(Assembly const& a, std::size_t count, PoolScratch const& s, Matrix& m) {
  for (auto r = std::size_t{0}; r < count; ++r) {
    for (auto const& to : s.routes[r]) {
      auto const& column = a.active.rows[to.row];
      auto const weight = column.unknown == Unknown::kScarcity
                              ? s.by_scarcity[r]
                              : s.by_hours[r] * column.slope * to.hours;
      for (auto const& from : s.routes[r]) {
        m(from.row, to.row) += weight;
      }
    }
  }
}

void add_lane(Assembly const& a, LaneId lane, PoolScratch& s, Matrix& m) {
  auto const& lanes = a.state.sets.lane;
  auto const first = lanes.first[lane.value];
  auto const last = lanes.first[lane.value + 1U];
  auto const epsilon = std::isfinite(a.p.pivot.logsum[lane]) ? a.p.pivot.epsilon[lane] : 0.0;
  auto const fixed = last - first < 2U && epsilon == 0.0;
  if (first == last || fixed || a.loading.lane_tonnes[lane] <= 0.0) {
    return;
  }
  auto const used = a.state.sets.used[a.state.pools->of_lane[lane]];
  auto const scale = theta(a.p, lane);
  auto const vot = a.p.classes.value_of_time[a.p.lanes.user[lane]];
  for (auto i = first; i < last; ++i) {
    auto const place = place_of(used, lanes.values[i].route);
    s.by_scarcity[place] += scale * a.loading.tonnes[i];
    s.by_hours[place] += scale * vot * a.loading.tonnes[i];
  }
  subtract_mean(a, lane, epsilon, s, m);
}

void add_pool(Assembly const& a, PoolId pool, PoolScratch& s, Matrix& m) {
  if (!collect_routes(a, pool, s)) {
    return;
  }
  for (auto const lane : a.state.pools->lanes[pool]) {
    add_lane(a, lane, s, m);
  }
  add_routes(a, s.by_scarcity.size(), s, m);
}

}  // namespace

ActiveSet active_set(SearchGraph const& g,
                     std::vector<ActiveFacility> rows,
                     std::size_t facilities) {
  auto set = ActiveSet{};
  auto row_of = std::vector<std::uint16_t>(facilities, UINT16_MAX);
  for (auto i = std::size_t{0}; i < rows.size(); ++i) {
    row_of[rows[i].facility.value] = static_cast<std::uint16_t>(i);
  }
  set.rows = std::move(rows);
  set.first.push_back(0U);
  for (auto const edge : ids_of<EdgeId>(g.edges())) {
    for (auto const& passage : g.passages[edge]) {
      auto const row = row_of[passage.facility.value];
      if (row != UINT16_MAX) {
        set.passages.push_back({row, {passage.hours[0], passage.hours[1]}});
      }
    }
    set.first.push_back(static_cast<std::uint32_t>(set.passages.size()));
  }
  return set;
}

Matrix assemble(Assembly const& a) {
  constexpr auto kParts = 4U;  // fixed: sums do not depend on the thread count
  auto const size = static_cast<Eigen::Index>(a.active.rows.size());
  auto parts = std::vector<Matrix>(kParts, Matrix::Zero(size, size));
  tbb::parallel_for(0U, kParts, [&](unsigned part) {
    auto scratch = PoolScratch{};
    scratch.tonnes.assign(a.active.rows.size(), 0.0);
    scratch.hours.assign(a.active.rows.size(), 0.0);
    auto const first = block_start(*a.state.pools, std::size_t{kBlocks / kParts} * part);
    auto const last = block_start(*a.state.pools, std::size_t{kBlocks / kParts} * (part + 1U));
    for (auto pool = first; pool < last; ++pool) {
      add_pool(a, PoolId{pool}, scratch, parts[part]);
    }
  });
  for (auto part = 1U; part < kParts; ++part) {
    parts[0] += parts[part];
  }
  return std::move(parts[0]);
}

}  // namespace chorsu
