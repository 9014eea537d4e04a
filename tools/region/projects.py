"""Projects, the links they open, what else they change."""

import agreements
from figures import triple
from network import OVER_THE_BORDER
from wording import join_notes

# From the status wording of the fact base to one word of a list.
STATUS_WORDS = [("done", "done"), ("opened", "done"), ("under construction", "under_construction"), ("works", "under_construction"),
                ("agreement level", "planned"), ("planned and begun", "under_construction"), ("land purchase", "under_construction"), ("planned", "planned"),
                ("agreed", "planned"), ("proposed", "planned"), ("stated", "planned"), ("in parts", "planned"), ("idea", "idea"),
                ("superseded", "idea"), ("assumed", "idea"), ("road bridge and crossing built", "under_construction"),
                ("Afghan side road", "planned"), ("suspended", "suspended"), ("closed", "suspended")]
# Trade codes of the ends of through goods: the northern railways' states, and what Pakistani ports serve.
THROUGH = {"kabul_northern_join": ("BLR;RUS;KAZ;UZB", "PAK;IND;UAE;SAU;QAT;ASN"), "aras_bypass": ("AZE", "IRN")}


def status_word(text):
    return next(word for start, word in STATUS_WORDS if text.startswith(start))


def projects(facts, sources):
    rows = []
    for row in facts.rows("freight/projects"):
        claimed = f"claimed: {row['claimed']}" if row["claimed"] else ""
        rows.append({"project_id": row["project_id"], "title": row["title"], "kind": row["kind"], "corridor_id": row["corridor"].split(";")[0],
                     "status": status_word(row["status_2025_11"]), "earliest": row["earliest"], "expected": row["expected"],
                     "latest": row["latest"], "sponsors": row["sponsors"],
                     **triple(row, "capex_usd_m_low", "capex_usd_m", "capex_usd_m_high", "capex_usd_m"),
                     "requires": row["requires"], "excludes": row["excludes"], "source": sources.cite(row["source"].replace(
                         "project_estimates (length)", f"project_estimates {row['estimate_key']} (length)")),
                     "confidence": row["confidence"], "note": join_notes(row["status_2025_11"], claimed, row["effect"], row["note"])})
    return rows + agreements.projects(rows)


def project_links(facts):
    rows = [{"project_id": row["project_id"], "link_id": row["link_id"], "role": row["role"], "seq": row["seq"]}
            for row in facts.rows("freight/project_links")]
    rows += [{"project_id": "afg_pak_reopen", "link_id": link_id, "role": "shared", "seq": str(seq)}
             for seq, link_id in enumerate(OVER_THE_BORDER.values(), start=1)]
    return rows


def project_effects(facts, sources):
    rows, count = [], {}
    for row in facts.rows("freight/project_effects"):
        project = row["project_id"]
        count[project] = count.get(project, 0) + 1
        one, other = THROUGH.get(project, ("", ""))
        unit = "open" if row["parameter"] == "open" else row["unit"]
        rows.append({"effect_id": f"{project}-{count[project]:02d}", "project_id": project, "target_kind": row["target_kind"],
                     "target_id": row["target_id"], "parameter": row["parameter"], "operator": row["operator"],
                     **triple(row, "low", "value", "high", "value"), "unit": unit, "from": row["from"], "one_end_in": one, "other_end_in": other,
                     "source": sources.cite(row["source"]), "confidence": row["confidence"], "note": join_notes(row["note"])})
    return rows + agreements.effects(rows)
