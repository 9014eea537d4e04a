"""Makes the base map of the report from Natural Earth.

    python3 tools/geo/make_basemap.py --from ../shared/data/geo --out data/geo

Reads the 1:50m land and countries (TopoJSON of the npm package world-atlas), rivers, lakes and
disputed boundary lines (GeoJSON); cuts them to a frame, thins them, and writes base_map.csv with
the columns layer and wkt. The same inputs give the same bytes.
"""

import argparse
import csv
import json
from pathlib import Path

FRAME = (20.0, 0.0, 125.0, 65.0)  # west, south, east, north [degrees]
TOLERANCE = 0.03  # a line may move by this much [degrees]
SMALLEST_LAND = 0.02  # area of the smallest island kept [square degrees]
SMALLEST_LAKE = 0.05
LEAST_RANK = {"river": 6, "lake": 3}  # Natural Earth's scalerank, 0 the most important
SAME_POINT = 0.02  # a border within this distance of a disputed line is that line [degrees]


def decode_arcs(topology):
    """The arcs of a TopoJSON file as lists of (lon, lat)."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def ring_points(arcs, indices):
    """One ring or line from signed arc numbers; ~i is arc i backwards."""
    points = []
    for i in indices:
        arc = arcs[i] if i >= 0 else arcs[~i][::-1]
        points.extend(arc if not points else arc[1:])
    return points


def polygons(geometry):
    """The polygons of a GeoJSON or TopoJSON geometry, each a list of rings."""
    parts = geometry["arcs"] if "arcs" in geometry else geometry["coordinates"]
    return [parts] if geometry["type"] == "Polygon" else parts


def lines(geometry):
    coordinates = geometry["coordinates"]
    return [coordinates] if geometry["type"] == "LineString" else coordinates


def land_polygons(topology):
    arcs = decode_arcs(topology)
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in polygons(geometry):
            yield [ring_points(arcs, ring) for ring in polygon]


def border_lines(topology):
    """Arcs that two countries share."""
    owners = {}
    for number, country in enumerate(topology["objects"]["countries"]["geometries"]):
        for polygon in polygons(country) if country["type"] else []:
            for ring in polygon:
                for i in ring:
                    owners.setdefault(i if i >= 0 else ~i, set()).add(number)
    arcs = decode_arcs(topology)
    return [arcs[i] for i in sorted(owners) if len(owners[i]) > 1]


def inside_part(point, axis, bound, keep_above):
    return point[axis] >= bound if keep_above else point[axis] <= bound


def crossing_point(a, b, axis, bound):
    t = (bound - a[axis]) / (b[axis] - a[axis])
    other = a[1 - axis] + t * (b[1 - axis] - a[1 - axis])
    return (bound, other) if axis == 0 else (other, bound)


def edges():
    west, south, east, north = FRAME
    return ((0, west, True), (0, east, False), (1, south, True), (1, north, False))


def clip_ring(ring):
    """Sutherland and Hodgman: a ring cut to the frame."""
    for axis, bound, above in edges():
        cut = []
        for a, b in zip(ring[-1:] + ring[:-1], ring):
            if inside_part(a, axis, bound, above) != inside_part(b, axis, bound, above):
                cut.append(crossing_point(a, b, axis, bound))
            if inside_part(b, axis, bound, above):
                cut.append(b)
        ring = cut
        if not ring:
            return []
    return ring


def in_frame(point):
    west, south, east, north = FRAME
    return west <= point[0] <= east and south <= point[1] <= north


def clip_line(points):
    """Runs of points inside the frame; a segment across its edge is left out."""
    run = []
    for point in points:
        if in_frame(point):
            run.append(point)
        else:
            if len(run) > 1:
                yield run
            run = []
    if len(run) > 1:
        yield run


def distance_to_segment(p, a, b):
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = 0.0 if length == 0.0 else ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length
    t = min(1.0, max(0.0, t))
    return ((p[0] - a[0] - t * dx) ** 2 + (p[1] - a[1] - t * dy) ** 2) ** 0.5


def thin(points):
    """Douglas and Peucker."""
    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        worst, at = 0.0, None
        for i in range(first + 1, last):
            d = distance_to_segment(points[i], points[first], points[last])
            if d > worst:
                worst, at = d, i
        if at is not None and worst > TOLERANCE:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


def area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))) / 2


def thin_ring(ring):
    """A ring is thinned in two halves, so that it keeps four corners at least."""
    half = len(ring) // 2
    return thin(ring[: half + 1])[:-1] + thin(ring[half:] + ring[:1])


def wkt_points(points):
    texts = []
    for x, y in points:
        text = f"{x:.2f}".rstrip("0").rstrip(".") + " " + f"{y:.2f}".rstrip("0").rstrip(".")
        if not texts or texts[-1] != text:
            texts.append(text)
    return texts


def ring_text(ring, smallest):
    """Coordinates of a ring cut to the frame and thinned; nothing when it is too small."""
    ring = clip_ring([tuple(p[:2]) for p in ring])
    if len(ring) < 4 or area(ring) < smallest:
        return ""
    texts = wkt_points(thin_ring(ring))
    return f"({','.join(texts)})" if len(texts) > 3 else ""


def add_polygon(rows, layer, rings, smallest):
    outer, *holes = [ring_text(ring, smallest) for ring in rings]
    if outer:
        rows.append((layer, f"POLYGON({','.join([outer] + [h for h in holes if h])})"))


def add_line(rows, layer, points):
    for run in clip_line([tuple(p[:2]) for p in points]):
        texts = wkt_points(thin(run))
        if len(texts) > 1:
            rows.append((layer, f"LINESTRING({','.join(texts)})"))


def near(point, disputed):
    return any(distance_to_segment(point, a, b) < SAME_POINT for a, b in disputed)


def without_disputed(points, disputed):
    """Parts of a border that no disputed line covers."""
    covered = [near(point, disputed) for point in points]
    part = []
    for i in range(len(points) - 1):
        if covered[i] and covered[i + 1]:
            if part:
                yield part
            part = []
        else:
            part = (part or [points[i]]) + [points[i + 1]]
    if part:
        yield part


def features(path, layer):
    for feature in json.loads(path.read_text())["features"]:
        rank = feature["properties"].get("scalerank", 0)
        if feature["geometry"] and rank <= LEAST_RANK.get(layer, rank):
            yield feature["geometry"]


def make(source):
    rows = []
    for polygon in land_polygons(json.loads((source / "land-50m.json").read_text())):
        add_polygon(rows, "land", polygon, SMALLEST_LAND)
    for geometry in features(source / "ne_50m_lakes.json", "lake"):
        for polygon in polygons(geometry):
            add_polygon(rows, "lake", polygon, SMALLEST_LAKE)
    for geometry in features(source / "ne_50m_rivers_lake_centerlines.json", "river"):
        for line in lines(geometry):
            add_line(rows, "river", line)
    disputed_file = source / "ne_50m_admin_0_boundary_lines_disputed_areas.json"
    disputed_lines = [l for g in features(disputed_file, "disputed") for l in lines(g)]
    disputed = [(a, b) for line in disputed_lines if any(in_frame(p) for p in line)
                for a, b in zip(line, line[1:])]
    for line in border_lines(json.loads((source / "countries-50m.json").read_text())):
        for run in clip_line(line):
            for part in without_disputed(run, disputed):
                add_line(rows, "border", part)
    for line in disputed_lines:
        add_line(rows, "disputed", line)
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--from", dest="source", type=Path, required=True, help="Natural Earth files")
    parser.add_argument("--out", type=Path, required=True, help="folder of base_map.csv")
    arguments = parser.parse_args()
    with open(arguments.out / "base_map.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("layer", "wkt"))
        writer.writerows(make(arguments.source))


if __name__ == "__main__":
    main()
