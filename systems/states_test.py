"""States: shut, dearer, and how the rest of the world answers."""
import unittest

from lab import KT, Systems
from package import PACKAGE, centroids, table
from questions import ask, lever, sabotage

IRAN_TO_TURKEY = ("rail--razi--kapikoy", "road--bazargan--gurbulak", "road--kapikoy--razi")
CAUCASUS_TO_TURKEY = ("rail--kartsakhi--kars", "road--kartsakhi--kars", "road--hopa--sarpi")
CENTRAL_ASIA = ("KAZ", "UZB", "KGZ", "TJK", "TKM")
SUEZ, CAPE = "node:suez-south", "node:sea-cape"


class States(Systems):
    QUESTIONS = {
        "afghanistan_shut": ask("2025-01-01", lever("close", "state:afghanistan")),
        "iran_dear": ask("2025-01-01", lever("tariff", "state:iran", factor=1.5),
                         lever("border", "rail--shamtigh--rozanak", factor=3.0),
                         lever("capacity", "node:chabahar", factor=0.05)),
        "georgia_dear": ask("2025-01-01", lever("tariff", "state:georgia", factor=2.0)),
    }

    @sabotage("lever disabled")
    def test_st_afg(self):
        """Shut, it has no transit and earns nothing; what passed goes elsewhere or stays at home, to the tonne."""
        answer = self.answer("afghanistan_shut")
        transit = answer.state("AFG")
        self.assertGreater(transit.before, 100 * KT)
        self.assertEqual(0.0, transit.after)
        self.assertEqual(0.0, answer.state("AFG", "transit_revenue").after)
        gone = sum(float(r["tonnes"]) for r in answer.table("diversion") if r["from"] == "AFG")
        come = sum(float(r["tonnes"]) for r in answer.table("diversion") if r["to"] == "AFG")
        self.assertAlmostEqual(transit.before, gone - come, delta=1e-6 * transit.before)
        self.assertLessEqual(answer.figures["balance_max"], 1e-9)

    @sabotage("sign flipped")
    def test_st_irn(self):
        """Dearer Iranian ways lose tonnes, and a rival outside Iran gains some."""
        answer = self.answer("iran_dear")
        self.falls(answer.corridor("southern"), 10 * KT)
        self.falls(answer.link("rail--shamtigh--rozanak"), 10 * KT)
        self.falls(answer.facility("tonnes", kind="port", node="chabahar"), 10 * KT)
        self.assertGreater(max(answer.state(state).rise for state in ("KAZ", "RUS", "GEO", "PAK")), 10 * KT)

    @sabotage("sign flipped")
    def test_st_tur(self):
        """What arrives in Turkey comes by Iran or the Caucasus; the dearer of the two has the smaller share."""
        for name, dearer in (("iran_dear", IRAN_TO_TURKEY), ("georgia_dear", CAUCASUS_TO_TURKEY)):
            answer = self.answer(name)
            share = arriving(answer, dearer).over(arriving(answer, IRAN_TO_TURKEY + CAUCASUS_TO_TURKEY))
            self.assertTrue(0.0 < share.after < 1.0)
            self.falls(share, 0.005)


def arriving(answer, links):
    """Tonnes on links towards Turkey."""
    tonnes = answer.link(links[0], towards=far_end(links[0]))
    for link in links[1:]:
        tonnes += answer.link(link, towards=far_end(link))
    return tonnes


def far_end(link):
    return next(node for node in link.split("--")[1:] if node in ("kapikoy", "gurbulak", "kars", "hopa"))


