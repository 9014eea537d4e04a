"""What a run leaves behind, as figures of two futures."""
import collections

from package import rows_of


class Change(collections.namedtuple("Change", "before after")):
    """One figure in the baseline and in the scenario."""

    @property
    def rise(self):
        return self.after - self.before

    def __add__(self, other):
        return Change(self.before + other.before, self.after + other.after)

    def over(self, whole):
        return Change(self.before / whole.before, self.after / whole.after)


class Answer:
    """The files of one run, read when they are asked for."""

    def __init__(self, folder, figures, flipped):
        self.folder, self.figures, self.tables = folder, figures, {}
        self.futures = ("scenario", "baseline") if flipped else ("baseline", "scenario")

    def table(self, name):
        if name not in self.tables:
            self.tables[name] = rows_of(self.folder / f"{name}.csv")
        return self.tables[name]

    def change(self, rows, column="tonnes"):
        sums = dict.fromkeys(self.futures, 0.0)
        for row in rows:
            sums[row["future"]] += float(row[column])
        return Change(*(sums[future] for future in self.futures))

    def state(self, state, item="transit_tonnes"):
        return self.change((r for r in self.table("accounts") if (r["state"], r["item"]) == (state, item)),
                           "value")

    def corridor(self, corridor):
        """Mean flow along a corridor."""
        return self.change(r for r in self.table("corridors") if r["corridor"] == corridor)

    def link(self, *links, towards=None, commodities=None):
        """Tonnes on links, in both directions or only those that arrive at `towards`."""
        return self.change(r for r in self.table("flows") if r["link_id"] in links
                           and towards in (None, r["to_node"])
                           and (commodities is None or r["class"] in commodities))

    def od(self, origins, destinations, commodities=None):
        return self.change(between(self.table("od"), origins, destinations, commodities))

    def both_ways(self, ends, others):
        return self.od(ends, others) + self.od(others, ends)

    def through(self, place, origins, destinations):
        """Tonnes from origins to destinations that use a place of the class's THROUGH."""
        rows = (r for r in self.table("through") if r["place"] == place)
        return self.change(between(rows, origins, destinations))

    def through_both_ways(self, place, ends, others):
        return self.through(place, ends, others) + self.through(place, others, ends)

    def facility(self, column, **where):
        """A figure of the scarce things whose columns are as `where` says, summed."""
        rows = (r for r in self.table("facilities") if all(r[k] == v for k, v in where.items()))
        return self.change(rows, column)

    def is_open(self, link):
        row = next(r for r in self.table("arcs") if r["link_id"] == link)
        return Change(*(row[f"open_{future}"] == "1" for future in self.futures))

    def open_links(self, future, mode):
        """Links open after (or before) the changes, as (link, from, to)."""
        column = f"open_{self.futures[('before', 'after').index(future)]}"
        return [(r["link_id"], r["from_node"], r["to_node"]) for r in self.table("arcs")
                if r[column] == "1" and r["mode"] == mode]


def between(rows, origins, destinations, commodities=None):
    return (r for r in rows
            if (origins is None or r["origin"] in origins)
            and (destinations is None or r["destination"] in destinations)
            and (commodities is None or r["class"] in commodities))
