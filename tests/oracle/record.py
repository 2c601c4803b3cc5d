"""Records CPython's answers under `recorded/`, so that the tests need no python3.

    record.py                      asks again for everything and writes the files
    record.py check                asks again and says which files would change
    record.py random SEED COUNT    prints the rows of fresh random inputs
    record.py inputs NAME          prints the inputs of one file

What is asked: the lines of `cases/*.txt`, the tables of `tables.py`, and random inputs. In a case
`⏎` stands for a line's end, `#` begins a comment line, and `«a¦b»` stands for either: a line with
several of them is multiplied out. Lines that begin with `| ` (or are `|`) are together one case.
"""

import itertools
import pathlib
import re
import sys

import answer
import generate
import tables

HERE = pathlib.Path(__file__).resolve().parent
RANDOM = ("recorded", 4500)
WITH_TREES = {"precedence", "random", "trees"}
"""The files that keep trees; elsewhere they would only take room."""

ADDRESSED = re.compile("str|repr|ascii|format|%|f'|[fF]\"|set")
"""What may make text of an address."""

CHOICE = re.compile("«([^»]*)»")


def cases(path):
    """The inputs of a file of cases."""
    lines = path.read_text("utf-8").splitlines()
    for several, together in itertools.groupby(lines, lambda line: line.split(" ")[0] == "|"):
        if several:
            yield from expand("⏎".join(line[2:] for line in together) + "⏎")
            continue
        for line in together:
            if line.strip() and not line.startswith("#"):
                yield from expand(line)


def expand(line):
    """A line with its choices multiplied out."""
    pieces = CHOICE.split(line)
    choices = [piece.split("¦") if place % 2 else [piece] for place, piece in enumerate(pieces)]
    for chosen in itertools.product(*choices):
        yield "".join(chosen).replace("⏎", "\n")


def sources():
    """Every file of answers: its name and its inputs."""
    for path in sorted(HERE.glob("cases/*.txt")):
        yield path.stem, cases(path)
    for table in tables.TABLES:
        yield table.__name__, table()
    yield "random", generate.generate(*RANDOM)


def rows(name, inputs):
    """The rows of one file, each input once."""
    for source in dict.fromkeys(inputs):
        row = answer.answer(source)
        if row is None or name == "random" and not steady(row):
            continue
        if name not in WITH_TREES and len(row) == 5 and type(row[4]) is str:
            del row[4]
            if row[3] == "":
                del row[3]
        yield row


KEPT = []
"""Objects that move what comes after them to other addresses."""


def steady(row):
    """Whether the answer stays the same when addresses change: `len(str(iter([])))` does not."""
    KEPT.append([object() for _ in range(len(KEPT) % 50)])
    if not ADDRESSED.search(row[0]):
        return True
    return all(answer.answer(row[0]) == row for _ in range(2))


def text_of(name, inputs):
    return "".join(answer.dump(row) + "\n" for row in rows(name, inputs))


def main(arguments):
    answer.prepare()
    match arguments:
        case []:
            for name, inputs in sources():
                text = text_of(name, inputs)
                (HERE / "recorded" / f"{name}.jsonl").write_text(text, "utf-8")
                print(f"{name}: {text.count(chr(10))} rows, {len(text.encode()) // 1000} kB")
        case ["check"]:
            stale = [name for name, inputs in sources() if text_of(name, inputs) != recorded(name)]
            sys.exit(f"not as recorded: {', '.join(stale)}" if stale else 0)
        case ["random", seed, count]:
            answer.print_rows(rows("random", generate.generate(seed, int(count))))
        case ["inputs", name]:
            for source in dict.fromkeys(dict(sources())[name]):
                print(answer.json.dumps(source, ensure_ascii=False))
        case _:
            sys.exit(__doc__)


def recorded(name):
    path = HERE / "recorded" / f"{name}.jsonl"
    return path.read_text("utf-8") if path.exists() else ""


if __name__ == "__main__":
    main(sys.argv[1:])