class Sea(Systems):
    """India by land and by sea."""

    THROUGH = (SUEZ, CAPE, "state:AFG", "state:IRN", "state:RUS", "state:TKM", "state:UZB", "state:AZE")
    QUESTIONS = {
        "suez_shut": ask("2025-01-01", lever("close", SUEZ)),
        "kabul": ask("2040-01-01", lever("open", "kabul_corridor", "kohat_kharlachi"),
                     lever("open", "wagah_reopen", "afg_pak_reopen")),
        "iran_cheap": ask("2025-01-01", lever("tariff", "iran", "turkmenistan", "azerbaijan", factor=0.5)),
    }

    def by_land(self, answer, others):
        """Share of trade between India and others that does not round Arabia or Africa by sea."""
        india = centroids("IND")
        sea = answer.through_both_ways(SUEZ, india, others) + answer.through_both_ways(CAPE, india, others)
        share = sea.over(answer.both_ways(india, others))
        return type(share)(1.0 - share.before, 1.0 - share.after)

    @sabotage("lever disabled")
    def test_co_sea_ind_eur(self):
        """Most of India's trade with Europe goes by sea; the share by land grows with the price of the sea."""
        land = self.by_land(self.answer("suez_shut"), centroids("EU27"))
        self.assertLess(land.before, 0.5)
        self.assertTrue(0.0 <= land.before < land.after <= 1.0)
        self.assertGreater(land.after, 1.1 * land.before)

    @sabotage("lever disabled")
    def test_ec_ind_rus(self):
        """Its value is that of the year, 70 bn US$, and its split by ways is told: Suez, Iran, the Cape."""
        self.assertEqual(70, round(value("IND", "RUS") / 1e9))
        answer = self.answer("iran_cheap")
        india, russia = centroids("IND"), centroids("RUS")
        total = answer.both_ways(india, russia)
        iran = answer.through_both_ways("state:IRN", india, russia).over(total)
        suez = answer.through_both_ways(SUEZ, india, russia).over(total)
        self.rises(iran, 0.002)
        self.falls(suez, 0.002)

    @sabotage("lever disabled")
    def test_ec_ind_ca(self):
        """Its value is that of the year, 1.7 bn US$, and more of it goes by land with the Kabul Corridor."""
        self.assertAlmostEqual(1.7, value("IND", *CENTRAL_ASIA) / 1e9, delta=0.05)
        answer = self.answer("kabul")
        land = answer.through_both_ways("state:AFG", centroids("IND"), centroids(*CENTRAL_ASIA))
        self.rises(land, KT)

    @sabotage("lever disabled")
    def test_ec_ind_eu(self):
        """Its value is that of the year, 137 bn US$, and the share that goes by land is told."""
        self.assertEqual(137, round(value("IND", "EU27") / 1e9))
        land = self.by_land(self.answer("suez_shut"), centroids("EU27"))
        self.assertGreater(land.after, 1.1 * land.before)

    @sabotage("lever disabled")
    def test_st_ind(self):
        """Trade with Europe, Russia and Central Asia are blocks of their own, each with its share by land.

        Only a part of its sentence: trade with China goes by sea outside the region and has no block.
        """
        answer = self.answer("kabul")
        for others in (("EU27",), ("RUS",), CENTRAL_ASIA):
            self.assertGreater(answer.both_ways(centroids("IND"), centroids(*others)).before, 100 * KT)
        self.rises(self.by_land(answer, centroids("RUS")), 1e-4)

    @sabotage("package spoilt", ("trade", lambda row: row["importer"] == "EU27" or row["exporter"] == "EU27",
                                 {"value_usd": lambda row: str(0.5 * float(row["value_usd"])),
                                  "value_usd_low": "0"}))
    def test_st_eu(self):
        """Trade with Afghanistan and India are blocks with the values of the year: 42 M and 137 bn US$."""
        self.assertEqual(42, round(value("EU27", "AFG", package=self.package) / 1e6))
        self.assertEqual(137, round(value("EU27", "IND", package=self.package) / 1e9))
        answer = self.answer("suez_shut")
        for other in ("AFG", "IND"):
            self.assertGreater(answer.both_ways(centroids("EU27"), centroids(other)).before, KT)


class Russia(Systems):
    """Two ways from Russia to Afghanistan that a forum spoke of: by Pakistan, and by the Caspian."""

    THROUGH = ("node:turkmenbashi", "state:TKM", "state:PAK")
    QUESTIONS = {
        "pakistan": ask("2040-01-01", lever("open", "kabul_corridor", "kohat_kharlachi")),
        "caspian": ask("2040-01-01", lever("open", "torghundi_herat", "turkmenbashi_expansion"),
                       lever("capacity", "ferry--turkmenbashi--makhachkala", factor=5.0),
                       lever("tariff", "turkmenistan", factor=0.6),
                       lever("border", "rail--serhetabat--torghundi", factor=0.4)),
    }

    @sabotage("lever disabled")
    def test_fo_rusafg(self):
        """Opened one at a time, each has tonnes of Russia and Afghanistan, and they can be compared."""
        russia, afghan = centroids("RUS"), centroids("AFG")
        gains = {}
        for name, place in (("pakistan", "state:PAK"), ("caspian", "node:turkmenbashi")):
            answer = self.answer(name)
            self.rises(answer.through_both_ways(place, russia, afghan), 0.2 * KT)
            gains[name] = answer.both_ways(russia, afghan).rise
        self.assertGreater(abs(gains["pakistan"] - gains["caspian"]), 0.1 * KT, gains)


def value(one, *others, package=PACKAGE):
    """US$ a year between one and the others, both ways."""
    return sum(float(r["value_usd"]) for r in table("trade", package)
               if (r["exporter"] == one and r["importer"] in others)
               or (r["importer"] == one and r["exporter"] in others))


if __name__ == "__main__":
    unittest.main()
