"""Exceptions with retries. Input: what a flaky service answers, a word a line: `ok`, `slow`, `down`, a number."""
import random

random.seed(0)
log = []


def fetch(attempt):
    answer = input()
    if answer == "ok":
        return "data"
    if answer == "slow":
        raise TimeoutError(f"attempt {attempt} took too long")
    if answer == "down":
        raise ConnectionError("no answer", 503)
    return 100 / int(answer)


def retry(function, attempts=3, *, catch=(TimeoutError, ConnectionError), on_error=None):
    """Calls the function until it answers; the last error is the cause of what is raised then."""
    last = None
    for attempt in range(1, attempts + 1):
        try:
            result = function(attempt)
        except catch as error:
            wait = round(0.1 * 2 ** attempt + random.random() / 10, 3)
            print(f"attempt {attempt}: {type(error).__name__}: {error} (wait {wait}s)")
            if on_error:
                on_error(error)
            last = error
        else:
            print(f"attempt {attempt}: {result}")
            return result
        finally:
            log.append(attempt)
    raise RuntimeError(f"gave up after {attempts} attempts") from last


retry(fetch)
retry(fetch, 2, on_error=lambda e: print("  args:", e.args))
try:
    retry(fetch, attempts=1)
except RuntimeError as error:
    print(error, "because of", repr(error.__cause__))
print("log", log)
print(retry(fetch, catch=ZeroDivisionError))
