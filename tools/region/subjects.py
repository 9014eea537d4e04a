"""What dated evidence is about: things of the articles, places and groups, each tied to its actor, node, corridor and project."""

import engagement
import judged_evidence as judged
from wording import tidy

# Relations by which a statement about one thing is also one about another.
BELONGS = {"part_of", "leads", "located_in", "party", "affects"}
STATES_OF = "or pe cm pl pt bx ev ar rs".split()


class Subjects:
    """The table, and which subject stands for an actor, a node, a corridor or a state."""

    def __init__(self, facts, seeds, states):
        self._parents = parents(seeds)
        followed = {name: i for name, i in engagement.actor_ids(facts).items()}
        self.rows = [self._article(row, followed) for row in seeds.rows("systems")]
        self.rows += [self._more(*row) for row in judged.MORE]
        names = {i: row["name"] for row in engagement.actors(facts, states) for i in [row["actor_id"]]}
        self.rows += [blank(subject, names[actor], "body" if subject.startswith("fo.") else "state", actor=actor)
                      for actor, subject in judged.MORE_ACTORS.items()]
        known = {row["corridor"] for row in self.rows}
        for row in facts.rows("corridors"):
            if row["tag"] not in known:
                self.rows.append(blank(f"co.{row['tag']}", row["name"], "corridor", corridor=row["tag"]))
        self.of_actor = {row["actor"]: row["subject_id"] for row in self.rows if row["actor"]}
        self.of_node = {row["node"]: row["subject_id"] for row in self.rows if row["node"]}
        self.of_corridor = {row["corridor"]: row["subject_id"] for row in self.rows if row["corridor"]}
        self.of_state = dict(self.of_actor) | {"AFG": "st.afg", "BLR": "st.blr", "UKR": "st.ukr"}
        self.ids = {row["subject_id"] for row in self.rows}
        assert len(self.ids) == len(self.rows)

    def _article(self, row, followed):
        subject = row["id"]
        actor = judged.ACTORS.get(subject, followed.get(row["name"], "") if subject.startswith("st.") else "")
        return blank(subject, row["name"], row["type"], row["aliases"], actor, judged.NODES.get(subject, ""), judged.CORRIDORS.get(subject, ""),
                     judged.PROJECTS.get(subject, ""), ";".join(self._parents.get(subject, [])))

    def _more(self, subject, name, names, kind, node, belongs):
        return blank(subject, name, kind, names, node=node, belongs=belongs)

    def check(self, text):
        """A list of subjects as it stands, every one of them known."""
        missing = [i for i in text.split(";") if i and i not in self.ids]
        assert not missing, missing
        return ";".join(dict.fromkeys(i for i in text.split(";") if i))


def parents(seeds):
    out = {}
    for edge in seeds.rows("edges"):
        source, target = edge["source_id"], edge["target_id"]
        if edge["relation"] in BELONGS and source.split(".")[0] in STATES_OF and target.startswith("st."):
            out.setdefault(source, []).append(target)
        if edge["relation"] == "signed" and source.startswith("st.") and target.startswith("ar."):
            out.setdefault(target, []).append(source)
    for source, target in judged.BELONGS.items():
        out.setdefault(source, []).append(target)
    return {source: list(dict.fromkeys(targets)) for source, targets in out.items()}


def blank(subject, name, kind, names="", actor="", node="", corridor="", project="", belongs=""):
    others = ";".join(dict.fromkeys(n.strip() for n in names.split(";") if n.strip() and n.strip() != name))
    return {"subject_id": subject, "name": tidy(name), "names": tidy(others), "kind": kind, "actor": actor, "node": node, "corridor": corridor,
            "project": project, "belongs_to": belongs}
