#include <map>

#include "look.h"

#include "chorsu/evidence/evidence.h"

namespace chorsu {

namespace {

bool is_said(Look const& look, StatementId statement) {
  auto const& statements = look.evidence.statements;
  auto const& from = statements.valid[statement].from;
  return from && is_known(look, statements.known_from[statement]) && look.date &&
         from->best <= *look.date;
}

Answer answer_of(Look const& look, StanceId stance) {
  auto const& evidence = look.evidence;
  auto const statement = evidence.stances.statement[stance];
  auto const& towards = evidence.subjects.id[evidence.stances.towards[stance]];
  return {.what = What::kStance,
          .id = "stance." + evidence.statements.id[statement],
          .about = evidence.subjects.id[evidence.stances.body[stance]],
          .value = towards,
          .text = towards,
          .number = evidence.stances.value[stance].value,
          .unit = "-1 hostile to 1 friendly",
          .since = evidence.statements.valid[statement].from,
          .said_by = evidence.statements.said_by[statement],
          .published = evidence.statements.published[statement],
          .known_from = evidence.statements.known_from[statement],
          .fact = evidence.stances.value[stance].fact};
}

}  // namespace

void add_stances(Look const& look, std::vector<Answer>& answers) {
  auto const& evidence = look.evidence;
  auto const& stances = evidence.stances;
  auto latest = std::map<std::pair<SubjectId, SubjectId>, StanceId>{};
  auto const day = [&](StanceId id) {
    return std::pair{evidence.statements.valid[stances.statement[id]].from->best,
                     evidence.statements.id[stances.statement[id]]};
  };
  for (auto const stance : stances.statement.ids()) {
    if (!is_said(look, stances.statement[stance])) {
      continue;
    }
    auto const key = std::pair{stances.body[stance], stances.towards[stance]};
    auto const [it, is_new] = latest.try_emplace(key, stance);
    if (!is_new && day(it->second) < day(stance)) {
      it->second = stance;
    }
  }
  for (auto const& [key, stance] : latest) {
    if (concerns(look, {key.first, key.second}) ||
        concerns(look, evidence.statements.subjects[stances.statement[stance]])) {
      answers.push_back(answer_of(look, stance));
    }
  }
}

void mark_quotations(Evidence const& evidence, std::vector<Answer>& answers) {
  auto quoted = std::map<std::string_view, SourceId>{};
  for (auto const id : evidence.quotations.row.ids()) {
    quoted.emplace(evidence.quotations.row[id], evidence.quotations.quotes[id]);
  }
  for (auto& answer : answers) {
    auto const found = quoted.find(answer.id);
    if (found != quoted.end()) {
      answer.quotes = found->second;
    }
  }
}

}  // namespace chorsu
