import unittest

from program import answer, chorsu, widest


class Route(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.answer = answer("route", "--from", "navoi", "--to", "karachi", "--date", "2025-11")

    def test_the_question_is_repeated(self):
        said = {key: self.answer[key] for key in ("from", "to", "class", "date")}
        self.assertEqual({"from": "navoi", "to": "karachi", "class": "containers",
                          "date": "2025-11-01"}, said)

    def test_shares_fall_and_sum_to_one(self):
        shares = [route["share"] for route in self.answer["routes"]]
        self.assertEqual(shares, sorted(shares, reverse=True))
        self.assertAlmostEqual(1.0, sum(shares))

    def test_legs_sum_to_the_route_and_hang_together(self):
        for route in self.answer["routes"]:
            legs = route["legs"]
            for key in ("km", "cost_usd_t", "hours"):
                self.assertAlmostEqual(route[key], sum(leg[key] for leg in legs), places=6)
            self.assertEqual(("navoi", "karachi"), (legs[0]["from"], legs[-1]["to"]))
            at = "navoi"
            for leg in legs:
                self.assertLessEqual({"from", "to", "mode", "kind", "km", "cost_usd_t", "hours"}, set(leg))
                if leg["kind"] != "border":
                    self.assertEqual(at, leg["from"])
                at = leg["to"]

    def test_no_route_passes_a_border_that_is_shut_on_that_day(self):
        for route in self.answer["routes"]:
            self.assertNotIn("road--torkham--peshawar", route["borders"])

    def test_modes_and_class_are_kept_to(self):
        by_rail = answer("route", "--from", "tashkent", "--to", "mazar-i-sharif", "--modes", "rail",
                         "--class", "grain_food")
        self.assertEqual("grain_food", by_rail["class"])
        modes = {leg["mode"] for route in by_rail["routes"] for leg in route["legs"]}
        self.assertEqual({"rail"}, modes - {""})

    def test_the_profile_for_people(self):
        done = chorsu("route", "--from", "Navoi", "--to", "pak-karachi", "--date", "2025-11")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertLessEqual(widest(done.stdout), 80)
        for words in ("Navoi → Karachi", "Route 1:", "US$/t", "border UZB – "):
            self.assertIn(words, done.stdout)

    def test_no_route_says_which_links_are_shut_and_why(self):
        question = ("route", "--from", "kabul", "--to", "peshawar", "--modes", "rail")
        done = chorsu(*question)
        self.assertEqual(1, done.returncode)
        for words in ("No route", "Torkham – Peshawar (rail)", "planned", "torkham_variant"):
            self.assertIn(words, done.stdout)
        machine = chorsu(*question, "--json")
        self.assertEqual(1, machine.returncode)
        self.assertIn('"routes":[]', machine.stdout)
        self.assertIn('"reason":"planned"', machine.stdout)

    def test_words_that_mean_nothing(self):
        route = ("route", "--from", "kabul", "--to", "herat")
        for arguments, word in ((("--from", "kabull", "--to", "herat"), "node:kabul"),
                                (("--from", "kabul", "--to", "kabul"), "same place")):
            done = chorsu("route", *arguments)
            self.assertEqual((2, ""), (done.returncode, done.stdout))
            self.assertIn(word, done.stderr)
        for option, value, word in (("--class", "gold", "containers"), ("--modes", "camel", "inland_water"),
                                    ("--date", "2025-13", "2025-11-30")):
            done = chorsu(*route, option, value)
            self.assertEqual((2, ""), (done.returncode, done.stdout))
            self.assertIn(word, done.stderr)


if __name__ == "__main__":
    unittest.main()
