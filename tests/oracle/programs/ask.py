"""What CPython and pemdas make of a program: `(output, exit code, last line of the error)`."""

import builtins
import io
import os
import re
import signal
import subprocess
import sys
import tempfile

from generate import INPUT

SECONDS = 2
"""How long CPython may take; what is slower, says too much, or shows an address or the order of a
set, has no answer."""

LONGEST = 20_000

ACCIDENTS = re.compile(r"\bat 0x[0-9a-f]+|\{-?\d+(, -?\d+)+\}")
FRESH = [sys.executable, "-B", "-W", "ignore", "-X", "int_max_str_digits=0"]


class TooSlow(BaseException):
    """Raised by the alarm."""


def last_line(text):
    lines = text.splitlines()
    return lines[-1] if lines else ""


def answer(output, code, errors):
    """What is compared."""
    return output, code, last_line(errors)


def cpython(source, text=INPUT):
    """Runs a program in this process, in a namespace of its own, as a fresh one would; None where
    there is no answer. The words of an error are the interpreter's: its own hook, written
    in C, tells it ("Did you mean" is not known to the module `traceback` of 3.11)."""
    output, errors = io.StringIO(), io.StringIO()
    before = sys.stdin, sys.stdout, sys.stderr, sys.argv
    names = {"__name__": "__main__", "__doc__": None, "__package__": None, "__loader__": None, "__spec__": None,
             "__annotations__": {}, "__builtins__": builtins, "__file__": "program.py", "__cached__": None}
    code = 0
    signal.signal(signal.SIGALRM, too_slow)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        sys.stdin, sys.stdout, sys.stderr, sys.argv = io.StringIO(text), output, errors, ["program.py"]
        try:
            exec(compile(source, "program.py", "exec"), names)
        except SystemExit as leaving:
            code = exit_code(leaving.code, errors)
        except TooSlow:
            return None
        except BaseException as error:
            sys.__excepthook__(type(error), error, error.__traceback__.tb_next)
            code = 130 if isinstance(error, KeyboardInterrupt) else 1
    except TooSlow:
        return None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        sys.stdin, sys.stdout, sys.stderr, sys.argv = before
    if len(output.getvalue()) > LONGEST or ACCIDENTS.search(output.getvalue() + errors.getvalue()):
        return None
    return answer(output.getvalue(), code, errors.getvalue())


def too_slow(*_):
    raise TooSlow


def exit_code(code, errors):
    """The exit code of `SystemExit(code)`; what is no number is told."""
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    print(code, file=errors)
    return 1


def run(command, source, text):
    """Runs a program in a fresh process."""
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "program.py"), "w", encoding="utf-8") as file:
            file.write(source)
        try:
            done = subprocess.run([*command, "program.py"], input=text.encode(), capture_output=True, cwd=folder, timeout=20,
                                  env={**os.environ, "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"})
        except subprocess.TimeoutExpired:
            return "", -1, "no end after 20 seconds"
    output, errors = (stream.decode("utf-8", "replace") for stream in (done.stdout, done.stderr))
    # Python ends itself by the signal after Ctrl-C; a shell calls that 130.
    code = 130 if done.returncode == -signal.SIGINT else done.returncode
    return answer(output, code, errors)


def fresh(source, text=INPUT):
    """CPython in a process of its own."""
    return run(FRESH, source, text)


def pemdas(path, source, text=INPUT):
    return run([path, "run"], source, text)
