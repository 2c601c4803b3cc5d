#!/usr/bin/env python3
"""Scripts of pemdas beside CPython's, and Lua 5.4's where it is installed.

    cargo build --release
    python3 tests/bench/scripts.py [--pemdas PATH] [--rounds N] [--only WORD] [--seconds N]

A workload is a script under `scripts/`, written as a beginner would, and again in Lua beside it. All
of them must print the same. Then they run in turn (A B C A B C ...), so that a busy moment of the
machine hits them alike; a time is the processor time (user and system) of the whole process, a ratio
is pemdas's time by the other's in the same round, and the table gives the medians. Below 1 pemdas is
faster.

Then memory: the most that lists of ten million small whole numbers take, and what a loop that builds
and drops cycles holds over --seconds seconds.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from compare import Command, run, version

HERE = pathlib.Path(__file__).resolve().parent
SCRIPTS = HERE / "scripts"

WORKLOADS = {
    "while_module": "`while` over 3 million integers",
    "while_function": "the same in a function",
    "for_module": "`for` over 3 million integers",
    "for_function": "the same in a function",
    "floats": "float arithmetic in a loop",
    "fib": "`fib(27)`",
    "comprehension": "list comprehension with a filter",
    "generator": "generator expression, summed",
    "strings": "building strings",
    "counting": "counting with a dict",
    "sorting": "`sorted` with a key",
    "formatting": "f-strings with specs",
    "start": "start-up: `print(1)`",
}

LISTS = {
    "repeat": "`[0] * 10**7`",
    "comprehension": "`[i % 100 for i in range(10**7)]`",
    "range": "`list(range(10**7))`",
    "append": "`append` in a loop",
}

AT_LEAST = 1.0
"""Seconds in which a short workload is repeated."""


def commands(name, path):
    """How each program is told to do a workload; pemdas first."""
    script = str(SCRIPTS / f"{name}.py")
    told = {"pemdas": Command([path["pemdas"], "run", script]), "CPython": Command([path["CPython"], script])}
    if "Lua" in path:
        told["Lua"] = Command([path["Lua"], str(SCRIPTS / f"{name}.lua")])
    return told


def agree(name, told, folder):
    """Runs each once; all must print the same."""
    output = os.path.join(folder, "output")
    printed = {}
    for who, command in told.items():
        code, _, _ = run(command, folder, output)
        printed[who] = (code, pathlib.Path(output).read_text())
    if len(set(printed.values())) != 1 or printed["pemdas"][0] != 0:
        sys.exit(f"{name}: not the same answers: {printed}")


def measure(told, folder, rounds):
    """The processor times of each, round by round."""
    times = {who: [] for who in told}
    end = time.monotonic() + AT_LEAST
    done = 0
    while done < rounds or (time.monotonic() < end and done < 20 * rounds):
        for who, command in told.items():
            times[who].append(run(command, folder)[2])
        done += 1
    return times


def ratio(times, who):
    return statistics.median(a / b for a, b in zip(times["pemdas"], times[who]))


def speed(path, options, folder):
    others = [who for who in path if who != "pemdas"]
    print("| | pemdas | " + " | ".join(f"{who} | ÷" for who in others) + " |")
    print("|---|---:|" + "---:|---:|" * len(others), flush=True)
    for name, what in WORKLOADS.items():
        if options.only not in name:
            continue
        told = commands(name, path)
        agree(name, told, folder)
        times = measure(told, folder, options.rounds)
        cells = [what, f"{statistics.median(times['pemdas']):.3f} s"]
        for who in others:
            cells += [f"{statistics.median(times[who]):.3f} s", f"{ratio(times, who):.2f}"]
        print("| " + " | ".join(cells) + " |", flush=True)


def peak(words):
    """The most memory that a program took, in bytes. A small process starts it: the mark that the
    kernel keeps begins with what the one that started it holds."""
    child = subprocess.Popen([sys.executable, "-c", PEAK, *words], stdout=subprocess.PIPE, text=True)
    told, _ = child.communicate()
    return int(told.split()[-1])


PEAK = """
import os, sys
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
_, status, used = os.wait4(child, 0)
if status:
    sys.exit("failed")
print(used.ru_maxrss * 1024)
"""


def memory(path):
    print("\n| ten million small integers | pemdas | CPython | ÷ |")
    print("|---|---:|---:|---:|", flush=True)
    for name, what in LISTS.items():
        script = str(SCRIPTS / "memory" / f"{name}.py")
        ours, theirs = peak([path["pemdas"], "run", script]), peak([path["CPython"], script])
        print(f"| {what} | {ours / 1e6:.0f} MB | {theirs / 1e6:.0f} MB | {ours / theirs:.2f} |", flush=True)


def resident(process):
    """The memory a process holds now, in bytes."""
    with open(f"/proc/{process}/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def cycles(path, seconds):
    """What the loop that builds and drops cycles holds, by and by."""
    print(f"\n| cycles built and dropped, held in the course of {seconds} s | first quarter | last quarter | most |")
    print("|---|---:|---:|---:|", flush=True)
    for who, words in {"pemdas": [path["pemdas"], "run"], "CPython": [path["CPython"]]}.items():
        child = subprocess.Popen([*words, str(SCRIPTS / "memory" / "cycles.py")])
        held = []
        end = time.monotonic() + seconds
        while time.monotonic() < end and child.poll() is None:
            time.sleep(0.05)
            held.append(resident(child.pid))
        ended = child.poll()
        child.kill()
        child.wait()
        if ended is not None:
            print(f"| {who} | ended with exit code {ended} | | |")
            continue
        quarter = max(len(held) // 4, 1)
        first, last = max(held[:quarter]), max(held[-quarter:])
        print(f"| {who} | {first / 1e6:.1f} MB | {last / 1e6:.1f} MB | {max(held) / 1e6:.1f} MB |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    target = os.environ.get("CARGO_TARGET_DIR", HERE.parents[1] / "target")
    parser.add_argument("--pemdas", default=os.path.join(target, "release", "pemdas"))
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each workload, at least")
    parser.add_argument("--only", default="", help="only workloads whose name contains this, and no memory")
    parser.add_argument("--seconds", type=int, default=20, help="how long cycles are built")
    options = parser.parse_args()
    pemdas = os.path.abspath(options.pemdas)
    if not os.path.exists(pemdas):
        sys.exit(f"there is no {pemdas}; run: cargo build --release")
    path = {"pemdas": pemdas, "CPython": sys.executable}
    lua = shutil.which("lua5.4")
    if lua:
        path["Lua"] = lua
    for who, program in path.items():
        print(f"{who}: {version(program)}")
    print()
    with tempfile.TemporaryDirectory() as folder:
        speed(path, options, folder)
    if not options.only:
        memory(path)
        cycles(path, options.seconds)


if __name__ == "__main__":
    main()
