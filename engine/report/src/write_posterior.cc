#include "chorsu/report/write_posterior.h"

#include <cmath>
#include <filesystem>
#include <string>

#include <fmt/format.h>

#include "replace_file.h"

namespace chorsu {

namespace {

constexpr auto kSource = "LADDER";  ///< of source.csv: the program's own fit

/// Four decimals, written in the shortest form.
double rounded(double number) {
  constexpr auto kTenThousand = 1e4;
  return std::round(number * kTenThousand) / kTenThousand + 0.0;
}

std::string fit_table(std::vector<ShippedPosterior> const& posteriors) {
  auto text = std::string{
      "terms,parameter,value,value_low,value_high,mode,r_hat,bulk_ess,source,confidence,note\n"};
  for (auto const& posterior : posteriors) {
    for (auto const& s : posterior.summaries) {
      text += fmt::format("{},{},{},{},{},{},{},{:.0f},{},low,\n",
                          to_string(posterior.terms),
                          s.parameter,
                          rounded(s.mean.value),
                          rounded(s.mean.low),
                          rounded(s.mean.high),
                          rounded(s.mode),
                          rounded(s.r_hat),
                          s.bulk_ess,
                          kSource);
    }
  }
  return text;
}

std::string draw_table(std::vector<ShippedPosterior> const& posteriors) {
  auto text = std::string{"terms,draw,numbers\n"};
  for (auto const& posterior : posteriors) {
    auto number = std::size_t{0};
    for (auto const& draw : posterior.draws) {
      text += fmt::format("{},{},", to_string(posterior.terms), ++number);
      auto separator = "";
      for (auto const x : numbers_of(draw)) {
        text += fmt::format("{}{:.4g}", separator, x);
        separator = ";";
      }
      text += "\n";
    }
  }
  return text;
}

}  // namespace

Findings write_posterior(Region const& region, std::vector<ShippedPosterior> const& posteriors) {
  auto const folder = std::filesystem::path{region.path};
  auto findings = replace_file((folder / "ladder_fit.csv").string(), fit_table(posteriors));
  return findings.empty()
             ? replace_file((folder / "ladder_draw.csv").string(), draw_table(posteriors))
             : findings;
}

}  // namespace chorsu
