#include <algorithm>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "bargain_answer.h"
#include "figures.h"

namespace chorsu::cli {

namespace {

constexpr auto kMostActors = std::size_t{30};  // in a table
constexpr auto kName = std::size_t{22};
constexpr auto kCell = std::size_t{7};
constexpr auto kTurns = std::size_t{8};  // shown

/// The first three turns, the last, and some between them.
std::vector<std::size_t> turns_to_show(std::size_t size) {
  constexpr auto kFirst = std::size_t{3};
  auto shown = std::vector<std::size_t>{};
  for (auto t = std::size_t{0}; t < std::min(size, size <= kTurns ? kTurns : kFirst); ++t) {
    shown.push_back(t);
  }
  auto const left = kTurns - kFirst;
  for (auto i = std::size_t{1}; size > kTurns && i <= left; ++i) {
    shown.push_back(kFirst - 1U + i * (size - kFirst) / left);
  }
  return shown;
}

/// What a table of actors by turn shows.
struct TurnTable {
  BargainAnswer const& answer;
  std::vector<BargainActorId> actors;
  std::vector<std::size_t> turns;
  std::size_t columns;
  bool colour;
};

std::string row(TurnTable const& table,
                std::string const& name,
                std::function<std::string(BargainTurn const&)> const& cell) {
  auto text = left(name, kName);
  for (auto const t : table.turns) {
    text += right(cell(table.answer.bargain.turns[t]), kCell);
  }
  return text + "\n";
}

std::string bold_lines(std::string const& title, std::size_t columns, bool colour) {
  auto text = std::string{};
  for (auto const& line : wrapped(title, columns)) {
    text += bold(line, colour) + "\n";
  }
  return text;
}

std::string head(TurnTable const& table, std::string const& title) {
  auto text = "\n" + bold_lines(title, table.columns, table.colour) + left("Turn", kName);
  for (auto const t : table.turns) {
    text += right(std::to_string(t), kCell);
  }
  return text + "\n";
}

std::string positions(TurnTable const& table, DimensionId k) {
  auto const& actors = table.answer.actors;
  auto text = head(table, actors.dimension[k] + ": positions, 0 to 100");
  for (auto const actor : table.actors) {
    text += row(table, actors.name[actor], [&](BargainTurn const& turn) {
      return fixed(turn.position(actor, k), 1);
    });
  }
  return text + row(table, "(compromise)", [&](BargainTurn const& turn) {
           return fixed(compromise(actors, turn)[k], 1);
         });
}

std::string chances(TurnTable const& table) {
  auto text = head(table, "Chance that the actor's position wins a vote");
  for (auto const actor : table.actors) {
    text += row(table, table.answer.actors.name[actor], [&](BargainTurn const& turn) {
      return fixed(turn.win_probability[actor], 4);
    });
  }
  return text + "Actors who stand in one place each show its chance: more than 1 together.\n";
}

std::string levels(BargainAnswer const& answer, TurnTable const& table) {
  if (!answer.ladder) {
    return {};
  }
  auto const levels = level_pull(answer.bargain, *answer.ladder);
  auto const title = "Where " + answer.actors.dimension[*answer.ladder] +
                     " ends on the ladder of engagement, 0 to 7";
  auto text = "\n" + bold_lines(title, table.columns, table.colour);
  for (auto const actor : table.actors) {
    text += left(answer.actors.name[actor], kName) + right(fixed(levels[actor], 2), kCell) + "\n";
  }
  return text;
}

std::string paragraph(std::string const& words, std::size_t columns) {
  auto text = std::string{};
  for (auto const& line : wrapped(words, columns)) {
    text += line + "\n";
  }
  return text;
}

}  // namespace

std::string bargain_text(BargainAnswer const& answer, Terminal const& terminal) {
  auto const& actors = answer.actors;
  auto const columns = static_cast<std::size_t>(terminal.columns);
  auto const table = TurnTable{.answer = answer,
                               .actors = leading_actors(actors, kMostActors),
                               .turns = turns_to_show(answer.bargain.turns.size()),
                               .columns = columns,
                               .colour = terminal.colour};
  auto const words = bargain_words(actors, answer.bargain);
  auto text = bold_lines(actors.title, columns, terminal.colour);
  text += paragraph(words.front(), columns);
  for (auto const k : actors.dimension.ids()) {
    text += positions(table, k);
  }
  text += chances(table) + levels(answer, table);
  if (actors.name.size() > table.actors.size()) {
    text +=
        fmt::format("\n{} actors with less capability are not shown; --out and --json have all.\n",
                    actors.name.size() - table.actors.size());
  }
  for (auto const& more : std::span{words}.subspan(1U)) {
    text += "\n" + paragraph(more, columns);
  }
  if (!answer.files.html.empty()) {
    text += "\nFiles: " + answer.files.html + ", positions.csv, challenges.csv\n";
  }
  return text;
}

}  // namespace chorsu::cli
