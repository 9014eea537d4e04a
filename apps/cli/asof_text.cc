#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/core.h>

#include "dated_answer.h"
#include "figures.h"

namespace chorsu::cli {

namespace {

constexpr auto kMost = std::size_t{10};  ///< of a section, unless all are asked for
constexpr auto kDay = std::size_t{16};
constexpr auto kIndent = std::size_t{2};

struct Section {
  char const* title;
  What first;
  What last;
};

constexpr auto kSections = std::array{
    Section{"Where it stands", What::kLevel, What::kClosure},
    Section{"What has happened, last first", What::kStep, What::kOpening},
    Section{"What has been said, last first", What::kStatus, What::kPrediction},
};

std::size_t width(Terminal const& terminal) {
  return static_cast<std::size_t>(std::min(terminal.columns, 100));
}

/// Lines with a day in front of the first.
std::string entry(std::string const& day, std::string const& words, Terminal const& terminal) {
  auto text = std::string{};
  for (auto const& line : wrapped(words, width(terminal) - kIndent - kDay)) {
    text += std::string(kIndent, ' ') + (text.empty() ? left(day, kDay) : std::string(kDay, ' ')) +
            line + "\n";
  }
  return text;
}

std::string head_of(Answer const& answer) {
  switch (answer.what) {
    case What::kLevel:
      return fmt::format("{} level {}, {}: ", answer.about, *answer.number, answer.value);
    case What::kDesignation:
      return fmt::format("{} {}: ", answer.about, answer.value);
    case What::kIndex:
      return fmt::format("{} engagement index {:.2f}", answer.about, *answer.number);
    case What::kShare:
      return fmt::format(
          "{} share of all engagement {:.1f} %", answer.about, 100.0 * *answer.number);
    case What::kContest:
      return fmt::format("{} contested: {:.2f}", answer.about, *answer.number);
    case What::kStrain:
      return fmt::format("{}: index {:.2f}", answer.about, *answer.number);
    case What::kBelief:
      return fmt::format("{}: {:.2f}", answer.about, *answer.number);
    case What::kStance:
      return fmt::format("{} towards {}: {:+.1f}", answer.about, answer.text, *answer.number);
    case What::kLinkStatus:
      return fmt::format("{} {}", answer.about, answer.value);
    case What::kAccessRule:
      return fmt::format("{}: {} {}, ", answer.about, *answer.number, answer.unit);
    case What::kClosure:
      return fmt::format("{} shut ({}), ", answer.about, answer.value);
    case What::kStep:
      return answer.about + " ";
    case What::kIncident:
      return fmt::format("{}, {} killed: ", answer.value, answer.number.value_or(0.0));
    case What::kOpening:
      return "opened: ";
    case What::kPrediction:
      return answer.about + " expects: ";
    case What::kForecast:
      return "expected: ";
    case What::kEvent:
    case What::kStatus:
    case What::kQuantity:
    case What::kVersion:
      break;
  }
  return {};
}

std::string amount_of(Answer const& answer) {
  auto const counts = answer.what == What::kQuantity || answer.what == What::kForecast;
  return counts && answer.number ? fmt::format(" ({} {})", fixed(*answer.number, 0), answer.unit)
                                 : std::string{};
}

/// ", of which ev.jan_unrest 0.30, en.kaz_nuclear at elasticity 0.15".
std::string parts_of(Answer const& answer) {
  auto text = std::string{};
  for (auto const& part : answer.parts) {
    auto const is_condition = part.amount == 0.0 && part.elasticity != 0.0;
    if (part.amount != 0.0 || is_condition) {
      text += fmt::format("{}{} {}{:.2f}",
                          text.empty() ? ", of which " : ", ",
                          part.about,
                          is_condition ? "at elasticity " : "",
                          is_condition ? part.elasticity : part.amount);
    }
  }
  return text;
}

std::string body_of(Answer const& answer) {
  if (answer.what == What::kStep || answer.what == What::kLevel ||
      answer.what == What::kDesignation || answer.what == What::kClosure ||
      answer.what == What::kIncident) {
    return answer.text;
  }
  if (What::kIndex <= answer.what && answer.what <= What::kStance) {
    return parts_of(answer);
  }
  if (answer.what == What::kLinkStatus) {
    return answer.text.empty() ? "" : ": " + answer.text;
  }
  return answer.value;
}

std::string force_of(Answer const& answer) {
  auto text = std::string{};
  if (answer.force == Force::kSuperseded) {
    text = "; superseded" + (answer.until ? " on " + to_string(*answer.until) : "") + " by " +
           answer.ended_by;
  } else if (answer.force == Force::kUncertain) {
    text = "; may be later than the day asked";
  } else if (answer.force != Force::kInForce && answer.force != Force::kContradicted) {
    text = std::string{"; "} + force_name(answer.force);
  }
  auto told = std::set<std::string>{};
  for (auto const& contrary : answer.contraries) {
    told.insert(contrary.id.substr(0, contrary.id.size() - 1U));
  }
  for (auto const& id : told) {
    text += (id == *told.begin() ? "; told otherwise: " : ", ") + id;
  }
  return text;
}

std::string words_of(Region const& region, Answer const& answer) {
  if (answer.what == What::kLinkStatus && !answer.since && answer.text.empty()) {
    return head_of(answer);  // open as ever: its source says nothing of that
  }
  auto const until = answer.what == What::kClosure || answer.what == What::kLinkStatus
                         ? (answer.until ? ", until " + to_string(*answer.until) : std::string{})
                         : std::string{};
  auto const quoted =
      answer.quotes.is_none() ? std::string{} : ", quoting " + region.sources.id[answer.quotes];
  return head_of(answer) + body_of(answer) + amount_of(answer) + until + quoted + " (" +
         all_who_said(region, answer) + "; " + answer.id + force_of(answer) + ")";
}

std::string day_of(Answer const& answer) {
  return answer.since ? day_in_words(*answer.since) : "";
}

std::string section_text(Region const& region,
                         Section const& section,
                         std::vector<Answer const*> answers,
                         bool all,
                         Terminal const& terminal) {
  auto const is_history = section.first != What::kLevel;
  if (is_history) {
    std::ranges::sort(answers, [](auto const* a, auto const* b) {
      // What may be later than the day asked does not go first.
      auto const day = [](auto const* one) {
        auto const& since = one->since;
        auto const uncertain = one->force == Force::kUncertain;
        return since ? std::optional{uncertain ? since->earliest : since->best} : std::nullopt;
      };
      return std::pair{day(a), a->id} > std::pair{day(b), b->id};
    });
  }
  auto text = "\n" + bold(section.title, terminal.colour) + "\n";
  auto const most = is_history && !all ? kMost : answers.size();
  for (auto i = std::size_t{0}; i < std::min(most, answers.size()); ++i) {
    text += entry(day_of(*answers[i]), words_of(region, *answers[i]), terminal);
  }
  if (answers.size() > most) {
    text += fmt::format("  {} older ones; --all shows them.\n", answers.size() - most);
  }
  return text;
}

/// The sides of each contradiction under its topic.
std::string versions_text(Region const& region,
                          std::vector<Answer> const& answers,
                          Terminal const& terminal) {
  auto topics = std::map<std::string, std::vector<Answer const*>>{};
  for (auto const& answer : answers) {
    if (answer.what == What::kVersion) {
      topics[answer.id.substr(0, answer.id.size() - 1U)].push_back(&answer);
    }
  }
  if (topics.empty()) {
    return {};
  }
  auto text = "\n" + bold("Where accounts differ", terminal.colour) + "\n";
  for (auto const& [id, sides] : topics) {
    for (auto const& line :
         wrapped(fmt::format("{}: {}", id, sides.front()->about), width(terminal) - kIndent)) {
      text += "  " + line + "\n";
    }
    for (auto const* side : sides) {
      auto brief = *side;
      brief.contraries.clear();
      text += entry("  " + day_of(*side), words_of(region, brief), terminal);
    }
  }
  return text;
}

}  // namespace

std::string as_of_text(Region const& region,
                       DatedAnswer const& answer,
                       bool all,
                       Terminal const& terminal) {
  auto const known =
      answer.known_on ? "as known on " + to_string(*answer.known_on) : std::string{"as known now"};
  auto const title = fmt::format(
      "{} on {}, {}", subjects_in_words(region, answer.asked), to_string(*answer.date), known);
  auto text = std::string{};
  for (auto const& line : wrapped(title, width(terminal))) {
    text += bold(line, terminal.colour) + "\n";
  }
  for (auto const& section : kSections) {
    auto chosen = std::vector<Answer const*>{};
    for (auto const& one : answer.statements) {
      if (section.first <= one.what && one.what <= section.last) {
        chosen.push_back(&one);
      }
    }
    if (!chosen.empty()) {
      text += section_text(region, section, chosen, all, terminal);
    }
  }
  text += versions_text(region, answer.statements, terminal);
  return answer.statements.empty() ? text + "\nThe package says nothing about it.\n" : text;
}

}  // namespace chorsu::cli
