#!/usr/bin/env python3
"""One traffic assignment by AequilibraE's biconjugate Frank-Wolfe, for bench/assign.py to time.

Usage: assign_aequilibrae.py NET TRIPS TOLL_WEIGHT DISTANCE_WEIGHT DEMAND_FACTOR GAP
Run it with a Python that has aequilibrae. Prints one JSON object: seconds of set-up (graph and
matrix) and of execution, peak memory, and by iteration the gap in AequilibraE's definition, which
divides by TSTT. Free-flow times of 0 become 1e-8 and links of powers below 1 (here always constant
ones) constant, since it takes no others.
"""

import contextlib
import json
import os
import resource
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))
from check_assignment import Network, read_trips, split_metadata, text_of  # noqa: E402


def links_of(path, network):
    _, body = split_metadata(text_of(path))
    rows = [line.split("~")[0].replace(";", " ").split() for line in body.splitlines()]
    columns = np.array([[float(word) for word in row[:9]] for row in rows if row])
    assert len(columns) == len(network.links)
    return pd.DataFrame(
        {
            "link_id": np.arange(1, len(columns) + 1),
            "a_node": columns[:, 0].astype(int),
            "b_node": columns[:, 1].astype(int),
            "direction": 1,
            "capacity": columns[:, 2],
            "distance": columns[:, 3],
            "free_flow_time": np.maximum(columns[:, 4], 1e-8),
            "alpha": np.where(columns[:, 6] < 1, 0.0, columns[:, 5]),
            "beta": np.maximum(columns[:, 6], 1.0),
            "toll": columns[:, 8],
        }
    )


def matrix_of(path, zones, factor):
    matrix = np.zeros((zones, zones))
    for origin, row in read_trips(path, factor).items():
        for destination, trips in row.items():
            matrix[origin - 1, destination - 1] = trips
    return matrix


def main():
    net, trips = sys.argv[1:3]
    toll, distance, factor, gap = (float(word) for word in sys.argv[3:7])
    network = Network(net)
    links = links_of(net, network)
    demand = matrix_of(trips, network.zones, factor)
    links["fixed"] = toll * links.toll + distance * links.distance
    # Only what it prints on the way is kept from the answer.
    with open(os.devnull, "w") as null, contextlib.redirect_stdout(null), contextlib.redirect_stderr(null):
        from aequilibrae.matrix import AequilibraeMatrix
        from aequilibrae.paths import Graph, TrafficAssignment, TrafficClass

        start = time.perf_counter()
        graph = Graph()
        graph.network = links
        graph.prepare_graph(np.arange(1, network.zones + 1))
        graph.set_graph("free_flow_time")
        graph.set_blocked_centroid_flows(network.first_through > 1)
        matrix = AequilibraeMatrix()
        matrix.create_empty(zones=network.zones, matrix_names=["trips"], memory_only=True)
        matrix.index[:] = np.arange(1, network.zones + 1)
        matrix.matrix["trips"][:, :] = demand
        matrix.computational_view(["trips"])
        car = TrafficClass("car", graph, matrix)
        if links.fixed.any():
            car.set_fixed_cost("fixed")
        assignment = TrafficAssignment()
        assignment.set_classes([car])
        assignment.set_vdf("BPR")
        assignment.set_vdf_parameters({"alpha": "alpha", "beta": "beta"})
        assignment.set_capacity_field("capacity")
        assignment.set_time_field("free_flow_time")
        assignment.set_algorithm("bfw")
        assignment.max_iter = 10000
        assignment.rgap_target = gap
        assignment.set_cores(1)
        ready = time.perf_counter()
        assignment.execute()
        end = time.perf_counter()
    gaps = assignment.report()["rgap"].replace(np.inf, np.nan).tolist()
    print(
        json.dumps(
            {
                "setup": ready - start,
                "execute": end - ready,
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "gaps": gaps,
            }
        )
    )


if __name__ == "__main__":
    main()
