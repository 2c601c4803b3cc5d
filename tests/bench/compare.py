#!/usr/bin/env python3
"""pemdas beside python3, bc and gawk, and fend and qalc where they are installed.

    cargo build --release
    python3 tests/bench/compare.py [--pemdas PATH] [--runs N] [--budget SECONDS] [--only WORD]

Every program of a row is run once to see that all give the same values, then all of them in turn
(A B A B ...), so that a busy moment of the machine hits them alike. A ratio is pemdas's time
divided by the other's in the same round: below 1 pemdas is faster. The table gives the median of
the rounds and, in brackets, the quartiles. Times are CPU times (user and system) of the program
alone, unless --wall asks for the time on the clock.
"""

import argparse
import math
import os
import platform
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from fractions import Fraction

HERE = os.path.dirname(os.path.abspath(__file__))
EXACT = ["-X", "int_max_str_digits=0"]
# As the prompt does it: statements run, answers are shown.
PROMPT = """
import sys
names = {}
for line in sys.stdin:
    exec(compile(line, "<stdin>", "single"), names)
"""


@dataclass
class Command:
    """A program with its arguments, and what comes to it on a pipe."""

    words: list[str]
    text: str = ""


@dataclass
class Row:
    """Work, and the way each program is told to do it; pemdas first."""

    name: str
    commands: dict[str, Command]
    aim: str = ""
    # The aim, checked: from (pemdas's median, {peer: ratio}) to whether it is reached.
    reached: object = None
    # What the work consists of, to say what one of them takes.
    items: int = 0
    unit: str = ""
    exact: bool = True


@dataclass
class Result:
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


def programs(pemdas):
    """Where each program is. A python3 that is only a shim of a version manager is looked through."""
    found = {"pemdas": pemdas, "python3": sys.executable}
    for name in ["bc", "gawk", "fend", "qalc"]:
        path = shutil.which(name)
        if path:
            found[name] = os.path.realpath(path)
    return found


def version(path):
    for word in ["--version", "-v"]:
        told = subprocess.run([path, word], capture_output=True, text=True, stdin=subprocess.DEVNULL)
        lines = (told.stdout + told.stderr).strip().splitlines()
        if told.returncode == 0 and lines:
            return lines[0]
    return "of unknown version"


# The work.


def terms(count, seed=1):
    choose = random.Random(seed)
    return "+".join(str(choose.randrange(10)) for _ in range(count))


def number(digits, seed=2):
    choose = random.Random(seed)
    return str(choose.randrange(1, 10)) + "".join(choose.choices("0123456789", k=digits - 1))


def lines(count, seed=3):
    """Varied lines: assignments and expressions whose answers are exact in binary and in decimal,
    and small enough for a double."""
    choose = random.Random(seed)
    variables = ["a", "b", "rate", "total"]

    def atom():
        kind = choose.random()
        if kind < 0.15:
            return choose.choice(variables)
        if kind < 0.30:
            return f"{choose.randrange(100)}.{choose.choice(['5', '25', '75', '125'])}"
        return str(choose.randrange(10 ** choose.randrange(1, 5)))

    def expression(depth):
        kind = choose.random()
        if depth == 0 or kind < 0.1:
            return atom()
        if kind < 0.2:
            return f"({expression(depth - 1)})"
        if kind < 0.3:
            return f"-{atom()}"
        if kind < 0.4:
            return f"{choose.randrange(10)}**{choose.randrange(5)}"
        if kind < 0.5:
            return f"{atom()} / {choose.choice([2, 4, 8])}"
        if kind < 0.7:
            return f"{atom()} * {atom()}"
        return f"{expression(depth - 1)} {choose.choice('+-')} {expression(depth - 1)}"

    made = [f"{name} = {choose.randrange(1000)}" for name in variables]
    while len(made) < count:
        if choose.random() < 0.1:
            made.append(f"{choose.choice(variables)} = {choose.randrange(10000)} / 8 + {choose.randrange(99)}")
        else:
            made.append(expression(choose.randrange(1, 4)))
    return made


