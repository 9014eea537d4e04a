#include <cmath>

#include <fmt/format.h>

#include "figures.h"
#include "validation_answer.h"

namespace chorsu::cli {

namespace {

constexpr auto kMega = 1e6;
constexpr auto kPercent = 100.0;

std::string megatonnes(double tonnes) {
  auto const mt = tonnes / kMega;
  return fixed(mt, mt < 1.0 ? 3 : 2);
}

std::string percent(double share) {
  return with_sign(kPercent * share, 0) + " %";
}

constexpr auto kWhat = std::size_t{38};

std::string row_text(Observations::Row const& row, Checked const& checked) {
  return fmt::format("{} {} {} {} {} {}\n",
                     left(row.id, 17),
                     left(row.entity, kWhat - 10U),
                     right(megatonnes(row.quantity.value), 8),
                     right(megatonnes(checked.modelled), 8),
                     right(percent(checked.error), 9),
                     checked.in_range ? "in" : "");
}

std::string rows_text(Region const& region,
                      Validation const& validation,
                      ObservationUse use,
                      bool independent) {
  auto text = std::string{};
  for (auto const& checked : validation.rows) {
    auto const& row = region.observations.rows[checked.row];
    if (row.use == use &&
        (use == ObservationUse::kCalibrate || is_independent(row) == independent)) {
      text += row_text(row, checked);
    }
  }
  return text;
}

std::string errors_text(std::string_view what, ErrorMeasures const& e) {
  if (e.rows == 0U) {
    return "";
  }
  return fmt::format("{} {} {} {} {} {}\n",
                     left(what, kWhat - 4U),
                     right(std::to_string(e.rows), 5),
                     right(fixed(kPercent * e.median_absolute, 0) + " %", 9),
                     right(with_sign(e.bias, 2), 8),
                     right(fixed(kPercent * e.within_range, 0) + " %", 9),
                     right(fixed(kPercent * e.within_factor_two, 0) + " %", 9));
}

std::string measures_text(Validation const& v) {
  return fmt::format("\n{} {} {} {} {} {}\n",
                     left("Errors", kWhat - 4U),
                     right("rows", 5),
                     right("median", 9),
                     right("bias ln", 8),
                     right("in range", 9),
                     right("within 2x", 9)) +
         errors_text("fitted", v.calibrate) + errors_text("fitted, each left out", v.left_out) +
         errors_text("validated", v.validate) +
         errors_text("validated, no part in the model", v.independent);
}

std::string gates_text(Region const& region, Validation const& v) {
  auto text = std::string{v.gates.empty() ? "" : "\nShares of gates          observed  modelled\n"};
  for (auto const& gate : v.gates) {
    auto const& row = region.observations.rows[gate.row];
    text += fmt::format("{} {} {}\n",
                        left(row.id + " " + row.entity, 24),
                        right(fixed(kPercent * gate.observed, 1) + " %", 8),
                        right(fixed(kPercent * gate.modelled, 1) + " %", 9));
  }
  return text;
}

std::string left_out_text(Region const& region, Validation const& v) {
  auto text = std::string{};
  for (auto const& checked : v.rows) {
    auto const& row = region.observations.rows[checked.row];
    if (row.left_out) {
      text += fmt::format("{} {} {} {}\n",
                          left(row.id, 17),
                          right(megatonnes(row.quantity.value), 9),
                          right(megatonnes(checked.modelled), 9),
                          right(megatonnes(*row.left_out), 9));
    }
  }
  return text.empty() ? text : "\nLeft out, Mt        observed    fitted  left out\n" + text;
}

std::string figure_text(FigureCheck const& check, std::string_view unit, int decimals) {
  if (!check.asked) {
    return "";
  }
  return fmt::format(" {}{}{} ({}-{})",
                     check.holds() ? "" : "! ",
                     fixed(check.modelled, decimals),
                     unit,
                     fixed(check.range.low, decimals),
                     fixed(check.range.high, decimals));
}

std::string route_text(Region const& region, RouteVerdict const& verdict) {
  auto const& row = region.route_cases.rows[verdict.row];
  auto const& names = region.network.nodes.id;
  auto const good = holds(row, verdict);
  return fmt::format("{} {} {} {}{}{}{}{}\n",
                     left(row.id, 3),
                     left(!verdict.counted ? "-"
                          : good           ? "holds"
                                           : "fails",
                          5),
                     left(names[row.from] + " - " + names[row.to], 19),
                     right(fixed(kPercent * verdict.share, 0) + " %", 5),
                     row.dominant && !verdict.dominates() ? " !" : "",
                     verdict.found ? "" : " not among the routes",
                     figure_text(verdict.days, "d", 1),
                     figure_text(verdict.cost, "US$", 0));
}

std::string routes_text(Region const& region, std::vector<RouteVerdict> const& routes) {
  if (routes.empty()) {
    return "";
  }
  auto text = std::string{"\nKnown routes: share, days and price (range); ! = outside\n"};
  auto counted = 0;
  auto good = 0;
  for (auto const& verdict : routes) {
    text += route_text(region, verdict);
    counted += verdict.counted ? 1 : 0;
    good += verdict.counted && holds(region.route_cases.rows[verdict.row], verdict) ? 1 : 0;
  }
  return text + fmt::format("{} of {} counted routes hold\n", good, counted);
}

std::string factors_text(Region const& region) {
  auto text = std::string{"\nFactors in force: "};
  auto const at = factors_of(region);
  for (auto p = std::size_t{0}; p < kFactors; ++p) {
    text += fmt::format("{}{} {}",
                        p == 0U ? "" : ",\n                  ",
                        to_string(static_cast<Factor>(p)),
                        fixed(std::exp(at.at(p)), 2));
  }
  return text + "\n";
}

}  // namespace

std::string validation_text(Region const& region, ValidationAnswer const& answer) {
  auto const& v = answer.validation;
  auto const head = fmt::format("{} {} {} {}\n",
                                left("Mt a year", kWhat + 8U),
                                right("observed", 8),
                                right("modelled", 8),
                                right("error", 9));
  return head + "Fitted\n" + rows_text(region, v, ObservationUse::kCalibrate, false) +
         "\nValidated, no part in the model\n" +
         rows_text(region, v, ObservationUse::kValidate, true) + "\nValidated, others\n" +
         rows_text(region, v, ObservationUse::kValidate, false) + measures_text(v) +
         gates_text(region, v) + left_out_text(region, v) + factors_text(region) +
         routes_text(region, answer.routes);
}

std::string calibration_text(Region const& region, CalibrationAnswer const& answer) {
  auto const& fit = answer.fit;
  auto text = fmt::format("{} after {} rounds and {} solves, objective {}\n\n{}{}{}{}\n",
                          fit.converged ? "Fitted" : "NOT converged",
                          fit.rounds,
                          fit.solves,
                          fixed(fit.objective, 2),
                          left("Factor", 24),
                          right("value", 8),
                          right("10 %", 8),
                          right("90 %", 8));
  for (auto p = std::size_t{0}; p < kFactors; ++p) {
    auto const range = factor_range(fit, static_cast<Factor>(p));
    text += left(to_string(static_cast<Factor>(p)), 24) + right(fixed(range.value, 3), 8) +
            right(fixed(range.low, 3), 8) + right(fixed(range.high, 3), 8) + "\n";
  }
  text += "\nMt a year         observed    fitted  left out\n";
  for (auto i = std::size_t{0}; i < answer.left_out.size(); ++i) {
    auto const& row = region.observations.rows[i];
    if (answer.left_out[i] >= 0.0) {
      text += fmt::format("{} {} {} {}\n",
                          left(row.id, 17),
                          right(megatonnes(row.quantity.value), 8),
                          right(megatonnes(fit.modelled[i]), 9),
                          right(megatonnes(answer.left_out[i]), 9));
    }
  }
  return text + (answer.written.empty() ? "\nNothing written: add --write to keep the factors.\n"
                                        : "\nWritten into " + answer.written + "\n");
}

}  // namespace chorsu::cli
