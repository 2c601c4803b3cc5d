"""CPython's words and places for texts that can't be read.

    python3 tests/oracle/syntax.py src/syntax/parser/tests/mistakes.txt

asks CPython again about every text of the file and writes its answers there. With `--add`, texts
are read from standard input, one a line, and added. A line of the file is a text and the answer,
with tabs between them:

    text  class  line  column  message

or the text alone where it can be read. In texts `\\n`, `\\t`, `\\r`, `\\f` and `\\\\` stand for the
characters they usually stand for.
"""

import sys
import warnings

ESCAPES = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\f": "\\f"}


def written(text):
    return "".join(ESCAPES.get(character, character) for character in text)


def read(written_text):
    text, rest = "", iter(written_text)
    for character in rest:
        if character == "\\":
            pair = "\\" + next(rest)
            character = next(plain for plain, escape in ESCAPES.items() if escape == pair)
        text += character
    return text


def row(text):
    """The line for a text. Columns count from 1; CPython's 0 stands for the first."""
    try:
        compile(text, "<text>", "exec")
    except SyntaxError as error:
        place = [error.lineno, max(error.offset, 1)]
        answer = [type(error).__name__, *map(str, place), error.msg]
        return "\t".join([written(text), *answer])
    return written(text)


def main():
    warnings.simplefilter("ignore")
    path = sys.argv[1]
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    if "--add" in sys.argv:
        lines += sys.stdin.read().splitlines()
    texts = {read(line.split("\t")[0]) for line in lines}
    rows = sorted((row(text) for text in texts), key=lambda row: (row.split("\t")[4:], row))
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.writelines(row + "\n" for row in rows)


if __name__ == "__main__":
    main()
