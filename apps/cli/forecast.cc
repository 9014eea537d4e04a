#include <algorithm>

#include <tbb/global_control.h>

#include "forecast_answer.h"
#include "forecast_extra.h"
#include "forecast_question.h"
#include "inputs.h"
#include "interrupt.h"
#include "output_folder.h"
#include "progress.h"
#include "verbs.h"

#include "chorsu/decisions/ladder_fit.h"
#include "chorsu/decisions/ladder_push.h"
#include "chorsu/decisions/ladder_shipping.h"
#include "chorsu/report/write_posterior.h"

namespace chorsu::cli {

namespace {

constexpr auto kFittedDraws = std::size_t{250};
constexpr auto kShippedDraws = std::size_t{250};

/// The draws to forecast with under a choice of terms, and where they come from.
struct Draws {
  std::vector<LadderParameters> of;
  std::string origin;
};

Draws fitted_draws(Region const& region, ForecastQuestion const& question, LadderTerms terms) {
  auto const& inputs = region.ladder;
  if (auto shipped = shipped_draws(inputs, terms); !question.is_past && !shipped.empty()) {
    return {std::move(shipped), "draws of the posterior that the package ships"};
  }
  auto const vintage = question.is_past ? Vintage::kKnown2021 : Vintage::kHindsight;
  auto const& priors = question.is_past ? inputs.blind_priors : inputs.priors;
  auto const model = ladder_model(region.evidence, inputs, terms, vintage);
  auto const known = known_on(ladder_events(region.evidence, inputs), question.known_on);
  auto const last = month_of(question.start) - 1;
  auto const whole =
      first_day_of(last + 1).days_since_epoch() - 1 == question.known_on.days_since_epoch();
  auto const panel = panel_of(model, known, whole ? last : last - 1);
  return {laplace_draws(panel, priors, fit_ladder(panel, priors), kFittedDraws, 1U),
          question.is_past ? "draws fitted to what was known then (Laplace), with blind priors"
                           : "draws fitted here (Laplace)"};
}

/// The same with what strains push, where that is switched on.
Draws draws_for(Region const& region, ForecastQuestion const& question, LadderTerms terms) {
  auto draws = fitted_draws(region, question, terms);
  if (question.push) {
    push(draws.of, pushes_on(region.evidence, region.ladder, question.known_on, question.strains));
    draws.origin += ", with what strains push";
  }
  return draws;
}

/// Another choice of terms beside the one asked for, for --if: switches off means nobody follows.
LadderTerms other_terms(LadderTerms terms) {
  auto const all = LadderTerms{.peers = true, .gate = true};
  return terms == all ? LadderTerms{} : all;
}

struct Work {
  Region const& region;
  ForecastQuestion const& question;
  ForecastSettings settings;
  Vintage vintage;
  LadderPull pull;
};

/// The model that plays the future: what was fitted, with what levels are worth and what draws.
LadderModel model_of(Work const& work, LadderTerms terms) {
  auto const& [region, question, settings, vintage, pull] = work;
  auto model = ladder_model(region.evidence, region.ladder, terms, vintage);
  if (!question.is_past) {  // nobody knew then what a level would be worth
    model.payoff = payoff_table(region.evidence, region.ladder);
  }
  model.pull = pull;
  return model;
}

void answer_ifs(Work const& work, LadderFuture const& future, ForecastAnswer& answer) {
  auto const& question = work.question;
  if (question.forces.empty()) {
    return;
  }
  auto forced = future;
  forced.forces = question.forces;
  answer.forces = question.forces;
  for (auto const terms : {question.terms, other_terms(question.terms)}) {
    auto const model = model_of(work, terms);
    auto const draws = draws_for(work.region, question, terms);
    answer.ifs.push_back({terms, compare_futures(model, draws.of, future, forced, work.settings)});
  }
}

void tell_history(LadderHistory const& known, ForecastAnswer& answer) {
  auto level = known.first_level;
  for (auto const& move : known.moves) {
    answer.moves += move.to > level[move.actor] ? 1U : 0U;
    if (move.to == kRecognitionLevel) {
      answer.recognised.emplace_back(move.actor, move.date);
    }
    level[move.actor] = move.to;
  }
}

ForecastAnswer answer_of(Work const& work, Progress& progress) {
  auto const& region = work.region;
  auto const& question = work.question;
  auto const& settings = work.settings;
  auto answer = ForecastAnswer{};
  answer.known_on = question.known_on;
  answer.start = question.start;
  answer.by = question.by;
  answer.thin_from = region.ladder.thin_from;
  answer.model = model_of(work, question.terms);
  auto const known = known_on(ladder_events(region.evidence, region.ladder), question.known_on);
  tell_history(known, answer);
  answer.now = state_at(known, month_of(question.start));
  auto const future =
      LadderFuture{.start = answer.now,
                   .months = months_between(question.start, question.by),
                   .forces = {},
                   .barred = barred_on(region.evidence, region.ladder, question.known_on)};
  progress.begin("playing futures", 1.0);
  auto const draws = draws_for(region, question, question.terms);
  answer.parameters = draws.origin;
  answer.forecast = forecast_ladder(answer.model, draws.of, future, settings);
  answer_ifs(work, future, answer);
  for (auto const actor : question.whys) {
    answer.whys.push_back(
        {actor,
         terms_of(answer.model, draws.of, answer.now, actor, HazardKind::kClimb),
         terms_of(answer.model, draws.of, answer.now, actor, HazardKind::kRecognise)});
  }
  progress.begin("forecasts of the past", 1.0);
  answer.hindcast =
      hindcast(region.evidence, region.ladder, question.terms, {.seed = settings.seed});
  return answer;
}

int forecast_future(ForecastCommand const& command, Region const& region, Progress& progress) {
  auto const actors = ladder_model(region.evidence, region.ladder, {}, Vintage::kKnown2021).actors;
  auto const question = read_question(command, region.evidence, region.ladder, actors);
  auto pull = LadderPull{};
  if (!question || !read_pull(command, region.ladder, actors, pull)) {
    return kWrongUsage;
  }
  auto answer = answer_of({region,
                           *question,
                           {.seed = command.common.seed},
                           question->is_past ? Vintage::kKnown2021 : Vintage::kHindsight,
                           pull},
                          progress);
  answer.recognition = command.what == "recognition";
  progress.finish();
  print(command.common.json ? forecast_json(answer) : forecast_text(answer));
  return kOk;
}

int forecast_past(ForecastCommand const& command, Region const& region, Progress& progress) {
  auto const terms = read_terms(command);
  if (!terms) {
    return kWrongUsage;
  }
  progress.begin("forecasts of the past", 2.0);
  auto const result =
      hindcast(region.evidence, region.ladder, *terms, {.seed = command.common.seed});
  progress.finish();
  auto const model = ladder_model(region.evidence, region.ladder, *terms, Vintage::kKnown2021);
  print(command.common.json ? hindcast_json(result, model.actors, *terms)
                            : hindcast_text(result, *terms));
  return kOk;
}

int fit_posterior(ForecastCommand const& command, Region const& region, Progress& progress) {
  if (auto const why = why_not_writable(region.path); command.write && !why.empty()) {
    progress.finish();
    say("--write: " + why);
    return kWrongUsage;
  }
  auto posteriors = std::vector<ShippedPosterior>{};
  for (auto const terms : {LadderTerms{false, false},
                           LadderTerms{true, false},
                           LadderTerms{false, true},
                           LadderTerms{true, true}}) {
    progress.begin("chains: " + std::string{to_string(terms)}, 1.0);
    posteriors.push_back(make_posterior(region.evidence,
                                        region.ladder,
                                        terms,
                                        {.thin = 2U, .seed = command.common.seed},
                                        kShippedDraws));
  }
  progress.finish();
  if (command.write) {
    auto const uninterrupted = UninterruptedPart{};
    auto const findings = write_posterior(region, posteriors);
    tell(findings);
    if (has_errors(findings)) {
      return kFault;
    }
  }
  print(command.common.json ? posterior_json(posteriors) : posterior_text(posteriors));
  return kOk;
}

/// What the stages of a question are worth together.
double expected_work(ForecastCommand const& command) {
  return command.what == "posterior" ? 4.0 : command.what == "payoffs" ? 7.0 : 2.0;
}

}  // namespace

int forecast(ForecastCommand const& command, Terminal const& terminal) {
  auto const threads =
      command.common.threads > 0
          ? static_cast<std::size_t>(command.common.threads)
          : tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism);
  auto const limit = tbb::global_control{tbb::global_control::max_allowed_parallelism, threads};
  auto progress = Progress{terminal, expected_work(command)};
  progress.begin("reading the package", 0.0);
  auto const inputs = read_inputs(command.common, {});
  if (!inputs.region) {
    progress.finish();
    tell(inputs);
    return kBadData;
  }
  auto const& region = *inputs.region;
  if (region.evidence.engagement.id.size() == 0U || region.ladder.coverage_end == Date{}) {
    progress.finish();
    say(region.path + " has no engagement_event.csv and engagement_coverage.csv to forecast from");
    return kAnswerIsNo;
  }
  if (command.what == "hindcast") {
    return forecast_past(command, region, progress);
  }
  if (command.what == "posterior") {
    return fit_posterior(command, region, progress);
  }
  if (command.what == "payoffs") {
    return make_payoffs(command, region, progress);
  }
  auto const code = forecast_future(command, region, progress);
  progress.finish();
  return code;
}

}  // namespace chorsu::cli
