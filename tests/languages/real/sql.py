"""SQLite: a SELECT for each row, by its shell."""

import re

from real.base import Language, answer, marked, run


class Real(Language):
    nothing = "NULL"
    width = 64

    def version(self):
        return "sqlite3 " + run(["sqlite3", "--version"]).split()[0]

    def answers(self, texts):
        lines = [f".print '\x01{number}'\nSELECT {text};" for number, text in enumerate(texts)]
        output = run(["stdbuf", "-o0", "sqlite3", "-nullvalue", "NULL", ":memory:"], "\n".join(lines) + "\n")
        return [judged(part) for part in marked(output, len(texts))]


def judged(part):
    wrong = re.match(r"(Parse|Runtime) error near line \d+: (.*)", part)
    if not wrong:
        return answer("value", part.removesuffix("\n"))
    if "syntax error" in wrong[2]:
        return answer("syntax", "")
    return answer("error", wrong[2])
