# Float arithmetic in a loop: pi by Leibniz, and a logistic map.
def compute(limit):
    pi = 0.0
    sign = 1.0
    x = 0.3
    for k in range(limit):
        pi += sign / (2.0 * k + 1.0)
        sign = -sign
        x = 3.7 * x * (1.0 - x)
    return pi * 4.0, x


pi, x = compute(1500000)
print(f"{pi:.9f} {x:.9f}")
