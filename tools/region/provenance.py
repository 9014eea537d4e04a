"""The source table: every row of the package names one source id, and a source names what it rests on."""

import re

from wording import tidy

ID = re.compile(r"\b(MC|MX|BC|VX|V|F|T|K)(\d{2,3})\b(?:-(?:MC|MX|BC|VX|V|F|T|K)(\d{2,3})\b)?")
ESTIMATE = re.compile(r"project[_ ]estimates[:;]? ([a-z0-9_]+)")
SITE = re.compile(r"\b[a-z0-9-]+\.(?:com|org|net|uz|kz|af|az|ge|ru|am|md|at|info|io|pk|in|tm|cn|asia|blog|kg)\b|portnews|menafn|"
                  r"financialtribune|mehrnews|tehrantimes|Trend|Tasnim|Amu TV|Daryo|Astana Times|Nukta|\bRZD\b|KTZ|Report\.az")
BASIS = {
    "observed": "observed", "event": "observed", "derived": "derived", "estimated": "assumption",
    "general knowledge": "general_knowledge", "claim": "published", "plan": "published", "forecast": "published",
    "observed-recalled": "general_knowledge", "seed": "published", "outside": "published",
}


class Provenance:
    """Collects what the tables cite; `table()` gives source.csv with what is cited and all that it rests on."""

    def __init__(self, facts):
        self.known = {}
        self._codes = {row["code"] for row in facts.rows("topology_sources")}
        self._estimates = {}
        self._texts = {}
        self._cited = set()
        self._topology(facts)
        self._costs(facts)
        self._borders(facts)
        self._volumes(facts)
        self._others(facts)
        self._add("FIT", "derived", "Fit of the model to the rows of observation.csv with use calibrate: `chorsu calibrate --write`",
                  rests_on=[row["id"].split("/")[0] for row in facts.rows("freight/validate_rows") if row["use"] == "calibrate"])
        self._add("PAYOFF", "derived", "Finite differences of solved years over the rules of level_rule.csv: `chorsu forecast payoffs --write`")
        self._add("LADDER", "derived", "Posterior of the engagement ladder given engagement_event.csv: `./dev posterior`")
        for row in facts.rows("project_estimates"):
            for code in row["source"].split(";"):
                self._estimates.setdefault(row["project"], set()).add(code.strip())

    # -- what the fact base knows ----------------------------------------------------------------------------
    def _add(self, source_id, kind, title, publisher="", date="", url="", rests_on=()):
        self.known[source_id] = {
            "source_id": source_id, "kind": kind, "title": tidy(title), "publisher": tidy(publisher), "date": date,
            "url": url.split(" ")[0] if url.startswith("http") else "", "rests_on": list(rests_on)}

    def _topology(self, facts):
        kinds = {"GK": "general_knowledge", "EST": "assumption", "OSM": "derived", "MARNET": "derived"}
        titles = {"GK": "General knowledge, not looked up", "EST": "Estimate: great circle x 1.2 (rail) or 1.25 (road), or a plain guess",
                  "OSM": "Track lengths measured on OpenStreetMap railways", "MARNET": "Sea lengths on the marnet lanes"}
        for row in facts.rows("topology_sources"):
            code = row["code"]
            publisher = "" if row["publisher"] == "none" else row["publisher"].replace(" (seed article)", "")
            self._add(code, kinds.get(code, "published"), titles.get(code, row["title"]), publisher, row["date"], row["url"])

    def _costs(self, facts):
        for row in facts.rows("mode_costs") + facts.rows("freight/mode_costs_extra"):
            title = f"{row['scope']}, {row['mode']}, {row['cargo_class']}: {row['quantity']}"
            self._add(row["id"], BASIS[row["basis"]], title, row["source"], row["year"], row["url"], self._ids(row["derivation"], row["id"]))

    def _borders(self, facts):
        for row in facts.rows("border_crossings"):
            side = row["side_measured"] if "side" in row["side_measured"] else f"{row['side_measured']} side"
            title = f"{row['point_a']} ({row['country_a']}) - {row['point_b']} ({row['country_b']}), {row['mode']}, {row['direction']}, {side}"
            title = title.replace(" ()", "").replace("))", ")")
            self._add(row["id"], BASIS[row["basis"]], title, row["source"], row["year"], row["url"], self._ids(row["source"], row["id"]))

    def _volumes(self, facts):
        for row in facts.rows("volumes") + facts.rows("freight/volumes_extra"):
            title = f"{row['entity']}: {row['segment']}, {row['period']}"
            self._add(row["id"], BASIS[row["basis"]], title, row["source"], row["period"], row["url"])

    def _others(self, facts):
        for row in facts.rows("stylised_facts"):
            self._add(row["id"], BASIS[row["origin"]], f"Stylised fact: {row['topic']}", row["source"], row["period"], row["url"],
                      self._ids(row["source"], row["id"]))
        for row in facts.rows("trade"):
            kind = "derived" if row["basis"] == "estimated" else BASIS[row["basis"]]
            self._add(row["pair_id"], kind, f"Trade {row['a']}-{row['b']}", row["source"], row["year"], row["url"])
        for row in facts.rows("threat/closures"):
            kind = "general_knowledge" if row["source"].startswith("general knowledge") else "published"
            self._add(row["id"], kind, f"Closure of {row['crossing']}", row["source"], row["from"], "", self._ids(row["source"], row["id"]))

    # -- citing ----------------------------------------------------------------------------------------------
    def _ids(self, text, own=""):
        found = []
        for kind, first, last in ID.findall(text):
            for value in range(int(first), int(last or first) + 1):
                found.append(f"{kind}{value:0{len(first)}d}")
        found += [word for word in re.split(r"[;, ]+", text) if word in self._codes]
        return [i for i in dict.fromkeys(found) if i != own]

    def _rests_on(self, text):
        ids = [i for i in self._ids(text) if i in self.known]
        for project in ESTIMATE.findall(text):
            ids += sorted(c for c in self._estimates.get(project, ()) if c in self.known)
        return list(dict.fromkeys(ids))

    def cite(self, text, rests_on=(), kind=None, without=""):
        """The source id of a wording; a wording that is nothing but one known id is that id.

        The ids that the wording names are what it rests on, less `without`."""
        text = text.strip()
        bare = re.sub(r"^(?:CPMM|trade\.csv) (\S+)(?: \(\d{4}\))?$", r"\1", text)
        if bare in self.known:
            self._cited.add(bare)
            return bare
        if text == "general knowledge":
            return self.cite("GK")
        codes = re.split(r"; ?", text)
        if len(codes) > 1 and all(code in self.known for code in codes):
            kinds = [self.known[code]["kind"] for code in codes]
            kind = kind or next((k for k in ("general_knowledge", "assumption", "published") if k in kinds), "derived")
            text = "taken together: " + "; ".join(codes)
        title = capital(tidy(text))
        entry = self._texts.setdefault(title, {"kind": kind or kind_of(text), "rests_on": []})
        entry["rests_on"] += [i for i in [*self._rests_on(text), *rests_on] if i not in entry["rests_on"] and i != without]
        return "\0" + title

    def register(self, source_id, kind, title, publisher="", date="", url="", rests_on=()):
        """Adds or replaces a known source, under an id of its own."""
        self._add(source_id, kind, title, publisher, date, url, rests_on)

    def rest(self, source_id, on):
        """Adds what a known source rests on (wordings or ids that cite() gave)."""
        known = self.known[source_id]["rests_on"]
        known += [i for i in on if i not in known]

    # -- the table -------------------------------------------------------------------------------------------
    def number(self):
        """Gives the free wordings their ids, in sorted order; call when all tables are made."""
        names = {title: f"A{place:03d}" for place, title in enumerate(sorted(self._texts), start=1)}
        return {"\0" + title: name for title, name in names.items()}

    def table(self, names):
        rows = {}
        for title, entry in self._texts.items():
            source_id = names["\0" + title]
            rows[source_id] = {"source_id": source_id, "kind": entry["kind"], "title": title, "publisher": "", "date": "", "url": "",
                               "rests_on": entry["rests_on"]}
        waiting = sorted(self._cited | {i for row in rows.values() for i in row["rests_on"]})
        while waiting:
            source_id = names.get(waiting[-1], waiting[-1])
            waiting.pop()
            if source_id not in rows:
                rows[source_id] = dict(self.known[source_id])
                rows[source_id]["rests_on"] = [i for i in rows[source_id]["rests_on"] if i in self.known or i in names]
                waiting += rows[source_id]["rests_on"]
        for row in rows.values():
            row["rests_on"] = ";".join(names.get(i, i) for i in row["rests_on"])
        return [rows[i] for i in sorted(rows)]


def kind_of(text):
    """What sort of source a free wording is."""
    lower = text.lower()
    if lower.startswith("default "):
        return "default"
    if lower.startswith(("assumption", "rule", "definition", "project effect", "judgement")):
        return "assumption"
    if lower.startswith("general knowledge"):
        return "general_knowledge"
    if ID.search(text) or lower.startswith(("analog of", "network survey", "sum of", "as the")) or "estimates" in lower or "links.csv" in lower:
        return "derived"
    if SITE.search(text):
        return "published"
    return "general_knowledge" if "general knowledge" in lower else "assumption"


def capital(title):
    """First letter large, unless the title starts with an id or a site."""
    first = title.split(" ")[0]
    return title if "." in first or "--" in first or "_" in first else title[0].upper() + title[1:]
