"""What the command line says. Arguments: numbers, to be added; `-v` tells more."""
import sys


def main(arguments):
    verbose = "-v" in arguments
    numbers = [a for a in arguments if a != "-v"]
    if not numbers:
        print("usage: arguments.py [-v] NUMBER...")
        return 2
    total = 0
    for text in numbers:
        try:
            total += float(text)
        except ValueError:
            print("ignored", repr(text))
            continue
        if verbose:
            print(f"+ {text} = {total:g}")
    print("sum", total)
    return total < 0


if __name__ == "__main__":
    print(len(sys.argv), sys.argv[1:], sys.maxsize)
    sys.exit(main(sys.argv[1:]))
