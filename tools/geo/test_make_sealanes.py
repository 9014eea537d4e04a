import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import make_sealanes as sealanes


def lanes(*lines):
    return sealanes.lane_graph(
        [{"properties": {}, "geometry": {"type": "LineString", "coordinates": line}} for line in lines])


class Lanes(unittest.TestCase):
    GRAPH = lanes([(0, 0), (0, 5), (5, 5)], [(5, 5), (5, 0)])

    def test_a_degree_of_the_equator(self):
        self.assertAlmostEqual(sealanes.kilometres((10, 0), (11, 0)), 111.19, places=2)

    def test_the_shortest_way_goes_along_the_lanes(self):
        self.assertEqual(sealanes.shortest(self.GRAPH, (0, 0), (5, 0)), [(0, 0), (0, 5), (5, 5), (5, 0)])
        self.assertIsNone(sealanes.shortest(lanes([(0, 0), (1, 0)], [(5, 5), (6, 5)]), (0, 0), (5, 5)))

    def test_a_link_follows_its_lane_when_the_length_agrees(self):
        around = sealanes.length([(0, 0), (0, 5), (5, 5), (5, 0)])
        self.assertIn((0, 5), sealanes.lane(self.GRAPH, (0.1, 0), (5.1, 0), around))
        self.assertIsNone(sealanes.lane(self.GRAPH, (0.1, 0), (5.1, 0), around / 2))

    def test_a_port_far_from_every_lane_is_not_joined(self):
        self.assertIsNone(sealanes.joined(self.GRAPH, (30, 30)))

    def test_thinning_keeps_the_corner(self):
        self.assertEqual(sealanes.thinned([(0, 0), (1, 0.01), (2, 0), (2, 2)]), [(0, 0), (2, 0), (2, 2)])


if __name__ == "__main__":
    unittest.main()
