"""Places: towns and junctions that are there once, and what depends on them."""
import unittest

from lab import KT, Systems
from package import centroids, shut, table
from questions import ask, lever, sabotage

MT = 1e6


class Places(Systems):
    QUESTIONS = {
        "mazar": ask("2025-01-01", lever("close", "node:mazar-i-sharif")),
        "build_out": ask("2040-01-01", lever("open", "west_transafghan", "herat_mazar", "khaf_herat_s4p2"),
                         lever("open", "herat_terminal", "kabul_corridor", "kohat_kharlachi", "aqina_mazar")),
    }

    def is_there_once(self, node, name):
        rows = [row for row in table("node", self.package) if row["name"].split(" (")[0] == name]
        self.assertEqual([node], [row["node_id"] for row in rows])
        self.assertTrue(rows[0]["x_coord"] and rows[0]["y_coord"] and rows[0]["source"], rows)

    def is_on_the_way(self, node, origin, destination):
        """There is a way by rail over the node, and none when it is shut."""
        ways = self.routes(origin, destination, "2025-01", modes=["rail"], commodity="grain_food")
        self.assertIn(node, {leg["to"] for leg in ways[0]["legs"]})
        self.assertEqual([], self.routes(origin, destination, "2025-01", shut(nodes=[node]), modes=["rail"],
                                         commodity="grain_food"))

    @sabotage("lever disabled")
    def test_pl_mazar(self):
        """Shut, it is not reached on some other way: its goods stay where they are, and the run says how many."""
        self.is_there_once("mazar-i-sharif", "Mazar-i-Sharif")
        answer = self.answer("mazar")
        goods = answer.both_ways(frozenset(["mazar-i-sharif"]), None)
        self.assertGreater(goods.before, 100 * KT)
        self.assertEqual(0.0, goods.after)
        self.assertGreater(answer.figures["unserved"], 100 * KT)
        self.is_on_the_way("naibabad", "termez", "mazar-i-sharif")

    @sabotage("lever disabled")
    def test_pl_kerki(self):
        """Shut, it leaves no way by rail from Mary to Aqina."""
        self.is_there_once("kerki", "Kerki")
        self.is_on_the_way("kerki", "turkmenabat", "aqina")

    @sabotage("lever disabled")
    def test_pl_andkhoy(self):
        """Shut, it leaves no way by rail from Kerki to the end of the line."""
        self.is_there_once("andkhoy", "Andkhoy")
        self.is_on_the_way("andkhoy", "kerki", "andkhoy")

    @sabotage("lever disabled")
    def test_pl_naibabad(self):
        """Lines from Hairatan, Mazar and Kabul meet at one node, and each has its tonnes on either side of it."""
        self.is_there_once("naibabad", "Naibabad")
        answer = self.answer("build_out")
        for line in ("rail--hairatan--naibabad", "rail--naibabad--mazar-i-sharif", "rail--naibabad--kholm"):
            self.assertIn("naibabad", line)
            self.assertGreater(answer.link(line, towards="naibabad").after, KT, line)
            away = answer.link(line).after - answer.link(line, towards="naibabad").after
            self.assertGreater(away, KT, line)

    @sabotage("lever disabled")
    def test_pl_herat(self):
        """Fully built, three railways and more meet there, and what passes is told by direction."""
        answer = self.answer("build_out")
        lines = [link for link, *ends in answer.open_links("after", "rail") if "herat" in ends]
        self.assertGreaterEqual(len(lines), 3, lines)
        self.assertEqual([], [link for link, *ends in answer.open_links("before", "rail") if "herat" in ends])
        for line in ("rail--robat-paryan--herat", "rail--herat--shindand"):
            towards = answer.link(line, towards="herat").after
            self.assertGreater(towards, KT, line)
            self.assertGreater(answer.link(line).after - towards, KT, line)

    @sabotage("lever disabled")
    def test_pl_khaf(self):
        """A broad gauge on one side of it puts a gauge change, with its price, on the way to Herat."""
        broad = ("link", lambda row: row["link_id"] == "rail--torbat-heydariyeh--khaf", {"gauge_mm": "1520"})
        plain = self.routes("mashhad", "rozanak", "2025-01", modes=["rail"])
        broken = self.routes("mashhad", "rozanak", "2025-01", broad, modes=["rail"])
        self.assertTrue(plain and broken)
        self.assertEqual([], [leg for way in plain for leg in way["legs"] if leg["kind"] == "gauge_change"])
        for way in broken:
            at_khaf = [leg["money_usd_t"] for leg in way["legs"]
                       if (leg["kind"], leg["from"]) == ("gauge_change", "khaf")]
            self.assertEqual(1, len(at_khaf))
            self.assertGreater(at_khaf[0], 1.0)
            self.assertAlmostEqual(way["money_usd_t"], sum(leg["money_usd_t"] for leg in way["legs"]), places=6)


class BlackSea(Systems):
    """What a scenario has no lever for: rows of the package, changed."""

    THROUGH = ("node:chabahar",)
    QUESTIONS = {"same": ask("2025-01-01", lever("border", "hairatan", factor=1.0))}
    PORTS = ("poti", "batumi")

    @sabotage("lever disabled")
    def test_pl_blacksea(self):
        """A war premium on its lanes to Poti and Batumi takes tonnes from both ports and gives some to Kars."""
        lanes = [row["link_id"] for row in table("link") if row["basin"].startswith("black_sea")
                 and {row["from_node_id"], row["to_node_id"]} & set(self.PORTS)]
        premium = ("access_rule", lambda row: row["rule_id"] == "AR11",
                   {"target_ids": ";".join(lanes), "class_group": "all", "one_end_in": "", "other_end_in": "",
                    "value": "40", "value_low": "20", "value_high": "60"})
        calm, war = self.answer("same"), self.answer_on("same", premium)
        for port in self.PORTS:
            tonnes = [answer.facility("tonnes", kind="port", node=port).before for answer in (calm, war)]
            self.assertLess(tonnes[1], tonnes[0] - 50 * KT, port)
        kars = [answer.link("rail--kartsakhi--kars").before for answer in (calm, war)]
        self.assertGreater(kars[1], kars[0] + 5 * KT)

    @sabotage("lever disabled")
    def test_pt_chabahar(self):
        """Free of the charge on strangers, Uzbek goods reach the ocean there for less, and more of them do.

        Pakistan has no more transit for it.
        """
        berth = ("access_rule", lambda row: row["rule_id"] == "AR02", {"no_end_in": "IRN;UZB"})
        without, with_berth = self.answer("same"), self.answer_on("same", berth)
        uzbek = [answer.through_both_ways("node:chabahar", centroids("UZB"), None).before
                 for answer in (without, with_berth)]
        self.assertGreater(uzbek[1], uzbek[0] + KT)
        pakistan = [answer.state("PAK").before for answer in (without, with_berth)]
        self.assertLess(pakistan[1], pakistan[0] + KT)
        cost = [logsum(self.routes("tashkent", "nhava-sheva", "2025-01", *edits)) for edits in ((), (berth,))]
        self.assertLess(cost[1], cost[0])


def logsum(routes):
    """Mean cost of rival routes by their shares, US$/t."""
    return sum(route["share"] * route["cost_usd_t"] for route in routes)


if __name__ == "__main__":
    unittest.main()
