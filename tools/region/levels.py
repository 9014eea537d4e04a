"""What a level of engagement, a listing or a sanction changes at borders with Afghanistan: judgements, each a row that says so."""

from figures import exactly
from ladder import assumed

TOWARDS = "AFG"
# measure, from level, what it changes, classes of goods, value, low, high, through what.
# Factors are on what held before the step; no count of hours or fees before and after a step was found.
RULES = (
    ("level", "3", "hours", "", 0.9, 0.7, 1, "its consuls' visas and papers for drivers and goods are accepted"),
    ("level", "4", "hours", "", 0.95, 0.8, 1, "an embassy that can settle disputes at the border"),
    ("level", "4", "fee", "", 0.95, 0.8, 1, "state-owned carriers may go through instead of handing over at the border"),
    ("level", "7", "hours", "", 0.9, 0.7, 1, "customs papers and guarantees count as any government's"),
    ("level", "7", "fee", "", 0.9, 0.7, 1, "payment, credit and insurance as with any government"),
    ("listing", "", "hours", "", 1.1, 1, 1.4, "searches, and papers by way of others"),
    ("listing", "", "fee", "", 1.15, 1, 1.5, "payment and insurance by way of others"),
    ("sanction", "", "hours", "", 1.2, 1, 1.6, "checks of goods and owners against the list"),
    ("sanction", "", "fee", "", 1.25, 1, 1.8, "payment and insurance by way of others"),
    ("sanction", "", "classes", "ores_coal", 1, 0, 1, "what the treasury in Kabul earns most from"),
)


def rules(sources):
    rows = []
    for place, (measure, level, changes, goods, value, low, high, through) in enumerate(RULES, start=1):
        source = assumed(sources, f"LV{place:02d}", f"what a {measure} changes at a border with {TOWARDS}: {through}")
        rows.append({"rule_id": f"LR{place:02d}", "actor": "*", "towards": TOWARDS, "measure": measure, "from_level": level, "changes": changes,
                     "commodities": goods, "through": through, **exactly("value", value, low, high), "unit": "switch" if goods else "factor",
                     "source": source, "confidence": "low", "note": ""})
    return rows
