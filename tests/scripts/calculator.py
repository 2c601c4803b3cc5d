"""A terminal calculator with a menu.

Input: a choice (1 to 5), two numbers, and so on; 6 shows what was computed, 7 leaves.
"""


def add(x, y):
    return x + y


def subtract(x, y):
    return x - y


def multiply(x, y):
    return x * y


def divide(x, y):
    return x / y


OPERATIONS = {
    "1": ("+", add),
    "2": ("-", subtract),
    "3": ("*", multiply),
    "4": ("/", divide),
    "5": ("**", lambda x, y: x ** y),
}


def number(prompt):
    """Asks until it gets a number; whole ones stay whole."""
    while True:
        text = input(prompt)
        for cast in (int, float):
            try:
                return cast(text)
            except ValueError:
                pass
        print("  not a number:", text)


def main():
    history = []
    print("1) add  2) subtract  3) multiply  4) divide  5) power  6) history  7) quit")
    while (choice := input("choice> ").strip()) != "7":
        if choice == "6":
            for n, (line, result) in enumerate(history, start=1):
                print(f"{n:>3}. {line} = {result}")
            if not history:
                print("  nothing yet")
        elif choice in OPERATIONS:
            sign, function = OPERATIONS[choice]
            a = number("  first number: ")
            b = number("  second number: ")
            try:
                result = function(a, b)
            except ZeroDivisionError as error:
                print("  cannot do that:", error)
            except (OverflowError, ValueError) as error:
                print("  too much:", type(error).__name__)
            else:
                history.append((f"{a} {sign} {b}", result))
                print(" ", *history[-1], sep=" ", end=" ok\n")
        else:
            print("  invalid choice")
    print("done after", len(history), "calculation" + "s" * (len(history) != 1))


if __name__ == "__main__":
    main()
