#include "chorsu/report/map_labels.h"

#include <algorithm>

#include "words.h"

namespace chorsu {

namespace {

constexpr auto kLetter = 6.0;  ///< mean width of a letter at the size the style sheet sets
constexpr auto kLine = 12.0;
constexpr auto kGap = 5.0;

struct Box {
  double left;
  double top;
  double right;
  double bottom;
};

bool overlap(Box const& a, Box const& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

struct Candidate {
  PlacedLabel label;
  Box box;
};

Candidate beside(LabelWish const& wish, Point shift, bool ends_there) {
  auto const length = kLetter * static_cast<double>(width(wish.text));
  auto const at = Point{wish.at.x + shift.x, wish.at.y + shift.y};
  auto const left = ends_there ? at.x - length : at.x;
  return {{wish.at, at, wish.text, ends_there},
          {left, at.y - 0.8 * kLine, left + length, at.y + 0.2 * kLine}};
}

std::vector<Candidate> candidates(LabelWish const& wish) {
  auto const half = 0.5 * kLetter * static_cast<double>(width(wish.text));
  return {beside(wish, {kGap, 0.3 * kLine}, false),
          beside(wish, {-kGap, 0.3 * kLine}, true),
          beside(wish, {-half, kLine + 2.0}, false),
          beside(wish, {-half, -kGap}, false)};
}

}  // namespace

std::vector<PlacedLabel> place_labels(std::vector<LabelWish> const& wishes,
                                      double width,
                                      double height) {
  auto taken = std::vector<Box>{};
  auto result = std::vector<PlacedLabel>{};
  auto const fits = [&](Box const& box) {
    return box.left >= 0.0 && box.top >= 0.0 && box.right <= width && box.bottom <= height &&
           std::none_of(taken.begin(), taken.end(), [&](Box const& b) { return overlap(b, box); });
  };
  for (auto const& wish : wishes) {
    for (auto const& candidate : candidates(wish)) {
      if (fits(candidate.box)) {
        taken.push_back(candidate.box);
        taken.push_back({wish.at.x - 3.0, wish.at.y - 3.0, wish.at.x + 3.0, wish.at.y + 3.0});
        result.push_back(candidate.label);
        break;
      }
    }
  }
  return result;
}

}  // namespace chorsu
