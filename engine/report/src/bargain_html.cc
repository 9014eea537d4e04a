#include <fmt/format.h>

#include "bargain_files.h"
#include "html.h"
#include "words.h"

#include "chorsu/report/write_bargain.h"

namespace chorsu {

namespace {

constexpr auto kMostChallenges = std::size_t{400};

constexpr auto kStyle = R"(
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1e23; --dim: #5c6470; --rule: #d5d9df;
  --c0: #0b5cad; --c1: #c25a00; --c2: #00805a; --c3: #a03c83; --c4: #7a6a00; --c5: #b3261e;
  --c6: #4d4dbf; --c7: #4f5b66; }
@media screen and (prefers-color-scheme: dark) { :root { --paper: #14171b; --ink: #e6e8eb;
  --dim: #a3acb7; --rule: #343a42; --c0: #84bdf8; --c1: #ff9d45; --c2: #4fd3a5; --c3: #f09ad3;
  --c4: #d9c74a; --c5: #ff8a80; --c6: #b0b0ff; --c7: #b7c0ca; } }
@media print { body { max-width: none; font-size: 9pt; } section { break-inside: avoid; } }
body { background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif;
  max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { line-height: 1.2; } h2 { margin-top: 2.2rem; border-top: 1px solid var(--rule);
  padding-top: 1rem; }
.note { color: var(--dim); font-size: .9rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0; font-size: .85rem; }
caption { text-align: left; color: var(--dim); padding-bottom: .3rem; }
th, td { padding: .2rem .5rem; border-bottom: 1px solid var(--rule); text-align: left;
  font-weight: normal; vertical-align: baseline; }
thead th { font-weight: 600; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.lines { width: 100%; height: auto; } .lines text { font: 12px system-ui, sans-serif;
  fill: var(--ink); } .grid text { fill: var(--dim); } .grid line { stroke: var(--rule); }
.actor polyline { fill: none; stroke: currentColor; stroke-linejoin: round;
  stroke-linecap: round; } .actor .lead { fill: none; stroke: currentColor; stroke-width: .8; }
.actor text { fill: currentColor; } .dashed polyline { stroke-dasharray: 7 5; }
.lines:hover .actor { opacity: .25; } .lines .actor:hover { opacity: 1; }
.c0 { color: var(--c0); } .c1 { color: var(--c1); } .c2 { color: var(--c2); }
.c3 { color: var(--c3); } .c4 { color: var(--c4); } .c5 { color: var(--c5); }
.c6 { color: var(--c6); } .c7 { color: var(--c7); }
)";

std::string from_to(double from, double to, int decimals) {
  return fixed(from, decimals) + " → " + fixed(to, decimals);
}

std::string actor_table(BargainInput const& in) {
  auto const& first = in.bargain.turns.front();
  auto const& last = in.bargain.turns.back();
  auto heads = HtmlRow{words_cell("Actor"), {"capability"}};
  for (auto const& dimension : in.actors.dimension.values) {
    heads.push_back({escaped(dimension)});
  }
  heads.push_back({"chance to win"});
  heads.push_back({"attitude to risk"});
  auto rows = std::vector<HtmlRow>{};
  for (auto const actor : in.actors.name.ids()) {
    auto row =
        HtmlRow{words_cell(in.actors.name[actor]), number_cell(exact(in.actors.capability[actor]))};
    for (auto const k : in.actors.dimension.ids()) {
      row.push_back(number_cell(from_to(first.position(actor, k), last.position(actor, k), 1)));
    }
    row.push_back(
        number_cell(from_to(first.win_probability[actor], last.win_probability[actor], 2)));
    row.push_back(number_cell(from_to(first.risk[actor], last.risk[actor], 2)));
    rows.push_back(std::move(row));
  }
  auto mean = HtmlRow{words_cell("Compromise (mean by capability × salience)"), words_cell("")};
  auto const before = compromise(in.actors, first);
  auto const after = compromise(in.actors, last);
  for (auto const k : in.actors.dimension.ids()) {
    mean.push_back(number_cell(from_to(before[k], after[k], 1)));
  }
  rows.push_back(std::move(mean));
  return "<div class=\"wide\" tabindex=\"0\">" +
         html_table("First turn → last turn. Risk: −0.5 avoids it, 1 seeks it.", heads, rows) +
         "</div>\n";
}

/// Whether the two go by what one of them proposed.
std::string outcome(BargainTurn const& turn, ChallengeId id) {
  auto const from = turn.taken[turn.challenges.from[id]] == id;
  auto const to = turn.taken[turn.challenges.to[id]] == id;
  return from && to ? "both move"
         : from     ? "the challenger moves"
         : to       ? "the other moves"
                    : "neither";
}

std::string challenge_table(BargainInput const& in) {
  auto rows = std::vector<HtmlRow>{};
  auto all = std::size_t{0};
  for (auto t = std::size_t{0}; t < in.bargain.turns.size(); ++t) {
    auto const& turn = in.bargain.turns[t];
    auto const& challenges = turn.challenges;
    for (auto const id : challenges.from.ids()) {
      if (++all > kMostChallenges) {
        continue;
      }
      rows.push_back({words_cell(std::to_string(t)),
                      words_cell(in.actors.name[challenges.from[id]]),
                      words_cell(in.actors.name[challenges.to[id]]),
                      number_cell(fixed(challenges.win_probability[id], 2)),
                      number_cell(fixed(challenges.expected_gain[id], 3)),
                      words_cell(outcome(turn, id))});
    }
  }
  auto const left_out = all - rows.size();
  auto const more = left_out > 0U ? fmt::format(
                                        "<p class=\"note\">{} more stand in "
                                        "challenges.csv.</p>\n",
                                        left_out)
                                  : std::string{};
  return "<div class=\"wide\" tabindex=\"0\">" +
         html_table(
             "What the challenger believes: its chance in a contest, and its gain in utility",
             {words_cell("Turn"),
              words_cell("challenger"),
              words_cell("challenged"),
              {"chance"},
              {"gain"},
              words_cell("voted for")},
             rows) +
         "</div>\n" + more;
}

std::string section(std::string const& head, std::string const& note, std::string const& body) {
  return fmt::format("<section>\n<h2>{}</h2>\n<p class=\"note\">{}</p>\n{}</section>\n",
                     escaped(head),
                     note,
                     body);
}

}  // namespace

std::string bargain_html(BargainInput const& in) {
  auto const title = in.actors.title.empty() ? "Bargaining" : in.actors.title;
  auto html = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
      "name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta "
      "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\">\n<title>{0}</title>\n"
      "<style>{1}</style>\n</head>\n<body>\n<main>\n<h1>{0}</h1>\n",
      escaped(title),
      kStyle);
  for (auto const& words : bargain_words(in.actors, in.bargain)) {
    html += "<p>" + escaped(words) + "</p>\n";
  }
  for (auto const k : in.actors.dimension.ids()) {
    html += section(in.actors.dimension[k],
                    "Positions by turn, 0 to 100. Thicker lines: more capability.",
                    position_chart(in, k));
  }
  html +=
      section("Chance to win",
              "That an actor’s position wins a vote over all positions. Actors who stand in one "
              "place each show its chance, so that they may add up to more than 1.",
              chance_chart(in));
  html += section("Actors", "What each began with and came to.", actor_table(in));
  html += section("Challenges",
                  "Who pressed whom in every turn, and what the vote made of it.",
                  challenge_table(in));
  return html + "</main>\n</body>\n</html>\n";
}

}  // namespace chorsu
