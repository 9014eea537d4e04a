#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace chorsu::cli {

/// What the program tells its caller (product.md); 130 and 143 are interruptions.
enum Exit : std::uint8_t { kOk = 0, kAnswerIsNo = 1, kWrongUsage = 2, kBadData = 3, kFault = 4 };

/// Options that every verb takes.
struct Common {
  bool json{false};
  std::string region;     ///< path of a package; empty: found
  std::uint64_t seed{1};  ///< of random draws; a static year makes none
  int threads{0};         ///< 0 = all of the machine
};

struct RunCommand {
  Common common;
  std::vector<std::string> scenarios;
  std::string out;                   ///< empty: out/<scenario>
  std::vector<std::string> through;  ///< places whose users are asked for
};

struct CompareCommand {
  Common common;
  std::vector<std::string> scenarios;
  std::vector<std::string> metrics;    ///< empty: all
  std::vector<std::string> states;     ///< empty: those that move most
  std::vector<std::string> corridors;  ///< empty: those that move most
  std::string date;                    ///< of all baselines; empty: each scenario's own
  std::string out;                     ///< folder of compare.html and its like; empty: none
  bool percent{false};                 ///< the table shows per cent instead of amounts
};

struct RouteCommand {
  Common common;
  std::string from;
  std::string to;
  std::string commodity;
  std::string date;
  std::vector<std::string> modes;
  bool by_corridor{false};  ///< also the best route over each corridor
};

struct AsOfCommand {
  Common common;
  std::string date;
  std::vector<std::string> subjects;  ///< empty: everything
  std::string known_on;               ///< empty: all that the package knows
  std::string source;  ///< id or publisher of the only source that counts; empty: all
  bool all{false};     ///< the text leaves nothing out
};

struct TimelineCommand {
  Common common;
  std::vector<std::string> subjects;  ///< empty: everything
  std::string known_on;
  std::string source;  ///< as of AsOfCommand
  std::string out;     ///< folder of the drawing; empty: none
};

struct LeversCommand {
  Common common;
  std::vector<std::string> kinds;
};

struct CheckCommand {
  Common common;
  std::string path;
};

struct ValidateCommand {
  Common common;
  bool routes{false};  ///< judge the known routes too
};

struct CalibrateCommand {
  Common common;
  bool write{false};  ///< the fitted factors, into the package
};

/// How far states may go towards the government in Kabul, and how well such forecasts did.
struct ForecastCommand {
  Common common;
  std::string what;                  ///< recognition, engagement, hindcast, posterior or payoffs
  std::string by;                    ///< day by which
  std::string known_on;              ///< of what is known; empty: the last day looked up
  std::vector<std::string> ifs;      ///< ACTOR=LEVEL@DATE
  std::vector<std::string> with;     ///< terms switched on
  std::vector<std::string> whys;     ///< actors whose terms are asked for
  bool push{false};                  ///< strains push states (strain_push.csv)
  std::vector<std::string> strains;  ///< NAME=VALUE
  std::string bargain;               ///< file of actors whose bargaining pulls; empty: none
  std::string ladder;                ///< its dimension "how far to go"; empty: the first
  bool write{false};                 ///< the posterior or the payoffs, into the package
};

/// Static assignment on anyone's network.
struct AssignCommand {
  Common common;
  std::vector<std::string> tntp;      ///< the network, then a trip table for every class
  std::string gmns;                   ///< folder; empty: TNTP
  std::vector<std::string> demand;    ///< tables of trips, a class each
  std::vector<std::string> omx;       ///< files of matrices
  std::vector<std::string> matrices;  ///< of them, a class each; empty: the only one
  double gap{1e-6};
  int iterations{1000};
  std::string method{"bush"};
  std::string goal{"user"};
  std::vector<double> toll_weight;      ///< of every class, or one for all; time per unit of toll
  std::vector<double> distance_weight;  ///< time per unit of length
  std::vector<double> car_units;
  double demand_factor{1.0};
  std::string elastic;  ///< how demand answers to cost; empty: not
  double slope{0.0};
  std::string out;                  ///< empty: no files
  std::vector<std::string> select;  ///< links whose users are asked for
  bool paths{false};
};

/// From a figure of a run to its sources.
struct WhyCommand {
  Common common;
  std::string figure;  ///< id of the figure; with `list` a part of it
  std::string where;   ///< scenario or folder of a run; empty: the newest below out/
  int depth{0};        ///< hops at most; 0: to the sources
  bool all{false};     ///< the text leaves nothing out
  bool list{false};    ///< the ids of the figures instead
};

/// Bargaining over positions, on anyone's actors.
struct BargainCommand {
  Common common;
  std::string file;
  std::string out;     ///< empty: no files
  std::string ladder;  ///< dimension whose end positions are told as levels; empty: none
  int turns{100};      ///< at most
  double quiet{0.02};  ///< share of the first turn's moves below which it has settled
};

using Command = std::variant<RunCommand,
                             CompareCommand,
                             RouteCommand,
                             AsOfCommand,
                             TimelineCommand,
                             LeversCommand,
                             CheckCommand,
                             ValidateCommand,
                             CalibrateCommand,
                             ForecastCommand,
                             AssignCommand,
                             BargainCommand,
                             WhyCommand>;

}  // namespace chorsu::cli
