"""Random programs, run by CPython and by pemdas, and compared.

    programs compare [--pemdas PATH] [--seed N] [--count N] [--shrink N]
                                   compares; shows the differences, each with a small program
    programs show SEED             the program of a seed
    programs record COUNT          writes programs with CPython's answers to recorded.jsonl
    programs rows SEED COUNT       prints such rows
    programs check                 asks again for what is recorded
    programs fresh SEED COUNT      that a process of its own answers as this one does

(`python3 tests/oracle/programs …`.) Compared are the output, the exit code, and the last line of the
error.
"""

import argparse
import concurrent.futures
import difflib
import json
import os
import pathlib
import sys
import warnings

import ask
import generate
import shrink

warnings.simplefilter("ignore")
sys.set_int_max_str_digits(0)
HERE = pathlib.Path(__file__).resolve().parent
RECORDED = HERE / "recorded.jsonl"
FIRST_RECORDED = 1_000_000
"""The seed of the first recorded program."""

REFUSALS = ("not part of pemdas", "pemdas has no ", " are allowed")
"""How pemdas says that it does not have something, or names a limit of its own."""


def row(seed):
    """A program with CPython's answer, or None."""
    source = generate.program(seed)
    told = ask.cpython(source)
    return told and [source, *told]


def rows(seed, count):
    with concurrent.futures.ProcessPoolExecutor() as pool:
        for found in pool.map(row, range(seed, seed + count), chunksize=20):
            if found:
                yield found


def difference(path, source):
    """Both answers where they differ, else None."""
    theirs = ask.cpython(source)
    if theirs is None:
        return None
    ours = ask.pemdas(path, source)
    return None if ours == theirs or any(part in ours[2] for part in REFUSALS) else (theirs, ours)


def group(pair):
    """What is different, in short, to count alike differences together."""
    (output, code, error), (our_output, our_code, our_error) = pair
    if error != our_error:
        return f"error: {our_error[:60]!r} instead of {error[:60]!r}"
    return "exit code" if code != our_code else "output"


def one(work):
    path, seed = work
    source = generate.program(seed)
    theirs = ask.cpython(source)
    if theirs is None:
        return seed, "no answer", None
    ours = ask.pemdas(path, source)
    if any(part in ours[2] for part in REFUSALS):
        return seed, "refused", ours[2]
    if ours == theirs:
        return seed, "raised" if theirs[1] else "same", None
    return seed, "different", (theirs, ours)


def compare(options):
    seeds = range(options.seed, options.seed + options.count)
    tally, different, refused = {}, [], {}
    with concurrent.futures.ProcessPoolExecutor() as pool:
        for seed, what, told in pool.map(one, ((options.pemdas, seed) for seed in seeds), chunksize=20):
            tally[what] = tally.get(what, 0) + 1
            if what == "refused":
                refused[told] = refused.get(told, 0) + 1
            if what == "different":
                different.append((seed, told))
    shown = {}
    for seed, pair in different:
        shown.setdefault(group(pair), []).append((seed, pair))
    for name, found in sorted(shown.items(), key=lambda item: -len(item[1]))[: options.shrink]:
        print(f"\n== {name}: {len(found)}")
        tell(options.pemdas, *min(found, key=lambda f: len(generate.program(f[0]))))
    for told, times in refused.items():
        print(f"{times:7} times  {told}")
    print(", ".join(f"{count} {what}" for what, count in sorted(tally.items())))
    return 1 if different else 0


def tell(path, seed, pair):
    """Shows a difference, with the program made small."""
    kind = group(pair).split(":")[0]

    def differs(source):
        found = difference(path, source)
        return found is not None and group(found).split(":")[0] == kind

    source = generate.program(seed)
    small = shrink.shrink(source, differs)
    theirs, ours = difference(path, small) or pair
    print(f"seed {seed}, made smaller:\n")
    print("".join(f"    {line}\n" for line in small.splitlines()))
    for who, told in (("CPython", theirs), ("pemdas", ours)):
        print(f"  {who}: exit {told[1]}, {told[2]!r}")
    for line in list(difflib.unified_diff(theirs[0].splitlines(), ours[0].splitlines(), "CPython", "pemdas", lineterm="", n=1))[:12]:
        print("  " + line)


def dump(found):
    return json.dumps(found, ensure_ascii=False) + "\n"


def check():
    """Whether CPython still answers what is recorded."""
    for line in RECORDED.read_text("utf-8").splitlines():
        source, *told = json.loads(line)
        again = ask.cpython(source)
        if again is None or list(again) != told:
            sys.exit(f"recorded differently: {told} {again}\n{source}")


def same_when_fresh(seed, count):
    """Compares this process's answers with those of fresh ones."""
    wrong = 0
    for number in range(seed, seed + count):
        source = generate.program(number)
        here, there = ask.cpython(source), ask.fresh(source)
        if here is not None and here != there:
            wrong += 1
            print(f"seed {number}: {here[1:]} {there[1:]}")
            for line in difflib.unified_diff(here[0].splitlines(), there[0].splitlines(), lineterm="", n=0):
                print("  " + line)
    print(f"{wrong} of {count} differ")
    return 1 if wrong else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    comparing = verbs.add_parser("compare")
    target = os.environ.get("CARGO_TARGET_DIR", HERE.parents[2] / "target")
    comparing.add_argument("--pemdas", default=os.path.join(target, "release", "pemdas"))
    comparing.add_argument("--seed", type=int, default=0)
    comparing.add_argument("--count", type=int, default=2000)
    comparing.add_argument("--shrink", type=int, default=10, help="how many kinds of differences are shown")
    for verb, names in {"show": ["seed"], "record": ["count"], "rows": ["seed", "count"], "check": [], "fresh": ["seed", "count"]}.items():
        added = verbs.add_parser(verb)
        for name in names:
            added.add_argument(name, type=int)
    options = parser.parse_args()
    if options.verb == "compare":
        options.pemdas = os.path.abspath(options.pemdas)
        return compare(options)
    if options.verb == "show":
        print(generate.program(options.seed), end="")
    elif options.verb == "rows":
        for found in rows(options.seed, options.count):
            sys.stdout.write(dump(found))
    elif options.verb == "record":
        RECORDED.write_text("".join(map(dump, rows(FIRST_RECORDED, options.count))), "utf-8")
    elif options.verb == "check":
        check()
    else:
        return same_when_fresh(options.seed, options.count)


if __name__ == "__main__":
    sys.exit(main())
