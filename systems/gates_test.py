"""The gates of Afghanistan: by which of them its goods leave for Europe, and what moves them."""
import unittest

from lab import Systems
from package import centroids, shut
from questions import ask, lever, sabotage

PAKISTAN = ("road--torkham--peshawar", "road--spin-boldak--chaman", "road--ghulam-khan--bannu",
            "road--gardez--kharlachi", "road--ghazni--angoor-adda")
IRAN = ("road--islam-qala--dogharun", "road--zaranj--milak", "road--farah--mahirud", "rail--shamtigh--rozanak")
TURKMENISTAN = ("rail--serhetabat--torghundi", "road--torghundi--serhetabat", "rail--ymamnazar--aqina",
                "road--aqina--ymamnazar")
UZBEKISTAN = ("rail--galaba--hairatan", "road--galaba--hairatan")
TAJIKISTAN = ("road--sherkhan-bandar--nizhny-panj", "road--ishkashim--khorog")
AIR = ("air--kabul--istanbul", "air--kabul--jebel-ali", "air--kabul--delhi", "air--kabul--urumqi",
       "air--kandahar--amritsar")
GATES = PAKISTAN + IRAN + TURKMENISTAN + UZBEKISTAN + TAJIKISTAN + AIR
CASPIAN = "node:turkmenbashi"
SHARE = 1e-3


class Gates(Systems):
    THROUGH = (*GATES, CASPIAN)
    QUESTIONS = {
        "lapis_cheap": ask("2025-01-01", lever("tariff", "turkmenistan", "azerbaijan", "georgia", factor=0.2),
                           lever("border", "corridor:lapis_lazuli", factor=0.3)),
        "lapis_same": ask("2025-01-01", lever("tariff", "turkmenistan", "azerbaijan", "georgia", factor=1.0)),
        "pakistan_slow": ask("2025-01-01", lever("border", *PAKISTAN, factor=8.0),
                             lever("fee", *PAKISTAN, factor=4.0)),
        "iran_slow": ask("2025-01-01", lever("border", *IRAN, factor=4.0)),
    }

    def exports(self, answer, *gates):
        """Share of Afghan exports to Europe by gates."""
        afghan, europe = centroids("AFG"), centroids("EU27")
        tonnes = answer.through(gates[0], afghan, europe)
        for gate in gates[1:]:
            tonnes += answer.through(gate, afghan, europe)
        return tonnes.over(answer.od(afghan, europe))

    @sabotage("sign flipped")
    def test_co_lapis(self):
        """Exports turn from Iran and Pakistan to the Caspian as that becomes cheaper, and not when it does not."""
        cheap, same = self.answer("lapis_cheap"), self.answer("lapis_same")
        self.rises(self.exports(cheap, CASPIAN), SHARE)
        self.falls(self.exports(cheap, *PAKISTAN, *IRAN), SHARE)
        self.stays(self.exports(same, CASPIAN), 0.1 * SHARE)

    @sabotage("lever disabled")
    def test_co_afg_pak_exit(self):
        """A dear and slow Pakistani border: what leaves less there leaves elsewhere.

        Only a part of its sentence: Uzbekistan takes a good part of it, not Iran and the Caspian alone.
        """
        answer = self.answer("pakistan_slow")
        lost = self.exports(answer, *PAKISTAN)
        self.falls(lost, SHARE)
        others = self.exports(answer, *(gate for gate in GATES if gate not in PAKISTAN))
        self.assertAlmostEqual(-lost.rise, others.rise, delta=1e-6)
        self.rises(self.exports(answer, *IRAN), SHARE)

    @sabotage("lever disabled")
    def test_co_afg_iran_exit(self):
        """A disturbance in Iran: what leaves less there leaves elsewhere."""
        answer = self.answer("iran_slow")
        lost = self.exports(answer, *IRAN)
        self.falls(lost, SHARE)
        others = self.exports(answer, *(gate for gate in GATES if gate not in IRAN))
        self.assertAlmostEqual(-lost.rise, others.rise, delta=1e-6)

    @sabotage("package spoilt", shut(nodes=["turkmenbashi"]))
    def test_ec_afg_exports(self):
        """The shares of Pakistan, Iran, the Caspian and all other ways add up to one.

        Only a part of its sentence: the three alone do not, for Uzbekistan is a way too.
        """
        answer = self.answer("lapis_same")
        all_gates = self.exports(answer, *GATES)
        self.assertAlmostEqual(1.0, all_gates.before, delta=1e-6)
        self.assertAlmostEqual(1.0, all_gates.after, delta=1e-6)
        for way in (PAKISTAN, IRAN, (CASPIAN,)):
            self.assertGreater(self.exports(answer, *way).before, 0.0, way)


if __name__ == "__main__":
    unittest.main()
