"""Makes the wording of notes and sources fit the package: its own file names, no names of files that it lacks."""

import re

REPLACEMENTS = [
    (r"^as export$", "assumption: imports split as exports"),
    (r"^as the line$", "as the line of the same project"),
    (r"^assumption, as above$", "assumption: raised as the line is"),
    (r"^as khaf_herat_s4p2; assumption$", "assumption: as project khaf_herat_s4p2"),
    (r"^(suspended|closed border)$", "assumption: what the point could take if it opened"),
    (r"^suspended since 1993$", "assumption: what the point could take if it opened, shut since 1993"),
    (r"^sum of parts$", "sum of the parts of the package"),
    (r"^contestable part$", "judgement: part of the trade that a corridor could contest"),
    (r"^share of the 35 Mt of five ports$", "assumption: share of the 35 Mt a year of five Caspian ports"),
    (r"^analog of mediterranean$", "analog of the Mediterranean rows"),
    (r"^trade\.csv scaled", "trade value scaled"),
    (r"^trade\.csv dry, scaled", "dry part of the trade value, scaled"),
    (r"^trade\.csv dry 15\.9 Mt$", "dry part of the trade value: 15.9 Mt"),
    (r"^trade\.csv without", "trade value without"),
    (r"^trade\.csv 1\.8 Mt", "trade value gives 1.8 Mt"),
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
    (r"\bseeds (\d{3}) vs (\d{3})\b", r"CACI Analyst articles \1 and \2"),
    (r"SEED ", "article "),
    (r"seed tests", "question of an article"),
    (r"\(check event layer\)", "(see status.csv)"),
    (r"check event layer", "see status.csv"),
    (r"see event layer", "see status.csv"),
    (r"fitted on the observed pairs of this file", "fitted on the observed pairs"),
    (r"split by us", "split assumed"),
    (r"CPMM rows above", "rows of CPMM"),
    (r"shared_link_ids", "shared links"),
    (r"anchors = rows above", "anchored on observed rows of the same kind"),
    (r"status on 2026-11-23 not confirmed", "status after January 2026 not confirmed"),
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
