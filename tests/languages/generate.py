"""Random expressions of a language's own operators and small whole numbers, and its answers.

The first rows hold only operators that pemdas has too; the rest, at the end, the language's own.
Each is repeatable by the language's name. Rows without an answer are kept, but few of them.
"""

import random

import ladder

SHARED, OWN = 2100, 400
# Of a hundred rows, how many may be refused, fail, or say no more than 0, 1, true or false.
REFUSED, FAILING, DULL = 3, 5, 30
LONGEST = 60
DEEPEST = 4

COMPARISONS = {"lt", "le", "gt", "ge", "eq", "ne"}
LOGIC = {"and", "or", "not", "if"}
BITS = {"bitand", "bitor", "bitxor", "shl", "shr", "invert"}
ARITHMETIC = {"add", "sub", "mul", "div", "floordiv", "mod", "pow", "neg", "pos"}
WEIGHTS = [(ARITHMETIC, 10), (BITS, 4), (COMPARISONS, 2), (LOGIC, 3)]
# What makes no number, or takes none.
LEFT_OUT = {
    "range", "in", "not-in", "is", "is-not", "match", "not-match", "like", "glob", "repeat",
    "identical", "not-identical",
}
SIZES = {0: [4294967296, 9007199254740993, 123456789],
         32: [2147483647, 65536, 46341, 1000000, 2000000000],
         64: [9223372036854775807, 4294967296, 3037000500, 123456789]}


class Writer:
    """Writes expressions with some of a ladder's operators."""

    def __init__(self, language, operators, seed):
        self.chooser = random.Random(seed)
        self.language = language
        self.operators = operators
        self.powers = 0

    def weight(self, operator):
        found = [weight for group, weight in WEIGHTS if operator.operation in group]
        return found[0] if found else 6

    def line(self):
        self.powers = 0
        depth = self.chooser.choice([2, 3, 3, 4])
        return self.expression(depth, self.chooser.random() < 0.15 and self.language.typed)[0]

    def expression(self, depth, truth=False):
        """A text, and whether it is a single operand. `truth`: a bool, where they are apart."""
        if depth == 0 or self.chooser.random() < 0.12:
            return (self.truth(), False) if truth else (self.number(), True)
        choices = [it for it in self.operators if self.fits(it, truth)]
        if not choices:
            return self.number(), True
        operator = self.chooser.choices(choices, [self.weight(it) for it in choices])[0]
        return self.applied(operator, depth - 1, truth), False

    def fits(self, operator, truth):
        """Whether an operator makes what is wanted, where bools are no numbers."""
        if operator.operation == "pow" and self.powers > 1:
            return False
        if not self.language.typed or operator.operation == "if":
            return True
        return truth == (operator.operation in COMPARISONS | LOGIC)

    def applied(self, operator, depth, truth):
        kind, spelled = operator.operation, operator.spelling
        inner = truth and kind in LOGIC
        if operator.kind == "ternary":
            first, second = spelled.split()
            bools = (False, True) if first == "if" else (True, False)
            parts = [self.operand(depth, each and self.language.typed) for each in bools]
            parts.append(self.operand(depth, truth))
            if first == "if":
                parts[0] = self.operand(depth, truth)
            else:
                parts[1] = self.operand(depth, truth)
            return f"{parts[0]} {first} {parts[1]} {second} {parts[2]}"
        if operator.prefix:
            operand = self.operand(depth, inner)
            apart = spelled.isalpha() or operand[0] == spelled[-1]
            return f"{spelled} {operand}" if apart else f"{spelled}{operand}"
        if operator.kind == "postfix":
            return f"{self.operand(depth, inner)}{spelled}"
        left = self.operand(depth, inner)
        if kind in ("pow", "element-pow"):
            self.powers += 1
            right = self.exponent(depth)
        elif kind in ("shl", "shr", "ushr"):
            right = self.shift(depth)
        else:
            right = self.operand(depth, inner)
        return f"{left} {spelled} {right}" if spelled else f"{left} {right}"

    def operand(self, depth, truth=False):
        text, single = self.expression(depth, truth)
        return f"({text})" if not single and self.chooser.random() < 0.3 else text

    def exponent(self, depth):
        pick = self.chooser.random()
        if pick < 0.8 or self.language.exact:
            return str(self.chooser.choice([0, 1, 2, 2, 3, 3, 4]))
        return f"-{self.chooser.choice([1, 2])}" if pick < 0.9 else self.operand(depth)

    def shift(self, depth):
        if self.chooser.random() < 0.9 or self.language.exact:
            return str(self.chooser.choice([0, 1, 1, 2, 2, 3, 4, 5, 8]))
        return self.operand(depth)

    def number(self):
        pick = self.chooser.random()
        if pick < 0.03:
            return str(self.chooser.choice(SIZES[self.language.width]))
        if pick < 0.1:
            return str(self.chooser.choice([16, 32, 60, 64, 100, 255, 1000]))
        return str(self.chooser.randint(0, 9 if pick < 0.85 else 20))

    def truth(self):
        compared = [it for it in self.operators if it.operation in COMPARISONS]
        return f"{self.number()} {self.chooser.choice(compared).spelling} {self.number()}"


def recorded(language):
    """Rows of a text and what the language says to it."""
    operators = [it for it in ladder.read(language.name) if it.operation not in LEFT_OUT]
    known = set().union(*(group for group, _ in WEIGHTS))
    shared = [it for it in operators if it.operation in known]
    own = [it for it in operators if it.operation not in known]
    seen = set()
    yield from written(language, Writer(language, shared, f"{language.name} shared"), SHARED, seen)
    if own:
        writer = Writer(language, shared + own, f"{language.name} own")
        yield from written(language, writer, OWN, seen)


def written(language, writer, wanted, seen):
    counts = {"rows": 0, "syntax": 0, "error": 0, "dull": 0}
    while counts["rows"] < wanted:
        texts = []
        while len(texts) < wanted:
            text = writer.line()
            fair = len(text) <= LONGEST and not text.isdigit() and language.is_fair(text)
            if text not in seen and fair:
                seen.add(text)
                texts.append(text)
        for text, said in zip(texts, language.spoken(texts)):
            if counts["rows"] < wanted and keeps(said, counts, wanted):
                counts["rows"] += 1
                yield f"{text}\t{said.text}" if said.kind == "value" else f"{text}\t! {reason(said)}"


def keeps(said, counts, wanted):
    if said.kind == "unsaid" or len(said.text) > LONGEST or "\n" in said.text:
        return False
    dull = said.text in ("", "0", "1", "-1", "true", "false", "True", "False", "TRUE", "FALSE")
    kind = "dull" if said.kind == "value" and dull else said.kind
    if kind == "value":
        return True
    most = {"syntax": REFUSED, "error": FAILING, "dull": DULL}[kind]
    counts[kind] += 1
    return counts[kind] <= wanted * most // 100


def reason(said):
    return " ".join(said.text.split()) or "refused"
