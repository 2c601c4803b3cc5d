"""A ladder file of `grammar/`, read for the recorder.

Only what the rows need: the levels with their kinds, and each operator's spelling and operation.
Settings and refusals stand in other lines and are none of the recorder's business: it finds out.
"""

import os
from dataclasses import dataclass

GRAMMAR = os.path.join(os.path.dirname(__file__), "..", "..", "grammar")

KINDS = [
    "left", "right", "none", "chain", "prefix", "prefix-strict", "postfix", "ternary", "juxtapose",
]

# What a spelling stands for where a ladder does not say.
INFIX = {
    "or": "or", "and": "and", "in": "in", "not-in": "not-in", "is": "is", "is-not": "is-not",
    "<": "lt", "<=": "le", ">": "gt", ">=": "ge", "!=": "ne", "==": "eq", "|": "bitor",
    "^": "bitxor", "&": "bitand", "<<": "shl", ">>": "shr", "+": "add", "-": "sub", "*": "mul",
    "/": "div", "//": "floordiv", "%": "mod", "**": "pow", "xor": "xor",
}
PREFIX = {"not": "not", "-": "neg", "+": "pos", "~": "invert"}


@dataclass(frozen=True)
class Operator:
    """An operator of a ladder: `spelling` as it is written, a space for a hyphen."""

    kind: str
    level: int
    spelling: str
    operation: str

    @property
    def prefix(self):
        return self.kind.startswith("prefix")

    @property
    def infix(self):
        return self.kind in ("left", "right", "none", "chain", "juxtapose")


def read(name):
    """The operators of a language's ladder, loosest first."""
    operators, level = [], 0
    with open(os.path.join(GRAMMAR, f"{name}.prec"), encoding="utf-8") as file:
        for line in file:
            words = line.split()
            if not words or words[0] not in KINDS:
                continue
            for part in " ".join(words).split(" ; "):
                kind, *spelled = part.split()
                operators += level_of(kind, level, spelled)
            level += 1
    return operators


def level_of(kind, level, spelled):
    if kind == "ternary":
        words = ("?", ":") if spelled == ["?:"] else tuple(spelled)
        return [Operator(kind, level, " ".join(words), "if")]
    if kind == "juxtapose":
        return [Operator(kind, level, "", spelled[0])]
    known = PREFIX if kind.startswith("prefix") else INFIX
    found = []
    for word in spelled:
        spelling, colon, operation = word.rpartition(":")
        if not colon or not spelling:
            spelling, operation = word, known[word]
        if "-" in spelling and spelling[0].isalpha():
            spelling = spelling.replace("-", " ")
        found.append(Operator(kind, level, spelling, operation))
    return found
