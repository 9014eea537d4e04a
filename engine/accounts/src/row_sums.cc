#include "row_sums.h"

#include <string_view>

namespace chorsu {

namespace {

bool same(RowShare const& a, RowShare const& b) {
  return a.kind == b.kind && a.facility == b.facility && a.part.charge == b.part.charge &&
         a.part.rate == b.part.rate && a.part.fact == b.part.fact && a.part.lever == b.part.lever &&
         a.part.value == b.part.value &&
         std::string_view{a.part.column} == std::string_view{b.part.column};
}

/// Lines of one row or lever; those without either share a place.
std::vector<LineId>& alike(PriceLines& lines, PricePart const& part) {
  auto const is_lever = part.fact.is_none();
  auto& all = is_lever ? lines.of_lever : lines.of_fact;
  auto const place = !is_lever                ? std::size_t{part.fact.value}
                     : part.lever == kNoLever ? std::size_t{0}
                                              : std::size_t{part.lever} + 1U;
  if (all.size() <= place) {
    all.resize(place + 1U);
  }
  return all[place];
}

ArcLine line_at(PriceLines& lines, PricePart const& part, double value_of_time) {
  auto const worth = part.charge == Charge::kHours ? value_of_time : 1.0;
  auto share = RowShare{.kind = ShareKind::kPrice, .part = part};
  share.part.amount = 0.0;
  share.part.contribution = 0.0;
  return {line_of(lines, share), part.amount * worth, part.contribution * worth};
}

std::vector<ArcLine> explained(PriceLines& lines, UserClassId user, ArcId arc) {
  auto const& in = lines.inputs;
  auto const price = explain_arc(in.costs, lines.rows, in.world, in.classes, user, arc);
  auto result = std::vector<ArcLine>{};
  for (auto const& part : price.parts) {
    if (part.contribution != 0.0) {
      result.push_back(line_at(lines, part, in.classes.value_of_time[user]));
    }
  }
  return result;
}

}  // namespace

PriceLines price_lines(AccountInputs const& in) {
  auto const arcs = in.costs.supernetwork.arcs.from.size();
  auto lines = PriceLines{
      in, price_lookup(in.costs), {}, {}, {}, {in.classes.commodity.size(), arcs}, {}, {}, {}};
  lines.delay.values.resize(in.costs.supernetwork.facilities.kind.size());
  lines.scarcity = lines.delay;
  return lines;
}

LineId line_of(PriceLines& lines, RowShare const& share) {
  auto& candidates = alike(lines, share.part);
  for (auto const line : candidates) {
    if (same(lines.known[line.value], share)) {
      return line;
    }
  }
  lines.known.push_back(share);
  candidates.push_back(LineId{static_cast<std::uint32_t>(lines.known.size() - 1U)});
  return candidates.back();
}

LineId facility_line(PriceLines& lines, ShareKind kind, FacilityId facility) {
  auto& known = (kind == ShareKind::kDelay ? lines.delay : lines.scarcity)[facility];
  if (known.is_none()) {
    auto const& capacity = lines.inputs.costs.supernetwork.facilities.delay[facility].capacity;
    auto share = RowShare{.kind = kind, .part = {}, .facility = facility};
    share.part.charge = kind == ShareKind::kDelay ? Charge::kHours : Charge::kAccess;
    share.part.fact = capacity.fact;
    share.part.column = "capacity";
    share.part.value = capacity.value;
    known = line_of(lines, share);
  }
  return known;
}

std::span<ArcLine const> lines_on(PriceLines& lines, UserClassId user, ArcId arc) {
  auto& place = lines.place(user, arc);
  if (place.is_none()) {
    place = lines.lines.push_back(explained(lines, user, arc));
  }
  return lines.lines[place];
}

void add(RowSums& sums, ArcLine const& line, double tonnes) {
  if (sums.of_line.size() <= line.line.value) {
    sums.of_line.resize(line.line.value + 1U);
  }
  auto& sum = sums.of_line[line.line.value];
  sum.amount += tonnes * line.amount;
  sum.contribution += tonnes * line.contribution;
}

RowShares rows_of(PriceLines const& lines, RowSums const& sums) {
  auto result = RowShares{};
  for (auto i = std::size_t{0}; i < sums.of_line.size(); ++i) {
    if (sums.of_line[i].contribution != 0.0) {
      auto share = lines.known[i];
      share.part.amount = sums.of_line[i].amount;
      share.part.contribution = sums.of_line[i].contribution;
      result.push_back(share);
    }
  }
  return result;
}

}  // namespace chorsu
