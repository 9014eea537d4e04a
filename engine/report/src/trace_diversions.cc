#include <fmt/format.h>

#include "trace_work.h"

namespace chorsu {

namespace {

std::string party_name(Network const& network, std::string const& party) {
  for (auto const state : network.states.id.ids()) {
    if (network.states.id[state] == party) {
      return network.states.name[state];
    }
  }
  return party == "sea" ? "the sea" : "nobody";
}

}  // namespace

void trace_diversions(TraceWork const& w) {
  auto const& t = w.t;
  auto const lanes = diversion_lanes(account_inputs(t.model, t.comparison.baseline),
                                     account_inputs(t.model, t.comparison.with_changes));
  for (auto const& row : t.comparison.diversion.rows) {
    auto const it = lanes.find({row.from, row.to});
    w.figures.push_back({fmt::format("diversion.{}.{}", row.from, row.to),
                         fmt::format("Transit that left {} for {}",
                                     party_name(w.network(), row.from),
                                     party_name(w.network(), row.to)),
                         "t/yr",
                         {0.0, row.tonnes},
                         lane_rows(t, {}, it == lanes.end() ? LaneShares{} : it->second, "t/yr"),
                         Years::kWith});
  }
}

}  // namespace chorsu
