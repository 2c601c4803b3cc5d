"""Matrices by nested lists. No input; the last product can't be formed."""


def show(name, matrix):
    print(name + ":")
    width = max(len(f"{x:g}") for row in matrix for x in row)
    for row in matrix:
        print("  [" + " ".join(f"{x:{width}g}" for x in row) + "]")


def multiply(a, b):
    if len(a[0]) != len(b):
        raise ValueError(f"can't multiply {len(a)}x{len(a[0])} by {len(b)}x{len(b[0])}")
    result = [[0] * len(b[0]) for _ in a]
    for i in range(len(a)):
        for j in range(len(b[0])):
            for k in range(len(b)):
                result[i][j] += a[i][k] * b[k][j]
    return result


def transpose(m):
    return [list(row) for row in zip(*m)]


def determinant(m):
    if len(m) == 1:
        return m[0][0]
    total = 0
    for column, value in enumerate(m[0]):
        minor = [row[:column] + row[column + 1:] for row in m[1:]]
        total += (-1) ** column * value * determinant(minor)
    return total


def identity(n):
    return [[int(i == j) for j in range(n)] for i in range(n)]


def power(m, n):
    result = identity(len(m))
    while n > 0:
        if n & 1:
            result = multiply(result, m)
        m = multiply(m, m)
        n >>= 1
    return result


a = [[2, -1, 0], [1, 3, 2], [0, 5, -4]]
b = [[1.5, 2], [0, -1], [4, 0.25]]
show("a", a)
show("a times b", multiply(a, b))
show("a transposed", transpose(a))
print("determinant", determinant(a), determinant(transpose(a)))
print("fibonacci", power([[1, 1], [1, 0]], 90)[0][1])
print("flat", [x for row in a for x in row if x], "diagonal", [a[i][i] for i in range(3)])

wrong = [[0] * 3] * 3
wrong[0][0] = 1
print("rows that are one list:", wrong)
right = [[0] * 3 for _ in range(3)]
right[0][0] = 1
print("rows of their own:", right)
multiply(b, a)
