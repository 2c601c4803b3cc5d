"""Roots by bisection. Input: the number whose square root is wanted."""


def bisect(f, low, high, eps=1e-10, *, limit=200):
    """Where f is zero between low and high, and the number of steps."""
    if f(low) == 0:
        return low, 0
    assert f(low) * f(high) <= 0, "no change of sign"
    steps = 0
    while high - low > eps and steps < limit:
        steps += 1
        middle = (low + high) / 2
        if f(low) * f(middle) <= 0:
            high = middle
        else:
            low = middle
    return (low + high) / 2, steps


n = float(input("Square root of: "))
root, steps = bisect(lambda x: x * x - n, 0.0, max(n, 1.0))
print(f"{root:.8f} after {steps} steps; off by {abs(root - n ** 0.5):.0e}" if steps else root)
print("%.6f %d" % bisect(lambda x: x ** 3 - x - 2, 1, 2, eps=1e-6))

import math
print(bisect(math.cos, 0, 3, limit=5), bisect(f=math.sin, low=3, high=4)[0] - math.pi < 1e-9)
