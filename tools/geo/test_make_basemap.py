import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import make_basemap as basemap


class Geometry(unittest.TestCase):
    def test_arcs_are_added_up_scaled_and_moved(self):
        topology = {"transform": {"scale": [0.5, 2.0], "translate": [10.0, -5.0]},
                    "arcs": [[[2, 1], [2, -1]]]}
        self.assertEqual(basemap.decode_arcs(topology), [[(11.0, -3.0), (12.0, -5.0)]])

    def test_a_negative_number_is_an_arc_backwards(self):
        arcs = [[(0, 0), (1, 0)], [(2, 0), (1, 0)]]
        self.assertEqual(basemap.ring_points(arcs, [0, ~1]), [(0, 0), (1, 0), (2, 0)])

    def test_a_ring_is_cut_at_the_frame(self):
        west, south, _, _ = basemap.FRAME
        ring = [(west - 5, south + 1), (west + 5, south + 1), (west + 5, south + 3),
                (west - 5, south + 3)]
        cut = basemap.clip_ring(ring)
        self.assertAlmostEqual(basemap.area(cut), 10.0)
        self.assertEqual(basemap.clip_ring([(-60, 10), (-50, 10), (-50, 20)]), [])

    def test_a_line_keeps_its_runs_inside(self):
        line = [(30, 10), (31, 10), (-30, 10), (40, 10), (41, 10)]
        self.assertEqual(list(basemap.clip_line(line)), [[(30, 10), (31, 10)], [(40, 10), (41, 10)]])

    def test_thinning_keeps_ends_and_corners(self):
        line = [(0, 0), (1, 0.001), (2, 0), (2, 2)]
        self.assertEqual(basemap.thin(line), [(0, 0), (2, 0), (2, 2)])

    def test_a_border_leaves_out_what_is_disputed(self):
        border = [(0, 0), (1, 0), (2, 0), (3, 0)]
        disputed = [((1, 0), (2, 0))]
        self.assertEqual(list(basemap.without_disputed(border, disputed)),
                         [[(0, 0), (1, 0)], [(2, 0), (3, 0)]])

    def test_small_islands_are_left_out(self):
        rows = []
        basemap.add_polygon(rows, "land", [[(30, 10), (30.01, 10), (30.01, 10.01), (30, 10.01)]],
                            basemap.SMALLEST_LAND)
        self.assertEqual(rows, [])


if __name__ == "__main__":
    unittest.main()
