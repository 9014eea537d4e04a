#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "reading.h"
#include "text_scan.h"
#include "words.h"

namespace chorsu {

namespace {

/// The parameters of ladder_prior.csv: the coefficients in their order, then the jumps'.
std::vector<std::string> parameter_names() {
  auto names = std::vector<std::string>{};
  for (auto i = std::size_t{0}; i < kCoefficients; ++i) {
    names.emplace_back(to_string(static_cast<Coefficient>(i)));
  }
  names.insert(names.end(), {"jump_one", "jump_two", "jump_more"});
  return names;
}

Prior prior(Row const& row, std::string_view first, std::string_view second) {
  auto const kind = choice<PriorKind>(row,
                                      "distribution",
                                      {{"normal", PriorKind::kNormal},
                                       {"half_normal", PriorKind::kHalfNormal},
                                       {"gamma", PriorKind::kGamma},
                                       {"beta", PriorKind::kBeta}});
  auto const two = kind != PriorKind::kHalfNormal;
  return {.kind = kind,
          .a = number(row, first, kind == PriorKind::kNormal ? kAny : kPositive),
          .b = two ? number(row, second, kPositive) : 1.0};
}

/// What keeps the laws of the ladder: a payoff never lowers a move up, a share is a share.
void check_family(Row const& row, Coefficient parameter, PriorKind kind) {
  using enum Coefficient;
  constexpr auto kPositiveOnes = std::array{kPayoff, kFirstMover, kFirstMoverDecay, kGate, kSpread};
  auto const positive = kind == PriorKind::kHalfNormal || kind == PriorKind::kGamma;
  if (std::ranges::find(kPositiveOnes, parameter) != kPositiveOnes.end() && !positive) {
    report(row, "distribution", "this parameter is never negative", "half_normal or gamma.");
  }
  if ((parameter == kReporting) != (kind == PriorKind::kBeta)) {
    report(row, "distribution", "a beta is for the share 'reporting' alone", "Choose another.");
  }
}

void read_prior(Reading& reading, Row const& row) {
  auto& ladder = reading.region->ladder;
  auto const place = word_index(row, "parameter", cell(row, "parameter"), parameter_names());
  if (place < kCoefficients) {
    ladder.priors.of.at(place) = prior(row, "first", "second");
    ladder.blind_priors.of.at(place) = prior(row, "blind_first", "blind_second");
    check_family(row, static_cast<Coefficient>(place), ladder.priors.of.at(place).kind);
    return;
  }
  choice<int>(row, "distribution", {{"dirichlet", 0}});
  ladder.priors.jumps.at(place - kCoefficients) = number(row, "first", kPositive);
  ladder.blind_priors.jumps.at(place - kCoefficients) = number(row, "blind_first", kPositive);
}

void read_setting(Reading& reading, Row const& row) {
  auto& ladder = reading.region->ladder;
  auto& settings = ladder.settings;
  auto const value = measure(row, "value", kNotNegative).value;
  auto const months = static_cast<int>(value);
  using Place = void (*)(LadderInputs&, double, int);
  auto const put = choice<Place>(
      row,
      "setting",
      {{"recent_months", [](LadderInputs& l, double x, int) { l.settings.recent_months = x; }},
       {"conflict_months", [](LadderInputs& l, double, int n) { l.settings.conflict_months = n; }},
       {"sanction_months", [](LadderInputs& l, double, int n) { l.settings.sanction_months = n; }},
       {"pull", [](LadderInputs& l, double x, int) { l.settings.pull = x; }},
       {"payoff_unit", [](LadderInputs& l, double x, int) { l.settings.payoff_unit = x; }},
       {"peer_followed", [](LadderInputs& l, double x, int) { l.weights.followed = x; }},
       {"peer_bloc", [](LadderInputs& l, double x, int) { l.weights.bloc = x; }},
       {"peer_other", [](LadderInputs& l, double x, int) { l.weights.other = x; }},
       {"gate_all", [](LadderInputs& l, double x, int) {
          l.settings.gate_mode = x > 0.0 ? GateMode::kAllRecognise : GateMode::kOneRecognises;
        }}});
  put(ladder, value, months);
  if (settings.recent_months <= 0.0 || settings.payoff_unit <= 0.0) {
    report(row, "value", "must be above 0", "Write a number above 0.");
  }
}

void read_coverage(Reading& reading, Row const& row) {
  auto& ladder = reading.region->ladder;
  auto const thin = choice<bool>(row, "coverage", {{"full", false}, {"thin", true}});
  auto const from = date(row, "from_date");
  auto const until = date(row, "until_date");
  if (until < from) {
    report(row, "until_date", "before from_date", "Write the last day.");
  }
  ladder.coverage_end = std::max(ladder.coverage_end, until);
  if (thin) {
    ladder.thin_from = from;
  }
}

ShippedPosterior& posterior_of(Reading& reading, Row const& row) {
  auto const terms = choice<LadderTerms>(row,
                                         "terms",
                                         {{"none", {false, false}},
                                          {"peers", {true, false}},
                                          {"gate", {false, true}},
                                          {"peers_gate", {true, true}}});
  auto& all = reading.region->ladder.posteriors;
  auto const found = std::ranges::find(all, terms, &ShippedPosterior::terms);
  if (found != all.end()) {
    return *found;
  }
  return all.emplace_back(ShippedPosterior{.terms = terms, .summaries = {}, .draws = {}});
}

void read_summary(Reading& reading, Row const& row) {
  posterior_of(reading, row)
      .summaries.push_back({.parameter = required_text(row, "parameter"),
                            .mean = measure(row, "value", kAny),
                            .mode = number(row, "mode", kAny),
                            .r_hat = number(row, "r_hat", kNotNegative),
                            .bulk_ess = number(row, "bulk_ess", kNotNegative)});
}

void read_payoff(Reading& reading, Row const& row) {
  auto& payoffs = reading.region->ladder.payoffs;
  payoffs.rows.push_back({.actor = reference(reading.ids.actors, row, "actor"),
                          .level = static_cast<Level>(integer(row, "level", 1, kHighestLevel)),
                          .gain = number(row, "gain", kAny),
                          .revenue = number(row, "revenue", kAny),
                          .surplus = number(row, "surplus", kAny)});
  payoffs.date = date(row, "date");
  payoffs.trade_cost = number(row, "trade_cost", kPositive);
}

std::size_t followed_count(Region const& region) {
  auto const& followed = region.evidence.actors.followed.values;
  return static_cast<std::size_t>(std::ranges::count(followed, std::uint8_t{1}));
}

void read_draw(Reading& reading, Row const& row) {
  auto numbers = std::vector<double>{};
  for (auto const text : list(row, "numbers")) {
    auto const x = finite_number(text);
    if (!x) {
      report(row, "numbers", "not a number: " + in_quotes(text), "Make the draws anew.");
    }
    numbers.push_back(x.value_or(0.0));
  }
  auto const wanted = kDrawNumbers + followed_count(*reading.region);
  if (numbers.size() != wanted) {
    report(row,
           "numbers",
           fmt::format("{} numbers instead of {}", numbers.size(), wanted),
           "Make the draws anew: ./dev posterior.");
    return;
  }
  posterior_of(reading, row).draws.push_back(parameters_of(numbers));
}

}  // namespace

void read_ladder(Reading& reading) {
  auto priors = UniqueKey{.columns = {"parameter"}, .seen = {}};
  auto found = std::size_t{0};
  for_each_row(reading, "ladder_prior", [&](Row const& row) {
    check_unique(row, priors);
    read_prior(reading, row);
    ++found;
  });
  if (auto const wanted = parameter_names().size(); found > 0U && found != wanted) {
    report(reading,
           "ladder_prior.csv",
           fmt::format("{} parameters instead of {}", found, wanted),
           "Give every parameter of docs/methods/engagement.md a row.");
  }
  auto settings = UniqueKey{.columns = {"setting"}, .seen = {}};
  for_each_row(reading, "ladder_setting", [&](Row const& row) {
    check_unique(row, settings);
    read_setting(reading, row);
  });
  for_each_row(reading, "ladder_gate", [&](Row const& row) {
    auto const who = reference(reading.ids.actors, row, "actor");
    auto const whom = reference(reading.ids.actors, row, "waits_for");
    if (!who.is_none() && !whom.is_none()) {
      reading.region->ladder.waits.emplace_back(who, whom);
    }
  });
  for_each_row(
      reading, "engagement_coverage", [&](Row const& row) { read_coverage(reading, row); });
  for_each_row(reading, "ladder_fit", [&](Row const& row) { read_summary(reading, row); });
  for_each_row(reading, "ladder_draw", [&](Row const& row) { read_draw(reading, row); });
  auto payoffs = UniqueKey{.columns = {"actor", "level"}, .seen = {}};
  for_each_row(reading, "ladder_payoff", [&](Row const& row) {
    check_unique(row, payoffs);
    read_payoff(reading, row);
  });
}

}  // namespace chorsu
