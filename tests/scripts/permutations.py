"""Permutations, combinations, subsets and the eight queens by recursion. Input: a word."""


def permutations(items):
    if not items:
        return [[]]
    result = []
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            result.append([item] + rest)
    return result


def subsets(items):
    if not items:
        return [()]
    head, *tail = items
    without = subsets(tail)
    return without + [(head, *rest) for rest in without]


def combinations(items, k):
    if k == 0:
        return [""]
    return [x + rest for i, x in enumerate(items) for rest in combinations(items[i + 1:], k - 1)]


def queens(n, row=0, columns=()):
    if row == n:
        return [columns]
    return [
        solution
        for c in range(n)
        if all(c != other and abs(c - other) != row - r for r, other in enumerate(columns))
        for solution in queens(n, row + 1, columns + (c,))
    ]


word = input("Word: ")
words = ["".join(p) for p in permutations(word)]
print(len(words), "permutations,", len(set(words)), "different:", *sorted(set(words))[:8])
print(subsets(list(word[:3])))
print(combinations(word, 2))
print(len(queens(6)), "ways for six queens:", queens(6))
for column in queens(8)[0]:
    print("." * column + "Q" + "." * (7 - column))
