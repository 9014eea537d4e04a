#!/usr/bin/env python3
"""Check a traffic equilibrium from its link flows alone, without the engine that found it.

Usage: check_assignment.py NET TRIPS link_flows.csv [--toll-weight X] [--distance-weight X]
                           [--demand-factor X] [--json]
Reads a network and trips (TNTP, plain or .gz) and the volumes of link_flows.csv, works out the cost
of every link, finds least-cost paths with a Dijkstra of its own, and prints
  gap        (TSTT - SPTT)/SPTT, the excess of what all drivers spend over what they would on
             least-cost paths at these costs,
  objective  Beckmann's: the sum over links of the integral of cost from 0 to volume,
and how far flows are from being balanced at any node (what enters and begins less what leaves and ends).
Exit 0; 1 where a volume is negative, a flow is not balanced to 1e-9 of all trips, or a trip has no path.
Needs nothing but the standard library; all sums are exact to the last digit (math.fsum).
"""
import argparse
import csv
import gzip
import heapq
import json
import math
import re
import sys


def text_of(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8", errors="replace") as file:
        return file.read()


def split_metadata(text):
    head, _, body = text.partition("<END OF METADATA>")
    pairs = re.findall(r"<([^>]+)>([^\n]*)", head)
    return {key.strip().upper(): value.strip() for key, value in pairs}, body


class Network:
    """Links as columns: ends, and time = free·(1 + b·(volume/capacity)^power)."""

    def __init__(self, path):
        meta, body = split_metadata(text_of(path))
        self.zones = int(meta["NUMBER OF ZONES"])
        self.nodes = int(meta["NUMBER OF NODES"])
        self.first_through = int(meta.get("FIRST THRU NODE", 1))
        self.links = []
        for line in body.splitlines():
            words = line.split("~")[0].replace(";", " ").split()
            if words:
                numbers = [float(word) for word in words[2:7]]
                toll = float(words[8]) if len(words) > 8 else 0.0
                self.links.append((int(words[0]), int(words[1]), *numbers, toll))

    def is_shut(self, link):
        _, _, capacity, _, free, b, power, _ = link
        return capacity == 0 and free * b * power > 0

    def time(self, link, volume):
        _, _, capacity, _, free, b, power, _ = link
        return free if b == 0 or power == 0 or volume == 0 else free * (1 + b * (volume / capacity) ** power)

    def integral(self, link, volume):
        """Of time, from no volume to this one."""
        _, _, capacity, _, free, b, power, _ = link
        if b == 0 or volume == 0:
            return free * volume
        return free * volume * (1 + b / (power + 1) * (volume / capacity) ** power)


def read_trips(path, factor=1.0):
    """Origin -> {destination: trips} without trips that stay in their zone."""
    _, body = split_metadata(text_of(path))
    body = "\n".join(line.split("~")[0] for line in body.splitlines())
    trips = {}
    for block in re.split(r"(?i)\borigin\b", body)[1:]:
        origin, rest = re.match(r"\s*(\d+)(.*)", block, re.DOTALL).groups()
        of = trips.setdefault(int(origin), {})
        for destination, amount in re.findall(r"(\d+)\s*:\s*([-+.\deE]+)", rest):
            if float(amount) != 0 and destination != origin:
                of[int(destination)] = of.get(int(destination), 0.0) + factor * float(amount)
    return {origin: of for origin, of in trips.items() if of}


def read_volumes(path, network):
    """Volumes by row; the file's links are those of the network, in its order."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    ends = [(int(row["from"]), int(row["to"])) for row in rows]
    if ends != [link[:2] for link in network.links]:
        sys.exit(f"{path}: not the links of the network in their order")
    return [float(row["volume"]) for row in rows]


def least_costs(network, leaving, origin, wanted):
    """Least cost from an origin to the zones wanted; centroids below the first through node only begin or end paths."""
    cost = [math.inf] * (network.nodes + 1)
    cost[origin] = 0.0
    left = set(wanted)
    queue = [(0.0, origin)]
    while queue and left:
        at_cost, at = heapq.heappop(queue)
        if at_cost > cost[at]:
            continue
        left.discard(at)
        if at < network.first_through and at != origin:
            continue
        for to, step in leaving[at]:
            if at_cost + step < cost[to]:
                cost[to] = at_cost + step
                heapq.heappush(queue, (at_cost + step, to))
    return cost


def imbalance(network, trips, volumes):
    terms = [[] for _ in range(network.nodes + 1)]
    for link, volume in zip(network.links, volumes):
        terms[link[0]].append(volume)
        terms[link[1]].append(-volume)
    for origin, of in trips.items():
        for destination, amount in of.items():
            terms[origin].append(-amount)
            terms[destination].append(amount)
    return max(abs(math.fsum(term)) for term in terms)


def check(network, trips, volumes, toll_weight=0.0, distance_weight=0.0):
    """Gap, objective and what else can be said of these volumes."""
    fixed = [toll_weight * link[7] + distance_weight * link[3] for link in network.links]
    costs = [network.time(link, volume) + extra for link, volume, extra in zip(network.links, volumes, fixed)]
    leaving = [[] for _ in range(network.nodes + 1)]
    for link, cost in zip(network.links, costs):
        if not network.is_shut(link):
            leaving[link[0]].append((link[1], cost))
    spent = math.fsum(cost * volume for cost, volume in zip(costs, volumes))
    least = []
    for origin, of in trips.items():
        cost = least_costs(network, leaving, origin, of)
        least.extend(amount * cost[destination] for destination, amount in of.items())
    shortest = math.fsum(least)
    return {"gap": (spent - shortest) / shortest,
            "objective": math.fsum(network.integral(link, volume) + extra * volume
                                   for link, volume, extra in zip(network.links, volumes, fixed)),
            "total_cost": spent,
            "shortest_cost": shortest,
            "imbalance": imbalance(network, trips, volumes),
            "least_volume": min(volumes),
            "trips": math.fsum(amount for of in trips.values() for amount in of.values())}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("net")
    parser.add_argument("trips")
    parser.add_argument("flows")
    parser.add_argument("--toll-weight", type=float, default=0.0)
    parser.add_argument("--distance-weight", type=float, default=0.0)
    parser.add_argument("--demand-factor", type=float, default=1.0)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    network = Network(given.net)
    found = check(network, read_trips(given.trips, given.demand_factor), read_volumes(given.flows, network),
                  given.toll_weight, given.distance_weight)
    print(json.dumps(found) if given.json else "\n".join(f"{key} {value!r}" for key, value in found.items()))
    sound = found["least_volume"] >= 0 and found["imbalance"] <= 1e-9 * found["trips"]
    return 0 if sound and math.isfinite(found["shortest_cost"]) else 1


if __name__ == "__main__":
    sys.exit(main())
