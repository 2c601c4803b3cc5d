"""CPython's answer to an input, in the form in which answers are recorded and compared.

    echo '"1 + 2"' | python3 answer.py

reads inputs (JSON strings, one a line) and prints a row for each, a JSON list:

    [input, type, text]                    a value: its type's name and its canonical `repr`
    [input, "-", ""]                       no value: there is no expression statement
    [input, "!Class", message]             an exception
    [input, "!SyntaxError", message, "", [line, column]]

with what was printed in the fourth place and the tree in the fifth; empty places at the end are
left out. The last expression statement's value is the value of an input, as in `pemdas serve`.
Every input has a fresh namespace, where the names of `math` (and `math`) are known after every
other meaning of a name.

The canonical `repr` of a value is its `repr`, but for two things: within what holds a set, the
items of sets are sorted by their own canonical `repr` (pemdas keeps sets in another order), and
the addresses of functions and iterators are replaced by dots.
"""

import ast
import builtins
import io
import json
import math
import re
import signal
import sys
import warnings

from tree import tree

SECONDS = 2.0
"""How long CPython may take; what is slower has no answer."""

LONGEST = 4000
"""The longest text of an answer."""

NAMES = {name: value for name, value in vars(math).items() if not name.startswith("_")}
BUILTINS = {**NAMES, "math": math, **vars(builtins)}
ADDRESS = re.compile(r"\bat 0x[0-9a-f]+")

LOCATION = re.compile(r"\(/[^()]*\)$")
MODULE = re.compile(r"(<module '\w+') from '[^']*'>")
"""Where this Python keeps a module: pemdas's modules are all built in."""


class TooSlow(BaseException):
    """Raised by the alarm."""


def answer(source):
    """The row of one input, or None where CPython is too slow, says too much, runs out of memory
    (pemdas has limits of its own), or answers with a lone surrogate (which pemdas refuses)."""
    row = run(source)
    if row is None or row[1] == "!MemoryError" or any(len(str(part)) > LONGEST for part in row[1:]):
        return None
    if re.search("[\ud800-\udfff]", " ".join(map(str, row))):
        return None
    while row and row[-1] in ("", None) and len(row) > 3:
        row.pop()
    return row


def place(error, source):
    """Line and column of a syntax error, in code points. CPython counts the columns of what it
    only finds after parsing in bytes."""
    late = error.msg.startswith(("assignment expression", "duplicate argument", "can't use starred"))
    if not late:
        return [error.lineno, error.offset]
    before = source.splitlines()[error.lineno - 1].encode()[: error.offset - 1]
    return [error.lineno, len(before.decode(errors="replace")) + 1]


def run(source):
    try:
        compile(source, "<input>", "exec")
        body = ast.parse(source).body
        code = compile(ast.Interactive(body), "<input>", "single")
    except SyntaxError as error:
        return [source, "!" + type(error).__name__, error.msg, "", place(error, source)]
    except ValueError as error:
        return [source, "!" + type(error).__name__, str(error), "", [1, 1]]

    shown = []
    printed = io.StringIO()
    streams = sys.stdin, sys.stdout, sys.displayhook
    sys.stdin, sys.stdout, sys.displayhook = io.StringIO(""), printed, shown.append
    signal.signal(signal.SIGALRM, too_slow)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        try:
            exec(code, {"__builtins__": BUILTINS, "__name__": "__main__"})
            if shown:
                kind, text = type(shown[-1]).__name__, canonical(shown[-1])
            else:
                kind, text = "-", ""
        except TooSlow:
            raise
        except BaseException as error:
            kind, text = "!" + type(error).__name__, without_addresses(str(error))
            text = LOCATION.sub("(unknown location)", text)
    except TooSlow:
        return None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        sys.stdin, sys.stdout, sys.displayhook = streams
    return [source, kind, text, without_addresses(printed.getvalue()), tree(source)]


def too_slow(_signal, _frame):
    raise TooSlow


def without_addresses(text):
    return MODULE.sub(r"\1 (built-in)>", ADDRESS.sub("at ...", text))


def canonical(value):
    """The canonical `repr` of a value (see above)."""
    if holds_set(value, set()):
        return without_addresses(walk(value, set()))
    return without_addresses(repr(value))


CONTAINERS = (list, tuple, set, frozenset, dict, type({}.keys()), type({}.values()), type({}.items()))


def items_of(value):
    """What a container holds, a dict's keys and values in turn."""
    return [part for item in value.items() for part in item] if type(value) is dict else list(value)


def holds_set(value, inside):
    if type(value) in (set, frozenset):
        return True
    if type(value) not in CONTAINERS or id(value) in inside:
        return False
    return any(holds_set(item, inside | {id(value)}) for item in items_of(value))


def walk(value, inside):
    kind = type(value)
    if kind not in CONTAINERS:
        return repr(value)
    if id(value) in inside:
        return {list: "[...]", dict: "{...}", tuple: "(...)"}.get(kind, "...")
    parts = [walk(item, inside | {id(value)}) for item in items_of(value)]
    if kind is list:
        return "[" + ", ".join(parts) + "]"
    if kind is tuple:
        return "(" + ", ".join(parts) + (",)" if len(parts) == 1 else ")")
    if kind is dict:
        return "{" + ", ".join(map(": ".join, zip(parts[::2], parts[1::2]))) + "}"
    if kind is set:
        return "{" + ", ".join(sorted(parts)) + "}" if parts else "set()"
    if kind is frozenset:
        return "frozenset({" + ", ".join(sorted(parts)) + "})" if parts else "frozenset()"
    return f"{kind.__name__}([{', '.join(parts)}])"


def prepare():
    """Makes this process answer as the contract asks."""
    warnings.simplefilter("ignore")
    sys.set_int_max_str_digits(0)


def print_rows(rows):
    """Prints rows, one a line."""
    for row in rows:
        if row is not None:
            sys.stdout.write(dump(row) + "\n")


def dump(row):
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    prepare()
    print_rows(answer(json.loads(line)) for line in sys.stdin)
