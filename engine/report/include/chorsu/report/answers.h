#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "chorsu/accounts/trade_facilitation.h"
#include "chorsu/run/simulate.h"

namespace chorsu {

/// One number in both futures of a comparison.
struct Change {
  double baseline{0.0};
  double scenario{0.0};
  double difference() const { return scenario - baseline; }
  /// Relative to the baseline [1], 0 where the baseline is 0.
  double relative() const { return baseline != 0.0 ? difference() / baseline : 0.0; }
};

struct StateAnswer {
  StateId state;
  Change transit_tonnes;   ///< t/yr
  Change transit_tkm;      ///< t·km/yr
  Change transit_revenue;  ///< US$/yr
  Change trade_tonnes;     ///< t/yr
  Change trade_cost;       ///< US$/yr
  Change unit_cost;        ///< US$/t, trade cost over trade tonnes
  Change neighbour_max;    ///< share of foreign trade, as all exposures
  Change neighbour_herfindahl;
  Change crossing_max;
  Change crossing_herfindahl;
  Change corridor_max;
  double surplus{0.0};  ///< US$/yr, scenario less baseline
};

/// CAREC's indicators in both futures.
struct FacilitationAnswer {
  TradeFacilitation baseline;
  TradeFacilitation scenario;
};

struct CorridorAnswer {
  CorridorId corridor;
  Change tonnes;  ///< t/yr, mean flow on the main branch
  Change tkm;     ///< t·km/yr on all links
  FacilitationAnswer rail{};
  FacilitationAnswer road{};
};

struct CrossingAnswer {
  LinkId link;
  Change tonnes;  ///< t/yr, both directions
};

/// One direction of a crossing whose terms are not the same in both futures.
struct BorderAnswer {
  LinkId link;
  bool reversed{false};
  Change hours;  ///< h on both sides together, without queues
  Change fee;    ///< US$ on both sides, by `unit`
  FeeUnit unit{FeeUnit::kPerTruck};
  std::vector<CommodityId> barred;  ///< may not cross in the scenario and may in the baseline
  std::vector<FactId> rules;        ///< rows of the package that hold in one of the two alone
};

struct LinkAnswer {
  LinkId link;
  Change tonnes;  ///< t/yr, both directions
};

struct FacilityAnswer {
  FacilityId facility;
  Change capacity;      ///< t/yr
  Change flow;          ///< t/yr
  Change scarcity;      ///< US$/t
  double fullest{0.0};  ///< flow over capacity, the larger of the two futures
};

/// Facts of one file of the package that no source measured.
struct AssumedFacts {
  FileId file;
  std::size_t facts{0U};
  std::size_t assumptions{0U};
  std::size_t defaults{0U};
};

/// How well the two solves keep their laws; the worse of the two.
struct Quality {
  double residual{0.0};   ///< of the fixed point, relative
  double violation{0.0};  ///< of capacity, relative
  double balance{0.0};    ///< of tonnes at any node and class, relative to what passes there
  double unserved{0.0};   ///< t/yr of lanes without a route
  bool converged{false};
};

/// What a comparison says, in the order of the package unless told otherwise.
struct Answers {
  std::vector<StateAnswer> states;
  std::vector<CorridorAnswer> corridors;
  std::vector<CrossingAnswer> crossings;   ///< every land link between two states
  std::vector<BorderAnswer> borders;       ///< those whose terms change
  std::vector<FacilityAnswer> facilities;  ///< those in use, scarcest first, then fullest
  std::vector<AssumedFacts> assumed;       ///< files with at least one such fact
  Quality quality;
};

Answers answers(Model const& model, Comparison const& comparison);

/// Crossings whose hours, fees or classes differ between the futures, in the package's order.
std::vector<BorderAnswer> border_answers(Region const& region,
                                         World const& baseline,
                                         World const& scenario);

/// States, corridors and crossings worth a line: those that moved most, `most` at the utmost.
std::vector<StateAnswer> states_to_show(Answers const&, Network const&, std::size_t most);
std::vector<CorridorAnswer> corridors_moved(Answers const&, std::size_t most);
std::vector<CrossingAnswer> crossings_moved(Answers const&, std::size_t most);

/// Links that the map draws a difference of, largest first.
std::vector<LinkAnswer> links_moved(Comparison const&, std::size_t most);

/// The corridors that carry most in either year.
std::vector<CorridorAnswer> corridors_busiest(Answers const&, std::size_t most);

/// What is filled above 80 % of its capacity in either year.
std::vector<FacilityAnswer> facilities_full(Answers const&);

/// Rows of the diversion table, largest first, `most` at the utmost.
std::vector<Diversion::Row> largest_diversions(Comparison const&, std::size_t most);

/// A piece of a sentence; with the id of its figure ("states.UZB.surplus") where it is a number.
struct Phrase {
  std::string text;
  std::string figure;
};

using Sentence = std::vector<Phrase>;

/// What happened, in up to three plain sentences made from the numbers.
std::vector<Sentence> verdict_phrases(Model const&, Answers const&);
std::vector<std::string> verdict(Model const&, Comparison const&, Answers const&);

/// "crossing/rail--a--b/a", "port/aktau": kind, link and the node it leads away from, or node;
/// gauges change one way or back.
std::string facility_id(Model const&, FacilityId);

/// A facility in words: "Galaba - Hairatan, rail crossing", "Port of Alat".
std::string facility_name(Model const&, FacilityId);

/// "LR04, LR05 of level_rule.csv": what a border's new terms rest on; empty where only levers do.
std::string rules_in_words(Region const&, std::vector<FactId> const& rules);

/// "US$ per truck" and so on.
char const* fee_unit_name(FeeUnit);

/// "Galaba - Hairatan (rail)"; reversed the other way round.
std::string link_name(Network const&, LinkId, bool reversed = false);

}  // namespace chorsu
