"""Every pair of operators, grouped by Python's own `ast`: the recorded answer is `pairs.txt`.

    python3 tests/oracle/pairs.py > tests/oracle/pairs.txt

Four tables, a line for each first operator, a letter for each second one in the order of the list
above it:

    infix infix      a o b p c   <  (a o b) p c     >  a o (b p c)     =  one node     !  refused
    prefix infix     q a o b     <  (q a) o b       >  q (a o b)
    infix prefix     a o q b     .  accepted        !  refused
    prefix prefix    q r a       .  accepted        !  refused
"""

import ast

from tree import sexpr

INFIX = [
    "if x else", "or", "and", "in", "not in", "is", "is not", "<", "<=", ">", ">=", "!=", "==",
    "|", "^", "&", "<<", ">>", "+", "-", "*", "/", "//", "%", "**",
]
PREFIX = ["lambda:", "not", "+", "-", "~"]


def read(source):
    try:
        return sexpr(ast.parse(source, mode="eval").body)
    except SyntaxError:
        return None


def table(name, firsts, seconds, letter):
    yield f"{name}: " + ", ".join(seconds)
    for first in firsts:
        yield first + "\t" + "".join(letter(first, second) for second in seconds)


def infix_infix(first, second):
    found = read(f"a {first} b {second} c")
    if found is None:
        return "!"
    left, right = read(f"(a {first} b) {second} c"), read(f"a {first} (b {second} c)")
    return "<" if found == left else ">" if found == right else "="


def prefix_infix(first, second):
    found = read(f"{first} a {second} b")
    return "<" if found == read(f"({first} a) {second} b") else ">"


def accepted(first, second):
    return "!" if read(f"a {first} {second} b") is None else "."


def prefix_prefix(first, second):
    return "!" if read(f"{first} {second} a") is None else "."


if __name__ == "__main__":
    for lines in (
        table("infix infix", INFIX, INFIX, infix_infix),
        table("prefix infix", PREFIX, INFIX, prefix_infix),
        table("infix prefix", INFIX, PREFIX, accepted),
        table("prefix prefix", PREFIX, PREFIX, prefix_prefix),
    ):
        print("\n".join(lines))
