import unittest

from page import POLICY, requests

HEAD = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'


class Requests(unittest.TestCase):
    """The check itself: it must find what it looks for."""

    def test_a_page_that_asks_for_nothing(self):
        text = HEAD + '<a href="https://example.org/">a source</a><script>let fetched = 1;</script>'
        self.assertEqual([], requests(text))

    def test_everything_that_asks(self):
        for part in ('<img src="a.png">', '<link rel="stylesheet" href="a.css">',
                     "<style>@import 'a.css';</style>", "<style>b { background: url(a.png) }</style>",
                     "<script>fetch('a')</script>", '<script src="a.js"></script>'):
            self.assertNotEqual([], requests(HEAD + part), part)

    def test_a_page_without_a_policy(self):
        self.assertEqual(["no policy"], requests("<p>Hello</p>"))


if __name__ == "__main__":
    unittest.main()
