#pragma once

#include <IpStdCInterface.h>
#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace chorsu::toy {

/// A function of one variable, with its first two derivatives, at a point.
struct Jet {
  double value{0.0};
  double slope{0.0};
  double curvature{0.0};
};

/// Least sum of one convex function of each variable, none of them below 0, under linear equations.
struct SeparableProgram {
  /// Starts at `guess`, above 0.
  int variable(std::function<Jet(double)> cost, double guess) {
    costs.push_back(std::move(cost));
    guesses.push_back(guess);
    return static_cast<int>(costs.size() - 1U);
  }

  int equation(double right_side) {
    right_sides.push_back(right_side);
    return static_cast<int>(right_sides.size() - 1U);
  }

  void add(int row, int variable, double factor) { entries.push_back({row, variable, factor}); }

  struct Entry {
    int row;
    int variable;
    double factor;
  };

  std::vector<std::function<Jet(double)>> costs;
  std::vector<double> guesses;
  std::vector<double> right_sides;
  std::vector<Entry> entries;
};

// ---- the questions of Ipopt; without values it asks where they stand

inline constexpr auto kValue = [](int, double* x, int, double* f, void* data) {
  *f = 0.0;
  for (auto const& cost : static_cast<SeparableProgram const*>(data)->costs) {
    *f += cost(*x++).value;
  }
  return TRUE;
};

inline constexpr auto kGradient = [](int, double* x, int, double* slope, void* data) {
  for (auto const& cost : static_cast<SeparableProgram const*>(data)->costs) {
    *slope++ = cost(*x++).slope;
  }
  return TRUE;
};

inline constexpr auto kEquations =
    [](int, double* x, int, int rows, double* left_side, void* data) {
      std::fill_n(left_side, rows, 0.0);
      for (auto const& e : static_cast<SeparableProgram const*>(data)->entries) {
        left_side[e.row] += e.factor * x[e.variable];
      }
      return TRUE;
    };

inline constexpr auto kJacobian =
    [](int, double*, int, int, int, int* row, int* col, double* factor, void* data) {
      for (auto const& e : static_cast<SeparableProgram const*>(data)->entries) {
        if (factor != nullptr) {
          *factor++ = e.factor;
        } else {
          *row++ = e.row;
          *col++ = e.variable;
        }
      }
      return TRUE;
    };

/// Diagonal, as every function has a variable of its own.
inline constexpr auto kHessian = [](int count,
                                    double* x,
                                    int,
                                    double weight,
                                    int,
                                    double*,
                                    int,
                                    int,
                                    int* row,
                                    int* col,
                                    double* curvature,
                                    void* data) {
  auto const& costs = static_cast<SeparableProgram const*>(data)->costs;
  for (auto i = 0; i < count; ++i) {
    if (curvature != nullptr) {
      curvature[i] = weight * costs[static_cast<std::size_t>(i)](x[i]).curvature;
    } else {
      row[i] = i;
      col[i] = i;
    }
  }
  return TRUE;
};

inline IpoptProblem ask_ipopt(SeparableProgram const& program) {
  constexpr auto kUnbounded = 1e20;  // as Ipopt takes it
  auto const variables = static_cast<int>(program.costs.size());
  auto low = std::vector<double>(program.costs.size(), 0.0);
  auto high = std::vector<double>(program.costs.size(), kUnbounded);
  auto right_sides = program.right_sides;
  return CreateIpoptProblem(variables,
                            low.data(),
                            high.data(),
                            static_cast<int>(right_sides.size()),
                            right_sides.data(),
                            right_sides.data(),
                            static_cast<int>(program.entries.size()),
                            variables,
                            0,
                            kValue,
                            kEquations,
                            kGradient,
                            kJacobian,
                            kHessian);
}

struct SeparableAnswer {
  bool solved{false};
  double objective{0.0};
  std::vector<double> x;
};

/// By the interior-point method of Wächter and Biegler (2006). Functions and variables should be of
/// the order of 1 to 1000.
inline SeparableAnswer minimise(SeparableProgram program) {
  auto* const problem = ask_ipopt(program);
  auto word = [&](std::string key, std::string value) {
    AddIpoptStrOption(problem, key.data(), value.data());
  };
  auto number = [&](std::string key, double value) {
    AddIpoptNumOption(problem, key.data(), value);
  };
  AddIpoptIntOption(problem, std::string{"print_level"}.data(), 0);
  word("sb", "yes");  // no banner
  word("nlp_scaling_method", "none");
  word("jac_c_constant", "yes");
  number("bound_relax_factor", 0.0);
  number("tol", 1e-10);
  auto answer = SeparableAnswer{false, 0.0, program.guesses};
  answer.solved = IpoptSolve(problem,
                             answer.x.data(),
                             nullptr,
                             &answer.objective,
                             nullptr,
                             nullptr,
                             nullptr,
                             &program) == Solve_Succeeded;
  FreeIpoptProblem(problem);
  return answer;
}

}  // namespace chorsu::toy
