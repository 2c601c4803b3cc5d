"""Newton's method for roots, with the steps shown. Input: lines of number and degree, to the end."""


def newton(value, degree=2, guess=None):
    if degree < 1:
        raise ValueError("the degree must be positive")
    if value < 0 and degree % 2 == 0:
        raise ValueError(f"no real root of degree {degree} of {value}")
    x = guess or max(abs(value), 1.0)
    for step in range(1, 101):
        better = x - (x ** degree - value) / (degree * x ** (degree - 1))
        if abs(better - x) < 1e-12 * abs(better):
            return better, step
        x = better
    return x, step


try:
    while True:
        number, *rest = input("? ").split()
        degree = int(rest[0]) if rest else 2
        try:
            root, steps = newton(float(number), degree)
        except ValueError as problem:
            print("sorry:", problem)
        else:
            print(f"{root:.10g} in {steps} steps, check {root ** degree:.6g}")
except EOFError:
    print("\nbye")

x = 3.0
for i in range(6):
    x = (x + 10 / x) / 2
    print(i, x)
