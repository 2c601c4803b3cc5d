"""Asks the real languages and writes down what they say: `NAME/pairs.txt` and `NAME/random.txt`.

    python3 tests/languages/record.py [--pairs | --random] [LANGUAGE…]    all by default
    python3 tests/languages/record.py --check [LANGUAGE…]                 asks again, and compares

`README.md` tells what the files hold.
"""

import os
import sys
from collections import Counter

import ladder
import prove
import real
import rows

HERE = os.path.dirname(os.path.abspath(__file__))


def pairs(language):
    operators = ladder.read(language.name)
    asked = list(dict.fromkeys(rows.pairs(operators)))
    by = prove.by_trees if language.trees else prove.by_answers
    yield f"# {language.version()}; proved by its {'parser' if language.trees else 'answers'}"
    for text, verdict in by(language, asked):
        yield f"{text}\t{verdict}"


def random_rows(language):
    import generate

    yield f"# {language.version()}"
    yield from generate.recorded(language)


PARTS = {"pairs": pairs, "random": random_rows}


def main(words):
    check = "--check" in words
    parts = [part for part in PARTS if f"--{part}" in words] or list(PARTS)
    names = [word for word in words if not word.startswith("--")] or real.NAMES
    differ = False
    for name in names:
        language = real.language(name)
        for part in parts:
            path = os.path.join(HERE, name, f"{part}.txt")
            text = "\n".join(PARTS[part](language)) + "\n"
            if check:
                with open(path, encoding="utf-8") as file:
                    same = file.read() == text
                differ |= not same
                print(f"{name} {part}: {'the same' if same else 'DIFFERENT'}", flush=True)
            else:
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text)
                lines = text.splitlines()[1:]
                seconds = Counter(line.split("\t")[1].split(" ")[0] for line in lines)
                told = {word: seconds[word] for word in ("refused", "same", "chain", "!")}
                print(name, part, len(lines), {word: n for word, n in told.items() if n},
                      flush=True)
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
