#pragma once

#include <string>
#include <vector>

#include "chorsu/base/date.h"
#include "chorsu/network/network.h"

namespace chorsu {

using ProjectId = Id<struct ProjectTag, std::uint16_t>;

enum class EffectParameter : std::uint8_t {
  kOpen,
  kCapacity,
  kPortCapacity,
  kTariff,
  kBorderTime,
  kBorderCost,
  kSpeed,
  kHeadway
};
enum class EffectTarget : std::uint8_t { kLink, kCrossing, kNode, kStateMode, kProject };
enum class EffectOperator : std::uint8_t { kSet, kAdd, kMultiply, kDivide };

/// Goods an effect or a rule applies to, by the trade codes of their two ends.
/// An empty list does not restrict.
struct Relation {
  std::vector<TradeCodeId> one_end_in;
  std::vector<TradeCodeId> other_end_in;
  std::vector<TradeCodeId> no_end_in;
  std::vector<TradeCodeId> not_between;
  bool operator==(Relation const&) const = default;
};

/// True when goods between `a` and `b` fall under the relation, whatever their direction.
bool applies(Relation const& relation, TradeCodeId a, TradeCodeId b);

/// What a project changes besides opening its links.
struct Effect {
  std::string id;
  EffectTarget target{EffectTarget::kLink};
  LinkId link{};
  NodeId node{};
  StateId state{};
  Mode mode{Mode::kOther};
  ProjectId project{};
  EffectParameter parameter{EffectParameter::kCapacity};
  EffectOperator op{EffectOperator::kSet};
  Measure value;
  bool has_date{false};  ///< from a fixed date, else from the opening
  Date date{};
  int years_after{0};  ///< years after the opening
  Relation relation;
};

struct Projects {
  Column<ProjectId, std::string> id;
  Column<ProjectId, std::string> title;
  Column<ProjectId, std::string> kind;  ///< build, upgrade, reopen, package, lever
  Column<ProjectId, std::string> corridor;
  Column<ProjectId, std::int16_t> expected;
  Column<ProjectId, Measure> capex;  ///< million US$
  Rows<ProjectId, LinkId> own_links;
  Rows<ProjectId, LinkId> shared_links;
  Rows<ProjectId, ProjectId> needs;     ///< opened with it
  Rows<ProjectId, ProjectId> excludes;  ///< read both ways
  Column<ProjectId, std::vector<Effect>> effects;
};

}  // namespace chorsu
