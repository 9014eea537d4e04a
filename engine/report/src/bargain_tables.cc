#include "bargain_files.h"
#include "csv_row.h"

namespace chorsu {

std::string positions_csv(BargainInput const& in) {
  auto table = std::string{};
  add_row(table, "turn", "actor", "dimension", "position", "win_probability");
  for (auto t = std::size_t{0}; t < in.bargain.turns.size(); ++t) {
    auto const& turn = in.bargain.turns[t];
    for (auto const actor : in.actors.name.ids()) {
      for (auto const k : in.actors.dimension.ids()) {
        add_row(table,
                static_cast<unsigned>(t),
                in.actors.name[actor],
                in.actors.dimension[k],
                turn.position(actor, k),
                turn.win_probability[actor]);
      }
    }
  }
  return table;
}

std::string challenges_csv(BargainInput const& in) {
  auto table = std::string{};
  add_row(table,
          "turn",
          "from",
          "to",
          "win_probability",
          "expected_gain",
          "dimension",
          "from_moves_to",
          "to_moves_to",
          "from_takes_it",
          "to_takes_it");
  for (auto t = std::size_t{0}; t < in.bargain.turns.size(); ++t) {
    auto const& turn = in.bargain.turns[t];
    auto const& challenges = turn.challenges;
    for (auto const id : challenges.from.ids()) {
      auto const from = challenges.from[id];
      auto const to = challenges.to[id];
      for (auto const k : in.actors.dimension.ids()) {
        add_row(table,
                static_cast<unsigned>(t),
                in.actors.name[from],
                in.actors.name[to],
                challenges.win_probability[id],
                challenges.expected_gain[id],
                in.actors.dimension[k],
                challenges.from_moves_to(id, k),
                challenges.to_moves_to(id, k),
                turn.taken[from] == id ? 1U : 0U,
                turn.taken[to] == id ? 1U : 0U);
      }
    }
  }
  return table;
}

}  // namespace chorsu
