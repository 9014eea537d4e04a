#pragma once

#include <cstdint>
#include <string>

#include "chorsu/base/column.h"
#include "chorsu/evidence/fact.h"
#include "chorsu/network/network.h"

namespace chorsu {

using ClassGroupId = Id<struct ClassGroupTag, std::uint8_t>;

/// How a commodity travels: boxes and bulk have prices, speeds and handling of their own.
enum class Form : std::uint8_t { kBox, kBulk };
inline constexpr auto kForms = 2U;

struct Commodities {
  Column<ClassGroupId, std::string> group_id;  ///< consumer, food, industrial
  Column<CommodityId, std::string> id;
  Column<CommodityId, std::string> name;
  Column<CommodityId, ClassGroupId> group;
  Column<CommodityId, Form> form;
  Column<CommodityId, Measure> value;          ///< US$/t
  Column<CommodityId, Measure> value_of_time;  ///< US$/(t·h)
  Column<CommodityId, Measure> theta;          ///< logit scale, per US$/t
  Column<CommodityId, Measure> elasticity;     ///< of tonnes to generalised cost, positive
  Column<CommodityId, Measure> tonnes_per_teu;
  Column<CommodityId, Measure> tonnes_per_truck;
  Column<CommodityId, Measure> tonnes_per_wagon;
  Column<CommodityId, std::uint8_t> modes;  ///< bit per Mode
  Column<CommodityId, FactId> fact;
  Measure theta_scale{kUnity};  ///< fitted, common factor on every theta
};

/// Logit scale as fitted [per US$/t].
inline double theta_of(Commodities const& commodities, CommodityId commodity) {
  return commodities.theta[commodity].value * commodities.theta_scale.value;
}

inline bool allows(std::uint8_t modes, Mode mode) {
  return (modes >> static_cast<unsigned>(mode) & 1U) != 0U;
}

}  // namespace chorsu
