#include <span>
#include <vector>

#include <nlohmann/json.hpp>

#include "bargain_answer.h"

namespace chorsu::cli {

namespace {

using Json = nlohmann::ordered_json;

Json array_of(std::span<double const> values) {
  return std::vector<double>(values.begin(), values.end());
}

template <typename Id>
Json rows_of(Grid<Id, DimensionId, double> const& grid) {
  auto rows = Json::array();
  for (auto const id : ids_of<Id>(grid.rows)) {
    rows.push_back(array_of(grid.row(id)));
  }
  return rows;
}

Json challenges_json(BargainActors const& actors, BargainTurn const& turn) {
  auto const& challenges = turn.challenges;
  auto json = Json::array();
  for (auto const id : challenges.from.ids()) {
    auto const from = challenges.from[id];
    auto const to = challenges.to[id];
    json.push_back({{"from", actors.name[from]},
                    {"to", actors.name[to]},
                    {"win_probability", challenges.win_probability[id]},
                    {"expected_gain", challenges.expected_gain[id]},
                    {"from_moves_to", array_of(challenges.from_moves_to.row(id))},
                    {"to_moves_to", array_of(challenges.to_moves_to.row(id))},
                    {"from_takes_it", turn.taken[from] == id},
                    {"to_takes_it", turn.taken[to] == id}});
  }
  return json;
}

Json turn_json(BargainActors const& actors, BargainTurn const& turn) {
  return {{"positions", rows_of(turn.position)},
          {"win_probability", array_of(turn.win_probability.values)},
          {"risk", array_of(turn.risk.values)},
          {"compromise", array_of(compromise(actors, turn).values)},
          {"challenges", challenges_json(actors, turn)}};
}

}  // namespace

std::string bargain_json(BargainAnswer const& answer) {
  auto const& actors = answer.actors;
  auto json = Json{{"title", actors.title},
                   {"actors", actors.name.values},
                   {"dimensions", actors.dimension.values},
                   {"settled", answer.bargain.settled},
                   {"turns", Json::array()}};
  for (auto const& turn : answer.bargain.turns) {
    json["turns"].push_back(turn_json(actors, turn));
  }
  if (answer.ladder) {
    json["ladder"] = {{"dimension", actors.dimension[*answer.ladder]},
                      {"levels", array_of(level_pull(answer.bargain, *answer.ladder).values)}};
  }
  if (!answer.files.html.empty()) {
    json["files"] = {{"positions", answer.files.positions},
                     {"challenges", answer.files.challenges},
                     {"html", answer.files.html}};
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace chorsu::cli
