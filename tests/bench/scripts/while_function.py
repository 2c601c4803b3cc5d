# The same `while` loop within a function.
def count(limit):
    i = 0
    total = 0
    while i < limit:
        total += i % 7
        i += 1
    return total


print(count(3000000))
