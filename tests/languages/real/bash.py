"""Bash: `$(( ))` of each row in a subshell of its own would take long; so a row's text is assigned
to a number, which fails alone."""

import re

from real.base import Language, answer, marked, run

PROGRAM = r"""
number=0
while IFS= read -r text; do
    printf '\x01%d\n' $number
    number=$((number + 1))
    # The text is read where arithmetic reads a variable: as in $(( )), and a mistake ends nothing.
    if let "said = ($text)"; then :; fi
    printf 'value\t%s' "$said"
    said=none
done
"""


class Real(Language):
    fractions = False
    width = 64

    def version(self):
        return "bash " + re.search(r"version (\S+)", run(["bash", "--version"]))[1]

    def answers(self, texts):
        output = run(["bash", "-c", "said=none\n" + PROGRAM], "\n".join(texts) + "\n")
        return [judged(part) for part in marked(output, len(texts))]


def judged(part):
    wrong = re.search(r"let: .*?: ([a-z][^(]*)\(error token", part, re.S)
    if not wrong:
        return answer("value", part.partition("\t")[2])
    reason = wrong[1].strip()
    return answer("syntax" if "syntax" in reason or "operand" in reason else "error", reason)
