"""Draws the sea links of the region package along the lanes of a shipping network.

    python3 tools/geo/make_sealanes.py --from ../shared/data/geo --region data/region --out data/geo

Reads the lanes of marnet_searoute.geojson and the package's node.csv and link.csv, finds for every
sea link the shortest way over the lanes, thins it, and writes sea_lane.csv with the columns link_id
and wkt. A link whose way is too long or too short for the length that the package gives it gets no
row: it is drawn as the shortest line. For maps only; lengths come from the package. The same inputs
give the same bytes.
"""

import argparse
import csv
import heapq
import json
import math
from pathlib import Path

from make_basemap import distance_to_segment, lines, wkt_points

TOLERANCE = 0.08  # a lane may move by this much when thinned [degrees]
FARTHEST = 250.0  # between a port and the lane it is joined to [km]
APART = 1.3  # a drawn way may differ from the package's length by this factor
EARTH = 6371.0  # km
NOT_SAILED = {"panama", "northwest", "northeast"}  # passages no link of the package takes


def kilometres(a, b):
    lon, lat = math.radians(b[0] - a[0]), math.radians(b[1] - a[1])
    across = math.cos(math.radians(a[1])) * math.cos(math.radians(b[1])) * math.sin(lon / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(math.sin(lat / 2) ** 2 + across))


def lane_graph(features):
    """Neighbours of every point of the lanes, with their distance."""
    graph = {}
    for feature in features:
        if feature["properties"].get("passage") in NOT_SAILED:
            continue
        for line in lines(feature["geometry"]):
            points = [tuple(p[:2]) for p in line]
            for a, b in zip(points, points[1:]):
                km = kilometres(a, b)
                graph.setdefault(a, []).append((km, b))
                graph.setdefault(b, []).append((km, a))
    return graph


def joined(graph, place):
    """The lane's point nearest to a place, none when it is far."""
    km, point = min((kilometres(place, point), point) for point in graph)
    return point if km <= FARTHEST else None


def shortest(graph, start, end):
    """Points of the shortest way, by Dijkstra; none when there is no way."""
    best, before, queue = {start: 0.0}, {}, [(0.0, start)]
    while queue:
        km, point = heapq.heappop(queue)
        if point == end:
            way = [end]
            while way[-1] != start:
                way.append(before[way[-1]])
            return way[::-1]
        if km > best[point]:
            continue
        for step, other in graph[point]:
            if km + step < best.get(other, math.inf):
                best[other], before[other] = km + step, point
                heapq.heappush(queue, (km + step, other))
    return None


def length(points):
    return sum(kilometres(a, b) for a, b in zip(points, points[1:]))


def thinned(points):
    """Points that keep the line within the tolerance."""
    if len(points) < 3:
        return points
    far, at = max((distance_to_segment(points[i], points[0], points[-1]), i)
                  for i in range(1, len(points) - 1))
    if far <= TOLERANCE:
        return [points[0], points[-1]]
    return thinned(points[: at + 1])[:-1] + thinned(points[at:])


def lane(graph, a, b, km):
    """Points of the way between two places, these left out; none when no lane fits `km`."""
    ends = joined(graph, a), joined(graph, b)
    way = None not in ends and shortest(graph, *ends)
    if not way:
        return None
    whole = [a, *way, b]
    fits = km / APART <= length(whole) <= km * APART
    return thinned(whole)[1:-1] if fits else None


def rows_of(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def make(source, region):
    """Rows (link id, WKT), and how many sea links there are."""
    graph = lane_graph(json.loads((source / "marnet_searoute.geojson").read_text())["features"])
    places = {n["node_id"]: (float(n["x_coord"]), float(n["y_coord"]))
              for n in rows_of(region / "node.csv")}
    links = [l for l in rows_of(region / "link.csv") if l["mode"] == "sea"]
    rows = []
    for link in links:
        ends = places[link["from_node_id"]], places[link["to_node_id"]]
        points = lane(graph, *ends, float(link["length"]))
        texts = wkt_points(points) if points else []
        if len(texts) > 1:
            rows.append((link["link_id"], f"LINESTRING({','.join(texts)})"))
    return rows, len(links)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--from", dest="source", type=Path, required=True, help="folder of the lanes")
    parser.add_argument("--region", type=Path, required=True, help="the region package")
    parser.add_argument("--out", type=Path, required=True, help="folder of sea_lane.csv")
    arguments = parser.parse_args()
    rows, links = make(arguments.source, arguments.region)
    with open(arguments.out / "sea_lane.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("link_id", "wkt"))
        writer.writerows(rows)
    print(f"{len(rows)} of {links} sea links follow a lane")


if __name__ == "__main__":
    main()