def is_assignment(line):
    return " = " in line


def for_bc(made):
    return "scale = 40\n" + "".join(line.replace("**", "^") + "\n" for line in made)


def for_gawk(made):
    wrapped = (line if is_assignment(line) else f"print({line})" for line in made)
    return "BEGIN {\n" + "".join(line + "\n" for line in wrapped) + "}\n"


def rows(path):
    """Everything that is measured."""
    p, python = path["pemdas"], path["python3"]

    def have(commands):
        return {name: command for name, command in commands.items() if name in path}

    def bc(text):
        return Command([path.get("bc", ""), "-q"], text)

    def gawk(program, *options):
        return Command([path.get("gawk", ""), *options, program])

    yield Row(
        "start-up and `1+1`",
        have({
            "pemdas": Command([p, "1+1"]),
            "python3": Command([python, "-c", "print(1+1)"]),
            "bc": bc("1+1\n"),
            "gawk": gawk("BEGIN { print 1+1 }"),
            "fend": Command([path.get("fend", ""), "1+1"]),
            "qalc": Command([path.get("qalc", ""), "-t", "1+1"]),
        }),
        aim="at most 1.5 × bc",
        reached=lambda _, ratio: ratio["bc"] <= 1.5,
    )

    count = 100_000
    made = lines(count)
    plain = "".join(line + "\n" for line in made)
    yield Row(
        "100,000 varied lines on a pipe",
        have({
            "pemdas": Command([p], plain),
            "python3": Command([python, "-c", PROMPT], plain),
            "bc": bc(for_bc(made)),
            "gawk": Command([path.get("gawk", ""), "-v", "OFMT=%.17g", "-f", "/dev/stdin"], for_gawk(made)),
        }),
        aim="less than bc and gawk",
        reached=lambda _, ratio: ratio["bc"] < 1 and ratio["gawk"] < 1,
        items=count,
        unit="line",
    )

    power = "3**(2**20)"
    yield Row(
        "`3**(2**20)`, printed",
        have({
            "pemdas": Command([p, power]),
            "python3": Command([python, *EXACT, "-c", f"print({power})"]),
            "bc": bc("3^(2^20)\n"),
            "gawk": gawk("BEGIN { print 3^(2^20) }", "-M"),
        }),
        aim="at most 0.1 × python3",
        reached=lambda _, ratio: ratio["python3"] <= 0.1,
    )

    for digits in [100_000, 1_000_000]:
        text = number(digits)
        yield Row(
            f"an integer of {digits:,} digits, read and printed",
            have({
                "pemdas": Command([p], text + "\n"),
                "python3": Command([python, *EXACT, "-c", PROMPT], text + "\n"),
                "bc": bc(text + "\n"),
                "gawk": Command([path.get("gawk", ""), "-M", "{ print $1 + 0 }"], text + "\n"),
            }),
            aim="subquadratic",
            items=digits,
            unit="digit",
        )

    loop = "sum(3*x**2 + 2*x - 7 for x in range(10**6))"
    yield Row(
        f"`{loop}`",
        have({
            "pemdas": Command([p, loop]),
            "python3": Command([python, "-c", f"print({loop})"]),
            "bc": bc("for (x = 0; x < 10^6; x++) s += 3*x^2 + 2*x - 7\ns\n"),
            "gawk": gawk("BEGIN { for (x = 0; x < 10^6; x++) s += 3*x^2 + 2*x - 7; printf(\"%d\\n\", s) }", "-M"),
        }),
        aim="at most 0.5 × python3",
        reached=lambda _, ratio: ratio["python3"] <= 0.5,
        items=10**6,
        unit="round",
    )

    for count in [10_000, 100_000, 1_000_000]:
        text = terms(count)
        yield Row(
            f"a sum of {count:,} terms, read and evaluated",
            have({
                "pemdas": Command([p], text + "\n"),
                "python3": Command([python, "-c", PROMPT], text + "\n"),
                "bc": bc(text + "\n"),
                "gawk": Command([path.get("gawk", ""), "-f", "/dev/stdin"], f"BEGIN {{ print({text}) }}\n"),
            }),
            aim="linear",
            items=count,
            unit="term",
        )

    count = 100_000
    requests = (f'{{"id": {i}, "input": "{i} * 2 + 1", "fresh": true}}\n' for i in range(count))
    yield Row(
        "`serve`, 100,000 small requests",
        {"pemdas": Command([p, "serve"], "".join(requests))},
        aim="at most 10 µs each",
        reached=lambda time, _: time <= count * 10e-6,
        items=count,
        unit="request",
        exact=False,
    )


