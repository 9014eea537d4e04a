#include "chorsu/decisions/ladder_shipping.h"

#include <algorithm>

namespace chorsu {

namespace {

struct Named {
  std::string name;
  std::vector<double> values;  ///< of all draws
  double mode;
};

ShippedPosterior::Summary summary_of(Named named, std::size_t chains) {
  auto const diagnosis = diagnose(named.values, chains);
  auto mean = 0.0;
  for (auto const x : named.values) {
    mean += x / static_cast<double>(named.values.size());
  }
  std::ranges::sort(named.values);
  auto const at = [&](double q) {
    return named
        .values[static_cast<std::size_t>(q * static_cast<double>(named.values.size() - 1U))];
  };
  return {.parameter = std::move(named.name),
          .mean = {mean, at(0.05), at(0.95), FactId::none()},
          .mode = named.mode,
          .r_hat = diagnosis.r_hat,
          .bulk_ess = diagnosis.bulk_ess};
}

std::string name_of(std::size_t i, LadderActors const& actors) {
  if (i < kCoefficients) {
    return std::string{to_string(static_cast<Coefficient>(i))};
  }
  if (i < kDrawNumbers) {
    return i == kCoefficients ? "jump_one" : "jump_two_of_more";
  }
  return "actor." + actors.id.values[i - kDrawNumbers];
}

}  // namespace

ShippedPosterior make_posterior(Evidence const& evidence,
                                LadderInputs const& inputs,
                                LadderTerms terms,
                                ChainSettings const& settings,
                                std::size_t draws) {
  auto const model = ladder_model(evidence, inputs, terms, Vintage::kHindsight);
  auto const events = ladder_events(evidence, inputs);
  auto const panel = panel_of(model, events.history, month_of(inputs.coverage_end));
  auto const fits = fit_ladder(panel, inputs.priors);
  auto const& best = fits.of[fits.best];
  auto const chains = sample_posterior(panel, inputs.priors, best, settings);
  auto all = std::vector<std::vector<double>>{};
  for (auto i = std::size_t{0}; i < chains.points.size(); ++i) {
    auto parameters = parameters_at(inputs.priors, chains.points[i]);
    parameters.jumps = chains.jumps[i];
    all.push_back(numbers_of(parameters));
  }
  auto mode = parameters_at(inputs.priors, best.mode);
  mode.jumps = mean_jumps(panel.jumps, inputs.priors);
  auto const modes = numbers_of(mode);
  auto result = ShippedPosterior{.terms = terms, .summaries = {}, .draws = {}};
  for (auto k = std::size_t{0}; k < modes.size(); ++k) {
    auto named = Named{.name = name_of(k, model.actors), .values = {}, .mode = modes[k]};
    for (auto const& numbers : all) {
      named.values.push_back(numbers[k]);
    }
    result.summaries.push_back(summary_of(std::move(named), chains.chains));
  }
  for (auto d = std::size_t{0}; d < draws; ++d) {
    result.draws.push_back(parameters_of(all[d * all.size() / draws]));
  }
  return result;
}

std::vector<LadderParameters> shipped_draws(LadderInputs const& inputs, LadderTerms terms) {
  auto const found = std::ranges::find(inputs.posteriors, terms, &ShippedPosterior::terms);
  return found != inputs.posteriors.end() ? found->draws : std::vector<LadderParameters>{};
}

}  // namespace chorsu
