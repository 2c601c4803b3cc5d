"""One module a language: how the real one is asked."""

import importlib

# In the order of the ladders' names; school arithmetic and the pocket calculator can't be asked.
NAMES = [
    "python", "c", "java", "javascript", "rust", "go", "perl", "ruby", "php", "lua", "awk", "bc",
    "bash", "r", "octave", "excel", "sql", "tcl",
]


def language(name):
    found = importlib.import_module(f"real.{name}").Real()
    found.name = name
    return found
