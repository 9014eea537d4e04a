#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chorsu/access/commodity.h"
#include "chorsu/base/date.h"
#include "chorsu/network/network.h"

namespace chorsu {

/// How a known route is recognised among those of the model.
enum class Judge : std::uint8_t {
  kBranch,     ///< it runs over most of a corridor's branch
  kViaNodes,   ///< it passes nodes in order
  kPricePart,  ///< as either, and price and days hold for a part of it
  kNotCounted
};

/// What the price of a case is for.
enum class CaseUnit : std::uint8_t { kNone, kPerTeu, kPerFeu, kPerTruck };

/// Routes that forwarders and officials describe.
struct RouteCases {
  struct Row {
    std::vector<BranchId> branches;  ///< any of them will do
    std::vector<NodeId> via;
    std::string id;
    std::string date_text;
    std::string note;
    std::optional<Measure> days;  ///< d
    std::optional<Measure> cost;  ///< US$ per `unit`
    NodeId from;
    NodeId to;
    NodeId cost_from{};  ///< part that the price is for; none: all of it
    NodeId cost_to{};
    NodeId days_from{};  ///< part that the days are for; none: all of it
    NodeId days_to{};
    FactId fact{};
    Date date{};
    CommodityId commodity;
    Judge judge{Judge::kNotCounted};
    std::uint8_t modes{0xFFU};  ///< bit per Mode of most of the way
    bool dominant{false};       ///< said to be the main way of the relation
    CaseUnit unit{CaseUnit::kNone};
  };
  std::vector<Row> rows;
};

}  // namespace chorsu
