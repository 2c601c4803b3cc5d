"""bc: one row a line, with its marks printed between; nothing is scaled, as without `-l`."""

import re

from real.base import Language, answer, in_batches, marked, run


class Real(Language):
    exact = True

    def version(self):
        return run(["bc", "--version"]).splitlines()[0]

    def answers(self, texts):
        return in_batches(texts, self.batch)

    def batch(self, texts):
        # A mistake of the parser throws away the rest of its line only.
        lines = [f'print "\\x01{number}\\n"\n{text}' for number, text in enumerate(texts)]
        lines = [line.replace("\\x01", "\x01") for line in lines]
        output = run(["stdbuf", "-o0", "bc", "-q"], "\n".join(lines) + "\n")
        return [judged(part) for part in marked(output, len(texts))]


def judged(part):
    part = part.strip()
    if "syntax error" in part or "illegal character" in part:
        return answer("syntax", "")
    wrong = re.search(r"Runtime error.*?: (.*)", part)
    if wrong:
        return answer("error", wrong[1])
    return answer("value", part.replace("\\\n", ""))
