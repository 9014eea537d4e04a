#include "option_table.h"

#include <algorithm>
#include <cassert>

namespace chorsu::cli {

namespace {

constexpr OptionRow kOptions[] = {
    {"--json", "", false, "", "One JSON object on stdout, for machines"},
    {"--region", "PATH", false, "", "Region package; else the scenario's, in data/"},
    {"--seed", "N", false, "1", "Seed of random draws; a static year makes none"},
    {"--threads", "N", false, "0", "Threads, 0 = all; results do not depend on it"},
    {"--out", "DIR", false, "", "Folder for the files; else out/<scenario>"},
    {"--through",
     "PLACE,...",
     false,
     "",
     "Who uses these places: tonnes by origin,\ndestination and class in through.csv"},
    {"scenario", "FILE...", true, "", "Scenario files (TOML)"},
    {"--from", "PLACE", true, "", "Node or zone where the goods begin, id or name"},
    {"--to", "PLACE", true, "", "Node or zone where they end"},
    {"--class", "CLASS", false, "containers", "Commodity class"},
    {"--date",
     "DATE",
     false,
     "",
     "Day of the network: 2025-11-30, 2025-11 or 2025;\nelse the base year"},
    {"--modes", "MODE,...", false, "", "Only these: rail, road, sea, ferry,\ninland_water, air"},
    {"--by-corridor", "", false, "", "Also the best route over each corridor"},
    {"date", "DATE", true, "", "Day asked about: 2025-06-24, 2025-06 or 2025"},
    {"subject",
     "SUBJECT...",
     false,
     "",
     "Actors, places, lines, groups, by id or name;\nelse everything"},
    {"--known-on",
     "DATE",
     false,
     "",
     "Only what could be known on that day; else\nall that the package knows"},
    {"--source",
     "SOURCE",
     false,
     "",
     "Only what this source or publisher says, by id\nor name: SEED-003, CACI Analyst"},
    {"--all", "", false, "", "Leave nothing out of the text"},
    {"--kind",
     "KIND,...",
     false,
     "",
     "Only these: project, crossing, link, node,\ncorridor, state, strain, key; else all but "
     "the\nlong lists of links and nodes"},
    {"--metric",
     "METRIC,...",
     false,
     "",
     "Only these: transit_tonnes, transit_revenue,\ntrade_cost, unit_cost, surplus, "
     "corridor_tonnes"},
    {"--states", "STATE,...", false, "", "Only these; else those that move most"},
    {"--corridors", "CORRIDOR,...", false, "", "Only these; else those that move most"},
    {"--percent", "", false, "", "Per cent of the baseline instead of amounts"},
    {"--routes", "", false, "", "Judge the known routes too"},
    {"--write", "", false, "", "Write the fitted factors into the package"},
    {"--tntp", "NET TRIPS...", false, "", "Network and trip tables (TNTP), a class each"},
    {"--gmns", "DIR", false, "", "Folder of node.csv and link.csv (GMNS)"},
    {"--demand",
     "CSV...",
     false,
     "",
     "Trips for --gmns, a class a table:\no_zone_id,d_zone_id,volume"},
    {"--omx", "FILE...", false, "", "Trips for --gmns as matrices (OMX)"},
    {"--matrix", "NAME,...", false, "", "Matrices of --omx, a class each; else the only one"},
    {"--gap", "X", false, "1e-6", "Relative gap to reach: (TSTT - SPTT)/SPTT"},
    {"--iterations", "N", false, "1000", "Give up after so many"},
    {"--method", "NAME", false, "bush", "bush, frank-wolfe, conjugate or biconjugate"},
    {"--goal", "NAME", false, "user", "user equilibrium, or system optimum"},
    {"--toll-weight",
     "X,...",
     false,
     "0",
     "Time a unit of toll is worth; one for all\nclasses or one each"},
    {"--distance-weight", "X,...", false, "0", "Time a unit of length is worth"},
    {"--car-units", "X,...", false, "1", "Cars that a vehicle is as good as"},
    {"--demand-factor", "X", false, "1", "Multiplies all trips"},
    {"--elastic",
     "CURVE",
     false,
     "",
     "How trips answer to cost above that at free flow:\nexponential or linear; else not at all"},
    {"--slope", "X", false, "", "Of that curve, per unit of time"},
    {"--select", "LINK,...", false, "", "Who uses these links: ID, FROM-TO or row:N"},
    {"--paths", "", false, "", "Also the paths that are used"},
    {"actors", "FILE", true, "", "Actors in KTAB's form (CSV)"},
    {"--ladder",
     "DIMENSION",
     false,
     "",
     "Also where its end positions stand on the ladder\nof engagement, 0 to 7"},
    {"--turns", "N", false, "100", "Give up after so many"},
    {"--quiet",
     "SHARE",
     false,
     "0.02",
     "Settled when all move less than this share of\nwhat they moved in the first turn"},
    {"what", "WHAT", true, "", "recognition, engagement, hindcast, posterior or\npayoffs"},
    {"--by", "DATE", false, "", "Day by which: 2027-12-31"},
    {"--if",
     "ACTOR=LEVEL@DATE,...",
     false,
     "",
     "Set an actor to a level from the first of a month\non, and say what changes"},
    {"--with",
     "TERM,...",
     false,
     "",
     "Switch on: peers (moving first costs), gate (some\nwait for others' recognition)"},
    {"--why", "ACTOR,...", false, "", "What adds up to these actors' chances"},
    {"--push",
     "",
     false,
     "",
     "Let strains push states towards Kabul or away\n(strain_push.csv): a scenario, no data bear "
     "on it"},
    {"--strain",
     "NAME=VALUE,...",
     false,
     "",
     "With --push: set a strain, or what one is made\nof: 0 off, 1 as recorded"},
    {"--bargain",
     "FILE",
     false,
     "",
     "KTAB file of actors: where their bargaining ends\ndraws their moves up"},
    {"figure", "FIGURE", false, "", "Its id: states.UZB.transit_revenue"},
    {"where",
     "SCENARIO|RUN",
     false,
     "",
     "Scenario, or folder of a run; else the newest\nrun below out/"},
    {"--depth", "N", false, "0", "Hops at most; 0: down to the sources"},
    {"--list", "", false, "", "The figures that there are, those that hold FIGURE"},
    {"path", "PATH", true, "", "Region package (folder) or scenario file (TOML)"},
};

constexpr VerbRow kVerbs[] = {
    {"run",
     "Solve a year without and with a scenario's changes",
     "chorsu run scenarios/herat-mazar.toml"},
    {"compare",
     "Put the results of scenarios side by side",
     "chorsu compare scenarios/*.toml --metric transit_revenue --out out/compare"},
    {"route",
     "Rival routes between two places: share, cost, hours",
     "chorsu route --from navoi --to karachi --class containers --date 2025-11"},
    {"asof",
     "What was true on a day, and what was said, by whom",
     "chorsu asof 2025-06-24 russia --known-on 2025-06-24"},
    {"timeline",
     "The dated story of an actor or place, drawn",
     "chorsu timeline russia --out out/russia"},
    {"levers", "List what a scenario can change", "chorsu levers --kind project,crossing"},
    {"validate", "What was observed against what the base year has", "chorsu validate --routes"},
    {"calibrate",
     "Fit scale and access penalties to what was observed",
     "chorsu calibrate --region data/region --write"},
    {"forecast",
     "How far states may go towards Kabul, and past skill",
     "chorsu forecast recognition --by 2027-12-31 --if \"CHN=7@2027-03-01\""},
    {"assign",
     "Traffic equilibrium on any network (TNTP, GMNS, OMX)",
     "chorsu assign --tntp net.tntp trips.tntp --gap 1e-10 --out out/assign"},
    {"bargain",
     "Bargaining over positions: who moves where (KTAB)",
     "chorsu bargain actors.csv --out out/bargain"},
    {"why",
     "From a figure of a run down to rows and sources",
     "chorsu why states.UZB.transit_revenue out/herat-mazar"},
    {"check", "Check a region package or a scenario", "chorsu check data/region"},
};

template <typename Row>
Row const& row_of(std::span<Row const> table, std::string_view name) {
  auto const found =
      std::find_if(table.begin(), table.end(), [&](Row const& row) { return row.name == name; });
  assert(found != table.end());
  return *found;
}

}  // namespace

std::span<OptionRow const> option_table() {
  return kOptions;
}

std::span<VerbRow const> verb_table() {
  return kVerbs;
}

OptionRow const& option_row(std::string_view name) {
  return row_of(option_table(), name);
}

VerbRow const& verb_row(std::string_view name) {
  return row_of(verb_table(), name);
}

}  // namespace chorsu::cli
