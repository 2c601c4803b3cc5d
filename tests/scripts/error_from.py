"""raise ... from: a low error told in higher words. Input: settings `name=value`, up to an empty line."""
KNOWN = {"width": int, "ratio": float, "title": str}


def read_setting(line):
    name, separator, value = line.partition("=")
    try:
        cast = KNOWN[name.strip()]
        return name.strip(), cast(value.strip())
    except KeyError as error:
        raise LookupError(f"unknown setting {error}") from None
    except ValueError as error:
        raise RuntimeError(f"bad value for {name.strip()}") from error


settings = {}
while line := input():
    try:
        name, value = read_setting(line)
    except LookupError as error:
        print("skipped:", error, "| cause", error.__cause__, "| suppressed", error.__suppress_context__)
    else:
        settings[name] = value
        print(name, "=", repr(value))
print(settings)
