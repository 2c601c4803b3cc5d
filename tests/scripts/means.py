"""Means, medians, modes of numbers. Input: numbers on one line, by spaces."""
import math


def mean(values):
    return sum(values) / len(values)


def median(values):
    ordered, n = sorted(values), len(values)
    return ordered[n // 2] if n % 2 == 1 else mean(ordered[n // 2 - 1:n // 2 + 1])


def modes(values):
    counts = {}
    for v in values:
        counts[v] = counts.get(v, 0) + 1
    most = max(counts.values())
    return [v for v, c in counts.items() if c == most]


def deviation(values, *, sample=True):
    m = mean(values)
    return math.sqrt(sum((v - m) ** 2 for v in values) / (len(values) - sample))


numbers = [float(word) if "." in word else int(word) for word in input("Numbers: ").split()]
print("mean     ", mean(numbers))
print("median   ", median(numbers))
print("modes    ", modes(numbers))
print("deviation", f"{deviation(numbers, sample=False):.4f}", round(deviation(numbers), 4))
print("geometric", round(math.prod(map(abs, numbers)) ** (1 / len(numbers)), 6))
print("exact    ", math.fsum(numbers), "span", max(numbers) - min(numbers))
running, total = [], 0
for n in numbers:
    total += n
    running.append(total)
print("running  ", *running)
