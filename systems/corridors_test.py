"""Corridors: what opens, what it takes from whom, and how that is told."""
import unittest

from lab import KT, Systems
from package import built, centroids, roomy
from questions import ask, lever, sabotage
from rails import rail_km

KABUL = ("kabul_corridor", "kohat_kharlachi")
KABUL_LINE = ("rail--termez--galaba", "rail--galaba--hairatan", "rail--hairatan--naibabad",
              "rail--naibabad--kholm", "rail--kholm--aybak", "rail--aybak--pul-i-khumri",
              "rail--pul-i-khumri--doshi", "rail--doshi--shash-pul", "rail--shash-pul--maidan-shahr",
              "rail--maidan-shahr--pul-i-alam", "rail--pul-i-alam--kharlachi")
KHARLACHI = "rail--pul-i-alam--kharlachi"
SOUTH_OF_NAIBABAD = "rail--naibabad--kholm"
WEST = lever("open", "west_transafghan")
MT = 1e6


class NewCorridors(Systems):
    """Each opened alone in 2040, with what it needs."""

    THROUGH = (KHARLACHI, "state:AFG", "state:RUS")
    QUESTIONS = {
        "kabul": ask("2040-01-01", lever("open", *KABUL, "wagah_reopen"),
                     lever("capacity", *KABUL_LINE, value=11 * MT)),
        "five_nations": ask("2040-01-01", lever("open", "five_nations")),
        "herat_mazar": ask("2040-01-01", lever("open", "torghundi_herat", "herat_mazar")),
        "naibabad": ask("2040-01-01", lever("open", "aqina_mazar")),
    }

    @sabotage("lever disabled")
    def test_co_kabul(self):
        """With India admitted and 22 Mt of room it carries something, and no more than that.

        Only a part of its sentence: that most of it be transit does not hold.
        """
        tonnes = self.answer("kabul").link(KHARLACHI)
        self.assertEqual(0.0, tonnes.before)
        self.assertGreater(tonnes.after, 100 * KT)
        self.assertLessEqual(tonnes.after, 22 * MT * (1 + 1e-6))

    @sabotage("sign flipped")
    def test_co_fivenations(self):
        """It shortens the way from China to Iran and takes tonnes from two rivals."""
        answer = self.answer("five_nations")
        before, after = (rail_km(answer.open_links(future, "rail"), "kashgar", "mashhad")
                         for future in ("before", "after"))
        self.assertLess(after, before - 10.0)
        self.falls(answer.corridor("cku"), 10 * KT)
        self.falls(answer.corridor("southern"), 5 * KT)

    @sabotage("lever disabled")
    def test_co_southern(self):
        """Its east-west tonnes fall when the Five Nations line opens, at the demand of the same year."""
        self.falls(self.answer("five_nations").corridor("southern"), 5 * KT)

    @sabotage("lever disabled")
    def test_rw_cku(self):
        """Tonnes with the Five Nations line are fewer than without."""
        self.falls(self.answer("five_nations").corridor("cku"), 10 * KT)

    @sabotage("sign flipped")
    def test_st_uzb(self):
        """Every question has Uzbek transit and revenue; both fall with a bypass."""
        for name in self.QUESTIONS:
            self.assertGreater(self.answer(name).state("UZB").before, 0.0)
            self.assertGreater(self.answer(name).state("UZB", "transit_revenue").before, 0.0)
        for bypass in ("five_nations", "herat_mazar"):
            self.falls(self.answer(bypass).state("UZB"), 20 * KT)
            self.falls(self.answer(bypass).state("UZB", "transit_revenue"), 1e5)

    @sabotage("sign flipped")
    def test_ec_transit_role(self):
        """Uzbekistan's share of the transit of the region falls with each bypass."""
        for bypass in ("five_nations", "herat_mazar", "naibabad"):
            answer = self.answer(bypass)
            share = answer.state("UZB").over(sum_of(answer, "UZB KAZ TKM KGZ TJK AFG IRN PAK"))
            self.falls(share, 1e-4)

    @sabotage("lever disabled")
    def test_co_greatindia(self):
        """The way to India lowers the share of Kazakh and of Uzbek trade that crosses Russia."""
        answer = self.answer("kabul")
        for state in ("KAZ", "UZB"):
            self.falls(through_russia(answer, state), 1e-5)

    @sabotage("lever disabled")
    def test_ec_dep_russia(self):
        """The share of trade with the world beyond the region that crosses Russia is told for every question."""
        for name in self.QUESTIONS:
            for state in ("KAZ", "UZB", "KGZ", "TJK", "TKM"):
                share = through_russia(self.answer(name), state)
                self.assertTrue(0.0 < share.before < 1.0 and 0.0 < share.after < 1.0, (name, state, share))
        self.assertNotAlmostEqual(0.0, through_russia(self.answer("kabul"), "UZB").rise, delta=1e-5)


    @sabotage("lever disabled")
    def test_co_northsouth(self):
        """Every question tells the share of land tonnes that go north-south; a railway to the ocean raises it."""
        for name in self.QUESTIONS:
            share = axis(self.answer(name), "north_south")
            self.assertTrue(0.0 < share.before < 1.0 and 0.0 < share.after < 1.0, name)
        self.rises(axis(self.answer("kabul"), "north_south"), 2e-4)

    @sabotage("lever disabled")
    def test_co_eastwest(self):
        """Beside it stands the east-west share; with all others they make one, and what one gains others lose."""
        for name in self.QUESTIONS:
            axes = [axis(self.answer(name), which) for which in ("north_south", "east_west", "other")]
            for future in ("before", "after"):
                self.assertAlmostEqual(1.0, sum(getattr(share, future) for share in axes), delta=1e-9)
            self.assertGreater(axes[1].before, 0.0)
        self.falls(axis(self.answer("kabul"), "east_west"), 2e-4)


