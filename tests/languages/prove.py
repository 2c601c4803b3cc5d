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
    open_rows = {}
    verdict = {}
    for row in tokens:
        text = rows.text(row)
        readings = rows.readings(row, language.chains)
        spelled = [rows.grouped(tree, both=language.both) for tree in readings]
        open_rows[text] = dict(zip(map(rows.recorded, readings), spelled))
    order = list(open_rows)
    seen_value = set()
    for turn in range(ROUNDS):
        asked = []
        for text, readings in open_rows.items():
            for number in range(SETS):
                operands = language.operands(chooser, turn * SETS + number)
                asked.append((text, "", rows.filled(text, operands)))
                for reading, spelled in readings.items():
                    asked.append((text, reading, rows.filled(spelled, operands)))
        if not asked:
            break
        spelled = [spelled for _, _, spelled in asked]
        ask = language.answers_with_order if language.answers_with_order and turn % 2 else None
        answers = (ask or language.answers)(spelled)
        plain = None
        refused, wrong = {}, {}
        for (text, reading, _), answer in zip(asked, answers):
            if not reading:
                plain = answer
                if answer.kind == "syntax":
                    refused.setdefault(text, answer)
                else:
                    seen_value.add(text)
            elif answer != plain and not (ask and reading.endswith("\tchain")):
                # (Spelled as two comparisons a chain asks its middle operand twice.)
                wrong.setdefault(text, set()).add(reading)
        for text in list(open_rows):
            if text in refused and text not in seen_value:
                verdict[text] = refused[text].refusal()
            else:
                left = {r: s for r, s in open_rows[text].items() if r not in wrong.get(text, ())}
                if len(left) == 0:
                    told = [(s, a) for (t, _, s), a in zip(asked, answers) if t == text]
                    raise SystemExit(f"{language.name}: `{text}` is read in no way known: {told}")
                open_rows[text] = left
                if len(left) > 1:
                    continue
                verdict[text] = next(iter(left))
            del open_rows[text]
    for text in order:
        yield text, verdict.get(text, "same")
