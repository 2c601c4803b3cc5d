"""The rows that decide a ladder, and every way each of them could be read.

A row is a list of tokens: operands numbered from 1, operators between them. A reading is a tree:
an operand's number, or a tuple of a kind and its parts.
"""

OPERAND, PREFIX, INFIX, POSTFIX, FIRST, SECOND = "operand", "prefix", "infix", "postfix", "?", ":"
CHAIN = "chain"


def pairs(operators):
    """All rows: two operators side by side, and a prefix operator between two others."""
    infix = [operator for operator in operators if operator.infix]
    prefix = [operator for operator in operators if operator.prefix]
    postfix = [operator for operator in operators if operator.kind == "postfix"]
    ternary = [operator for operator in operators if operator.kind == "ternary"]
    for first in infix:
        for second in infix:
            yield row(1, first, 2, second, 3)
    for sign in prefix:
        for operator in infix:
            yield row(sign, 1, operator, 2)
    words = {operator.spelling for operator in infix}

    def apart(operator, sign):
        """Whether a sign can follow: not between two values side by side, and `IS NOT` is one word."""
        return operator.spelling and f"{operator.spelling} {sign.spelling}" not in words

    for operator in infix:
        for sign in prefix:
            if apart(operator, sign):
                yield row(1, operator, sign, 2)
    for first in prefix:
        for second in prefix:
            yield row(first, second, 1)
    # One of each level is enough where three meet.
    for first in levels(infix):
        for sign in levels(prefix):
            for second in levels(infix):
                if apart(first, sign):
                    yield row(1, first, sign, 2, second, 3)
    for mark in postfix:
        yield row(1, mark, mark)
        for operator in infix:
            yield row(1, operator, 2, mark)
            yield row(1, mark, operator, 2)
        for sign in prefix:
            yield row(sign, 1, mark)
    for question in ternary:
        yield from conditional(question, infix, prefix)


def conditional(question, infix, prefix):
    first, second = ((FIRST, question), (SECOND, question))
    for operator in infix:
        yield row(1, operator, 2, first, 3, second, 4)
        yield row(1, first, 2, operator, 3, second, 4)
        yield row(1, first, 2, second, 3, operator, 4)
    for sign in prefix:
        yield row(sign, 1, first, 2, second, 3)
        yield row(1, first, sign, 2, second, 3)
        yield row(1, first, 2, second, sign, 3)
    yield row(1, first, 2, second, 3, first, 4, second, 5)
    yield row(1, first, 2, first, 3, second, 4, second, 5)


def levels(operators):
    """The first operator of each level and kind."""
    seen = {}
    for operator in operators:
        seen.setdefault((operator.level, operator.kind), operator)
    return list(seen.values())


def row(*parts):
    """Tokens of numbers, operators, and the two words of a conditional."""
    tokens = []
    for part in parts:
        if isinstance(part, int):
            tokens.append((OPERAND, str(part)))
        elif isinstance(part, tuple):
            words = part[1].spelling.split()
            tokens.append((part[0], words[0 if part[0] == FIRST else 1]))
        elif part.prefix:
            tokens.append((PREFIX, part.spelling))
        elif part.kind == "postfix":
            tokens.append((POSTFIX, part.spelling))
        else:
            tokens.append((INFIX, part.spelling))
    return tuple(tokens)


def text(tokens):
    """A row as it is asked: blanks everywhere, but none between a sign and its number."""
    written = ""
    for (kind, spelled), (following, _) in zip(tokens, (*tokens[1:], (None, ""))):
        sign = kind == PREFIX and not spelled.isalpha() and following == OPERAND
        written += spelled if sign else f"{spelled} " if spelled else ""
    return written.rstrip()


def readings(tokens, chains=lambda words: False):
    """Every tree that these tokens could mean, whatever binds more tightly; `chains` says whether
    two operators may compare three values in one go."""
    if len(tokens) == 1:
        return [tokens[0][1]] if tokens[0][0] == OPERAND else []
    found = []
    if tokens[0][0] == PREFIX:
        found += [(PREFIX, tokens[0][1], inner) for inner in readings(tokens[1:], chains)]
    if tokens[-1][0] == POSTFIX:
        found += [(POSTFIX, tokens[-1][1], inner) for inner in readings(tokens[:-1], chains)]
    for place, (kind, spelled) in enumerate(tokens):
        if kind == INFIX:
            for left in readings(tokens[:place], chains):
                for right in readings(tokens[place + 1:], chains):
                    found.append((INFIX, spelled, left, right))
            for other in range(place + 1, len(tokens)):
                words = (spelled, tokens[other][1])
                if tokens[other][0] != INFIX or not chains(words):
                    continue
                for left in readings(tokens[:place], chains):
                    for middle in readings(tokens[place + 1:other], chains):
                        for right in readings(tokens[other + 1:], chains):
                            found.append((CHAIN, words, left, middle, right))
        if kind == FIRST:
            for other in range(place + 1, len(tokens)):
                if tokens[other][0] != SECOND:
                    continue
                words = (spelled, tokens[other][1])
                for left in readings(tokens[:place], chains):
                    for middle in readings(tokens[place + 1:other], chains):
                        for right in readings(tokens[other + 1:], chains):
                            found.append((FIRST, words, left, middle, right))
    return found


def grouped(tree, top=True, both=None):
    """A reading as a text with all its parentheses, but none around the whole. A chain is written
    as it is, or with `both`, the language's `and`, as the two comparisons that it means."""
    if isinstance(tree, str):
        return tree
    kind, spelled, *parts = tree
    parts = [grouped(part, False, both) for part in parts]
    if kind == PREFIX:
        written = f"{spelled} {parts[0]}" if spelled.isalpha() else f"{spelled}{parts[0]}"
    elif kind == POSTFIX:
        written = f"{parts[0]} {spelled}"
    elif kind == CHAIN and both:
        written = f"({parts[0]} {spelled[0]} {parts[1]}) {both} ({parts[1]} {spelled[1]} {parts[2]})"
    elif kind == CHAIN:
        written = f"{parts[0]} {spelled[0]} {parts[1]} {spelled[1]} {parts[2]}"
    elif kind == FIRST:
        written = f"{parts[0]} {spelled[0]} {parts[1]} {spelled[1]} {parts[2]}"
    else:
        written = f" {spelled} ".join(parts) if spelled else " ".join(parts)
    return written if top else f"({written})"


def recorded(tree):
    """A reading as it is written down: a chain is told from what its text might mean elsewhere."""
    return grouped(tree) + ("\tchain" if tree[0] == CHAIN else "")


def filled(text, operands):
    """A text with its operands 1, 2, … replaced by others. Operators hold no digits."""
    return "".join(operands[int(letter) - 1] if letter.isdigit() else letter for letter in text)
