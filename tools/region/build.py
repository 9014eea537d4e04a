"""Makes the region package from the fact base.

    python3 tools/region/build.py --facts ../shared/facts --out data/region

The same facts give the same bytes. README.md of the package is written by hand and left alone.
"""

import argparse
from pathlib import Path

import aliases
import attribution
import borders
import citations
import demand
import happenings
import engagement
import judged
import ladder
import levels
import network
import package
import places
import prices
import projects
import schema
import statements
import strains
import subjects as subject_table
from facts import Facts
from provenance import Provenance


def evidence(facts, seeds, sources, states):
    """Tables with dates, in the order of schema.py."""
    cited = citations.Citations(sources, engagement.wordings(facts), [*engagement.phrases(facts), *happenings.phrases(facts)])
    subjects = subject_table.Subjects(facts, seeds, states)
    told = statements.Told(cited)
    steps = engagement.events(facts, cited)
    ends = statements.Ends(steps)
    return {
        "actor": engagement.actors(facts, states),
        "engagement_event": steps,
        "designation": engagement.designations(facts, cited, steps),
        "actor_covariate": engagement.covariates(facts, cited),
        "subject": subjects.rows,
        "statement": (said := statements.statements(seeds, told, subjects, ends, statements.power_sales(facts, sources))),
        "contradiction": statements.contradictions(seeds, subjects, sources),
        "version": statements.versions(seeds, told, ends, said),
        "prediction": statements.predictions(seeds, told, subjects),
        "incident": happenings.incidents(facts, cited, subjects),
        "closure": happenings.closures(facts, sources, subjects),
        "opening": happenings.openings(facts, sources, subjects),
        "strain": strains.strains(sources, subjects),
        "strain_driver": strains.drivers(sources, subjects),
        "strain_effect": strains.effects(sources),
        "strain_push": strains.pushes(sources),
        "delisting_path": strains.delisting_path(sources, subjects),
        "engagement_weight": strains.weights(sources),
        "affiliation": attribution.affiliations(cited),
        "quotation": attribution.quotations(sources),
        "stance": attribution.stances(sources, subjects),
    }


def tables(facts, seeds):
    """All tables, name -> rows, with their sources numbered."""
    sources = Provenance(facts)
    states = places.states(facts, sources)
    made = {
        "config": network.config(),
        "node": network.nodes(facts, sources),
        "link": network.links(facts, sources),
        "status": network.statuses(facts, sources),
        "status_rule": network.status_rules(sources),
        "state": states,
        "trade_code": places.trade_codes(),
        "zone": places.zones(facts, sources),
        "zone_weight": places.zone_weights(facts, sources),
        "commodity": demand.commodities(facts, sources),
        "relation_value": demand.relation_values(facts, sources),
        "class_share": demand.class_shares(facts, sources),
        "trade": demand.trade(facts, sources),
        "trade_total": demand.trade_totals(facts, sources),
        "growth": demand.growth(facts, sources),
        "tariff": prices.tariffs(facts, sources),
        "speed": prices.speeds(facts, sources),
        "sea_rate": prices.sea_rates(facts, sources),
        "air_rate": prices.air_rates(facts, sources),
        "handling": prices.handling(facts, sources),
        "crossing": borders.crossings(facts, sources),
        "crossing_capacity": borders.crossing_capacities(facts, sources),
        "capacity": borders.capacities(facts, sources),
        "port": borders.ports(facts, sources),
        "ferry": borders.ferries(facts, sources),
        "project": projects.projects(facts, sources),
        "project_link": projects.project_links(facts),
        "project_effect": projects.project_effects(facts, sources),
        "corridor": network.corridors(facts),
        "corridor_link": network.corridor_links(facts),
        "alias": aliases.aliases(facts, states),
        "access_rule": borders.access_rules(facts, sources),
        "level_rule": levels.rules(sources),
        "avoidable_cost": prices.avoidable_costs(sources),
        "observation": judged.observations(facts, sources),
        "calibration": judged.unfitted(sources),
        "leave_one_out": [],
        "route_case": judged.route_cases(facts, sources),
        **evidence(facts, seeds, sources, states),
        "ladder_prior": ladder.priors(sources),
        "ladder_setting": ladder.settings(sources),
        "ladder_gate": ladder.gates(sources),
        "engagement_coverage": ladder.coverage(sources),
        "ladder_fit": ladder.unfitted(sources),
        "ladder_draw": [],
        "ladder_payoff": ladder.unpriced(sources),
    }
    names = sources.number()
    for rows in made.values():
        for row in rows:
            if "source" in row:
                row["source"] = names.get(row["source"], row["source"])
    made["source"] = sources.table(names)
    assert list(made) == list(schema.TABLES), "build.py and schema.py differ in tables"
    return made


# What the program fitted, not the fact base: kept as it stands.
FITTED = ("calibration", "leave_one_out", "ladder_fit", "ladder_draw", "ladder_payoff")


def build(facts_root, out, seeds_root=None):
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    made = tables(Facts(facts_root), Facts(seeds_root or Path(facts_root).parent / "seeds" / "tables"))
    for name, rows in made.items():
        if name not in FITTED or not (out / f"{name}.csv").exists():
            package.write(out, name, rows)
    package.describe(out)
    return made


def main():
    parser = argparse.ArgumentParser(description="Makes the region package from the fact base.")
    parser.add_argument("--facts", default="../shared/facts", help="folder of the fact base; ../seeds/tables beside it holds what the articles say")
    parser.add_argument("--out", default="data/region", help="folder of the package")
    arguments = parser.parse_args()
    made = build(arguments.facts, arguments.out)
    print(f"{len(made)} tables, {sum(map(len, made.values()))} rows in {arguments.out}")


if __name__ == "__main__":
    main()
