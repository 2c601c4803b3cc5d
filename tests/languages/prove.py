"""Which reading of a row is the language's: by its parser's tree where it shows one, else by its
answers. A row's plain text and all its readings in parentheses are asked with several operands; a
reading whose answer differs from the plain text's is none, and the last one left is proved.
"""

import random
from dataclasses import dataclass

import rows

# How many sets of operands are tried before two readings count as the same.
ROUNDS, SETS = 40, 6


@dataclass(frozen=True)
class Answer:
    """What a language said: a `value` as it prints it, an `error` of running, or that the text is
    none of its texts (`syntax`)."""

    kind: str
    text: str = ""

    def refusal(self):
        return f"refused\t{self.text}".rstrip("\t")


def by_trees(language, tokens):
    """Each row's text and grouping, from the trees of the language's own parser."""
    texts = [rows.text(row) for row in tokens]
    for text, tree in zip(texts, language.trees(texts)):
        if isinstance(tree, Answer):
            yield text, tree.refusal()
        else:
            yield text, rows.recorded(tree)


def by_answers(language, tokens):
    """Each row's text and grouping, from the language's answers."""
    chooser = random.Random(language.name)
    found = {}
    for row in tokens:
        readings = rows.readings(row, language.chains)
        spelled = [rows.grouped(tree, both=language.both) for tree in readings]
        found[rows.text(row)] = Row(dict(zip(map(rows.recorded, readings), spelled)))
    for turn in range(ROUNDS):
        undecided = {text: row for text, row in found.items() if not row.verdict}
        asked = []
        for text, row in undecided.items():
            for number in range(SETS):
                operands = language.operands(chooser, turn * SETS + number)
                asked.append((row, "", rows.filled(text, operands)))
                for reading, spelled in row.readings.items():
                    asked.append((row, reading, rows.filled(spelled, operands)))
        if not asked:
            break
        by_order = bool(language.answers_with_order and turn % 2)
        ask = language.answers_with_order if by_order else language.answers
        weigh(asked, ask([spelled for _, _, spelled in asked]), by_order)
        for text, row in undecided.items():
            row.decide(f"{language.name}: {text}")
    for text, row in found.items():
        yield text, row.verdict or "same"


class Row:
    """What is known of a row: its readings left, as they are written down and as they are asked."""

    def __init__(self, readings):
        self.readings = readings
        self.wrong = {}
        self.refusal = None
        self.taken = False
        self.verdict = None

    def decide(self, name):
        if self.refusal and not self.taken:
            self.verdict = self.refusal.refusal()
            return
        self.readings = {it: s for it, s in self.readings.items() if it not in self.wrong}
        if not self.readings:
            raise SystemExit(f"{name} is read in no way known: {self.wrong}")
        if len(self.readings) == 1:
            self.verdict = next(iter(self.readings))


def weigh(asked, answers, by_order):
    """Holds the answers of all readings against that of the plain text before them."""
    plain = None
    for (row, reading, spelled), answer in zip(asked, answers):
        if not reading:
            plain = (spelled, answer)
            if answer.kind == "syntax":
                row.refusal = answer
            else:
                row.taken = True
        # (Spelled as two comparisons, a chain asks its middle operand twice.)
        elif answer != plain[1] and not (by_order and reading.endswith("\tchain")):
            row.wrong[reading] = (*plain, spelled, answer)
