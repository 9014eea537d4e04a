"""Crossings of Afghanistan and of Belarus: slower, shut, opened."""
import unittest

from lab import KT, Systems
from package import centroids
from questions import ask, lever, sabotage

AQINA = ("rail--ymamnazar--aqina", "road--aqina--ymamnazar")
TORGHUNDI = ("rail--serhetabat--torghundi", "road--torghundi--serhetabat")
HAIRATAN = ("rail--galaba--hairatan", "road--galaba--hairatan")
SHERKHAN = "road--sherkhan-bandar--nizhny-panj"
TAJIK_ROADS = (SHERKHAN, "road--ishkashim--khorog")
BREST = ("rail--brest--malaszewicze", "road--brest--malaszewicze")


class Crossings(Systems):
    QUESTIONS = {
        "aqina_slow": ask("2025-01-01", lever("border", *AQINA, factor=15.0)),
        "torghundi_slow": ask("2025-01-01", lever("border", *TORGHUNDI, factor=15.0)),
        "ymamnazar": ask("2025-01-01", lever("close", "node:ymamnazar")),
        "aqina": ask("2025-01-01", lever("close", "node:aqina")),
        "sherkhan": ask("2025-01-01", lever("close", SHERKHAN)),
        "torghundi_shut": ask("2040-01-01", lever("open", "west_transafghan"), lever("close", *TORGHUNDI)),
        "spin_boldak": ask("2040-01-01", lever("open", "west_transafghan"), lever("close", "node:spin-boldak")),
        "brest": ask("2025-01-01", lever("close", *BREST)),
    }

    @sabotage("lever disabled")
    def test_bx_aqina(self):
        """A slower Aqina sends goods to Torghundi."""
        answer = self.answer("aqina_slow")
        self.falls(answer.link(*AQINA), 10 * KT)
        self.rises(answer.link(*TORGHUNDI))

    @sabotage("lever disabled")
    def test_bx_torghundi(self):
        """A slower Torghundi sends goods to Aqina, and with it shut no train of the western line starts there."""
        slow = self.answer("torghundi_slow")
        self.falls(slow.link(*TORGHUNDI), 10 * KT)
        self.rises(slow.link(*AQINA))
        shut = self.answer("torghundi_shut")
        self.assertTrue(shut.is_open("rail--sanobar--robat-paryan").after)
        self.assertEqual(0.0, shut.link(*TORGHUNDI, "rail--torghundi--sanobar", "road--sanobar--torghundi").after)

    @sabotage("lever disabled")
    def test_bx_ymamnazar(self):
        """Which side of the crossing shuts makes no difference to any flow in the world."""
        left, right = self.answer("ymamnazar"), self.answer("aqina")
        self.falls(left.link(*AQINA), 10 * KT)
        for link in {row["link_id"] for row in left.table("flows")}:
            self.assertAlmostEqual(left.link(link).after, right.link(link).after, delta=KT, msg=link)

    @sabotage("sign flipped")
    def test_bx_sherkhan(self):
        """Open, it has the road tonnes it lacks when shut; the Uzbek side changes by less than that."""
        answer = self.answer("sherkhan")
        tajik, uzbek = answer.link(SHERKHAN), answer.link(*HAIRATAN)
        self.assertEqual(0.0, tajik.after)
        self.assertGreater(tajik.before, 10 * KT)
        self.assertLessEqual(abs(uzbek.rise), tajik.before)

    @sabotage("lever disabled")
    def test_pl_spinboldak(self):
        """Shut, it takes all through traffic from the western line, while Kandahar is still served."""
        answer = self.answer("spin_boldak")
        self.assertEqual(0.0, answer.link("rail--kandahar--spin-boldak", "rail--spin-boldak--chaman").after)
        self.assertGreater(answer.link("rail--gereshk--kandahar", towards="kandahar").after, KT)
        self.assertGreater(answer.od(None, centroids_of("kandahar")).after, 10 * KT)

    @sabotage("lever disabled")
    def test_st_blr(self):
        """With the border of the European Union shut its leg is empty; what ends in Russia still comes."""
        answer = self.answer("brest")
        self.assertEqual(0.0, answer.link(*BREST).after)
        self.falls(answer.link(*BREST), 100 * KT)
        south = centroids("KAZ", "UZB", "AFG", "PAK", "IND")
        to_russia = answer.od(south, centroids("RUS"))
        self.assertGreater(to_russia.after, 0.98 * to_russia.before)


def centroids_of(*nodes):
    return frozenset(nodes)


if __name__ == "__main__":
    unittest.main()
