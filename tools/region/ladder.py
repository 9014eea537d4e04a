"""Priors, settings, gates and coverage of the ladder of engagement: judgements, each a row that says so."""

from statistics import NormalDist

# parameter, distribution, first, second, blind first, blind second, basis.
# Blind priors know nothing of the moves since 2021; the hindcast uses them.
PRIORS = (
    ("base_0_1", "normal", -3.5, 1, -3.5, 1.5, "intercept of a group of levels without an estimate of its own"),
    ("base_2_3", "normal", -3.5, 0.7, -3.5, 1.5, "46 moves in 1,581 actor-months, 2.9 % a month"),
    ("base_4_5", "normal", -3.5, 1, -3.5, 1.5, "intercept of a group of levels without an estimate of its own"),
    ("recognition", "normal", -5.517, 1.05, -5.517, 1.5,
     "gate shut: median 0.4 % a month, 95 % 0.05 to 3 %; three recognitions by about 190 states in 1996 to 2001"),
    ("rights", "normal", -1, 0.7, 0, 1, "a penalised fit gave -1.08 (standard deviation 0.52)"),
    ("payoff", "half_normal", 0.25, "", 0.25, "", "no estimate; the articles' causal claim, kept weak"),
    ("iskp", "normal", 0.4, 0.4, 0, 1, "a penalised fit gave 0.76 (0.51) for a static score"),
    ("ttp", "normal", -0.5, 0.5, 0, 1, "harm by the TTP precedes Pakistani cooling; no series yet"),
    ("listed", "normal", -2, 1, 0, 1, "who still lists has not passed level 4"),
    ("first_mover", "half_normal", 1, "", 1, "", "a fit shows no peer effect: the prior must allow none"),
    ("mover_decay", "gamma", 2, 1, 2, 1, "a fit shows no peer effect"),
    ("gate", "half_normal", 1.5, "", 1.5, "", "one expert's opinion (article 002)"),
    ("resists", "normal", 0, 1, 0, 1, "no estimate"),
    ("recent", "normal", 0, 1, 0, 1, "no estimate"),
    ("spread", "half_normal", 0.5, "", 0.5, "", "partial pooling of the actors"),
    ("fall", "normal", -7, 1.5, -7, 1.5, "one move down in five years"),
    ("fall_conflict", "normal", 0, 1, 0, 1, "no estimate"),
    ("fall_ttp", "normal", 0, 1, 0, 1, "no estimate"),
    ("fall_sanction", "normal", 0, 1, 0, 1, "no estimate"),
    ("delist", "normal", -5, 1, -5, 1, "three delistings in five years"),
    ("delist_payoff", "normal", 0, 1, 0, 1, "no estimate"),
    ("delist_iskp", "normal", 0, 1, 0, 1, "no estimate"),
    ("delist_peers", "normal", 0, 1, 0, 1, "no estimate"),
    ("reporting", "beta", 6, 4, 6, 4, "coverage after March 2026 is thin: no entry does not mean no event"),
    ("jump_one", "dirichlet", 1, "", 1, "", "any split alike before moves are seen"),
    ("jump_two", "dirichlet", 1, "", 1, "", "any split alike before moves are seen"),
    ("jump_more", "dirichlet", 1, "", 1, "", "any split alike before moves are seen"),
)
# Medians and 95 % ranges that no short formula gives: gamma(2, 1), beta(6, 4), and beta(1, 2), which a jump's share has.
GAMMA_2_1 = (1.678347, 0.242209, 5.571643)
BETA_6_4 = (0.605920, 0.299305, 0.863012)
DIRICHLET_1_1_1 = (0.292893, 0.012579, 0.841886)

SETTINGS = (
    ("recent_months", 6, 2, 12, "months", "by which the effect of an own move falls to 1/e"),
    ("conflict_months", 12, 6, 24, "months", "for which fighting raises the chance of a move down"),
    ("sanction_months", 12, 6, 24, "months", "for which a sanction raises the chance of a move down"),
    ("payoff_unit", 10, 5, 20, "million US$/yr", "inside the asinh of a payoff"),
    ("pull", 0.135, 0.006, 0.448, "log odds/level", "by which the end of bargaining draws a move up: median and 95 % range of a half-normal of 0.2"),
    ("peer_followed", 1, 0.5, 2, "weight", "of a peer whose steps the actor watches"),
    ("peer_bloc", 0.2, 0.1, 0.5, "weight", "of a peer of the same bloc"),
    ("peer_other", 0.05, 0, 0.1, "weight", "of any other peer"),
    ("gate_all", 0, 0, 1, "switch", "0: one recognition of those waited for opens the gate; 1: it takes all of them"),
)

WAITING = ("KAZ", "KGZ", "TKM", "UZB")
WAITED_FOR = ("CHN", "ARE", "SAU")

COVERAGE = (("full", "2021-08-15", "2026-03-31", "events were looked up"),
            ("thin", "2026-04-01", "2026-06-30", "few look-ups: no entry does not mean no event"))


def assumed(sources, source_id, title):
    """The id of a source of its own, so that no other source is renumbered."""
    sources.register(source_id, "assumption", f"Assumption: {title}")
    return sources.cite(source_id)


def figure(x):
    return "" if x == "" else f"{x:.6g}"


def spread(kind, first, second):
    """Median and 95 % range of a prior."""
    normal = NormalDist()
    if kind == "normal":
        return (first, first - 1.96 * second, first + 1.96 * second)
    if kind == "half_normal":
        return tuple(first * normal.inv_cdf(0.5 + q / 2) for q in (0.5, 0.025, 0.975))
    table = {"gamma": GAMMA_2_1, "beta": BETA_6_4, "dirichlet": DIRICHLET_1_1_1}
    return table[kind]


def priors(sources):
    rows = []
    bases = list(dict.fromkeys(row[-1] for row in PRIORS))
    for name, kind, first, second, blind_first, blind_second, basis in PRIORS:
        value, low, high = spread(kind, first, second)
        rows.append({"parameter": name, "distribution": kind, "first": figure(first), "second": figure(second),
                     "blind_first": figure(blind_first), "blind_second": figure(blind_second),
                     "value": figure(value), "value_low": figure(low), "value_high": figure(high),
                     "source": assumed(sources, f"LP{bases.index(basis) + 1:02d}", f"prior of the engagement ladder: {basis}"), "confidence": "low", "note": ""})
    return rows


def settings(sources):
    source = assumed(sources, "LS01", "fixed number of the engagement ladder, a coder's judgement")
    return [{"setting": name, "value": figure(value), "value_low": figure(low), "value_high": figure(high), "unit": unit,
             "source": source, "confidence": "low", "note": note} for name, value, low, high, unit, note in SETTINGS]


def gates(sources):
    source = assumed(sources, "LG01", "four Central Asian states may wait for China or the Gulf (article 002 of July 2025, one expert's opinion)")
    return [{"actor": actor, "waits_for": other, "source": source, "confidence": "low", "note": ""}
            for actor in WAITING for other in WAITED_FOR]


def coverage(sources):
    source = assumed(sources, "LC01", "how closely events were looked up, as the collectors of the event base say")
    return [{"coverage": kind, "from_date": first, "until_date": last, "source": source, "confidence": "medium", "note": note}
            for kind, first, last, note in COVERAGE]


def unfitted(sources):
    """No posterior before `./dev posterior` has made one; its source stays cited."""
    sources.cite("LADDER")
    return []


def unpriced(sources):
    """No payoffs before `chorsu forecast payoffs --write` has made them; their source stays cited."""
    sources.cite("PAYOFF")
    return []
