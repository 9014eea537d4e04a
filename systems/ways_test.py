"""Ways between two places: what `chorsu route` finds, on a day and on a package."""
import unittest

from lab import Systems
from package import shut, table
from questions import ask, lever, sabotage
from rails import states

LANDLOCKED = ("kabul", "tashkent", "almaty", "bishkek", "dushanbe", "ashgabat")
PAKISTANI_PORTS = ("karachi", "port-qasim", "gwadar")


def without(*names):
    """An edit: nothing crosses the borders of states by rail or road."""
    def parted(row):
        ends = {states()[row["from_node_id"]], states()[row["to_node_id"]]}
        return row["mode"] in ("rail", "road", "ferry") and len(ends) == 2 and ends & set(names)
    return shut(*(row["link_id"] for row in table("link") if parted(row)))


def states_on(route):
    return {states()[leg["to"]] for leg in route["legs"]}


class Ways(Systems):
    QUESTIONS = {"none": ask("2025-01-01", lever("border", "hairatan", factor=1.0))}

    @sabotage("package spoilt", shut(nodes=["hairatan"]))
    def test_co_bel_indianocean(self):
        """Before any railway crosses Afghanistan: rail from Minsk, road from Hairatan, a transfer that costs."""
        ways = self.routes("minsk", "karachi", "2025-01", without("IRN", "CHN"), modes=["rail", "road"], corridors=True)
        way = next((w for w in ways if "hairatan" in {leg["to"] for leg in w["legs"]}), None)
        self.assertIsNotNone(way, "no way over Hairatan")
        hauls = [(leg["mode"], states()[leg["from"]], states()[leg["to"]])
                 for leg in way["legs"] if leg["kind"] == "haul"]
        self.assertIn(("rail", "KAZ", "KAZ"), hauls)
        self.assertIn(("road", "AFG", "AFG"), hauls)
        self.assertIn("PAK", states_on(way))
        self.assertGreater(sum(leg["money_usd_t"] for leg in way["legs"] if leg["kind"] == "transship"), 1.0)

    @sabotage("package spoilt", ("link", lambda row: row["mode"] == "air", {"status": "suspended"}))
    def test_co_air_delhi_kabul(self):
        """Perishables can fly from Kabul to Delhi on a day when every Pakistani crossing is shut; coal cannot."""
        flights = self.routes("kabul", "delhi", "2025-11-30", modes=["air"], commodity="perishables")
        self.assertEqual(["air--kabul--delhi"], [leg.get("link") for leg in flights[0]["legs"]] if flights else [])
        self.assertEqual([], self.routes("kabul", "delhi", "2025-11-30", modes=["rail", "road"],
                                         commodity="perishables"))
        self.assertEqual([], self.routes("kabul", "delhi", "2025-11-30", modes=["air"], commodity="ores_coal"))

    @sabotage("package spoilt", shut(nodes=["turkmenbashi"]))
    def test_co_southasia_caucasus_europe(self):
        """From Lahore to Bucharest by Turkmenbashi and Poti: put together of stretches that exist, at a price.

        Beside it stand the prices by Tehran and by Tashkent.
        """
        by_caucasus = self.stretches("lahore", "turkmenbashi", "poti", "bucharest")
        by_iran = self.stretches("lahore", "tehran", "bucharest")
        by_uzbekistan = self.stretches("lahore", "tashkent", "bucharest")
        self.assertLessEqual({"PAK", "TKM", "AZE", "GEO"}, by_caucasus[1])
        self.assertLessEqual({"PAK", "IRN"}, by_iran[1])
        self.assertLessEqual({"PAK", "AFG", "UZB"}, by_uzbekistan[1])
        self.assertGreater(min(cost for cost, _ in (by_caucasus, by_iran, by_uzbekistan)), 50.0)

    def stretches(self, *stops):
        """Cost of the cheapest ways from stop to stop, US$/t, and the states on them."""
        cost, passed = 0.0, set()
        for here, there in zip(stops, stops[1:]):
            ways = self.routes(here, there, "2025-01")
            self.assertTrue(ways, f"no way from {here} to {there}")
            best = min(ways, key=lambda way: way["cost_usd_t"])
            cost += best["cost_usd_t"]
            passed |= states_on(best)
        return cost, passed

    @sabotage("lever disabled")
    def test_pt_indianocean(self):
        """What the open sea costs each landlocked state, with Pakistan's ports and without; Kabul misses them."""
        dearer = {}
        for town in LANDLOCKED:
            cost = [min(way["cost_usd_t"] for way in self.routes(town, "singapore", "2025-01", *edits))
                    for edits in ((), (shut(nodes=PAKISTANI_PORTS),))]
            dearer[town] = cost[1] - cost[0]
            self.assertGreaterEqual(dearer[town], -0.1, town)
        self.assertGreater(dearer["kabul"], 1.0)

    @sabotage("package spoilt", ("trade", lambda row: {row["importer"], row["exporter"]} == {"IND", "CHN"},
                                 {"value_usd": "1e9", "value_usd_low": "0", "value_usd_high": "2e9"}))
    def test_ec_ind_chn(self):
        """Worth 118 bn US$; a way from Delhi to Urumqi through Afghanistan has a leg in China."""
        rows = [r for r in table("trade", self.package) if {r["importer"], r["exporter"]} == {"IND", "CHN"}]
        self.assertEqual(118, round(sum(float(r["value_usd"]) for r in rows) / 1e9))
        opened = ("link", lambda row: row["link_id"] == "road--wagah--attari"
                  or "wakhjir" in row["link_id"] and row["mode"] == "road", {"status": "operational"})
        friends = ("strain_driver", lambda row: row["strain"] == "ind_pak", {"strength": "0"})  # else the gate at Wagah stays shut
        others_shut = (without("KGZ", "TJK"), shut("road--khunjerab--sost"))
        ways = self.routes("delhi", "urumqi", "2025-01", opened, friends, *others_shut, modes=["rail", "road"])
        afghan = [way for way in ways if "AFG" in states_on(way)]
        self.assertTrue(afghan)
        for way in afghan:
            self.assertTrue([leg for leg in way["legs"] if leg["kind"] == "haul"
                             and {states()[leg["from"]], states()[leg["to"]]} == {"CHN"}])


if __name__ == "__main__":
    unittest.main()
