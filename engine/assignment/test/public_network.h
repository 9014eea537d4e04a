#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "traffic_net.h"

namespace chorsu::toy {

/// Networks of "Transportation Networks for Research": in ../shared, unless CHORSU_SHARED names
/// another folder. They are not part of Chorsu.
inline std::filesystem::path public_networks() {
  auto const* const named = std::getenv("CHORSU_SHARED");  // NOLINT(concurrency-mt-unsafe)
  return std::filesystem::path{named != nullptr ? named : "../shared"} / "data" / "tntp";
}

/// What stands after <key> in a file of such a network, and then after its metadata, in words.
class PublicFile {
 public:
  explicit PublicFile(std::filesystem::path const& path) : in_{path} {
    for (auto line = std::string{}; std::getline(in_, line) && !line.starts_with("<END");) {
      head_ += line + '\n';
    }
  }

  std::size_t count(std::string const& key) const {
    auto const at = head_.find('<' + key + '>');
    return at == std::string::npos ? 0U : std::stoul(head_.substr(at + key.size() + 2U));
  }

  /// The next line that says something; empty at the end of the file.
  std::istringstream line() {
    auto line = std::string{};
    while (std::getline(in_, line)) {
      line.erase(std::find(line.begin(), line.end(), '~'), line.end());
      std::replace_if(line.begin(), line.end(), [](char c) { return c == ':' || c == ';'; }, ' ');
      if (line.find_first_not_of(" \t\r") != std::string::npos) {
        break;
      }
    }
    return std::istringstream{line};
  }

 private:
  std::ifstream in_;
  std::string head_;
};

/// One of the public networks, without classes, and its trip table. As well-formed as its files
/// are: what may be wrong with them is for the reader of the load room to find.
struct PublicNetwork {
  explicit PublicNetwork(std::string const& name) {
    read_links(PublicFile{public_networks() / name / (name + "_net.tntp")});
    read_trips(PublicFile{public_networks() / name / (name + "_trips.tntp")});
  }

  /// A class that makes a share of all trips.
  TrafficClassId add(TrafficClass const& drivers, double share) {
    auto const k = net.drivers(drivers);
    for (auto const& x : trips) {
      net.trips(k, x.origin, x.destination, share * x.vehicles);
    }
    return k;
  }

  struct Trips {
    TrafficZoneId origin;
    TrafficZoneId destination;
    double vehicles;
  };

  TrafficNet net;
  std::vector<Trips> trips;

 private:
  void read_links(PublicFile file) {
    auto const nodes = file.count("NUMBER OF NODES");
    for (auto i = std::size_t{1}; i <= nodes; ++i) {
      net.node(i >= file.count("FIRST THRU NODE"));
    }
    for (auto i = 0U; i < file.count("NUMBER OF ZONES"); ++i) {
      net.zone(TrafficNodeId{i});
    }
    for (auto i = std::size_t{0}; i < file.count("NUMBER OF LINKS"); ++i) {
      auto from = 0U;
      auto to = 0U;
      auto speed = 0.0;
      auto road = Road{};
      file.line() >> from >> to >> road.capacity >> road.length >> road.free_flow_time >> road.b >>
          road.power >> speed >> road.toll;
      net.link(TrafficNodeId{from - 1U}, TrafficNodeId{to - 1U}, road);
    }
  }

  void read_trips(PublicFile file) {
    auto origin = TrafficZoneId{};
    for (auto line = file.line(); !(line >> std::ws).eof(); line = file.line()) {
      if (line.peek() == 'O') {
        auto word = std::string{};
        auto number = 0U;
        line >> word >> number;
        origin = TrafficZoneId{number - 1U};
        continue;
      }
      auto number = 0U;
      for (auto vehicles = 0.0; line >> number >> vehicles;) {
        auto const destination = TrafficZoneId{number - 1U};
        if (vehicles > 0.0 && destination != origin) {
          trips.push_back({origin, destination, vehicles});
        }
      }
    }
  }
};

}  // namespace chorsu::toy