def axis(answer, which):
    return answer.change((row for row in answer.table("axes") if row["axis"] == which), "share")


def sum_of(answer, states, item="transit_tonnes"):
    first, *rest = states.split()
    total = answer.state(first, item)
    for state in rest:
        total += answer.state(state, item)
    return total


def through_russia(answer, state):
    """Share of a state's trade with states beyond Central Asia, Russia apart, that crosses Russia."""
    home = centroids(state)
    beyond = centroids("CHN", "IND", "TUR", "UAE", "SAU", "QAT", "EU27", "UKR", "BLR", "ASN", "JPK", "USA", "GBR",
                       "PAK", "IRN", "AZE", "GEO", "ARM")
    return answer.through_both_ways("state:RUS", home, beyond).over(answer.both_ways(home, beyond))


class AfterKabul(Systems):
    """The Kabul Corridor stands in both futures of 2042, when it has its full room."""

    GIVEN = (built(*KABUL), roomy("kohat_kharlachi", "rail-pub-kabul"))
    THROUGH = (KHARLACHI, "state:AFG", "state:UZB", "state:TKM")
    QUESTIONS = {
        "west": ask("2042-01-01", WEST),
        "naibabad": ask("2042-01-01", lever("open", "aqina_mazar")),
        "join": ask("2042-01-01", lever("open", "kabul_northern_join")),
        "clash": ask("2042-01-01", lever("close", KHARLACHI)),
    }

    @sabotage("sign flipped")
    def test_co_west_transafghan(self):
        """It takes tonnes from the Kabul Corridor, and raises the transit of Turkmenistan."""
        answer = self.answer("west")
        self.falls(answer.link(KHARLACHI), 50 * KT)
        self.rises(answer.state("TKM"), 10 * KT)

    @sabotage("lever disabled")
    def test_co_lapis_ext_kandahar(self):
        """By Kandahar it takes tonnes from the Kabul Corridor and from the route to Minsk."""
        answer = self.answer("west")
        self.assertFalse(answer.is_open("rail--sheberghan--mazar-i-sharif").after)
        self.falls(answer.link(KHARLACHI), 50 * KT)
        to_minsk = centroids("BLR", "RUS", "KAZ", "UZB")
        self.falls(answer.through_both_ways(KHARLACHI, to_minsk, centroids("PAK", "IND")), 5 * KT)

    @sabotage("sign flipped")
    def test_co_lapis_ext_naibabad(self):
        """More runs south of Naibabad, and yet Uzbek transit is less: what it loses exceeds what it gains."""
        answer = self.answer("naibabad")
        self.rises(answer.link(SOUTH_OF_NAIBABAD), 10 * KT)
        self.falls(answer.state("UZB"), 10 * KT)
        self.falls(answer.state("UZB", "transit_revenue"), 1e5)

    @sabotage("lever disabled")
    def test_co_northern(self):
        """Joined to the Kabul Corridor, it brings Kazakhstan transit: a share of the 20 Mt hoped for."""
        share = self.answer("join").state("KAZ").rise / (20 * MT)
        self.assertGreater(share, 1e-4)
        self.assertLessEqual(share, 1.0)

    @sabotage("lever disabled")
    def test_co_instc(self):
        """Linked to the Kabul Corridor: more between Russia and South Asia by land."""
        answer = self.answer("join")
        land = answer.through_both_ways(KHARLACHI, centroids("RUS"), centroids("PAK", "IND"))
        self.rises(land)

    @sabotage("lever disabled")
    def test_st_pak(self):
        """A shut border leaves the Kabul Corridor nothing on its way to the Indian Ocean.

        Only a part of its sentence: no relation between the two states shuts it, a lever does.
        """
        answer = self.answer("clash")
        through = answer.through_both_ways(KHARLACHI, centroids("UZB", "KAZ", "RUS"), None)
        self.assertGreater(through.before, 100 * KT)
        self.assertEqual(0.0, through.after)
        self.falls(answer.state("PAK"), 10 * KT)


if __name__ == "__main__":
    unittest.main()
