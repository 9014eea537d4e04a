#include "figure_tables.h"

#include "csv_row.h"

namespace chorsu {

namespace {

void add_route(HtmlInput const& in, std::string& table, unsigned number, RivalRoute const& rival) {
  auto const& route = rival.route;
  auto const is_new = rival.share.scenario > 0.0;
  auto const way = way_of(in.network(), route);
  auto const add = [&](Future const& future, double share, bool is_priced) {
    auto const priced = [&](double x) { return is_priced ? std::optional{x} : std::nullopt; };
    add_row(table,
            number,
            future.name,
            way,
            share,
            priced(route.cost_usd_t),
            priced(route.money_usd_t),
            priced(route.hours),
            priced(route.km));
  };
  add(in.comparison.baseline, rival.share.baseline, !is_new);
  add(in.comparison.with_changes, rival.share.scenario, is_new);
}

std::string routes_csv(HtmlInput const& in) {
  auto table = std::string{"route,future,way,share,cost,paid,hours,km\n"};
  auto number = 0U;
  for (auto const& rival : in.rivals.routes) {
    add_route(in, table, ++number, rival);
  }
  return table;
}

std::string observations_csv(HtmlInput const& in) {
  auto table = std::string{
      "observation_id,future,entity,period,use,observed,observed_low,observed_high,modelled,"
      "error\n"};
  for (auto const& checked : in.validation.rows) {
    auto const& row = in.model.region->observations.rows[checked.row];
    add_row(table,
            row.id,
            "base",
            row.entity,
            row.period,
            row.use == ObservationUse::kCalibrate ? "calibrate" : "validate",
            row.quantity.value,
            row.quantity.low,
            row.quantity.high,
            checked.modelled,
            checked.error);
  }
  return table;
}

}  // namespace

std::vector<CsvTable> figure_tables(HtmlInput const& in) {
  return {{"routes.csv", routes_csv(in)}, {"observations.csv", observations_csv(in)}};
}

}  // namespace chorsu
