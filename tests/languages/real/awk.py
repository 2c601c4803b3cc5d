"""AWK, by gawk: all rows of a batch in one program; where one is refused or ends it, halves.

gawk computes what has only numbers before anything runs: a division by zero is an error even where
it would not be reached.
"""

import re

from real.base import Language, answer, halved, in_batches, marked, run


class Real(Language):
    # Whether a text is gawk's or mawk's to answer.
    program = "gawk"

    def version(self):
        return " ".join(run([self.program, "--version"]).split(",")[0].split()[:3])

    def answers(self, texts):
        return in_batches(texts, lambda some: halved(some, self.batch), 500)

    def batch(self, texts):
        lines = [f'printf "\\001{number}\\n"; print ({text})' for number, text in enumerate(texts)]
        output = run([self.program, "BEGIN {\n" + "\n".join(lines) + "\n}"])
        if "syntax error" in output:
            return [answer("syntax", "")] if len(texts) == 1 else None
        wrong = re.search(r"(?:fatal|error): (.*)", output)
        if wrong:
            return [answer("error", wrong[1])] if len(texts) == 1 else None
        return [answer("value", part.removesuffix("\n")) for part in marked(output, len(texts))]
