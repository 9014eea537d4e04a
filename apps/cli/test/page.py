"""A report as a browser takes it: what it would load, and what its figures lead to."""
import html.parser
import re

POLICY = ("default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
          "img-src data:")
LOADING = {"src", "srcset", "data", "poster", "background", "action", "formaction"}
IN_STYLE = re.compile(r"@import|url\(")
IN_SCRIPT = re.compile(r"\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts)\b")


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.requests, self.policy, self.inside = [], None, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.inside = tag
        if attributes.get("http-equiv") == "Content-Security-Policy":
            self.policy = attributes["content"]
        self.requests += [f"<{tag} {name}>" for name in LOADING & attributes.keys()]
        if tag in ("link", "base", "iframe", "object", "embed"):
            self.requests.append(f"<{tag}>")

    def handle_endtag(self, tag):
        self.inside = None

    def handle_data(self, text):
        pattern = {"style": IN_STYLE, "script": IN_SCRIPT}.get(self.inside)
        self.requests += [found.group() for found in pattern.finditer(text)] if pattern else []


def requests(text):
    """What in a page could ask for something outside it; a missing policy counts."""
    page = Page(text)
    return page.requests + ([] if page.policy == POLICY else ["no policy"])
