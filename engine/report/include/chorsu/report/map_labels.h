#pragma once

#include <string>
#include <vector>

#include "chorsu/report/projection.h"

namespace chorsu {

/// A name that wants to stand beside a place; the more important first.
struct LabelWish {
  Point at;
  std::string text;
};

struct PlacedLabel {
  Point at;    ///< the place
  Point text;  ///< start or end of the base line
  std::string name;
  bool ends_there{false};  ///< text stands left of the place
};

/// Places names one after the other beside their places, to the right, to the left, below or above;
/// those that would cover another or leave the sheet are left out.
std::vector<PlacedLabel> place_labels(std::vector<LabelWish> const& wishes,
                                      double width,
                                      double height);

}  // namespace chorsu
