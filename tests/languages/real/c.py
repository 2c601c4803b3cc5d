"""C, by gcc: all rows of a batch in one program, whole numbers of 32 bits.

Operands are read from memory, so that nothing is folded, and checks are compiled in; the language
says nothing of an overflow, so such rows are errors, and shifts by more than 31 are left out.
"""

import os
import re
import tempfile

from real.base import Language, answer, in_batches, marked, run

PROGRAM = """
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#define K(n) (*(volatile int[]){n})
static sigjmp_buf back;
static void caught(int number) { (void)number; siglongjmp(back, 1); }
"""
CHECKS = [
    ("value", ["-fwrapv"]),
    ("overflow", ["-fsanitize=signed-integer-overflow", "-fsanitize-undefined-trap-on-error"]),
    ("shift", ["-fsanitize=shift-exponent", "-fsanitize-undefined-trap-on-error"]),
]
SOME = 400


class Real(Language):
    fractions = False
    width = 32

    def version(self):
        return run(["gcc", "--version"]).splitlines()[0]

    def answers(self, texts):
        return in_batches(texts, self.batch, 20000)

    def batch(self, texts):
        with tempfile.TemporaryDirectory() as folder:
            source = os.path.join(folder, "rows.c")
            with open(source, "w", encoding="utf-8") as file:
                file.write(program(texts))
            found = {}
            for check, flags in CHECKS:
                binary = os.path.join(folder, check)
                wrong = run(["gcc", "-w", "-O0", *flags, source, "-o", binary])
                if wrong:
                    raise SystemExit(wrong)
                found[check] = marked(run([binary]), len(texts))
        return [judged(*parts) for parts in zip(*(found[check] for check, _ in CHECKS))]


def judged(value, overflow, shift):
    value, overflow, shift = value.strip(), overflow.strip(), shift.strip()
    if value == "trap":
        return answer("error", "division by zero")
    if shift == "trap":
        return answer("unsaid", value)
    return answer("error", "overflow") if overflow == "trap" else answer("value", value)


def program(texts):
    lines = [PROGRAM]
    for start in range(0, len(texts), SOME):
        lines.append(f"static int f{start}(int i) {{ switch (i) {{")
        for number, text in enumerate(texts[start:start + SOME], start):
            spelled = re.sub(r"\b\d+\b", lambda found: f"K({found.group()})", text)
            lines.append(f"case {number}: return {spelled};")
        lines.append("} return 0; }")
    lines.append("int main(void) { signal(SIGFPE, caught); signal(SIGILL, caught);")
    for start in range(0, len(texts), SOME):
        end = min(start + SOME, len(texts))
        lines.append(f"for (volatile int i = {start}; i < {end}; i++) {{")
        lines.append('printf("\\x01%d\\n", i);')
        lines.append(f'if (sigsetjmp(back, 1)) puts("trap"); else printf("%d\\n", f{start}(i)); }}')
    lines.append("return 0; }")
    return "\n".join(lines)
