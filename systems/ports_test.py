"""Ports and ferries: room, and where goods go when there is none."""
import unittest

from lab import KT, Systems
from package import table
from questions import ask, lever, sabotage

CASPIAN_FERRIES = ("ferry--turkmenbashi--alat", "ferry--aktau--alat", "ferry--kuryk--alat")
BTK = "rail--kartsakhi--kars"
MT = 1e6
BINDS = 1 + 1e-5  # a full port may pass its room by what the solver leaves


def caspian_links():
    return [r["link_id"] for r in table("link") if r["basin"] in ("caspian", "caspian_ferry")]


class Ports(Systems):
    QUESTIONS = {
        "turkmenbashi_small": ask("2025-01-01", lever("capacity", "node:turkmenbashi", value=1 * MT)),
        "turkmenbashi_large": ask("2025-01-01", lever("capacity", "node:turkmenbashi", factor=2.0)),
        "baku_small": ask("2025-01-01", lever("capacity", "node:baku", "node:alat", factor=0.1)),
        "poti": ask("2025-01-01", lever("close", "node:poti")),
        "batumi": ask("2025-01-01", lever("close", "node:batumi")),
        "btk_small": ask("2030-01-01", lever("capacity", BTK, value=100 * KT)),
        "ferries_small": ask("2030-01-01", lever("capacity", *CASPIAN_FERRIES, value=20 * KT)),
        "caspian_low": ask("2030-01-01", lever("capacity", *caspian_links(), factor=0.01),
                           lever("speed", *caspian_links(), factor=0.5)),
    }

    def port(self, answer, node, column="tonnes"):
        return answer.facility(column, kind="port", node=node)

    @sabotage("capacity lifted")
    def test_pt_turkmenbashi(self):
        """More room brings it tonnes where it was full, and none where it was not."""
        small, large = self.answer("turkmenbashi_small"), self.answer("turkmenbashi_large")
        self.assertGreater(self.port(small, "turkmenbashi", "scarcity").after, 0.1)
        self.falls(self.port(small, "turkmenbashi"), 50 * KT)
        self.assertEqual(0.0, self.port(large, "turkmenbashi", "scarcity").before)
        self.stays(self.port(large, "turkmenbashi"))

    @sabotage("capacity lifted")
    def test_pt_baku(self):
        """Its throughput stays within its room, and the delay rises as it fills."""
        answer = self.answer("baku_small")
        for node in ("baku", "alat"):
            room, tonnes = self.port(answer, node, "capacity"), self.port(answer, node)
            self.assertLessEqual(tonnes.before, room.before * BINDS)
            self.assertLessEqual(tonnes.after, room.after * BINDS)
        alat = self.port(answer, "alat", "delay")
        self.rises(alat, 0.01)

    @sabotage("sign flipped")
    def test_pt_batumi(self):
        """Shut, its goods go to Poti as far as there is room, and the rest to other corridors."""
        answer = self.answer("batumi")
        batumi, poti = self.port(answer, "batumi"), self.port(answer, "poti")
        self.assertEqual(0.0, batumi.after)
        self.rises(poti, 100 * KT)
        self.assertLessEqual(poti.after, self.port(answer, "poti", "capacity").after * BINDS)
        self.assertLess(poti.rise, batumi.before)
        self.falls(answer.state("GEO"), 100 * KT)

    @sabotage("sign flipped")
    def test_pt_poti(self):
        """Shut, its goods go to Batumi as far as there is room.

        Only a part of its sentence: equal costs cannot be set at both ports.
        """
        answer = self.answer("poti")
        self.assertEqual(0.0, self.port(answer, "poti").after)
        batumi, room = self.port(answer, "batumi"), self.port(answer, "batumi", "capacity")
        self.rises(batumi, 100 * KT)
        self.assertLessEqual(batumi.after, room.after * BINDS)

    @sabotage("capacity lifted")
    def test_rw_btk(self):
        """It carries no more than it can, and says what one more tonne of room is worth when it is full."""
        answer = self.answer("btk_small")
        full = {"kind": "link", "link_id": BTK, "from_node": "kars"}
        tonnes, room = answer.facility("tonnes", **full), answer.facility("capacity", **full)
        self.assertLessEqual(tonnes.after, room.after * BINDS)
        self.assertGreater(tonnes.after, 0.99 * 100 * KT)
        self.assertGreater(answer.facility("scarcity", **full).after, 0.1)
        self.assertEqual(0.0, answer.facility("scarcity", **full).before)

    @sabotage("capacity lifted")
    def test_co_transcaspian(self):
        """Every ferry line over the Caspian is a thing that can be full, and is where its room is small."""
        answer = self.answer("ferries_small")
        scarcity = 0.0
        for ferry in CASPIAN_FERRIES:
            of_line = {"kind": "link", "link_id": ferry}
            for name in self.QUESTIONS:
                self.assertGreater(self.answer(name).facility("capacity", **of_line).before, 0.0, (name, ferry))
            self.assertLessEqual(answer.facility("tonnes", **of_line).after, 2 * 20 * KT * BINDS, ferry)
            scarcity += answer.facility("scarcity", **of_line).after
        self.assertGreater(scarcity, 0.1)

    @sabotage("lever disabled")
    def test_pl_caspian(self):
        """Room and speed of all its lines can be set at once, and then it carries less."""
        answer = self.answer("caspian_low")
        links = caspian_links()
        self.assertGreater(len(links), 20)
        for link in links:
            room = answer.facility("capacity", kind="link", link_id=link)
            self.assertAlmostEqual(0.01 * room.before, room.after, delta=1.0, msg=link)
        self.falls(answer.link(*links), 50 * KT)


if __name__ == "__main__":
    unittest.main()
