"""Ways to leave. Argument: which way."""
import sys

way = sys.argv[1]
print("leaving by", way)
try:
    if way == "number":
        sys.exit(7)
    elif way == "text":
        sys.exit("with words")
    elif way == "none":
        sys.exit()
    elif way == "tuple":
        sys.exit((1, "two"))
    elif way == "zero":
        exit(0)
    elif way == "quit":
        quit("quit says why")
    elif way == "raise":
        raise SystemExit(300)
    elif way == "float":
        raise SystemExit(1.5)
    elif way == "negative":
        sys.exit(-1)
    elif way == "caught":
        try:
            sys.exit(5)
        except SystemExit as leaving:
            print("caught", leaving.code, repr(leaving))
    elif way == "interrupt":
        raise KeyboardInterrupt
    elif way == "assert":
        assert way == "other", f"way is {way}"
    elif way == "class":
        raise ValueError
    elif way == "lines":
        raise ValueError("first line\nsecond line")
    elif way == "nothing":
        raise
    elif way == "odd":
        raise "text"
except Exception as error:
    print("an Exception passes by:", type(error).__name__)
    raise
finally:
    print("finally")
print("the end")
