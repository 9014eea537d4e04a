#include "table_spec.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace chorsu {

namespace {

constexpr auto kSpecs = std::array{
    TableSpec{"config",
              true,
              false,
              "short_length|long_length|speed|crs|currency|dataset_name?|"
              "geometry_field_format?|version_number?|id_type?"},
    TableSpec{"source", true, false, "source_id|kind|title|publisher|date|url|rests_on?"},
    TableSpec{"state", true, true, "state|name|role"},
    TableSpec{"trade_code", true, false, "trade_code|name|states"},
    TableSpec{"commodity",
              true,
              true,
              "commodity_id|name|examples?|class_group|carried_as|value~ US$/t|vot~ US$/t-h|"
              "theta~ 1/(US$/t)|elasticity~|t_per_teu~ t/TEU|t_per_truck~ t/truck|"
              "t_per_wagon~ t/wagon|modes"},
    TableSpec{"sea_rate",
              false,
              true,
              "rate_id|basin|mode|carried_as|class_groups|rate~ US$/t-km|call~ US$/t|"
              "handling_included|speed~ km/h|headway_factor~|load_h~ h|discharge_h~ h"},
    TableSpec{
        "capacity", true, true, "capacity_id|mode|applies_to?|capacity~ t/yr|bpr_alpha~|bpr_beta~"},
    TableSpec{
        "node", true, true, "node_id|name|x_coord degree|y_coord degree|node_type|zone_id?|state"},
    TableSpec{"link",
              true,
              true,
              "link_id|from_node_id|to_node_id|directed|length~ km|facility_type?|mode|"
              "gauge_mm mm|tracks?|electrified?|status|opened? year|expected~ year|terrain?|"
              "capacity_id|basin"},
    TableSpec{"zone",
              true,
              true,
              "zone_id|name|state|node_id|trade_code|kind|access_km~ km|access_basin"},
    TableSpec{"status", false, true, "status_id|link_id|node_id|from_date|until_date|status"},
    TableSpec{"status_rule", true, true, "status|opens"},
    TableSpec{"corridor", false, false, "corridor_id|name|origin|destination|description?"},
    TableSpec{"corridor_link", false, false, "corridor_id|branch_id|seq|link_id"},
    TableSpec{"crossing_capacity", false, true, "link_id|capacity~ t/yr|bpr_alpha|bpr_beta"},
    TableSpec{
        "port", false, true, "node_id|capacity~ t/yr|teu_capacity? TEU/yr|bpr_alpha|bpr_beta"},
    TableSpec{"ferry", false, true, "link_id|carries|capacity~ t/yr|headway~ h|bpr_alpha|bpr_beta"},
    TableSpec{"tariff", true, true, "state|mode|cargo|tariff~ US$/t-km"},
    TableSpec{"speed", true, true, "state|mode|speed~ km/h"},
    TableSpec{"air_rate", false, true, "link_id|from_node_id|to_node_id|rate~ US$/t|hours~ h"},
    TableSpec{"handling",
              true,
              true,
              "handling_id|operation|node_id|carried_as|cost~ see unit|unit|hours~ h"},
    TableSpec{"crossing",
              false,
              true,
              "link_id|from_node_id|to_node_id|state|role|hours~ h|fee~ see fee_unit|fee_unit|"
              "includes_transfer|basis?"},
    TableSpec{"access_rule",
              false,
              true,
              "rule_id|kind|target_ids|class_group|commodities|one_end_in|other_end_in|no_end_in|"
              "not_between|value~ see unit|unit|from_date"},
    TableSpec{"level_rule",
              false,
              true,
              "rule_id|actor|towards|measure|from_level|changes|commodities|through?|"
              "value~ see unit|unit"},
    TableSpec{"relation_value", false, true, "exporter|importer|commodity_id|vot~ US$/t-h"},
    TableSpec{"avoidable_cost", true, true, "mode|item|share~ share"},
    TableSpec{"trade",
              true,
              true,
              "exporter|importer|value_usd~ US$/yr|unit_value_usd_per_t US$/t|tonnes_all t/yr|"
              "freight_share share|factor|tonnes~ t/yr|rule?"},
    TableSpec{"class_share", true, true, "exporter|importer|commodity_id|share~ share"},
    TableSpec{"zone_weight",
              true,
              true,
              "trade_code|partner|direction|class_group|zone_id|weight~ share"},
    TableSpec{"trade_total", false, true, "state|tonnes~ t/yr|imports_tonnes? t/yr|basis?"},
    TableSpec{"growth", true, true, "state|class_group|rate~ %/yr|first_year year|last_year year"},
    TableSpec{"project",
              false,
              true,
              "project_id|title|kind|corridor_id|status|earliest year|expected year|latest year|"
              "sponsors|capex_usd_m~ million US$|requires|excludes"},
    TableSpec{"project_link", false, false, "project_id|link_id|role|seq"},
    TableSpec{"project_effect",
              false,
              true,
              "effect_id|project_id|target_kind|target_id|parameter|operator|value~ see unit|unit|"
              "from|one_end_in|other_end_in"},
    TableSpec{"alias", false, false, "alias|kind|id"},
    TableSpec{"observation",
              false,
              true,
              "observation_id|entity?|entity_kind|entity_ids|measure?|period?|quantity~ t/yr|use?|"
              "weight?|score_group?|independence?"},
    TableSpec{"calibration", false, true, "parameter|value~"},
    TableSpec{"leave_one_out", false, false, "observation_id|modelled t/yr"},
    TableSpec{
        "route_case",
        false,
        true,
        "case_id|origin_zone|destination_zone|origin_node|destination_node|class_id|date?|"
        "branch_ids|judge?|via_nodes|modes|distance_km? km|long?|dominant?|days_low? d|"
        "days? d|days_high? d|cost_low? see cost_unit|cost? see cost_unit|"
        "cost_high? see cost_unit|cost_unit?|cost_from?|cost_to?|days_from?|days_to?|fact_ids?"},
    TableSpec{"actor", false, false, "actor_id|name|followed|state"},
    TableSpec{"engagement_event",
              false,
              true,
              "event_id|date|date_earliest|date_latest|precision|actor|counterpart|step|"
              "level_before|level_after|known_from|known_basis|statement|corrects|also?"},
    TableSpec{"designation",
              false,
              true,
              "designation_id|actor|entity|designation|date|date_earliest|date_latest|precision|"
              "known_from|also?"},
    TableSpec{"actor_covariate",
              false,
              true,
              "actor|borders_afghanistan|border_km km|trade_2021 million US$|"
              "trade_2022 million US$|trade_2023 million US$|trade_2024 million US$|"
              "trade_2025 million US$|trade_source|trans_afghan_dependence score of 0 to 1|"
              "isisk_exposure_2021 score of 0 to 1|isisk_exposure_now score of 0 to 1|"
              "ttp_exposure_now score of 0 to 1|hr_conditionality_2021 score of 0 to 1|"
              "hr_conditionality_now score of 0 to 1|bloc|ties_russia score of 0 to 1|"
              "ties_china score of 0 to 1|ties_us_west score of 0 to 1|"
              "ties_gulf score of 0 to 1|peers_followed|memberships|project_stakes?|"
              "terror_listed_2021|terror_listed_now|level_2021|level_now|resists_taliban"},
    TableSpec{"subject",
              false,
              false,
              "subject_id|name|names|kind|actor|node|corridor|project|belongs_to"},
    TableSpec{"statement",
              false,
              true,
              "statement_id|kind|date|date_earliest|date_latest|precision|until_date|ended_by|"
              "statement|value see unit|unit|subjects|said_by|published|known_from|corrects"},
    TableSpec{"contradiction",
              false,
              true,
              "contradiction_id|topic|kind|severity|subjects|reading|handling?"},
    TableSpec{"version",
              false,
              true,
              "version_id|contradiction_id|date|date_earliest|date_latest|precision|until_date|"
              "ended_by|statement|statements|said_by|published|known_from|also?"},
    TableSpec{"prediction",
              false,
              true,
              "prediction_id|issuer|date|date_earliest|date_latest|precision|known_from|"
              "statement|conditions|horizon|decided_by|outcome|outcome_note|outcome_known_from|"
              "subjects|said_by|also?"},
    TableSpec{"incident",
              false,
              true,
              "incident_id|date|date_earliest|date_latest|precision|known_from|place|state?|"
              "x_coord? degree|y_coord? degree|area?|group|target?|nationality?|deaths people|"
              "corridors?|consequence|stop_days? d|subjects"},
    TableSpec{"closure",
              false,
              true,
              "closure_id|date|date_earliest|date_latest|precision|until_date|last_look|"
              "known_from|crossing|node|side_a?|side_b?|reason|extent|statement|subjects"},
    TableSpec{"opening",
              false,
              true,
              "opening_id|link_id|date|date_earliest|date_latest|precision|known_from|subjects"},
    TableSpec{"strain", false, true, "strain_id|name|reads|subjects|reference_date"},
    TableSpec{"strain_driver",
              false,
              true,
              "driver_id|strain|kind|subject|at|from_date|until_date|fade~ months|weight~ share|"
              "strength factor"},
    TableSpec{
        "strain_effect", false, true, "effect_id|strain|parameter|target_ids|value~ see unit|unit"},
    TableSpec{"strain_push", false, true, "push_id|actors|strain|value~ log odds"},
    TableSpec{"delisting_path", false, true, "actor|seq|subject"},
    TableSpec{"engagement_weight", false, true, "kind|name|value~ see unit|unit"},
    TableSpec{"affiliation", false, true, "author|affiliation|short"},
    TableSpec{"quotation", false, true, "row_id|quotes"},
    TableSpec{"stance", false, true, "statement_id|body|towards|value~ -1 to 1"},
    TableSpec{"ladder_prior",
              false,
              true,
              "parameter|distribution|first of the parameter|second of the parameter|"
              "blind_first of the parameter|blind_second of the parameter|value~ of the parameter"},
    TableSpec{"ladder_setting", false, true, "setting|value~ see unit|unit"},
    TableSpec{"ladder_gate", false, true, "actor|waits_for"},
    TableSpec{"engagement_coverage", false, true, "coverage|from_date|until_date"},
    TableSpec{"ladder_fit",
              false,
              true,
              "terms|parameter|value~ of the parameter|mode of the parameter|r_hat ratio|"
              "bulk_ess draws"},
    TableSpec{"ladder_draw", false, false, "terms|draw|numbers"},
    TableSpec{"ladder_payoff",
              false,
              true,
              "actor|level|gain million US$/yr|revenue million US$/yr|surplus million US$/yr|date|"
              "trade_cost million US$/yr"},
};

void add_column(std::vector<ColumnSpec>& columns, std::string_view text) {
  auto const blank = text.find(' ');
  auto name = text.substr(0, blank);
  auto const unit = blank == std::string_view::npos ? std::string_view{} : text.substr(blank + 1U);
  auto const is_required = !name.ends_with('?');
  auto const is_triple = name.ends_with('~');
  name.remove_suffix(is_required && !is_triple ? 0U : 1U);
  columns.push_back({std::string{name}, std::string{unit}, is_required});
  if (is_triple) {
    columns.push_back({std::string{name} + "_low", std::string{unit}, true});
    columns.push_back({std::string{name} + "_high", std::string{unit}, true});
  }
}

}  // namespace

std::span<TableSpec const> table_specs() {
  return kSpecs;
}

TableSpec const& table_spec(std::string_view name) {
  auto const* const spec = std::ranges::find(kSpecs, name, &TableSpec::name);
  assert(spec != kSpecs.end());
  return *spec;
}

std::vector<ColumnSpec> columns_of(TableSpec const& spec) {
  auto columns = std::vector<ColumnSpec>{};
  auto rest = spec.columns;
  while (!rest.empty()) {
    auto const bar = std::min(rest.find('|'), rest.size());
    add_column(columns, rest.substr(0, bar));
    rest.remove_prefix(std::min(bar + 1U, rest.size()));
  }
  if (spec.is_sourced) {
    columns.push_back({"source", {}, true});
    columns.push_back({"confidence", {}, true});
    columns.push_back({"note", {}, false});
  }
  return columns;
}

}  // namespace chorsu
