"""Railways: built, shut, short of room."""
import functools
import operator
import unittest

from lab import KT, Systems
from package import centroids
from questions import ask, lever, sabotage
from rails import rail_km

KERKI_AQINA = ("rail--kerki--ymamnazar", "rail--ymamnazar--aqina")
CENTRAL_ASIA = "KAZ UZB KGZ TJK TKM".split()
SOUTH_CAUCASUS = "ARM AZE GEO".split()
EIGHT = "AFG UZB KAZ TKM KGZ TJK IRN PAK".split()


class Railways(Systems):
    THROUGH = ("rail--shamtigh--rozanak", "road--islam-qala--dogharun", "road--wagah--attari", "state:AFG",
               "road--spin-boldak--chaman", "road--torkham--peshawar")
    QUESTIONS = {
        "herat_mazar": ask("2040-01-01", lever("open", "herat_mazar")),
        "torghundi_naibabad": ask("2040-01-01", lever("open", "torghundi_herat", "herat_mazar")),
        "khaf_herat": ask("2025-01-01", lever("close", "corridor:khaf_herat")),
        "wagah": ask("2040-01-01", lever("open", "wagah_reopen", "afg_pak_reopen")),
        "khaf_naibabad": ask("2040-01-01", lever("open", "khaf_herat_naibabad")),
    }

    def transit(self, states):
        """Transit of several states, with the line from Khaf carried on to Naibabad and without."""
        return functools.reduce(operator.add, (self.answer("khaf_naibabad").state(state) for state in states))

    @sabotage("sign flipped")
    def test_rw_khaf_herat_ext(self):
        """Carried on to Naibabad, the line from Khaf gives Iran transit and takes it from Central Asia and the South Caucasus."""
        self.rises(self.transit(["IRN"]), 100 * KT)
        self.falls(self.transit(CENTRAL_ASIA), 100 * KT)
        self.falls(self.transit(SOUTH_CAUCASUS), 5 * KT)

    @sabotage("lever disabled")
    def test_rg_southcauc(self):
        """Its transit falls when the line from Khaf goes on to Naibabad, all else as it was."""
        self.falls(self.transit(SOUTH_CAUCASUS), 5 * KT)
        for state in ("AZE", "GEO"):
            self.falls(self.transit([state]), KT)

    @sabotage("lever disabled")
    def test_rw_herat_mazar(self):
        """One line, on or off: each of eight states gains or loses transit, and it says which."""
        answer = self.answer("herat_mazar")
        self.rises(answer.corridor("herat_mazar"), 100 * KT)
        signs = {state: answer.state(state).rise for state in EIGHT}
        for state, rise in signs.items():
            self.assertGreater(abs(rise), 100.0, state)
        self.assertEqual({True, False}, {rise > 0 for rise in signs.values()})

    @sabotage("lever disabled")
    def test_rw_torghundi_naibabad(self):
        """With it there is a way by rail from Turkmenbashi to Naibabad that does not touch Uzbekistan."""
        answer = self.answer("torghundi_naibabad")
        before, after = (rail_km(answer.open_links(future, "rail"), "turkmenbashi", "naibabad", ("UZB",))
                         for future in ("before", "after"))
        self.assertEqual(float("inf"), before)
        self.assertLess(after, 3000.0)

    @sabotage("lever disabled")
    def test_rw_khaf_herat(self):
        """Shut, it leaves what goes between Afghanistan and Europe by Iran to the road."""
        answer = self.answer("khaf_herat")
        afghan, europe = centroids("AFG"), centroids("EU27")
        rail = answer.through_both_ways("rail--shamtigh--rozanak", afghan, europe)
        road = answer.through_both_ways("road--islam-qala--dogharun", afghan, europe)
        self.assertGreater(rail.before, 10.0)
        self.assertEqual(0.0, rail.after)
        self.assertGreater(road.after, 100.0)

    @sabotage("lever disabled")
    def test_pr_block_india(self):
        """Without the block, goods of India and Central Asia cross the border by land."""
        land = self.answer("wagah").through_both_ways(
            "road--wagah--attari", centroids("IND"), centroids("KAZ", "UZB", "KGZ", "TJK", "TKM"))
        self.assertEqual(0.0, land.before)
        self.assertGreater(land.after, KT)

    @sabotage("lever disabled")
    def test_rw_indpak_integration(self):
        """One switch brings Indian goods by land, and more of them through Afghanistan.

        Only a part of its sentence: without it some still come by sea and Iran.
        """
        answer = self.answer("wagah")
        indian = answer.through_both_ways("road--wagah--attari", centroids("IND"), None)
        self.assertEqual(0.0, indian.before)
        self.assertGreater(indian.after, 10 * KT)
        beyond = centroids("KAZ", "UZB", "KGZ", "TJK", "TKM")
        share = answer.through_both_ways("state:AFG", centroids("IND"), beyond).over(
            answer.through_both_ways("state:AFG", None, beyond))
        self.rises(share, 1e-3)


class OldNetworks(Systems):
    """What was on the ground in a year gone by."""

    QUESTIONS = {
        "2015": ask("2015-12-31", lever("border", "hairatan", factor=1.0)),
        "2020": ask("2020-12-31", lever("border", "hairatan", factor=1.0)),
        "2021": ask("2021-01-01", lever("border", "hairatan", factor=1.0)),
    }

    @sabotage("package spoilt", ("link", lambda row: row["link_id"] in KERKI_AQINA, {"opened": ""}))
    def test_rw_kerki_aqina(self):
        """The line is there in networks of 2016 and later, and not before."""
        for link in KERKI_AQINA:
            self.assertFalse(self.answer("2015").is_open(link).before, link)
            self.assertTrue(self.answer("2020").is_open(link).before, link)

    @sabotage("package spoilt", ("link", lambda row: row["link_id"] == "rail--aqina--andkhoy", {"opened": ""}))
    def test_rw_aqina_andkhoy(self):
        """The line is there in networks of 2021 and later, and not before."""
        self.assertFalse(self.answer("2020").is_open("rail--aqina--andkhoy").before)
        self.assertTrue(self.answer("2021").is_open("rail--aqina--andkhoy").before)


if __name__ == "__main__":
    unittest.main()
