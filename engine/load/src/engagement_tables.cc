#include <fmt/format.h>

#include "evidence_cells.h"
#include "reading.h"

namespace chorsu {

namespace {

Level level(Row const& row, std::string_view column) {
  return static_cast<Level>(integer(row, column, 0, kHighestLevel));
}

void read_event(Reading& reading, Row const& row) {
  auto& events = reading.region->evidence.engagement;
  events.id.push_back(required_text(row, "event_id"));
  events.days.push_back(days(row));
  events.actor.push_back(reference(reading.ids.actors, row, "actor"));
  events.counterpart.push_back(required_text(row, "counterpart"));
  events.step.push_back(required_text(row, "step"));
  events.level_before.push_back(level(row, "level_before"));
  events.level_after.push_back(level(row, "level_after"));
  events.known_from.push_back(date(row, "known_from"));
  events.known_basis.push_back(choice<KnownBasis>(row,
                                                  "known_basis",
                                                  {{"publication", KnownBasis::kPublication},
                                                   {"precision", KnownBasis::kPrecision},
                                                   {"baseline", KnownBasis::kBaseline}}));
  events.statement.push_back(required_text(row, "statement"));
  events.corrects.push_back(std::string{cell(row, "corrects")});
  events.also.push_back(references(reading.ids.sources, row, "also"));
  events.fact.push_back(row.fact);
}

void read_designation(Reading& reading, Row const& row) {
  auto& listings = reading.region->evidence.designations;
  listings.id.push_back(required_text(row, "designation_id"));
  listings.actor.push_back(reference(reading.ids.actors, row, "actor"));
  listings.entity.push_back(required_text(row, "entity"));
  listings.designation.push_back(choice<Designation>(
      row,
      "designation",
      {{"unknown", Designation::kUnknown},
       {"none_known", Designation::kNoneKnown},
       {"listed", Designation::kListed},
       {"delisted", Designation::kDelisted},
       {"ban_suspended", Designation::kBanSuspended},
       {"sanctioned", Designation::kSanctioned},
       {"rewards_lifted", Designation::kRewardsLifted},
       {"state_sponsor_wrongful_detention", Designation::kStateSponsorWrongfulDetention}}));
  listings.days.push_back(optional_days(row));
  listings.known_from.push_back(optional_date(row, "known_from"));
  listings.also.push_back(references(reading.ids.sources, row, "also"));
  listings.fact.push_back(row.fact);
}

std::optional<bool> optional_boolean(Row const& row, std::string_view column) {
  return cell(row, column).empty() ? std::nullopt : std::optional{boolean(row, column)};
}

void read_scores(Covariates& covariates, Row const& row) {
  auto const score = [&](std::string_view column) { return number(row, column, kShare); };
  covariates.trans_afghan_dependence.push_back(score("trans_afghan_dependence"));
  covariates.isisk_exposure_2021.push_back(score("isisk_exposure_2021"));
  covariates.isisk_exposure_now.push_back(score("isisk_exposure_now"));
  covariates.ttp_exposure_now.push_back(score("ttp_exposure_now"));
  covariates.hr_conditionality_2021.push_back(score("hr_conditionality_2021"));
  covariates.hr_conditionality_now.push_back(score("hr_conditionality_now"));
  covariates.ties_russia.push_back(score("ties_russia"));
  covariates.ties_china.push_back(score("ties_china"));
  covariates.ties_us_west.push_back(score("ties_us_west"));
  covariates.ties_gulf.push_back(score("ties_gulf"));
}

void read_covariate(Reading& reading, Row const& row) {
  auto& covariates = reading.region->evidence.covariates;
  covariates.actor.push_back(reference(reading.ids.actors, row, "actor"));
  covariates.borders_afghanistan.push_back(boolean(row, "borders_afghanistan") ? 1U : 0U);
  covariates.border.push_back(number(row, "border_km", kNotNegative));
  auto trade = std::array<std::optional<double>, kTradeYears>{};
  for (auto i = std::size_t{0}; i < kTradeYears; ++i) {
    auto const column = fmt::format("trade_{}", kFirstTradeYear + static_cast<int>(i));
    trade[i] = optional_number(row, column, kNotNegative);
  }
  covariates.trade.push_back(trade);
  covariates.trade_source.push_back(reference(reading.ids.sources, row, "trade_source"));
  read_scores(covariates, row);
  covariates.bloc.push_back(choice<Bloc>(row,
                                         "bloc",
                                         {{"none", Bloc::kNone},
                                          {"RUS", Bloc::kRussia},
                                          {"CHN", Bloc::kChina},
                                          {"WEST", Bloc::kWest}}));
  covariates.peers_followed.push_back(references(reading.ids.actors, row, "peers_followed"));
  auto const memberships = list(row, "memberships");
  covariates.memberships.push_back({memberships.begin(), memberships.end()});
  covariates.terror_listed_2021.push_back(optional_boolean(row, "terror_listed_2021"));
  covariates.terror_listed_now.push_back(optional_boolean(row, "terror_listed_now"));
  covariates.level_2021.push_back(level(row, "level_2021"));
  covariates.level_now.push_back(level(row, "level_now"));
  covariates.resists_taliban.push_back(boolean(row, "resists_taliban") ? 1U : 0U);
  covariates.fact.push_back(row.fact);
}

}  // namespace

void read_actors(Reading& reading) {
  auto& actors = reading.region->evidence.actors;
  for_each_row(reading, "actor", [&](Row const& row) {
    add_id(reading.ids.actors, row, "actor_id");
    actors.name.push_back(required_text(row, "name"));
    actors.followed.push_back(boolean(row, "followed") ? 1U : 0U);
    auto const state = optional_reference(reading.ids.states, row, "state");
    actors.state.push_back(state.is_none() ? std::string{} : reading.ids.states.names[state.value]);
  });
  actors.id.values = reading.ids.actors.names;
}

void read_engagement(Reading& reading) {
  auto events = UniqueKey{.columns = {"event_id"}, .seen = {}};
  for_each_row(reading, "engagement_event", [&](Row const& row) {
    check_unique(row, events);
    read_event(reading, row);
  });
  auto designations = UniqueKey{.columns = {"designation_id"}, .seen = {}};
  for_each_row(reading, "designation", [&](Row const& row) {
    check_unique(row, designations);
    read_designation(reading, row);
  });
  auto covariates = UniqueKey{.columns = {"actor"}, .seen = {}};
  for_each_row(reading, "actor_covariate", [&](Row const& row) {
    check_unique(row, covariates);
    read_covariate(reading, row);
  });
}

}  // namespace chorsu
