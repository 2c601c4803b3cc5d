"""What all adapters share: running a program, and asking many rows in one process."""

import resource
import subprocess

from prove import Answer

# Longer answers say nothing that shorter ones don't.
LONGEST = 4000


def run(command, text="", timeout=600, **more):
    """What a command writes, error output with it unless asked otherwise."""
    more.setdefault("stderr", subprocess.STDOUT)
    done = subprocess.run(
        command, input=text, stdout=subprocess.PIPE, text=True, timeout=timeout,
        encoding="utf-8", errors="replace", **more)
    return done.stdout


class Language:
    """A real language. An adapter gives `name`, `version` and `answers`, and `trees` if it has a
    parser that shows them."""

    name = ""
    # Whether it has numbers with a fraction.
    fractions = True
    # Whether it has bools of their own, which are no numbers.
    typed = False
    # How wide its whole numbers are: 32, 64, or 0 where they are exact or doubles.
    width = 0
    trees = None
    # Its `and`, and its word for no value.
    both = "&&"
    nothing = None
    # Whether its whole numbers have no end: their powers are kept small.
    exact = False
    # Answers that also tell in which order operands were asked for, where a language lets that show.
    answers_with_order = None

    def version(self):
        raise NotImplementedError

    def answers(self, texts):
        """An `Answer` for each text."""
        raise NotImplementedError

    def is_fair(self, text):
        """Whether what is asked may answer for the language."""
        return True

    def spoken(self, texts):
        """An `Answer` for each text, as the language shows a value to people."""
        return self.answers(texts)

    def operands(self, chooser, number):
        """Operands that tell readings apart: small whole numbers, later others too."""
        kinds = [
            lambda: chooser.choice("23579" if not self.exact else "2345"),
            lambda: chooser.choice("0123"),
            lambda: chooser.choice("0011247" if not self.exact else "001124"),
            lambda: str(chooser.randint(0, 6 if self.exact else 40)),
        ]
        if self.fractions:
            kinds.append(lambda: chooser.choice(["0.1", "0.2", "0.3", "0.7", "3", "1.1", "0"]))
        if self.nothing:
            kinds.append(lambda: chooser.choice([self.nothing, self.nothing, "0", "1", "2"]))
        kind = kinds[number % len(kinds)]
        return [kind() for _ in range(5)]

    def chains(self, words):
        """Whether two operators might compare three values in one go, joined by `both`."""
        return False


def marked(output, count):
    """The parts of an output after marks `\\x01NUMBER` at the beginnings of lines."""
    parts = [""] * count
    for piece in output.split("\x01")[1:]:
        number, _, rest = piece.partition("\n")
        parts[int(number)] += rest
    return parts


def in_batches(texts, ask, size=4000):
    """Asks some rows at a time."""
    answers = []
    for start in range(0, len(texts), size):
        answers += ask(texts[start:start + size])
    return answers


def halved(texts, ask):
    """Asks all rows at once; where that fails (`None`), each half, down to the row that fails."""
    found = ask(texts)
    if found is not None:
        return found
    if len(texts) == 1:
        raise SystemExit(f"no answer to {texts[0]!r}")
    half = len(texts) // 2
    return halved(texts[:half], ask) + halved(texts[half:], ask)


def restarted(texts, ask):
    """Asks all rows; where the process died at one, that one is refused and the rest asked again."""
    answers = []
    while len(answers) < len(texts):
        parts = ask(texts[len(answers):])
        whole = (part.startswith(("value", "error", "syntax")) for part in parts)
        done = next((place for place, is_whole in enumerate(whole) if not is_whole), len(parts))
        answers += parts[:done]
        if done < len(parts):
            answers.append("died")
    return answers


def limit_memory():
    """For a child process: an answer that needs more than two gigabytes is none."""
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))


def answer(kind, text):
    return Answer(kind, text[:LONGEST])