# Running.

ENVIRONMENT = {**os.environ, "BC_LINE_LENGTH": "0", "LC_ALL": "C.UTF-8"}


def run(command, folder, output=os.devnull):
    """Runs a program and gives its exit code, its time on the clock and on the processor."""
    actions = [(os.POSIX_SPAWN_OPEN, 1, output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)]
    actions += [(os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
    feeder = None
    start = time.perf_counter()
    if command.text:
        # A real pipe, filled by somebody else.
        name = os.path.join(folder, "input")
        out, into = os.pipe()
        cat = [(os.POSIX_SPAWN_DUP2, into, 1), (os.POSIX_SPAWN_CLOSE, out)]
        feeder = os.posix_spawn("/bin/cat", ["cat", name], ENVIRONMENT, file_actions=cat)
        os.close(into)
        actions += [(os.POSIX_SPAWN_DUP2, out, 0)]
    else:
        actions += [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0)]
        start = time.perf_counter()
    child = os.posix_spawn(command.words[0], command.words, ENVIRONMENT, file_actions=actions)
    if command.text:
        os.close(out)
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - start
    if feeder:
        os.waitpid(feeder, 0)
    return os.waitstatus_to_exitcode(status), wall, used.ru_utime + used.ru_stime


def prepare(command, folder):
    with open(os.path.join(folder, "input"), "w") as file:
        file.write(command.text)


def answers(text):
    """The values in an output. Long ones are compared as they are written."""
    plain = re.compile(r"-?\d*\.?\d*(e[+-]?\d+)?")
    values = []
    for word in text.split():
        if len(word) > 1000 or not plain.fullmatch(word):
            values.append(word)
        else:
            values.append(Fraction(word if word[-1] != "." else word[:-1]))
    return values


def agree(row, folder):
    """Runs each program once, and leaves out those that can't do the work, and says so."""
    output = os.path.join(folder, "output")
    wanted = None
    able = {}
    for name, command in row.commands.items():
        prepare(command, folder)
        code, _, _ = run(command, folder, output)
        with open(output, errors="replace") as file:
            told = file.read()
        if code != 0:
            if name == "pemdas":
                sys.exit(f"{row.name}: pemdas failed with exit code {code}")
            print(f"{row.name}: {name} can't do it (exit code {code})", file=sys.stderr)
            continue
        if row.exact:
            got = answers(told)
            wanted = wanted or got
            if got != wanted:
                at = next((i for i, (a, b) in enumerate(zip(got, wanted)) if a != b), min(len(got), len(wanted)))
                sys.exit(f"{row.name}: {name} differs from pemdas at answer {at + 1} ({len(got)} and {len(wanted)})")
        able[name] = command
    return able


def measure(row, folder, options):
    able = agree(row, folder)
    results = {name: Result() for name in able}
    end = time.monotonic() + options.budget
    # Short work is repeated more often: its figures scatter most.
    for done in range(options.runs * 20):
        if done >= options.runs and time.monotonic() > end or done >= 2 and time.monotonic() > end + options.budget:
            break
        for name, command in able.items():
            prepare(command, folder)
            _, wall, cpu = run(command, folder)
            results[name].wall.append(wall)
            results[name].cpu.append(cpu)
    return results


# Telling.


def seconds(value):
    for factor, unit in [(1, "s"), (1e3, "ms"), (1e6, "µs")]:
        if value * factor >= 1:
            return f"{value * factor:.3g} {unit}"
    return f"{value * 1e9:.3g} ns"


def quartiles(values):
    if len(values) < 2:
        return values[0], values[0], values[0]
    return tuple(statistics.quantiles(values, n=4, method="inclusive"))


def cell(values, show):
    low, middle, high = quartiles(values)
    return f"{show(middle)} ({show(low)}–{show(high)})"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    target = os.environ.get("CARGO_TARGET_DIR", os.path.join(HERE, "..", "..", "target"))
    parser.add_argument("--pemdas", default=os.path.join(target, "release", "pemdas"))
    parser.add_argument("--runs", type=int, default=7, help="rounds of each row, at least")
    parser.add_argument("--budget", type=float, default=4, help="seconds in which short work is repeated")
    parser.add_argument("--only", default="", help="only rows whose name contains this")
    parser.add_argument("--wall", action="store_true", help="the time on the clock instead of CPU time")
    options = parser.parse_args()
    options.pemdas = os.path.abspath(options.pemdas)
    if not os.path.exists(options.pemdas):
        sys.exit(f"there is no {options.pemdas}; run: cargo build --release")

    path = programs(options.pemdas)
    peers = [name for name in path if name != "pemdas"]
    processors = len(os.sched_getaffinity(0))
    print(f"{platform.system()} {platform.machine()}, {processors} processors, load {os.getloadavg()[0]:.1f}")
    for name in path:
        print(f"{name}: {version(path[name])}")
    for name in {"bc", "gawk", "fend", "qalc"} - set(path):
        print(f"{name}: not installed")
    clock = "wall" if options.wall else "cpu"
    print(f"\nTimes are {'on the clock' if options.wall else 'CPU times'}; ratios are pemdas's time by the other's.\n")
    print("| | pemdas | each | " + " | ".join(f"÷ {name}" for name in peers) + " | aim | |")
    print("|---|---:|---:|" + "---:|" * len(peers) + "---|---|", flush=True)

    each = {}
    with tempfile.TemporaryDirectory() as folder:
        idle = Row("", {"pemdas": Command([options.pemdas, "1+1"])})
        started = statistics.median(getattr(measure(idle, folder, options)["pemdas"], clock))
        for row in rows(path):
            if options.only not in row.name:
                continue
            results = measure(row, folder, options)
            own = getattr(results["pemdas"], clock)
            median = statistics.median(own)
            cells, ratio = [], {}
            for name in peers:
                if name not in results:
                    cells.append("–")
                    continue
                paired = [a / b for a, b in zip(own, getattr(results[name], clock))]
                ratio[name] = statistics.median(paired)
                cells.append(cell(paired, lambda r: f"{r:.2g}"))
            one = ""
            if row.items:
                net = max(median - started, 1e-9)
                one = f"{seconds(net / row.items)} a {row.unit}"
                each.setdefault(row.unit, []).append((row.items, net))
            verdict = ""
            if row.reached:
                try:
                    verdict = "yes" if row.reached(median, ratio) else "NO"
                except KeyError:
                    verdict = "?"
            words = [row.name, cell(own, seconds), one, *cells, row.aim, verdict]
            print("| " + " | ".join(word.replace("|", "\\|") for word in words) + " |", flush=True)

    print()
    for unit in ["digit", "term"]:
        found = each.get(unit, [])
        for (few, short), (many, long) in zip(found, found[1:]):
            power = math.log(long / short) / math.log(many / few)
            print(f"From {few:,} to {many:,} {unit}s pemdas's time (without start-up) grows as n^{power:.2f}.")


if __name__ == "__main__":
    main()
