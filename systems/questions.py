"""Questions to the program, and the sabotages that a test of the answers must notice."""
import dataclasses
import json

MODES = {
    "lever disabled": "the changes of the questions are left out, what was asked is kept",
    "sign flipped": "the two futures change places",
    "capacity lifted": "every capacity that a question sets is a thousand times as large",
    "package spoilt": "the package is as the test's own sabotage leaves it",
}


def sabotage(mode, *edits):
    """Declares what a test must fail under; `edits` of the package go with "package spoilt"."""
    assert mode in MODES and bool(edits) == (mode == "package spoilt"), mode

    def declare(test):
        test.sabotage, test.edits = mode, edits
        return test

    return declare


@dataclasses.dataclass(frozen=True)
class Lever:
    word: str
    places: tuple
    options: tuple = ()

    def toml(self, date):
        rows = [f"date = {date}", f"{self.word} = {json.dumps(self.places)}"]
        return "\n".join(["[[change]]", *rows, *(f"{k} = {json.dumps(v)}" for k, v in self.options), ""])


def lever(word, *places, **options):
    """One change, such as lever("border", "hairatan", factor=2.0)."""
    return Lever(word, places, tuple(options.items()))


NOTHING = lever("border", "hairatan", factor=1.0)  # keeps the day of a question that lost its levers


@dataclasses.dataclass(frozen=True)
class Question:
    date: str
    levers: tuple

    def toml(self, title, mode):
        levers = {"lever disabled": lambda: (NOTHING,),
                  "capacity lifted": lambda: tuple(map(lifted, self.levers))}.get(mode, lambda: self.levers)()
        head = f'[scenario]\ntitle = "{title}"\nregion = "region"\nwhy = "A test of the systems."\n\n'
        return head + "\n".join(each.toml(self.date) for each in levers)


def ask(date, *levers):
    return Question(date, levers)


def lifted(change):
    if change.word != "capacity":
        return change
    return dataclasses.replace(change, options=tuple((k, v * 1e3) for k, v in change.options))
