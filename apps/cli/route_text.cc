#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "figures.h"
#include "route_answer.h"

namespace chorsu::cli {

namespace {

constexpr auto kMostRoutes = std::size_t{5};
constexpr auto kLeastShare = 0.01;  ///< of the goods, for a route to be shown
constexpr auto kBar = std::size_t{16};
constexpr auto kWords = std::size_t{35};

/// A place in the profile, cumulated from the origin.
struct Point {
  double km{0.0};
  double cost{0.0};
  double hours{0.0};
};

std::string names(Network const& network, RouteLeg const& leg) {
  auto const& name = network.nodes.name;
  return name[leg.from] + " – " + name[leg.to];
}

std::string in_words(Network const& network, RouteLeg const& leg) {
  auto const& to = network.nodes.name[leg.to];
  if (leg.kind == "haul") {
    return leg.mode + " to " + to;
  }
  if (leg.kind == "border") {
    auto const state = [&](NodeId node) { return network.states.id[network.nodes.state[node]]; };
    return "border " + state(leg.from) + " – " + state(leg.to);
  }
  if (leg.kind == "gauge_change") {
    return "gauge change at " + to;
  }
  if (leg.kind == "transship") {
    return "rail/road change at " + to;
  }
  return leg.kind + " at " + to;
}

/// Cost so far as dots, the cost of this leg as hashes.
std::string bar(double before, double after, double whole) {
  auto const at = [&](double cost) {
    return static_cast<std::size_t>(std::lround(std::clamp(cost / whole, 0.0, 1.0) * kBar));
  };
  auto const done = at(before);
  auto const now = at(after);
  return std::string(done, '.') + std::string(now - done, '#') + std::string(kBar - now, ' ');
}

std::string profile_line(Point const& at, std::string const& chart, std::string const& words) {
  return fmt::format("  {} {} {}  {}  {}\n",
                     right(fixed(at.km, 0), 7U),
                     right(fixed(at.cost, 1), 7U),
                     right(fixed(at.hours, 0), 6U),
                     chart,
                     left(words, std::min(width_of(words), kWords)));
}

std::string profile(Network const& network, Route const& route, double most_cost, NodeId from) {
  auto const none = std::string(kBar, ' ');
  auto text = fmt::format("  {} {} {}\n", right("km", 7U), right("US$/t", 7U), right("hours", 6U));
  text += profile_line({}, none, network.nodes.name[from]);
  auto at = Point{};
  for (auto const& leg : stretches_of(legs_of(network, route))) {
    auto const before = at.cost;
    at = {at.km + leg.km, at.cost + leg.cost, at.hours + leg.hours};
    text += profile_line(at, bar(before, at.cost, most_cost), in_words(network, leg));
  }
  return text;
}

std::string borders(Network const& network, Route const& route) {
  auto text = std::string{};
  for (auto const& leg : legs_of(network, route)) {
    if (leg.kind == "border") {
      text += (text.empty() ? "" : "; ") + names(network, leg);
    }
  }
  return text.empty() ? "none" : text;
}

std::string paragraph(std::string const& head, std::string const& words) {
  auto text = std::string{};
  for (auto const& line : wrapped(head + words, 78U)) {
    text += "  " + line + "\n";
  }
  return text;
}

std::string route_head(Route const& route, std::size_t number, bool colour) {
  auto const head = fmt::format("Route {}: {} % of the goods, {} US$/t ({} paid), {} h, {} km",
                                number,
                                fixed(100.0 * route.share, 1),
                                fixed(route.cost_usd_t, 1),
                                fixed(route.money_usd_t, 1),
                                fixed(route.hours, 0),
                                fixed(route.km, 0));
  return bold(head, colour) + "\n";
}

std::string title(Region const& region, RouteAnswer const& answer) {
  auto const& q = answer.question;
  auto const& name = region.network.nodes.name;
  return fmt::format("{} → {}, {}, on {}",
                     name[q.from],
                     name[q.to],
                     region.commodities.id[q.commodity],
                     to_string(answer.date));
}

std::string why_none(Region const& region, RouteAnswer const& answer) {
  auto const& obstacle = answer.obstacle;
  auto text = "No route: " + title(region, answer) + ".\n";
  if (!obstacle.connected) {
    return text +
           "No chain of links and transfers that these goods and modes may use joins them,\n"
           "open or shut.\n";
  }
  if (obstacle.shut.empty()) {
    return text + "The links are open, but a rule of access shuts these goods out.\n";
  }
  text += "The way that lacks least waits for:\n";
  for (auto const& shut : obstacle.shut) {
    auto const& links = region.network.links;
    auto const ends = fmt::format("{} – {} ({}): ",
                                  region.network.nodes.name[links.from[shut.link]],
                                  region.network.nodes.name[links.to[shut.link]],
                                  to_string(links.mode[shut.link]));
    text += paragraph(ends, in_words(region, shut));
  }
  return text;
}

}  // namespace

std::string route_text(Region const& region, RouteAnswer const& answer, bool colour) {
  if (answer.routes.empty()) {
    return why_none(region, answer);
  }
  auto const& network = region.network;
  auto most_cost = 0.0;
  for (auto const& route : answer.routes) {
    most_cost = std::max(most_cost, route.cost_usd_t);
  }
  auto text = bold(title(region, answer), colour) + "\n";
  auto shown = std::size_t{0};
  auto left_out = 0.0;
  for (auto const& route : answer.routes) {
    if (shown == kMostRoutes || (shown > 0U && route.share < kLeastShare)) {
      left_out += route.share;
      continue;
    }
    text += "\n" + route_head(route, ++shown, colour);
    text += paragraph("borders: ", borders(network, route));
    text += profile(network, route, most_cost, answer.question.from);
  }
  if (auto const others = answer.routes.size() - shown; others > 0U) {
    text += fmt::format(
        "\n{} more with {} % together; --json has all.\n", others, fixed(100.0 * left_out, 1));
  }
  return text +
         "\nUS$/t: what is paid, what time costs, and what room is worth where it is full.\n";
}

}  // namespace chorsu::cli
