"""Who the authors are, whom an article quotes, and how bodies stand towards others by what a statement shows: readings of the articles, row by row."""

from ladder import assumed, figure

# author, institution, abbreviation, articles: as their notes on authors and publishers say
AFFILIATIONS = [
    ("Blank", "Foreign Policy Research Institute", "FPRI", ("SEED-000-BLANK",)),
    ("Ivanovic", "American Foreign Policy Council", "AFPC", ("SEED-000-IVANOVIC",)),
    ("Umarova", "Institute for Advanced International Studies, University of World Economy and Diplomacy", "IAIS/UWED", ("SEED-000-UMAROVA",)),
    ("Umarova", "Knowledge Caravan", "", ("SEED-000-UMAROVA",)),
    ("Jamal", "University of Otago", "", ("SEED-000-JAMAL",)),
    ("Jamal", "Diplomat Risk Intelligence", "DRI", ("SEED-000-JAMAL",)),
    ("Ghiasi", "Centre for Afghanistan Studies", "", ("SEED-003",)),
    ("CACI Analyst", "Institute for Security and Development Policy", "ISDP", ("SEED-000", "SEED-003")),
    ("Castillo and Birch", "Caspian Policy Center", "CPC", ("SEED-002",)),
    ("Eurasia Daily Monitor", "Jamestown Foundation", "", ("SEED-004",)),
]
# Rows of article 001 that are words or findings of article 003, which it names as theirs.
QUOTED = {"F097": "SEED-003", "F098": "SEED-003", "F100": "SEED-003", "F101": "SEED-003", "F186": "SEED-003", "P035": "SEED-003"}
# statement, body, towards, value, low, high
STANCES = [
    ("F013", "st.pak", "ar.sr_ties", -0.6, -1, -0.2),
    ("F037", "st.tjk", "st.afg", -0.8, -1, -0.5),
    ("F041", "st.uzb", "st.afg", 0.8, 0.4, 1),
    ("F042", "st.tjk", "ag.isisk", -1, -1, -0.7),
    ("F108", "st.kaz", "ag.taliban", 0.5, 0.2, 0.8),
    ("F127", "ag.taliban", "st.rus", -0.7, -1, -0.3),
    ("F174", "st.rus", "fo.cis", 0.7, 0.3, 1),
]


def affiliations(cited):
    rows = []
    for author, name, short, articles in AFFILIATIONS:
        for article in articles:
            cited.article(article)
            rows.append({"author": author, "affiliation": name, "short": short, "source": article, "confidence": "high", "note": ""})
    return rows


def quotations(sources):
    source = "EX002"
    sources.register(source, "derived", "Comparison of article 001 with the analysis that it quotes", "", "", "", ["SEED-001", "SEED-003"])
    sources.cite(source)
    return [{"row_id": row, "quotes": quoted, "source": source, "confidence": "high", "note": ""} for row, quoted in QUOTED.items()]


def stances(sources, subjects):
    source = assumed(sources, "SN05", "how far a statement is friendly or hostile, one coder's reading of its paraphrase")
    return [{"statement_id": statement, "body": subjects.check(body), "towards": subjects.check(towards), "value": figure(value),
             "value_low": figure(low), "value_high": figure(high), "source": source, "confidence": "low", "note": ""}
            for statement, body, towards, value, low, high in STANCES]
