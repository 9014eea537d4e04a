#include "command_line.h"

#include <iostream>
#include <limits>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "option_table.h"

#include "chorsu/base/nearest_name.h"

#ifndef CHORSU_VERSION
#error "the build says which version this is"
#endif

namespace chorsu::cli {

namespace {

constexpr auto kHelpColumn = 26U;

/// Where a verb means something else by an option than the verbs that have it too.
constexpr auto kOneDay = "One day for all baselines; else each scenario's own";
constexpr auto kKnownOn = "What was known that day; else on the last looked up";
constexpr auto kWritePosterior = "Write the posterior or the payoffs into the package";
constexpr auto kPullDimension = "Its dimension that says how far to go; else the first";
constexpr auto kAssignFolder = "Folder for flows, skims, convergence; else none";
constexpr auto kTimelineFolder = "Folder for timeline.html, .svg and .csv; else none";
constexpr auto kBargainFolder = "Folder for positions, challenges and charts; else none";
constexpr auto kCompareFolder = "Folder for compare.html, .csv and .xlsx; else none";

/// Adds an option with the attributes of its row.
template <typename T>
CLI::Option* add(CLI::App& verb, std::string_view name, T& value) {
  auto const& row = option_row(name);
  auto* const option = verb.add_option(std::string{row.name}, value, std::string{row.description});
  option->required(row.required);
  option->default_str(std::string{row.fallback});
  option->option_text(std::string{row.type} +
                      (row.fallback.empty() ? "" : "=" + std::string{row.fallback}));
  return option;
}

CLI::Option* add_flag(CLI::App& verb, std::string_view name, bool& value) {
  auto const& row = option_row(name);
  return verb.add_flag(std::string{row.name}, value, std::string{row.description});
}

CLI::App& add_bare_verb(CLI::App& app, std::string_view name, Common& common) {
  auto const& row = verb_row(name);
  auto& verb = *app.add_subcommand(std::string{row.name}, std::string{row.description});
  verb.footer("Example:\n  " + std::string{row.example});
  add_flag(verb, "--json", common.json);
  add(verb, "--threads", common.threads)->check(CLI::Range(0, 1024));
  return verb;
}

/// A verb about a region package.
CLI::App& add_verb(CLI::App& app, std::string_view name, Common& common) {
  auto& verb = add_bare_verb(app, name, common);
  add(verb, "--region", common.region);
  add(verb, "--seed", common.seed);
  return verb;
}

/// Every verb's values, filled while parsing.
struct Values {
  RunCommand run;
  CompareCommand compare;
  RouteCommand route;
  AsOfCommand as_of;
  TimelineCommand timeline;
  LeversCommand levers;
  CheckCommand check;
  ValidateCommand validate;
  CalibrateCommand calibrate;
  ForecastCommand forecast;
  AssignCommand assign;
  BargainCommand bargain;
  WhyCommand why;
};

void add_assign(CLI::App& app, AssignCommand& command) {
  auto const amount = CLI::Range(0.0, std::numeric_limits<double>::max());
  auto& verb = add_bare_verb(app, "assign", command.common);
  add(verb, "--tntp", command.tntp)->expected(2, -1);
  add(verb, "--gmns", command.gmns)->excludes("--tntp");
  add(verb, "--demand", command.demand)->needs("--gmns");
  add(verb, "--omx", command.omx)->needs("--gmns");
  add(verb, "--matrix", command.matrices)->needs("--omx")->delimiter(',');
  add(verb, "--gap", command.gap)->check(amount);
  add(verb, "--iterations", command.iterations)->check(CLI::PositiveNumber);
  add(verb, "--method", command.method)
      ->check(CLI::IsMember({"bush", "frank-wolfe", "conjugate", "biconjugate"}));
  add(verb, "--goal", command.goal)->check(CLI::IsMember({"user", "system"}));
  add(verb, "--toll-weight", command.toll_weight)->delimiter(',')->check(amount);
  add(verb, "--distance-weight", command.distance_weight)->delimiter(',')->check(amount);
  add(verb, "--car-units", command.car_units)->delimiter(',')->check(amount);
  add(verb, "--demand-factor", command.demand_factor)->check(amount);
  auto* const elastic = add(verb, "--elastic", command.elastic);
  auto* const slope = add(verb, "--slope", command.slope)->check(amount);
  elastic->check(CLI::IsMember({"exponential", "linear"}))->needs(slope);
  slope->needs(elastic);
  auto* const out = add(verb, "--out", command.out)->description(std::string{kAssignFolder});
  add(verb, "--select", command.select)->delimiter(',')->needs(out);
  add_flag(verb, "--paths", command.paths);
}

void add_forecast(CLI::App& app, ForecastCommand& command) {
  auto& verb = add_verb(app, "forecast", command.common);
  add(verb, "what", command.what)
      ->check(CLI::IsMember({"recognition", "engagement", "hindcast", "posterior", "payoffs"}));
  add(verb, "--by", command.by);
  add(verb, "--known-on", command.known_on)->description(std::string{kKnownOn});
  add(verb, "--if", command.ifs)->delimiter(',');
  add(verb, "--with", command.with)->delimiter(',');
  add(verb, "--why", command.whys)->delimiter(',');
  add_flag(verb, "--push", command.push);
  add(verb, "--strain", command.strains)->delimiter(',');
  auto* const bargain = add(verb, "--bargain", command.bargain);
  add(verb, "--ladder", command.ladder)->description(std::string{kPullDimension})->needs(bargain);
  add_flag(verb, "--write", command.write)->description(std::string{kWritePosterior});
}

void add_bargain(CLI::App& app, BargainCommand& command) {
  auto& verb = add_bare_verb(app, "bargain", command.common);
  add(verb, "actors", command.file);
  add(verb, "--out", command.out)->description(std::string{kBargainFolder});
  add(verb, "--ladder", command.ladder);
  add(verb, "--turns", command.turns)->check(CLI::PositiveNumber);
  add(verb, "--quiet", command.quiet)->check(CLI::Range(0.0, 1.0));
}

void add_why(CLI::App& app, WhyCommand& command) {
  auto& verb = add_verb(app, "why", command.common);
  add(verb, "figure", command.figure);
  add(verb, "where", command.where);
  add(verb, "--depth", command.depth)->check(CLI::NonNegativeNumber);
  add_flag(verb, "--all", command.all);
  add_flag(verb, "--list", command.list);
}

/// Verbs about dated evidence.
void add_dated(CLI::App& app, AsOfCommand& as_of, TimelineCommand& timeline) {
  auto& asked = add_verb(app, "asof", as_of.common);
  add(asked, "date", as_of.date);
  add(asked, "subject", as_of.subjects);
  add(asked, "--known-on", as_of.known_on);
  add(asked, "--source", as_of.source);
  add_flag(asked, "--all", as_of.all);
  auto& drawn = add_verb(app, "timeline", timeline.common);
  add(drawn, "subject", timeline.subjects);
  add(drawn, "--known-on", timeline.known_on);
  add(drawn, "--source", timeline.source);
  add(drawn, "--out", timeline.out)->description(std::string{kTimelineFolder});
}

void add_verbs(CLI::App& app, Values& values) {
  auto& run = add_verb(app, "run", values.run.common);
  add(run, "scenario", values.run.scenarios);
  add(run, "--out", values.run.out);
  add(run, "--through", values.run.through)->delimiter(',');

  auto& compare = add_verb(app, "compare", values.compare.common);
  add(compare, "scenario", values.compare.scenarios)->expected(2, -1);
  add(compare, "--metric", values.compare.metrics)->delimiter(',');
  add(compare, "--states", values.compare.states)->delimiter(',');
  add(compare, "--corridors", values.compare.corridors)->delimiter(',');
  auto const& percent = option_row("--percent");
  compare.add_flag("--percent", values.compare.percent, std::string{percent.description});
  add(compare, "--date", values.compare.date)->description(std::string{kOneDay});
  add(compare, "--out", values.compare.out)->description(std::string{kCompareFolder});

  auto& route = add_verb(app, "route", values.route.common);
  add(route, "--from", values.route.from);
  add(route, "--to", values.route.to);
  add(route, "--class", values.route.commodity);
  add(route, "--date", values.route.date);
  add(route, "--modes", values.route.modes)->delimiter(',');
  add_flag(route, "--by-corridor", values.route.by_corridor);

  add_dated(app, values.as_of, values.timeline);

  auto& levers = add_verb(app, "levers", values.levers.common);
  add(levers, "--kind", values.levers.kinds)->delimiter(',');

  auto& check = add_verb(app, "check", values.check.common);
  add(check, "path", values.check.path);

  auto& validate = add_verb(app, "validate", values.validate.common);
  add_flag(validate, "--routes", values.validate.routes);

  auto& calibrate = add_verb(app, "calibrate", values.calibrate.common);
  add_flag(calibrate, "--write", values.calibrate.write);

  add_assign(app, values.assign);
  add_forecast(app, values.forecast);
  add_bargain(app, values.bargain);
  add_why(app, values.why);
}

Command chosen(CLI::App const& app, Values const& values) {
  auto const is = [&](char const* verb) { return app.got_subcommand(verb); };
  return is("run")         ? Command{values.run}
         : is("compare")   ? Command{values.compare}
         : is("route")     ? Command{values.route}
         : is("asof")      ? Command{values.as_of}
         : is("timeline")  ? Command{values.timeline}
         : is("levers")    ? Command{values.levers}
         : is("validate")  ? Command{values.validate}
         : is("calibrate") ? Command{values.calibrate}
         : is("assign")    ? Command{values.assign}
         : is("forecast")  ? Command{values.forecast}
         : is("bargain")   ? Command{values.bargain}
         : is("why")       ? Command{values.why}
                           : Command{values.check};
}

/// A first word that is no verb gets a better answer than a list of unexpected arguments.
bool complained_about_verb(std::string const& word) {
  if (word.starts_with("-")) {
    return false;
  }
  auto names = std::vector<std::string_view>{};
  for (auto const& row : verb_table()) {
    if (row.name == word) {
      return false;
    }
    names.push_back(row.name);
  }
  std::cerr << "chorsu: no verb '" << word << "'.";
  if (auto const near = nearest_name(word, names)) {
    std::cerr << " Did you mean '" << *near << "'?";
  }
  std::cerr << " `chorsu --help` lists them.\n";
  return true;
}

/// Names the option that an unknown one is nearest to.
void suggest_option(std::vector<std::string> const& unexpected) {
  auto names = std::vector<std::string_view>{};
  for (auto const& row : option_table()) {
    names.push_back(row.name);
  }
  for (auto const& word : unexpected) {
    auto const better =
        word.starts_with("--") ? nearest_name(word, names).value_or(word) : std::string_view{word};
    if (better != word) {
      std::cerr << "Did you mean " << better << "?\n";
    }
  }
}

}  // namespace

Parsed parse_command_line(int argc, char const* const* argv) {
  auto app = CLI::App{"A scenario engine for the geo-economics of trade corridors.", "chorsu"};
  auto const held = std::make_unique<Values>();  // too large for GCC to see that all is set
  auto& values = *held;
  app.set_version_flag("--version", "chorsu " CHORSU_VERSION);
  app.get_formatter()->column_width(kHelpColumn);
  app.footer(
      "`chorsu VERB --help` has an example. Results go to stdout, messages to stderr.\n"
      "Exit: 0 ok, 1 the answer is no, 2 wrong usage, 3 bad data, 4 internal fault.");
  app.require_subcommand(0, 1);
  add_verbs(app, values);
  if (argc > 1 && complained_about_verb(argv[1])) {
    return {{}, kWrongUsage};
  }
  try {
    app.parse(argc, argv);
  } catch (CLI::ParseError const& refused) {  // also how --help and --version come back
    auto const code = app.exit(refused) == 0 ? kOk : kWrongUsage;
    if (code != kOk) {
      for (auto const* verb : app.get_subcommands()) {
        suggest_option(verb->remaining());
      }
    }
    return {{}, code};
  }
  if (app.get_subcommands().empty()) {
    std::cerr << app.help();
    return {{}, kWrongUsage};
  }
  return {chosen(app, values), kOk};
}

}  // namespace chorsu::cli
