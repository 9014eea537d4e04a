"""The ledger of a state, worked out again from what a run says of its links."""
import unittest

from lab import KT, Systems
from package import centroids, table
from questions import ask, lever, sabotage
from rails import lengths, states

STATE = "KGZ"
FACTOR = 1.5


def links_of_state():
    """Rails and roads of the state, and the share of each that lies in it."""
    shares = {}
    for row in table("link"):
        inside = [states()[row[end]] == STATE for end in ("from_node_id", "to_node_id")]
        if row["mode"] in ("rail", "road") and any(inside):
            shares[row["link_id"]] = sum(inside) / 2
    return shares


def tariffs():
    """US$ a tonne and kilometre by mode and form."""
    rates = {(row["mode"], row["cargo"]): float(row["tariff"]) for row in table("tariff") if row["state"] == STATE}
    return {("rail", "box"): rates["rail", "container"], ("rail", "bulk"): rates["rail", "bulk"],
            ("road", "box"): rates["road", "all"], ("road", "bulk"): rates["road", "all"]}


def kept():
    """Share of a tariff that is not avoidable cost."""
    return {row["mode"]: 1.0 - float(row["share"]) for row in table("avoidable_cost") if row["item"] == "tariff"}


class Ledger(Systems):
    """Fees and handling earn nothing here, so that tariffs alone are left to add up."""

    GIVEN = (("avoidable_cost", lambda row: row["item"] != "tariff", dict.fromkeys(
        ("share", "share_low", "share_high"), "1")),)
    THROUGH = tuple(links_of_state())
    QUESTIONS = {"dear": ask("2025-01-01", lever("tariff", "state:" + STATE, factor=FACTOR))}

    @sabotage("lever disabled")
    def test_ec_ne_transit(self):
        """Transit revenue is the sum over links of tonnes times tariff, before and after it is raised."""
        answer = self.answer("dear")
        home, form = centroids(STATE), {row["commodity_id"]: row["carried_as"] for row in table("commodity")}
        mode = {row["link_id"]: row["mode"] for row in table("link")}
        inside, rates, share = links_of_state(), tariffs(), kept()
        sums = dict.fromkeys(("baseline", "scenario"), 0.0)
        for row in answer.table("through"):
            if not {row["origin"], row["destination"]} & home:
                link = row["place"]
                km = lengths()[link] * inside[link]
                rate = rates[mode[link], form[row["class"]]] * share[mode[link]]
                sums[row["future"]] += float(row["tonnes"]) * km * rate
        revenue = answer.state(STATE, "transit_revenue")
        self.assertGreater(revenue.before, 1e5)
        self.assertAlmostEqual(1.0, sums["baseline"] / revenue.before, delta=1e-3)
        self.assertAlmostEqual(1.0, FACTOR * sums["scenario"] / revenue.after, delta=1e-3)


def is_indian(row):
    return "IND" in (row["exporter"], row["importer"])


class IndiaByTonnes(Systems):
    QUESTIONS = {"year": ask("2024-07-01", lever("border", "hairatan", factor=1.0))}
    CLAIM = 22e6  # tonnes a year that a railway hopes for

    @sabotage("package spoilt", ("trade", is_indian, {"unit_value_usd_per_t": "99999"}))
    def test_ec_india_demand(self):
        """Values become tonnes by what a tonne is worth and what can go by land: a part of the 22 Mt claimed."""
        land = 0.0
        for row in table("trade", self.package):
            if is_indian(row) and float(row["tonnes"]) > 0.0:
                by_value = float(row["value_usd"]) / float(row["unit_value_usd_per_t"])
                tonnes = by_value * float(row["freight_share"]) * float(row["factor"])
                self.assertAlmostEqual(1.0, tonnes / float(row["tonnes"]), delta=0.02, msg=row)
                land += tonnes
        answer = self.answer("year")
        india = centroids("IND")
        goods = {row["commodity_id"]: (answer.od(india, None, {row["commodity_id"]}) +
                                       answer.od(None, india, {row["commodity_id"]})).before
                 for row in table("commodity")}
        self.assertGreater(min(goods.values()), KT, goods)
        domestic = answer.od(india, india).before
        self.assertAlmostEqual(1.0, (sum(goods.values()) - 2 * domestic) / land, delta=0.25)
        self.assertTrue(0.0 < land < self.CLAIM, land)


if __name__ == "__main__":
    unittest.main()
