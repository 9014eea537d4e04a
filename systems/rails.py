"""Ways by rail through the links that a run calls open, whatever the gauge."""
import collections
import functools
import heapq

from package import table


@functools.lru_cache(maxsize=None)
def states():
    return {r["node_id"]: r["state"] for r in table("node")}


@functools.lru_cache(maxsize=None)
def lengths():
    return {r["link_id"]: float(r["length"]) for r in table("link")}


def rail_km(links, origin, destination, avoiding=()):
    """Length of the shortest way by rail, in no state to be avoided; infinite where there is none."""
    ways = collections.defaultdict(list)
    for link, a, b in links:
        if not {states()[a], states()[b]} & set(avoiding):
            ways[a].append((b, lengths()[link]))
            ways[b].append((a, lengths()[link]))
    best, queue = {}, [(0.0, origin)]
    while queue:
        km, node = heapq.heappop(queue)
        if node in best:
            continue
        best[node] = km
        for other, length in ways[node]:
            heapq.heappush(queue, (km + length, other))
    return best.get(destination, float("inf"))
